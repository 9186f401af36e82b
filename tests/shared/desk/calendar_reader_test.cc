// The office's calendar read from its file: what holds together is taken, what does not is named.
#include <fstream>
#include <iterator>
#include <numeric>
#include <string>

#include <catch2/catch_test_macros.hpp>

#include "desk/working_time.h"

namespace desk {
namespace {

std::string calendar_json(const std::string& week, const std::string& seasons,
                          const std::string& closed_days) {
  return R"({"format": 1, "zone": {"name": "WIB", "offset_minutes": 420}, "week": )" + week +
         R"(, "seasons": )" + seasons + R"(, "years": [2026], "closed_days": )" + closed_days + "}";
}

std::string refusal_of(const std::string& week, const std::string& seasons,
                       const std::string& closed_days) {
  const auto calendar = calendar_from_json(calendar_json(week, seasons, closed_days));
  return calendar ? "" : calendar.error().message;
}

constexpr const char* open_mondays = R"({"monday": [["07:30", "12:00"]]})";

TEST_CASE("a calendar is read with its week, seasons, closed days and years") {
  const auto calendar = calendar_from_json(
      calendar_json(R"({"monday": [["07:30", "12:00"], ["13:00", "16:00"]]})",
                    R"([{"first": "2026-02-19", "last": "2026-03-20", "name": {"id": "Ramadan"},
           "week": {"monday": [["08:00", "15:00"]]}}])",
                    R"([{"date": "2026-12-28", "kind": "office", "name": {"id": "Pindah gedung"}},
          {"date": "2026-02-16", "kind": "joint_leave", "name": {"id": "Imlek"}}])"));
  REQUIRE(calendar.has_value());
  CHECK(calendar->hours_on({2026, 11, 23}).size() == 2);
  CHECK(calendar->hours_on({2026, 11, 23})[1].from == 13 * 60);
  CHECK(calendar->hours_on({2026, 11, 24}).empty());
  CHECK(calendar->hours_on({2026, 2, 23}).at(0).until == 15 * 60);
  CHECK(calendar->hours_on({2026, 2, 16}).empty());
  REQUIRE(calendar->closed_day({2026, 12, 28}) != nullptr);
  CHECK(calendar->closed_day({2026, 12, 28})->kind == ClosedDay::Kind::office);
  CHECK(calendar->knows_year(2026));
  CHECK_FALSE(calendar->knows_year(2027));
}

TEST_CASE("hours that end before they begin, overlap, or are no times are refused") {
  const std::string expected =
      "Open hours must be pairs of times such as [\"07:30\", \"12:00\"], each after the one before "
      "it (line 1, column ";
  for (const char* hours :
       {R"([["12:00", "07:30"]])", R"([["07:30", "12:00"], ["11:00", "16:00"]])", R"([["07:30"]])",
        R"([["7:30", "12:00"]])", R"([["07:30", "24:01"]])", R"([["07:60", "12:00"]])",
        R"(["07:30", "12:00"])"}) {
    INFO(hours);
    CHECK(refusal_of(R"({"monday": )" + std::string(hours) + "}", "[]", "[]").find(expected) == 0);
  }
  CHECK(refusal_of(R"({"monday": [["00:00", "24:00"]]})", "[]", "[]").empty());
}

TEST_CASE("a calendar that contradicts itself is refused") {
  CHECK(refusal_of("{}", "[]", "[]").find("The week must have open hours on some day") == 0);
  CHECK(refusal_of(R"({"senin": []})", "[]", "[]").find("A week must hold a list of hours") == 0);
  CHECK(refusal_of(open_mondays, "[]",
                   R"([{"date": "2026-01-01", "kind": "holiday", "name": {"id": "A"}},
                       {"date": "2026-01-01", "kind": "office", "name": {"id": "B"}}])")
            .find("2026-01-01 is closed twice") == 0);
  CHECK(refusal_of(open_mondays, "[]",
                   R"([{"date": "2026-01-01", "kind": "libur", "name": {"id": "A"}}])")
            .find("The kind of a closed day must be holiday") == 0);
  CHECK(refusal_of(open_mondays, R"([{"first": "2026-02-19", "last": "2026-02-18",
                                      "name": {"id": "R"}, "week": {}}])",
                   "[]")
            .find("A season must end after it begins") == 0);
  CHECK(refusal_of(open_mondays,
                   R"([{"first": "2026-03-01", "last": "2026-03-20", "name": {"id": "B"},
                        "week": {}},
                       {"first": "2026-02-01", "last": "2026-03-01", "name": {"id": "A"},
                        "week": {}}])",
                   "[]")
            .find("Seasons must not overlap, but one begins on 2026-03-01") == 0);
}

TEST_CASE("the office's own calendar has the 37.5 hours of the week, 32.5 in Ramadan") {
  std::ifstream file(LUMBUNG_SOURCE_FOLDER "/data/office/calendar.json");
  const std::string bytes{std::istreambuf_iterator<char>(file), {}};
  const auto calendar = calendar_from_json(bytes);
  REQUIRE(calendar.has_value());
  const auto minutes_in = [](const Week& week) {
    int minutes = 0;
    for (const auto& day : week)
      for (const OpenHours& hours : day)
        minutes += hours.until - hours.from;
    return minutes;
  };
  CHECK(minutes_in(calendar->week) == 37 * 60 + 30);
  REQUIRE(calendar->seasons.size() == 1);
  CHECK(minutes_in(calendar->seasons[0].week) == 32 * 60 + 30);
  // The joint decree on 2026 names 17 holidays and 8 days of joint leave.
  const auto count_of = [&](ClosedDay::Kind kind) {
    return std::accumulate(
        calendar->closed_days.begin(), calendar->closed_days.end(), 0,
        [kind](int count, const ClosedDay& day) { return count + (day.kind == kind ? 1 : 0); });
  };
  CHECK(count_of(ClosedDay::Kind::holiday) == 17);
  CHECK(count_of(ClosedDay::Kind::joint_leave) == 8);
}

}  // namespace
}  // namespace desk
