// What the office's screens show and send: the documents between the server's desk and the office's
// viewer (docs/desk.md, "The office's addresses"). Both directions are read and written here, so
// that neither side can mean something else by a member.
//
// Codes are those of the classifications; labels are given in both languages, so that a screen
// changes its language without asking again. Instants are UTC.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "base/instant.h"
#include "base/language.h"
#include "base/result.h"
#include "desk/access.h"
#include "desk/classification.h"
#include "desk/event.h"
#include "desk/request.h"
#include "desk/ticket.h"
#include "desk/timeline.h"

namespace wire {

struct Officer {
  std::string login;
  std::string name;

  friend bool operator==(const Officer&, const Officer&) = default;
};

/// Who has signed in, and what the screens need to offer choices.
struct OfficeSession {
  Officer officer;
  desk::Role role = desk::Role::admin_web;
  base::Text post;                    ///< What the role is called here.
  std::vector<desk::Action> actions;  ///< That the role may do.
  std::vector<Officer> officers;      ///< Whom a ticket can be given to.
  desk::Classifications classifications;
  base::Zone zone;
};

/// A step's working time as of the document it stands in.
struct StepClockNow {
  desk::SopStep step = desk::SopStep::search;
  std::int64_t standard_seconds = 0;
  std::int64_t used_seconds = 0;
  bool is_paused = false;
  /// Working time runs on until then; not set: the office is closed, or the clock is paused.
  std::optional<base::Instant> runs_until;

  friend bool operator==(const StepClockNow&, const StepClockNow&) = default;
};

struct PromiseNow {
  base::Date date;
  bool is_paused = false;
  bool is_answered = false;
  bool is_late = false;
  std::vector<base::Text> why;  ///< Why that date: a sentence for each day. For one ticket only.

  friend bool operator==(const PromiseNow&, const PromiseNow&) = default;
};

// --- Queue ---

enum class QueueTab : std::uint8_t { open, mine, unassigned, waiting, closed };
enum class QueueOrder : std::uint8_t { urgent, newest, oldest };
/// One of the numbers above the list, pressed.
enum class QueueMark : std::uint8_t { none, over_step, due_today };

struct QueueWish {
  QueueTab tab = QueueTab::open;
  QueueMark mark = QueueMark::none;
  QueueOrder order = QueueOrder::urgent;
  std::string channel;               ///< A code; empty: any.
  std::string institution_category;  ///< The same.
  std::string officer;               ///< A login; empty: any.
  std::string text;                  ///< In the number, the title, or the requester's institution.
  std::uint64_t offset = 0;

  friend bool operator==(const QueueWish&, const QueueWish&) = default;
};
inline constexpr std::uint64_t queue_rows_max = 50;  ///< In one answer.

/// "tab=mine&order=newest": what differs from an empty wish. Address of the screen and of the
/// question to the server alike; members that are not known are passed over.
std::string query_from_queue_wish(const QueueWish& wish);
QueueWish queue_wish_from_query(std::string_view query);

struct QueueRow {
  std::string number;
  std::string title;
  std::string institution;  ///< Empty: a private person, or erased. Never a name or an address.
  std::string institution_category;
  std::string channel;
  desk::TicketStatus status = desk::TicketStatus::received;
  std::optional<desk::Outcome> outcome;
  std::string officer;  ///< A login; empty: nobody yet.
  base::Instant opened_at;
  std::optional<StepClockNow> step;
  std::optional<PromiseNow> promise;
  std::uint64_t events_count = 0;

  friend bool operator==(const QueueRow&, const QueueRow&) = default;
};

struct QueueCounts {
  std::uint64_t open = 0, mine = 0, unassigned = 0, waiting = 0, closed = 0;
  std::uint64_t over_step = 0, due_today = 0;
  std::uint64_t answered_this_month = 0, on_time_this_month = 0;

  friend bool operator==(const QueueCounts&, const QueueCounts&) = default;
};

struct OfficeQueue {
  base::Instant as_of;
  std::optional<base::Instant> open_until;  ///< The office's own hours; not set: closed now.
  QueueCounts counts;
  std::vector<QueueRow> rows;
  std::uint64_t rows_count = 0;  ///< All that the wish finds.
};

// --- One ticket ---

struct OfficeStep {
  desk::SopStep step = desk::SopStep::search;
  base::Text label;
  bool is_done = false;
  bool is_current = false;
};

struct OfficeMail {
  std::int64_t id = 0;
  std::string kind;   ///< "receipt", "not_available"…
  std::string state;  ///< "waiting", "leased", "handed_over", "dead", "erased".
  base::Instant queued_at;
  std::string last_error;
};

struct OfficeOffer {
  std::string code;
  base::Text title;
  bool is_available = true;
  std::string reason;  ///< A code of unavailable_reason.
};

struct OfficeTicket {
  base::Instant as_of;
  QueueRow row;
  desk::RequestFacts facts;
  std::string text;        ///< What is wanted, as it was written. Empty once erased.
  base::Text table_title;  ///< Of facts.table.
  std::vector<OfficeStep> steps;
  std::vector<OfficeOffer> offers;  ///< What is published, or known not to be, and comes near.
  std::vector<desk::TimelineEntry> timeline;  ///< Titles in the language that was asked for.
  std::vector<OfficeMail> mails;
  std::vector<desk::EventKind> possible;  ///< What can happen now, and who asks may cause.
  bool has_address = false;               ///< There is an e-mail address to answer to.
  bool is_erased = false;
};

// --- What an officer does ---

enum class ViewFile : std::uint8_t { xlsx, pdf, csv };

/// A view of a published table, to be sent: made by the server as the viewer would make it.
struct ViewToSend {
  std::string table;
  std::string query;  ///< As the address of the table's screen has it; empty: the default view.
  std::vector<ViewFile> files;

  friend bool operator==(const ViewToSend&, const ViewToSend&) = default;
};

/// What an officer makes happen to a ticket: assigned, step_done, asked_requester, note_written,
/// message_written, notice_sent, data_sent, redirected, closed, reopened or erased. What a kind
/// does not need stays empty.
struct OfficeAct {
  std::string number;
  /// Events that the officer has seen: refused with `conflict` where somebody was faster.
  std::uint64_t events_count = 0;
  desk::EventKind kind = desk::EventKind::note_written;
  std::string text;
  std::string officer;                   ///< assigned: a login; empty: nobody.
  std::optional<desk::SopStep> step;     ///< step_done.
  std::string reason;                    ///< notice_sent, and partly answered: a code.
  std::string substitute;                ///< notice_sent: code of a table; may be empty.
  std::string owner;                     ///< redirected.
  std::optional<desk::Outcome> outcome;  ///< closed; data_sent: answered or partly_answered.
  std::vector<ViewToSend> views;         ///< data_sent, message_written.
  std::vector<std::string> uploads;      ///< SHA-256 of files uploaded before.
  bool closes = true;                    ///< Answers close the ticket, in the same transaction.

  friend bool operator==(const OfficeAct&, const OfficeAct&) = default;
};

/// The mail as it will arrive.
struct OfficePreview {
  std::string recipient;
  std::string subject;
  std::string body;
  std::vector<desk::Attachment> attachments;  ///< Their digests are empty: not made yet.
  std::string letter;  ///< The notice on paper, as text; empty where there is none.
};

struct OfficeContact {
  desk::Requester requester;
};

struct OfficeUpload {
  desk::Attachment attachment;
};

/// A mail to be sent again.
struct OfficeMailAgain {
  std::int64_t id = 0;
};

/// What is wrong with one field of a form.
struct OfficeFinding {
  std::string field;
  base::Text message;
};

/// What went wrong, for a person.
struct OfficeFailure {
  std::string code;  ///< "signed_out", "step_up", "forbidden", "conflict", "invalid", "busy"…
  base::Text message;
  std::string field;                    ///< Of an OfficeAct, where one member is at fault.
  std::vector<OfficeFinding> findings;  ///< Of a form: everything, in the form's order.
};

// --- Bytes ---
// Empty texts and lists, and what is not set, are left out; everything else is needed. Each reader
// fails with `invalid`, naming the member, line and column.

std::string json_from_office_session(const OfficeSession& session);
base::Result<OfficeSession> office_session_from_json(std::string_view bytes);

std::string json_from_office_queue(const OfficeQueue& queue);
base::Result<OfficeQueue> office_queue_from_json(std::string_view bytes);

std::string json_from_office_ticket(const OfficeTicket& ticket);
base::Result<OfficeTicket> office_ticket_from_json(std::string_view bytes);

std::string json_from_office_act(const OfficeAct& act);
base::Result<OfficeAct> office_act_from_json(std::string_view bytes);

std::string json_from_office_preview(const OfficePreview& preview);
base::Result<OfficePreview> office_preview_from_json(std::string_view bytes);

std::string json_from_office_contact(const OfficeContact& contact);
base::Result<OfficeContact> office_contact_from_json(std::string_view bytes);

std::string json_from_office_upload(const OfficeUpload& upload);
base::Result<OfficeUpload> office_upload_from_json(std::string_view bytes);

std::string json_from_office_mail_again(const OfficeMailAgain& mail);
base::Result<OfficeMailAgain> office_mail_again_from_json(std::string_view bytes);

/// The fields of desk::check_request: [{"name": "text", "value": "…"}, …]; a name may come often.
std::string json_from_form_fields(const std::vector<desk::FormField>& fields);
base::Result<std::vector<desk::FormField>> form_fields_from_json(std::string_view bytes);

std::string json_from_office_failure(const OfficeFailure& failure);
base::Result<OfficeFailure> office_failure_from_json(std::string_view bytes);

}  // namespace wire
