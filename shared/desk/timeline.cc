#include "desk/timeline.h"

#include <array>

#include "base/variant.h"
#include "base/words.h"

namespace desk {
namespace {

using base::Language;
using base::Word;

struct TimelineRule {
  EventKind kind;
  Word title;
  bool is_public;
};

constexpr std::array<TimelineRule, event_kinds_count> timeline_rules = {{
    {EventKind::opened, Word::event_opened, true},
    {EventKind::address_confirmed, Word::event_address_confirmed, true},
    {EventKind::assigned, Word::event_assigned, true},
    {EventKind::step_done, Word::event_step_done, false},
    {EventKind::asked_requester, Word::event_asked_requester, true},
    {EventKind::requester_answered, Word::event_requester_answered, true},
    {EventKind::note_written, Word::event_note, false},
    {EventKind::message_written, Word::event_message, true},
    {EventKind::notice_sent, Word::event_notice_sent, true},
    {EventKind::data_sent, Word::event_data_sent, true},
    {EventKind::redirected, Word::event_redirected, true},
    {EventKind::corrected, Word::event_corrected, true},
    {EventKind::withdrawn, Word::event_withdrawn, true},
    {EventKind::closed, Word::event_closed, true},
    {EventKind::reopened, Word::event_reopened, true},
    {EventKind::rated, Word::event_rated, true},
    {EventKind::erased, Word::event_erased, true},
    {EventKind::due_recomputed, Word::event_due_recomputed, true},
}};

constexpr bool timeline_rules_are_in_order() {
  for (std::size_t at = 0; at < timeline_rules.size(); ++at)
    if (timeline_rules[at].kind != static_cast<EventKind>(at)) return false;
  return true;
}
static_assert(timeline_rules_are_in_order());

const TimelineRule& rule_of(EventKind kind) {
  return timeline_rules[static_cast<std::size_t>(kind)];
}

/// What fills the title's place.
std::vector<std::string> title_arguments(const EventBody& body, Language language) {
  using Arguments = std::vector<std::string>;
  return std::visit(
      base::on{[](const Redirected& redirected) { return Arguments{redirected.owner}; },
               [](const Rated& rated) { return Arguments{std::to_string(rated.stars)}; },
               [language](const DueRecomputed& due) {
                 return Arguments{base::weekday_text_from_date(due.after, language)};
               },
               [](const auto&) { return Arguments{}; }},
      body);
}

TimelineEntry entry_from_event(const Event& event, Language language) {
  constexpr TimelineEntry::Side sides[] = {
      TimelineEntry::Side::requester, TimelineEntry::Side::office, TimelineEntry::Side::system};
  TimelineEntry entry;
  entry.at = event.at;
  entry.kind = event.kind();
  entry.side = sides[static_cast<std::size_t>(event.actor)];
  entry.title =
      base::text(rule_of(entry.kind).title, language, title_arguments(event.body, language));
  entry.text = event.text;
  entry.attachments = event.attachments;
  return entry;
}

}  // namespace

std::vector<TimelineEntry> timeline_for_requester(const std::vector<Event>& events,
                                                  Language language) {
  std::vector<TimelineEntry> timeline;
  bool is_assigned = false;
  for (const Event& event : events) {
    if (!rule_of(event.kind()).is_public) continue;
    if (event.kind() == EventKind::assigned) {
      if (is_assigned) continue;
      is_assigned = true;
    }
    timeline.push_back(entry_from_event(event, language));
  }
  return timeline;
}

std::vector<TimelineEntry> timeline_for_office(const std::vector<Event>& events,
                                               const DeskSettings& settings, Language language) {
  std::vector<TimelineEntry> timeline;
  for (const Event& event : events) {
    TimelineEntry entry = entry_from_event(event, language);
    entry.account = event.account;
    if (const auto* assigned = std::get_if<Assigned>(&event.body))
      entry.title = base::text(Word::event_assigned_office, language, {assigned->account});
    if (const auto* done = std::get_if<StepDone>(&event.body))
      entry.title = base::text(Word::event_step_done, language,
                               {settings.standard(done->step).label.in(language)});
    timeline.push_back(std::move(entry));
  }
  return timeline;
}

}  // namespace desk
