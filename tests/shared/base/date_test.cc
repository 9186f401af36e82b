#include "base/date.h"

#include <catch2/catch_test_macros.hpp>

namespace base {
namespace {

TEST_CASE("a date is read, with or without a time behind it") {
  CHECK(date_from_text("2026-11-03") == Date{2026, 11, 3});
  CHECK(date_from_text("2026-11-03T09:14:00Z") == Date{2026, 11, 3});
  CHECK(date_from_text("2026-11-03 09:14") == Date{2026, 11, 3});
}

TEST_CASE("only dates of the calendar are dates") {
  CHECK(date_from_text("2024-02-29") == Date{2024, 2, 29});
  CHECK(date_from_text("2000-02-29") == Date{2000, 2, 29});
  for (const char* text : {"2023-02-29", "1900-02-29", "2026-13-01", "2026-00-10", "2026-04-31",
                           "2026-01-00", "0000-01-01", "2026-1-3", "2026/11/03", "2026-11-03x",
                           "2026-11", "", "-026-11-03", "2026-11-0a"}) {
    INFO(text);
    const Result<Date> date = date_from_text(text);
    REQUIRE_FALSE(date.has_value());
    CHECK(date.error().code == ErrorCode::invalid);
  }
}

TEST_CASE("the message about a bad date says what was expected and what came") {
  CHECK(date_from_text("3 Nov").error().message ==
        "A date such as 2026-11-03 was expected, but “3 Nov” came. Write year, month and day.");
}

TEST_CASE("a long text that is no date is not repeated in the message") {
  const std::string text(1000, 'x');
  const Error error = date_from_text(text).error();
  CHECK(error.message == "A date such as 2026-11-03 was expected. Write year, month and day.");
  CHECK(error.detail == text);
}

TEST_CASE("dates are written for machines and for people") {
  CHECK(iso_from_date({2026, 3, 9}) == "2026-03-09");
  CHECK(text_from_date({2026, 8, 3}, Language::id) == "3 Agustus 2026");
  CHECK(text_from_date({2026, 8, 3}, Language::en) == "3 August 2026");
  CHECK(short_text_from_date({2026, 8, 19}, Language::id) == "19 Agu 2026");
  CHECK(short_text_from_date({2026, 5, 1}, Language::id) == "1 Mei 2026");
  CHECK(short_text_from_date({2026, 5, 1}, Language::en) == "1 May 2026");
  CHECK(short_text_from_date({2026, 12, 31}, Language::id) == "31 Des 2026");
}

TEST_CASE("days are numbered from 1970, and every number is one day of the calendar") {
  CHECK(day_number_from_date({1970, 1, 1}) == 0);
  CHECK(day_number_from_date({1969, 12, 31}) == -1);
  CHECK(day_number_from_date({2000, 2, 29}) == 11016);
  CHECK(day_number_from_date({2026, 11, 23}) == 20780);
  Date previous = date_from_day_number(-1000001);
  for (std::int64_t number = -1000000; number <= 1000000; ++number) {
    const Date date = date_from_day_number(number);
    if (day_number_from_date(date) != number || !(previous < date)) FAIL("day " << number);
    previous = date;
  }
  CHECK(next_day({2024, 2, 28}) == Date{2024, 2, 29});
  CHECK(next_day({2026, 12, 31}) == Date{2027, 1, 1});
}

TEST_CASE("a date has its weekday, in both languages") {
  CHECK(weekday_from_date({1970, 1, 1}) == Weekday::thursday);
  CHECK(weekday_from_date({1969, 12, 28}) == Weekday::sunday);
  CHECK(weekday_from_date({2026, 11, 23}) == Weekday::monday);
  CHECK(weekday_text_from_date({2026, 11, 19}, Language::id) == "Kamis, 19 November 2026");
  CHECK(weekday_text_from_date({2026, 8, 16}, Language::en) == "Sunday, 16 August 2026");
}

}  // namespace
}  // namespace base
