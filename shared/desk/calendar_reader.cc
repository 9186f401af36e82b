// The office's calendar from its file (docs/desk.md).
#include <algorithm>
#include <utility>

#include "base/json_expect.h"
#include "base/text.h"
#include "desk/working_time.h"

namespace desk {
namespace {

using base::JsonExpect;
using base::JsonValue;
using Kind = base::JsonValue::Kind;

constexpr std::string_view weekday_names[] = {"monday", "tuesday",  "wednesday", "thursday",
                                              "friday", "saturday", "sunday"};
constexpr int minutes_per_day = 24 * 60;

/// "07:30" as 450; -1 where the text is no time of the day ("24:00" is its end).
int minute_from_text(std::string_view text) {
  const bool has_shape = text.size() == 5 && text[2] == ':' && base::is_digit(text[0]) &&
                         base::is_digit(text[1]) && base::is_digit(text[3]) &&
                         base::is_digit(text[4]) && text[3] < '6';
  if (!has_shape) return -1;
  const int minute =
      ((text[0] - '0') * 10 + (text[1] - '0')) * 60 + (text[3] - '0') * 10 + (text[4] - '0');
  return minute <= minutes_per_day ? minute : -1;
}

/// [["07:30", "12:00"], ["13:00", "16:00"]]
std::vector<OpenHours> hours_from_json(JsonExpect& expect, JsonValue array) {
  std::vector<OpenHours> hours;
  for (const JsonValue pair : array.elements()) {
    OpenHours open;
    if (pair.count() == 2) {
      auto side = pair.elements().begin();
      open.from = minute_from_text((*side).text());
      open.until = minute_from_text((*++side).text());
    }
    const int earliest = hours.empty() ? 0 : hours.back().until;
    if (open.from < earliest || open.until <= open.from) {
      expect.fail(pair,
                  "Open hours must be pairs of times such as [\"07:30\", \"12:00\"], each after "
                  "the one before it");
      break;
    }
    hours.push_back(open);
  }
  return hours;
}

/// {"monday": [[…]], …}: a weekday that is left out is closed.
Week week_from_json(JsonExpect& expect, JsonValue object) {
  Week week;
  for (const auto& [name, hours] : object.members()) {
    const auto found = std::find(std::begin(weekday_names), std::end(weekday_names), name);
    if (found == std::end(weekday_names) || !hours.is(Kind::array)) {
      expect.fail(hours, "A week must hold a list of hours for each of monday to sunday, but has " +
                             base::quoted(name));
      break;
    }
    week[static_cast<std::size_t>(found - std::begin(weekday_names))] =
        hours_from_json(expect, hours);
  }
  return week;
}

base::Date needed_date(JsonExpect& expect, JsonValue object, std::string_view key) {
  const base::Date date = expect.date(object, key);
  if (!date.is_set()) expect.fail(object, "The member \"" + std::string(key) + "\" must be a date");
  return date;
}

Season season_from_json(JsonExpect& expect, JsonValue object) {
  Season season;
  season.first = needed_date(expect, object, "first");
  season.last = needed_date(expect, object, "last");
  season.name = expect.needed_text_pair(object, "name");
  season.week = week_from_json(expect, expect.needed(object, "week", Kind::object));
  if (season.last < season.first) expect.fail(object, "A season must end after it begins");
  return season;
}

ClosedDay closed_day_from_json(JsonExpect& expect, JsonValue object) {
  ClosedDay day;
  day.date = needed_date(expect, object, "date");
  day.name = expect.needed_text_pair(object, "name");
  const std::string kind = expect.needed_text(object, "kind");
  if (kind == "holiday")
    day.kind = ClosedDay::Kind::holiday;
  else if (kind == "joint_leave")
    day.kind = ClosedDay::Kind::joint_leave;
  else if (kind == "office")
    day.kind = ClosedDay::Kind::office;
  else
    expect.fail(object, "The kind of a closed day must be holiday, joint_leave or office");
  return day;
}

base::Zone zone_from_json(JsonExpect& expect, JsonValue object) {
  constexpr std::uint64_t offset_minutes_max = 14 * 60;
  base::Zone zone;
  zone.name = expect.needed_text(object, "name");
  expect.needed(object, "offset_minutes", Kind::number);
  const std::uint64_t offset = expect.whole(object, "offset_minutes", 0);
  if (offset > offset_minutes_max)
    expect.fail(object, "The member \"offset_minutes\" must be 0 to 840, such as 420 for WIB");
  zone.offset_minutes = static_cast<int>(offset);
  return zone;
}

/// What only shows once everything has been read and sorted.
void check_order(JsonExpect& expect, JsonValue root, const Calendar& calendar) {
  for (std::size_t at = 1; at < calendar.closed_days.size(); ++at) {
    if (calendar.closed_days[at - 1].date == calendar.closed_days[at].date)
      expect.fail(root["closed_days"],
                  base::iso_from_date(calendar.closed_days[at].date) + " is closed twice");
  }
  for (std::size_t at = 1; at < calendar.seasons.size(); ++at) {
    if (calendar.seasons[at].first <= calendar.seasons[at - 1].last)
      expect.fail(root["seasons"], "Seasons must not overlap, but one begins on " +
                                       base::iso_from_date(calendar.seasons[at].first) +
                                       " in another");
  }
  const bool is_ever_open = std::any_of(calendar.week.begin(), calendar.week.end(),
                                        [](const auto& hours) { return !hours.empty(); });
  if (!is_ever_open) expect.fail(root["week"], "The week must have open hours on some day");
}

}  // namespace

base::Result<Calendar> calendar_from_json(std::string_view bytes) {
  const auto document = base::json_from_bytes(bytes);
  if (!document) return tl::unexpected(document.error());
  const JsonValue root = document->root();
  JsonExpect expect;
  Calendar calendar;
  expect.as_object(root, "The calendar");
  calendar.zone = zone_from_json(expect, expect.needed(root, "zone", Kind::object));
  calendar.week = week_from_json(expect, expect.needed(root, "week", Kind::object));
  for (const JsonValue season : expect.array(root, "seasons").elements())
    calendar.seasons.push_back(season_from_json(expect, season));
  for (const JsonValue day : expect.needed(root, "closed_days", Kind::array).elements())
    calendar.closed_days.push_back(closed_day_from_json(expect, day));
  for (const JsonValue year : expect.needed(root, "years", Kind::array).elements()) {
    const auto number = base::whole_from_figure(year.text());
    if (!number || *number < 1970 || *number > 9999)
      expect.fail(year, "A year of the calendar must be a number from 1970 to 9999");
    else
      calendar.years.push_back(static_cast<int>(*number));
  }
  std::sort(calendar.seasons.begin(), calendar.seasons.end(),
            [](const Season& a, const Season& b) { return a.first < b.first; });
  std::sort(calendar.closed_days.begin(), calendar.closed_days.end(),
            [](const ClosedDay& a, const ClosedDay& b) { return a.date < b.date; });
  std::sort(calendar.years.begin(), calendar.years.end());
  if (expect.is_well()) check_order(expect, root, calendar);
  if (!expect.is_well()) return tl::unexpected(expect.error());
  return calendar;
}

}  // namespace desk
