// The queue: order, counts, and what it is narrowed by.
#include <string>

#include <catch2/catch_test_macros.hpp>

#include "server/service/office_fixture.h"

namespace service {
namespace {

using support::desk_later;
using support::desk_monday;
using support::sari;

TEST_CASE("the queue has what is due soonest first, and its counts") {
  support::OfficeFixture office;
  office.ask({desk_monday.seconds + 600}, "a", "dian@example.org");
  office.ask(desk_monday, "b", "");
  // The first to come is 7 minutes over the 5 of its step; the other has 3 left.
  const base::Instant now{desk_monday.seconds + 720};
  const auto queue = office.desk.queue({}, sari, now);
  REQUIRE(queue);
  CHECK(queue->rows_count == 2);
  CHECK(queue->rows[0].number == "PD-2026-0002");
  CHECK(queue->rows[0].institution.empty());
  CHECK(queue->rows[0].step->used_seconds == 720);
  CHECK(queue->rows[0].step->runs_until == base::Instant{desk_monday.seconds + 4 * 60 * 60});
  CHECK(queue->rows[0].promise->date == base::Date{2026, 11, 26});
  CHECK(queue->rows[1].events_count == 1);
  CHECK(queue->open_until == base::Instant{desk_monday.seconds + 4 * 60 * 60});
  CHECK(queue->counts == wire::QueueCounts{2, 0, 2, 0, 0, 1, 0, 0, 0});
}

TEST_CASE("the queue is narrowed by number, category, mark and tab") {
  support::OfficeFixture office;
  office.ask(desk_monday, "a", "");
  office.ask(desk_monday, "b", "");
  const auto numbers = [&](const wire::QueueWish& wish) {
    std::string text;
    const auto queue = office.desk.queue(wish, sari, desk_later);
    for (const wire::QueueRow& row : queue.value().rows)
      text += row.number.substr(row.number.size() - 1);
    return text;
  };
  wire::QueueWish wish;
  wish.text = "pd-2026-0002";
  CHECK(numbers(wish) == "2");
  wish.text = "nothing";
  CHECK(numbers(wish).empty());
  wish = {};
  wish.institution_category = "government";
  CHECK(numbers(wish) == "1");
  wish = {};
  wish.mark = wire::QueueMark::over_step;
  CHECK(numbers(wish).empty());
  wish = {};
  wish.tab = wire::QueueTab::closed;
  CHECK(numbers(wish).empty());
  wish = {};
  wish.offset = 1;
  CHECK(numbers(wish).size() == 1);
}

}  // namespace
}  // namespace service
