#include "desk/report_period.h"

#include <catch2/catch_test_macros.hpp>

namespace desk {
namespace {

std::string days_of(const char* text) {
  const auto period = report_period_from_text(text);
  if (!period) return "none";
  return base::iso_from_date(period->first) + " " + base::iso_from_date(period->last);
}

}  // namespace

TEST_CASE("a period is a month, a quarter, a semester, a year or a range, both days included") {
  CHECK(days_of("2026-11") == "2026-11-01 2026-11-30");
  CHECK(days_of("2028-02") == "2028-02-01 2028-02-29");
  CHECK(days_of("2026-12") == "2026-12-01 2026-12-31");
  CHECK(days_of("2026-Q1") == "2026-01-01 2026-03-31");
  CHECK(days_of("2026-Q4") == "2026-10-01 2026-12-31");
  CHECK(days_of("2026-S2") == "2026-07-01 2026-12-31");
  CHECK(days_of("2026") == "2026-01-01 2026-12-31");
  CHECK(days_of("2026-01-05..2026-02-10") == "2026-01-05 2026-02-10");
}

TEST_CASE("what is no period is refused") {
  for (const char* text : {"", "26", "2026-", "2026-13", "2026-00", "2026-Q5", "2026-S3", "2026-Q",
                           "2026-1", "2026-02-10..2026-01-05", "2026-02-30..2026-03-01",
                           "2026-01-05..", "2026-01-05...2026-02-1"})
    CHECK(days_of(text) == "none");
}

TEST_CASE("the months of a period are all that it touches") {
  const auto period = report_period_from_text("2026-11-30..2027-01-01");
  const auto months = months_of(*period);
  REQUIRE(months.size() == 3);
  CHECK(base::iso_from_date(months[0]) == "2026-11-01");
  CHECK(base::iso_from_date(months[2]) == "2027-01-01");
}

}  // namespace desk
