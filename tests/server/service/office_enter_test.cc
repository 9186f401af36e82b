// Requests that an officer writes down.
#include <catch2/catch_test_macros.hpp>

#include "server/service/office_fixture.h"

namespace service {
namespace {

TEST_CASE("a request by telephone is written down once, however often it is sent") {
  support::OfficeFixture office;
  const std::vector<desk::FormField> fields = {{"text", "Jumlah penduduk Gelumbang"},
                                               {"channel", "phone"},
                                               {"language", "id"},
                                               {"key", "0123456789abcdef"}};
  const auto ticket = office.desk.enter(fields, support::sari, support::desk_later);
  REQUIRE(ticket);
  CHECK(ticket->row.number == "PD-2026-0001");
  CHECK(ticket->row.channel == "phone");
  CHECK(ticket->row.promise->date == base::Date{2026, 11, 26});
  CHECK(ticket->timeline[0].account == "sari");
  CHECK_FALSE(ticket->has_address);
  const auto again = office.desk.enter(fields, support::sari, support::desk_later);
  REQUIRE(again);
  CHECK(again->row.number == "PD-2026-0001");
}

TEST_CASE("a request that is wrong names its fields, and only some roles may enter one") {
  support::OfficeFixture office;
  const auto refused = office.desk.enter({{"text", "?"}}, support::sari, support::desk_later);
  REQUIRE_FALSE(refused);
  CHECK(refused.error().code == "invalid");
  CHECK_FALSE(refused.error().findings.empty());
  OfficeCaller head = support::sari;
  head.role = desk::Role::division_head;
  CHECK(office.desk.enter({}, head, support::desk_later).error().code == "forbidden");
}

}  // namespace
}  // namespace service
