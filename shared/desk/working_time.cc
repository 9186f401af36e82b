#include "desk/working_time.h"

#include <algorithm>
#include <utility>

#include "base/words.h"

namespace desk {
namespace {

using base::Date;
using base::Instant;
using base::Word;

/// Pauses in order and apart from each other, without empty ones.
std::vector<Pause> tidied(std::vector<Pause> pauses) {
  std::erase_if(pauses, [](const Pause& pause) { return pause.until <= pause.from; });
  std::sort(pauses.begin(), pauses.end(),
            [](const Pause& a, const Pause& b) { return a.from < b.from; });
  std::vector<Pause> apart;
  for (const Pause& pause : pauses) {
    if (!apart.empty() && pause.from <= apart.back().until)
      apart.back().until = std::max(apart.back().until, pause.until);
    else
      apart.push_back(pause);
  }
  return apart;
}

/// The open stretches of a day from `from` on, without what is paused.
std::vector<Pause> working_stretches(const Calendar& calendar, Date date, Instant from,
                                     const std::vector<Pause>& tidy_pauses) {
  std::vector<Pause> stretches;
  for (const OpenHours& hours : calendar.hours_on(date)) {
    Instant at = std::max(from, base::instant_from_local(date, hours.from * 60, calendar.zone));
    const Instant end = base::instant_from_local(date, hours.until * 60, calendar.zone);
    for (const Pause& pause : tidy_pauses) {
      if (pause.until <= at) continue;
      if (pause.from >= end) break;
      if (at < pause.from) stretches.push_back({at, pause.from});
      at = pause.until;
    }
    if (at < end) stretches.push_back({at, end});
  }
  return stretches;
}

std::int64_t seconds_in(const Pause& stretch) {
  return stretch.until.seconds - stretch.from.seconds;
}

/// Why a day without working time has none.
DayStep idle_step(const Calendar& calendar, Date date) {
  DayStep step{date, DayStep::Kind::weekly, 0, 0, std::nullopt};
  if (const ClosedDay* closed = calendar.closed_day(date)) {
    step.kind = DayStep::Kind::closed;
    step.closed_day = *closed;
  } else if (!calendar.hours_on(date).empty()) {
    step.kind = DayStep::Kind::paused;
  }
  return step;
}

void note_year(const Calendar& calendar, int year, Deadline& deadline) {
  if (calendar.knows_year(year)) return;
  if (deadline.years_unknown.empty() || deadline.years_unknown.back() != year)
    deadline.years_unknown.push_back(year);
}

bool is_paused_at(Instant instant, const std::vector<Pause>& pauses) {
  return std::any_of(pauses.begin(), pauses.end(), [instant](const Pause& pause) {
    return pause.from <= instant && instant < pause.until;
  });
}

std::string text_from_step(const DayStep& step, base::Language language) {
  const std::string day = base::weekday_text_from_date(step.date, language);
  switch (step.kind) {
    case DayStep::Kind::received:
      return base::text(Word::why_received, language, {day});
    case DayStep::Kind::counted:
      if (step.working_day != 0)
        return base::text(Word::why_counted, language, {day, std::to_string(step.working_day)});
      return base::text(Word::why_minutes, language,
                        {day, text_from_working_time(step.counted_seconds, language)});
    case DayStep::Kind::weekly:
      return base::text(Word::why_weekly, language, {day});
    case DayStep::Kind::paused:
      return base::text(Word::why_paused, language, {day});
    case DayStep::Kind::closed:
      break;
  }
  constexpr Word words[] = {Word::why_holiday, Word::why_joint_leave, Word::why_office_closed};
  const Word word = words[static_cast<std::size_t>(step.closed_day->kind)];
  return base::text(word, language, {day, step.closed_day->name.in(language)});
}

}  // namespace

const std::vector<OpenHours>& Calendar::hours_on(Date date) const {
  static const std::vector<OpenHours> none;
  if (closed_day(date)) return none;
  const auto weekday = static_cast<std::size_t>(base::weekday_from_date(date));
  for (const Season& season : seasons)
    if (season.first <= date && date <= season.last) return season.week[weekday];
  return week[weekday];
}

const ClosedDay* Calendar::closed_day(Date date) const {
  const auto found =
      std::lower_bound(closed_days.begin(), closed_days.end(), date,
                       [](const ClosedDay& day, Date wanted) { return day.date < wanted; });
  return found != closed_days.end() && found->date == date ? &*found : nullptr;
}

bool Calendar::knows_year(int year) const {
  return std::binary_search(years.begin(), years.end(), year);
}

std::int64_t working_seconds_between(const Calendar& calendar, Instant from, Instant until,
                                     const std::vector<Pause>& pauses) {
  if (until <= from) return 0;
  const std::vector<Pause> tidy_pauses = tidied(pauses);
  const Date last = base::local_from_instant(until, calendar.zone).date;
  std::int64_t seconds = 0;
  for (Date date = base::local_from_instant(from, calendar.zone).date; date <= last;
       date = base::next_day(date)) {
    for (Pause stretch : working_stretches(calendar, date, from, tidy_pauses)) {
      stretch.until = std::min(stretch.until, until);
      if (stretch.from < stretch.until) seconds += seconds_in(stretch);
    }
  }
  return seconds;
}

std::optional<Deadline> deadline_of_working_time(const Calendar& calendar, Instant from,
                                                 std::int64_t working_seconds,
                                                 const std::vector<Pause>& pauses) {
  Deadline deadline{from, {}, {}};
  if (working_seconds <= 0) return deadline;
  const std::vector<Pause> tidy_pauses = tidied(pauses);
  std::int64_t left = working_seconds;
  Date date = base::local_from_instant(from, calendar.zone).date;
  for (int day = 0; day <= deadline_days_max; ++day, date = base::next_day(date)) {
    note_year(calendar, date.year, deadline);
    std::int64_t counted = 0;
    for (const Pause& stretch : working_stretches(calendar, date, from, tidy_pauses)) {
      const std::int64_t used = std::min(left, seconds_in(stretch));
      counted += used;
      left -= used;
      deadline.at = {stretch.from.seconds + used};
      if (left == 0) break;
    }
    if (counted != 0)
      deadline.steps.push_back({date, DayStep::Kind::counted, 0, counted, std::nullopt});
    else if (day > 0)  // The day of `from` may just be over.
      deadline.steps.push_back(idle_step(calendar, date));
    if (left == 0) return deadline;
  }
  return std::nullopt;
}

std::optional<Deadline> deadline_of_working_days(const Calendar& calendar, Instant from,
                                                 int working_days,
                                                 const std::vector<Pause>& pauses) {
  Deadline deadline{from, {}, {}};
  if (working_days <= 0) return deadline;
  Date date = base::local_from_instant(from, calendar.zone).date;
  note_year(calendar, date.year, deadline);
  deadline.steps.push_back({date, DayStep::Kind::received, 0, 0, std::nullopt});
  int counted = 0;
  for (int day = 0; day < deadline_days_max; ++day) {
    date = base::next_day(date);
    note_year(calendar, date.year, deadline);
    const std::vector<OpenHours>& hours = calendar.hours_on(date);
    if (hours.empty()) {
      deadline.steps.push_back(idle_step(calendar, date));
      continue;
    }
    const Instant closing = base::instant_from_local(date, hours.back().until * 60, calendar.zone);
    if (is_paused_at(closing, pauses)) {
      deadline.steps.push_back({date, DayStep::Kind::paused, 0, 0, std::nullopt});
      continue;
    }
    deadline.steps.push_back({date, DayStep::Kind::counted, ++counted, 0, std::nullopt});
    if (counted < working_days) continue;
    deadline.at = closing;
    return deadline;
  }
  return std::nullopt;
}

std::vector<std::string> texts_from_deadline(const Deadline& deadline, base::Language language) {
  std::vector<std::string> texts;
  for (const DayStep& step : deadline.steps)
    texts.push_back(text_from_step(step, language));
  for (const int year : deadline.years_unknown)
    texts.push_back(base::text(Word::why_not_in_calendar, language, {std::to_string(year)}));
  return texts;
}

std::string text_from_working_time(std::int64_t seconds, base::Language language) {
  const auto part = [language](Word unit, std::int64_t count) {
    return base::text(unit, language, {std::to_string(count)});
  };
  const auto pair = [&part](Word large, std::int64_t count, Word small, std::int64_t rest) {
    return part(large, count) + (rest == 0 ? "" : ' ' + part(small, rest));
  };
  if (seconds < 60) return part(Word::duration_seconds, seconds);
  if (seconds < 3600)
    return pair(Word::duration_minutes, seconds / 60, Word::duration_seconds, seconds % 60);
  return pair(Word::duration_hours, seconds / 3600, Word::duration_minutes, seconds / 60 % 60);
}

}  // namespace desk
