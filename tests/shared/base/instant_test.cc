#include "base/instant.h"

#include <catch2/catch_test_macros.hpp>

namespace base {
namespace {

TEST_CASE("an instant is read with its zone and written in UTC") {
  const Result<Instant> here = instant_from_text("2026-11-19T09:14:05+07:00");
  REQUIRE(here.has_value());
  CHECK(here == instant_from_text("2026-11-19T02:14:05Z"));
  CHECK(here == instant_from_text("2026-11-18T22:44:05-03:30"));
  CHECK(iso_from_instant(*here) == "2026-11-19T02:14:05Z");
  CHECK(iso_from_instant({0}) == "1970-01-01T00:00:00Z");
  CHECK(iso_from_instant({-1}) == "1969-12-31T23:59:59Z");
}

TEST_CASE("what is no instant is refused with what was expected") {
  for (const char* text : {"", "2026-11-19", "2026-11-19T09:14:05", "2026-11-19 09:14:05Z",
                           "2026-11-31T09:14:05Z", "2026-11-19T24:00:00Z", "2026-11-19T09:60:00Z",
                           "2026-11-19T09:14:60Z", "2026-11-19T09:14:05+7", "2026-11-19T9:14:05Z",
                           "2026-11-19T09:14:05+15:00", "2026-11-19T09:14:05Zx"}) {
    INFO(text);
    CHECK_FALSE(instant_from_text(text).has_value());
  }
  CHECK(instant_from_text("now").error().message ==
        "A time such as 2026-11-19T02:14:00Z was expected, but \"now\" came. Write date, time and "
        "zone.");
}

TEST_CASE("the clock on the wall follows the zone, over midnight and before 1970") {
  const Zone wib;
  const LocalTime morning = local_from_instant({-1}, wib);
  CHECK(morning.date == Date{1970, 1, 1});
  CHECK(morning.second_of_day == 7 * 3600 - 1);
  CHECK(instant_from_local({1970, 1, 1}, 7 * 3600, wib) == Instant{0});
  CHECK(local_from_instant({-8 * 3600}, wib).date == Date{1969, 12, 31});
}

TEST_CASE("people read an instant as date, time and zone") {
  const Instant instant = *instant_from_text("2026-11-19T02:04:00Z");
  CHECK(text_from_instant(instant, Zone{}, Language::id) == "19 November 2026, 09.04 WIB");
  CHECK(text_from_instant(instant, Zone{}, Language::en) == "19 November 2026, 09:04 WIB");
}

}  // namespace
}  // namespace base
