#include "desk/working_time.h"

#include <algorithm>

#include <rapidcheck.h>
#include <catch2/catch_test_macros.hpp>

namespace desk {
namespace {

using base::Instant;
using base::Language;

const base::Zone wib;

Instant at(std::string_view text) { return *base::instant_from_text(std::string(text) + "+07:00"); }

/// Monday to Thursday 07:30–12:00 and 13:00–16:00, Friday with its long break; Ramadan in
/// February; Christmas and the joint leave before it.
Calendar small_calendar() {
  Calendar calendar;
  for (std::size_t day = 0; day < 4; ++day)
    calendar.week[day] = {{450, 720}, {780, 960}};
  calendar.week[4] = {{450, 690}, {780, 990}};
  Season ramadan{{2026, 2, 19}, {2026, 3, 20}, {"Ramadan", "Ramadan"}, {}};
  for (std::size_t day = 0; day < 5; ++day)
    ramadan.week[day] = {{480, 900}};
  calendar.seasons = {ramadan};
  calendar.closed_days = {{{2026, 12, 24}, ClosedDay::Kind::joint_leave, {"Natal", "Christmas"}},
                          {{2026, 12, 25}, ClosedDay::Kind::holiday, {"Natal", "Christmas Day"}}};
  calendar.years = {2026};
  return calendar;
}

/// Asked minute by minute, with a loop over everything: slow, and plain enough to be believed.
bool is_open_minute(const Calendar& calendar, Instant minute, const std::vector<Pause>& pauses) {
  for (const Pause& pause : pauses)
    if (pause.from <= minute && minute < pause.until) return false;
  const base::LocalTime local = base::local_from_instant(minute, calendar.zone);
  for (const ClosedDay& day : calendar.closed_days)
    if (day.date == local.date) return false;
  const auto weekday = static_cast<std::size_t>(base::weekday_from_date(local.date));
  const Week* week = &calendar.week;
  for (const Season& season : calendar.seasons)
    if (season.first <= local.date && local.date <= season.last) week = &season.week;
  const int minute_of_day = local.second_of_day / 60;
  return std::any_of((*week)[weekday].begin(), (*week)[weekday].end(),
                     [minute_of_day](const OpenHours& hours) {
                       return hours.from <= minute_of_day && minute_of_day < hours.until;
                     });
}

std::vector<Pause> any_pauses(Instant begin) {
  std::vector<Pause> pauses;
  for (int count = *rc::gen::inRange(0, 4); count > 0; --count) {
    const Instant from{begin.seconds + *rc::gen::inRange(-600, 6000) * 60};
    pauses.push_back({from, {from.seconds + *rc::gen::inRange(-60, 3000) * 60}});
  }
  return pauses;
}

Calendar any_calendar() {
  Calendar calendar;
  for (std::vector<OpenHours>& day : calendar.week) {
    int minute = *rc::gen::inRange(0, 600);
    for (int count = *rc::gen::inRange(0, 3); count > 0; --count) {
      const int until = minute + *rc::gen::inRange(1, 400);
      day.push_back({minute, until});
      minute = until + *rc::gen::inRange(0, 20);
    }
  }
  calendar.week[1] = {{480, 960}};
  for (int day = 1; day <= 20; ++day)
    if (*rc::gen::inRange(0, 5) == 0)
      calendar.closed_days.push_back({{2026, 11, day}, ClosedDay::Kind::holiday, {"Libur", {}}});
  Season season{{2026, 11, 10}, {2026, 11, 14}, {"Musim", {}}, {}};
  season.week[3] = {{0, 1440}};
  calendar.seasons = {season};
  return calendar;
}

}  // namespace

TEST_CASE("working time counts open hours only, over breaks, nights and weekends") {
  const Calendar calendar = small_calendar();
  const auto minutes = [&](const char* from, const char* until) {
    return working_seconds_between(calendar, at(from), at(until), {}) / 60;
  };
  CHECK(minutes("2026-11-19T09:14:00", "2026-11-19T09:19:00") == 5);
  CHECK(minutes("2026-11-19T11:50:00", "2026-11-19T13:10:00") == 20);
  CHECK(minutes("2026-11-20T11:20:00", "2026-11-20T13:05:00") == 15);
  CHECK(minutes("2026-11-20T16:00:00", "2026-11-23T08:00:00") == 60);
  CHECK(minutes("2026-11-21T08:00:00", "2026-11-22T20:00:00") == 0);
  CHECK(minutes("2026-02-23T07:30:00", "2026-02-23T16:00:00") == 420);
  CHECK(minutes("2026-12-23T15:55:00", "2026-12-28T07:35:00") == 10);
  CHECK(minutes("2026-11-19T10:00:00", "2026-11-19T09:00:00") == 0);
}

TEST_CASE("a clock stands still while it is paused, however the pauses overlap") {
  const Calendar calendar = small_calendar();
  const std::vector<Pause> pauses = {{at("2026-11-19T10:00:00"), at("2026-11-19T11:00:00")},
                                     {at("2026-11-19T09:30:00"), at("2026-11-19T10:30:00")},
                                     {at("2026-11-19T11:50:00"), at("2026-11-19T11:40:00")}};
  CHECK(working_seconds_between(calendar, at("2026-11-19T09:00:00"), at("2026-11-19T12:00:00"),
                                pauses) == 90 * 60);
  const auto deadline = deadline_of_working_time(calendar, at("2026-11-19T09:29:30"), 60, pauses);
  REQUIRE(deadline);
  CHECK(deadline->at == at("2026-11-19T11:00:30"));
}

TEST_CASE("five working minutes before closing time end on the next working day") {
  const Calendar calendar = small_calendar();
  const auto deadline = deadline_of_working_time(calendar, at("2026-12-23T15:57:00"), 300, {});
  REQUIRE(deadline);
  CHECK(deadline->at == at("2026-12-28T07:32:00"));
  CHECK(texts_from_deadline(*deadline, Language::en) ==
        std::vector<std::string>{"Wednesday, 23 December 2026: 3 min counted",
                                 "Thursday, 24 December 2026: joint leave, Christmas",
                                 "Friday, 25 December 2026: national holiday, Christmas Day",
                                 "Saturday, 26 December 2026: not a working day",
                                 "Sunday, 27 December 2026: not a working day",
                                 "Monday, 28 December 2026: 2 min counted"});
}

TEST_CASE("three working days end at closing time of the third day after the request") {
  const Calendar calendar = small_calendar();
  const auto deadline = deadline_of_working_days(calendar, at("2026-11-19T09:14:00"), 3, {});
  REQUIRE(deadline);
  CHECK(deadline->at == at("2026-11-24T16:00:00"));
  CHECK(texts_from_deadline(*deadline, Language::id) ==
        std::vector<std::string>{
            "Kamis, 19 November 2026: diterima; hitungan mulai hari kerja berikutnya",
            "Jumat, 20 November 2026: hari kerja ke-1", "Sabtu, 21 November 2026: bukan hari kerja",
            "Minggu, 22 November 2026: bukan hari kerja",
            "Senin, 23 November 2026: hari kerja ke-2",
            "Selasa, 24 November 2026: hari kerja ke-3"});
  // At night and on a Sunday it is the day that counts, too.
  CHECK(deadline_of_working_days(calendar, at("2026-11-19T23:59:59"), 3, {})->at == deadline->at);
  CHECK(deadline_of_working_days(calendar, at("2026-11-22T10:00:00"), 1, {})->at ==
        at("2026-11-23T16:00:00"));
}

TEST_CASE("a day that ends while the requester is asked does not count") {
  const Calendar calendar = small_calendar();
  const std::vector<Pause> pauses = {{at("2026-11-20T10:00:00"), at("2026-11-23T09:00:00")}};
  const auto deadline = deadline_of_working_days(calendar, at("2026-11-19T09:14:00"), 3, pauses);
  REQUIRE(deadline);
  CHECK(deadline->at == at("2026-11-25T16:00:00"));
  CHECK(texts_from_deadline(*deadline, Language::en)[1] ==
        "Friday, 20 November 2026: paused, waiting for the requester");
}

TEST_CASE("a deadline says which years' holidays it does not know") {
  const auto deadline =
      deadline_of_working_days(small_calendar(), at("2026-12-31T09:00:00"), 1, {});
  REQUIRE(deadline);
  CHECK(deadline->at == at("2027-01-01T16:30:00"));
  CHECK(deadline->years_unknown == std::vector<int>{2027});
  CHECK(texts_from_deadline(*deadline, Language::en).back() ==
        "The holidays of 2027 are not yet in the office calendar; this date may change.");
}

TEST_CASE("what is not over within ten years has no deadline") {
  const Calendar calendar = small_calendar();
  const Instant from = at("2026-11-19T09:14:00");
  const std::vector<Pause> endless = {{from, {from.seconds * 10}}};
  CHECK_FALSE(deadline_of_working_time(calendar, from, 1, endless));
  CHECK_FALSE(deadline_of_working_days(calendar, from, 1, endless));
  CHECK_FALSE(deadline_of_working_days(calendar, from, 4000, {}));
  CHECK(deadline_of_working_time(calendar, from, 0, endless)->at == from);
}

TEST_CASE("working time is what counting minute by minute gives") {
  CHECK(rc::check("working_seconds_between", [] {
    const Calendar calendar = any_calendar();
    const Instant from = base::instant_from_local({2026, 11, 1}, 0, wib);
    const Instant begin{from.seconds + *rc::gen::inRange(0, 14 * 1440) * 60};
    const Instant end{begin.seconds + *rc::gen::inRange(0, 5 * 1440) * 60};
    const std::vector<Pause> pauses = any_pauses(begin);
    std::int64_t minutes = 0;
    for (Instant minute = begin; minute < end; minute.seconds += 60)
      minutes += is_open_minute(calendar, minute, pauses) ? 1 : 0;
    RC_ASSERT(working_seconds_between(calendar, begin, end, pauses) == minutes * 60);
  }));
}

TEST_CASE("a deadline is the first instant at which the working time has passed") {
  CHECK(rc::check("deadline_of_working_time", [] {
    const Calendar calendar = any_calendar();
    const Instant from = base::instant_from_local({2026, 11, 1}, 0, wib);
    const Instant begin{from.seconds + *rc::gen::inRange(0, 14 * 86400)};
    const std::vector<Pause> pauses = any_pauses(begin);
    const std::int64_t seconds = *rc::gen::inRange(1, 100000);
    const auto deadline = deadline_of_working_time(calendar, begin, seconds, pauses);
    RC_ASSERT(deadline.has_value());
    RC_ASSERT(working_seconds_between(calendar, begin, deadline->at, pauses) == seconds);
    RC_ASSERT(working_seconds_between(calendar, begin, {deadline->at.seconds - 1}, pauses) ==
              seconds - 1);
    std::int64_t told = 0;
    for (const DayStep& step : deadline->steps)
      told += step.counted_seconds;
    RC_ASSERT(told == seconds);
  }));
}

TEST_CASE("a deadline in days is the closing of a working day, each day on the way told once") {
  CHECK(rc::check("deadline_of_working_days", [] {
    const Calendar calendar = any_calendar();
    const Instant from = base::instant_from_local({2026, 11, 1}, 0, wib);
    const Instant begin{from.seconds + *rc::gen::inRange(0, 14 * 86400)};
    const std::vector<Pause> pauses = any_pauses(begin);
    const int days = *rc::gen::inRange(1, 12);
    const auto deadline = deadline_of_working_days(calendar, begin, days, pauses);
    RC_ASSERT(deadline.has_value());
    base::Date date = base::local_from_instant(begin, wib).date;
    int counted = 0;
    for (const DayStep& step : deadline->steps) {
      RC_ASSERT(step.date == date);
      date = base::next_day(date);
      if (step.kind == DayStep::Kind::counted) RC_ASSERT(step.working_day == ++counted);
    }
    RC_ASSERT(counted == days);
    const Instant last_minute{deadline->at.seconds - 60};
    RC_ASSERT(is_open_minute(calendar, last_minute, {}));
    RC_ASSERT(base::local_from_instant(last_minute, wib).date == deadline->steps.back().date);
  }));
}

TEST_CASE("working time reads in its two largest units") {
  CHECK(text_from_working_time(0, Language::id) == "0 detik");
  CHECK(text_from_working_time(186, Language::id) == "3 menit 6 detik");
  CHECK(text_from_working_time(300, Language::en) == "5 min");
  CHECK(text_from_working_time(2 * 3600 + 5 * 60 + 7, Language::id) == "2 jam 5 menit");
}

}  // namespace desk
