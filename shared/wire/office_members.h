// The members of the office's documents and the codes in them: one list that both writing and
// reading go through, so that they cannot differ. For this room's own use.
#pragma once

#include <string_view>
#include <tuple>
#include <type_traits>

#include "wire/office.h"

namespace wire {

template <class Struct, class Value>
struct Member {
  std::string_view name;
  Value Struct::*value;
};

template <class Struct, class Value>
constexpr Member<Struct, Value> member(std::string_view name, Value Struct::*value) {
  return {name, value};
}

/// A tuple of Member for each struct that a document holds.
template <class Struct>
inline constexpr std::tuple<> members_of;

/// The texts of an enum's values, in their order.
template <class Code>
struct Codes;

// --- Codes ---

template <>
struct Codes<desk::Role> {
  static constexpr int count = desk::roles_count;
  static std::string_view text(desk::Role role) { return desk::text_from_role(role); }
};

template <>
struct Codes<desk::Action> {
  static constexpr int count = desk::actions_count;
  static std::string_view text(desk::Action action) { return desk::text_from_action(action); }
};

template <>
struct Codes<desk::SopStep> {
  static constexpr int count = desk::sop_steps_count;
  static std::string_view text(desk::SopStep step) { return desk::text_from_sop_step(step); }
};

template <>
struct Codes<desk::EventKind> {
  static constexpr int count = desk::event_kinds_count;
  static std::string_view text(desk::EventKind kind) { return desk::text_from_event_kind(kind); }
};

template <>
struct Codes<desk::TicketStatus> {
  static constexpr int count = desk::ticket_statuses_count;
  static std::string_view text(desk::TicketStatus status) {
    return desk::text_from_ticket_status(status);
  }
};

template <>
struct Codes<desk::Outcome> {
  static constexpr int count = desk::outcomes_count;
  static std::string_view text(desk::Outcome outcome) { return desk::text_from_outcome(outcome); }
};

template <>
struct Codes<base::Language> {
  static constexpr int count = 2;
  static std::string_view text(base::Language language) {
    return base::code_from_language(language);
  }
};

inline constexpr std::string_view side_texts[] = {"requester", "office", "system"};
inline constexpr std::string_view queue_tab_texts[] = {"open", "mine", "unassigned", "waiting",
                                                       "closed"};
inline constexpr std::string_view queue_order_texts[] = {"urgent", "newest", "oldest"};
inline constexpr std::string_view queue_mark_texts[] = {"none", "over_step", "due_today"};
inline constexpr std::string_view view_file_texts[] = {"xlsx", "pdf", "csv"};

template <>
struct Codes<desk::TimelineEntry::Side> {
  static constexpr int count = 3;
  static std::string_view text(desk::TimelineEntry::Side side) {
    return side_texts[static_cast<int>(side)];
  }
};

template <>
struct Codes<QueueTab> {
  static constexpr int count = 5;
  static std::string_view text(QueueTab tab) { return queue_tab_texts[static_cast<int>(tab)]; }
};

template <>
struct Codes<QueueOrder> {
  static constexpr int count = 3;
  static std::string_view text(QueueOrder order) {
    return queue_order_texts[static_cast<int>(order)];
  }
};

template <>
struct Codes<QueueMark> {
  static constexpr int count = 3;
  static std::string_view text(QueueMark mark) { return queue_mark_texts[static_cast<int>(mark)]; }
};

template <>
struct Codes<ViewFile> {
  static constexpr int count = 3;
  static std::string_view text(ViewFile file) { return view_file_texts[static_cast<int>(file)]; }
};

/// The code of a text; the value is left as it is where there is none.
template <class Code>
bool set_code_from_text(Code& code, std::string_view text) {
  for (int place = 0; place < Codes<Code>::count; ++place) {
    if (Codes<Code>::text(static_cast<Code>(place)) != text) continue;
    code = static_cast<Code>(place);
    return true;
  }
  return false;
}

// --- Members of the desk's own structs ---

template <>
inline constexpr auto members_of<base::Zone> = std::make_tuple(member("offset_minutes",
                                                                      &base::Zone::offset_minutes),
                                                               member("name", &base::Zone::name));

template <>
inline constexpr auto members_of<desk::Choice> =
    std::make_tuple(member("code", &desk::Choice::code), member("label", &desk::Choice::label));

template <>
inline constexpr auto members_of<desk::Classification> =
    std::make_tuple(member("label", &desk::Classification::label),
                    member("choices", &desk::Classification::choices));

template <>
inline constexpr auto members_of<desk::Classifications> = std::make_tuple(
    member("institution_category", &desk::Classifications::institution_category),
    member("occupation", &desk::Classifications::occupation),
    member("education", &desk::Classifications::education),
    member("sex", &desk::Classifications::sex), member("purpose", &desk::Classifications::purpose),
    member("channel", &desk::Classifications::channel),
    member("unavailable_reason", &desk::Classifications::unavailable_reason),
    member("outcome", &desk::Classifications::outcome));

template <>
inline constexpr auto members_of<desk::WantedCategory> =
    std::make_tuple(member("dimension", &desk::WantedCategory::dimension),
                    member("category", &desk::WantedCategory::category));

template <>
inline constexpr auto members_of<desk::RequestFacts> = std::make_tuple(
    member("table", &desk::RequestFacts::table),
    member("categories", &desk::RequestFacts::categories),
    member("area_level", &desk::RequestFacts::area_level),
    member("period", &desk::RequestFacts::period),
    member("institution_category", &desk::RequestFacts::institution_category),
    member("occupation", &desk::RequestFacts::occupation),
    member("education", &desk::RequestFacts::education), member("sex", &desk::RequestFacts::sex),
    member("purpose", &desk::RequestFacts::purpose),
    member("channel", &desk::RequestFacts::channel),
    member("language", &desk::RequestFacts::language),
    member("accepts_survey", &desk::RequestFacts::accepts_survey));

template <>
inline constexpr auto members_of<desk::Requester> = std::make_tuple(
    member("name", &desk::Requester::name), member("institution", &desk::Requester::institution),
    member("email", &desk::Requester::email), member("phone", &desk::Requester::phone));

template <>
inline constexpr auto members_of<desk::Attachment> = std::make_tuple(
    member("name", &desk::Attachment::name), member("media_type", &desk::Attachment::media_type),
    member("sha256", &desk::Attachment::sha256), member("bytes", &desk::Attachment::bytes));

template <>
inline constexpr auto members_of<desk::TimelineEntry> = std::make_tuple(
    member("at", &desk::TimelineEntry::at), member("kind", &desk::TimelineEntry::kind),
    member("side", &desk::TimelineEntry::side), member("title", &desk::TimelineEntry::title),
    member("text", &desk::TimelineEntry::text),
    member("attachments", &desk::TimelineEntry::attachments),
    member("account", &desk::TimelineEntry::account));

/// A form's field is a pair, whose members have no names of their own.
struct FormFieldMembers {
  std::string name, value;
};
template <>
inline constexpr auto members_of<FormFieldMembers> = std::make_tuple(
    member("name", &FormFieldMembers::name), member("value", &FormFieldMembers::value));

// --- Members of the office's documents ---

template <>
inline constexpr auto members_of<Officer> = std::make_tuple(member("login", &Officer::login),
                                                            member("name", &Officer::name));

template <>
inline constexpr auto members_of<OfficeSession> = std::make_tuple(
    member("officer", &OfficeSession::officer), member("role", &OfficeSession::role),
    member("post", &OfficeSession::post), member("actions", &OfficeSession::actions),
    member("officers", &OfficeSession::officers),
    member("classifications", &OfficeSession::classifications),
    member("zone", &OfficeSession::zone));

template <>
inline constexpr auto members_of<StepClockNow> = std::make_tuple(
    member("step", &StepClockNow::step),
    member("standard_seconds", &StepClockNow::standard_seconds),
    member("used_seconds", &StepClockNow::used_seconds),
    member("is_paused", &StepClockNow::is_paused), member("runs_until", &StepClockNow::runs_until));

template <>
inline constexpr auto members_of<PromiseNow> =
    std::make_tuple(member("date", &PromiseNow::date), member("is_paused", &PromiseNow::is_paused),
                    member("is_answered", &PromiseNow::is_answered),
                    member("is_late", &PromiseNow::is_late), member("why", &PromiseNow::why));

template <>
inline constexpr auto members_of<QueueRow> = std::make_tuple(
    member("number", &QueueRow::number), member("title", &QueueRow::title),
    member("institution", &QueueRow::institution),
    member("institution_category", &QueueRow::institution_category),
    member("channel", &QueueRow::channel), member("status", &QueueRow::status),
    member("outcome", &QueueRow::outcome), member("officer", &QueueRow::officer),
    member("opened_at", &QueueRow::opened_at), member("step", &QueueRow::step),
    member("promise", &QueueRow::promise), member("events_count", &QueueRow::events_count));

template <>
inline constexpr auto members_of<QueueCounts> = std::make_tuple(
    member("open", &QueueCounts::open), member("mine", &QueueCounts::mine),
    member("unassigned", &QueueCounts::unassigned), member("waiting", &QueueCounts::waiting),
    member("closed", &QueueCounts::closed), member("over_step", &QueueCounts::over_step),
    member("due_today", &QueueCounts::due_today),
    member("answered_this_month", &QueueCounts::answered_this_month),
    member("on_time_this_month", &QueueCounts::on_time_this_month));

template <>
inline constexpr auto members_of<OfficeQueue> = std::make_tuple(
    member("as_of", &OfficeQueue::as_of), member("open_until", &OfficeQueue::open_until),
    member("counts", &OfficeQueue::counts), member("rows", &OfficeQueue::rows),
    member("rows_count", &OfficeQueue::rows_count));

template <>
inline constexpr auto members_of<OfficeStep> = std::make_tuple(
    member("step", &OfficeStep::step), member("label", &OfficeStep::label),
    member("is_done", &OfficeStep::is_done), member("is_current", &OfficeStep::is_current));

template <>
inline constexpr auto members_of<OfficeMail> = std::make_tuple(
    member("id", &OfficeMail::id), member("kind", &OfficeMail::kind),
    member("state", &OfficeMail::state), member("queued_at", &OfficeMail::queued_at),
    member("last_error", &OfficeMail::last_error));

template <>
inline constexpr auto members_of<OfficeOffer> = std::make_tuple(
    member("code", &OfficeOffer::code), member("title", &OfficeOffer::title),
    member("is_available", &OfficeOffer::is_available), member("reason", &OfficeOffer::reason));

template <>
inline constexpr auto members_of<OfficeTicket> = std::make_tuple(
    member("as_of", &OfficeTicket::as_of), member("row", &OfficeTicket::row),
    member("facts", &OfficeTicket::facts), member("text", &OfficeTicket::text),
    member("table_title", &OfficeTicket::table_title), member("steps", &OfficeTicket::steps),
    member("offers", &OfficeTicket::offers), member("timeline", &OfficeTicket::timeline),
    member("mails", &OfficeTicket::mails), member("possible", &OfficeTicket::possible),
    member("has_address", &OfficeTicket::has_address),
    member("is_erased", &OfficeTicket::is_erased));

template <>
inline constexpr auto members_of<ViewToSend> = std::make_tuple(member("table", &ViewToSend::table),
                                                               member("query", &ViewToSend::query),
                                                               member("files", &ViewToSend::files));

template <>
inline constexpr auto members_of<OfficeAct> = std::make_tuple(
    member("number", &OfficeAct::number), member("events_count", &OfficeAct::events_count),
    member("kind", &OfficeAct::kind), member("text", &OfficeAct::text),
    member("officer", &OfficeAct::officer), member("step", &OfficeAct::step),
    member("reason", &OfficeAct::reason), member("substitute", &OfficeAct::substitute),
    member("owner", &OfficeAct::owner), member("outcome", &OfficeAct::outcome),
    member("views", &OfficeAct::views), member("uploads", &OfficeAct::uploads),
    member("closes", &OfficeAct::closes));

template <>
inline constexpr auto members_of<OfficePreview> = std::make_tuple(
    member("recipient", &OfficePreview::recipient), member("subject", &OfficePreview::subject),
    member("body", &OfficePreview::body), member("attachments", &OfficePreview::attachments),
    member("letter", &OfficePreview::letter));

template <>
inline constexpr auto members_of<OfficeContact> =
    std::make_tuple(member("requester", &OfficeContact::requester));

template <>
inline constexpr auto members_of<OfficeUpload> = std::make_tuple(member("attachment",
                                                                        &OfficeUpload::attachment));

template <>
inline constexpr auto members_of<OfficeMailAgain> = std::make_tuple(member("id",
                                                                           &OfficeMailAgain::id));

template <>
inline constexpr auto members_of<OfficeFinding> = std::make_tuple(
    member("field", &OfficeFinding::field), member("message", &OfficeFinding::message));

template <>
inline constexpr auto members_of<OfficeFailure> = std::make_tuple(
    member("code", &OfficeFailure::code), member("message", &OfficeFailure::message),
    member("field", &OfficeFailure::field), member("findings", &OfficeFailure::findings));

}  // namespace wire
