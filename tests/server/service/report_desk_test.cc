#include "service/report_desk.h"

#include <catch2/catch_test_macros.hpp>

#include "server/service/office_fixture.h"
#include "support/has.h"

namespace {

using support::desk_later;
using support::desk_monday;
using support::has;

struct Books : support::OfficeFixture {
  Books() {
    REQUIRE(service::read_report_definitions(
        data, std::string(LUMBUNG_SOURCE_FOLDER) + "/data/office/reports"));
    ask(desk_monday, "a", "dian@example.org");
    ask(desk_later, "b", "");
  }

  base::Result<desk::Report> report(const std::string& number,
                                    base::Instant as_of = {desk_monday.seconds + 86'400}) {
    desk::ReportWish wish;
    wish.period = desk::report_period_from_text("2026-11").value();
    wish.as_of = as_of;
    return service::report_from_register(database, data, number, wish);
  }
};

const desk::ReportPeriod november = desk::report_period_from_text("2026-11").value();

}  // namespace

TEST_CASE("a report is made from the register, and names nobody") {
  Books books;
  const auto report = books.report("16-1");
  REQUIRE(report);
  REQUIRE(report->tables[0].rows.size() == 2);
  CHECK(report->tables[0].rows[0][1].text == "PD-2026-0001");
  const auto csv = service::report_file(*report, november, "csv", books.data);
  REQUIRE(csv);
  CHECK(csv->name == "16-1_2026-11-01_2026-11-30.csv");
  CHECK(has(csv->bytes, "Jumlah penduduk"));
  CHECK(has(csv->bytes, report->sha256));
  CHECK_FALSE(has(csv->bytes, "Dian"));
  CHECK_FALSE(has(csv->bytes, "dian@example.org"));
}

TEST_CASE("a thousand later events leave a report as of an earlier time as it was, byte for byte") {
  Books books;
  const auto before = books.report("16-2");
  REQUIRE(before);
  const base::Instant later{desk_monday.seconds + 2 * 86'400};
  const auto written = books.database.write([&](store::Transaction& t) -> base::Result<void> {
    auto record = service::record_by_number(t, "PD-2026-0002", {"sari", "ticket"}, later);
    if (!record) return tl::unexpected(record.error());
    for (int note = 0; note < 1000; ++note) {
      desk::Event event;
      event.at = later;
      event.actor = desk::Actor::officer;
      event.account = "sari";
      event.body = desk::NoteWritten{};
      const auto appended = service::append_and_follow(t, books.data, *record, event);
      if (!appended) return appended;
    }
    desk::Event closed;
    closed.at = later;
    closed.body = desk::Closed{desk::Outcome::withdrawn};
    return service::append_and_follow(t, books.data, *record, closed);
  });
  REQUIRE(written);
  const auto after = books.report("16-2");
  REQUIRE(after);
  CHECK(after->sha256 == before->sha256);
  for (const char* kind : {"csv", "xlsx", "pdf"})
    CHECK(service::report_file(*after, november, kind, books.data)->bytes ==
          service::report_file(*before, november, kind, books.data)->bytes);
  CHECK(books.report("16-2", later)->sha256 != before->sha256);
}

TEST_CASE("a report or a kind of file that is none is refused") {
  Books books;
  CHECK(books.report("16-9").error().code == base::ErrorCode::not_found);
  const auto report = books.report("16-1");
  CHECK(service::report_file(*report, november, "docx", books.data).error().code ==
        base::ErrorCode::invalid);
}
