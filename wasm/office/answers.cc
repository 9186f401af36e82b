// What becomes of the server's answers, the device's, and the clock's.
#include <algorithm>
#include <utility>

#include "app/update_parts.h"
#include "base/json.h"
#include "base/text.h"
#include "office/asking.h"

namespace office {
namespace {

using app::Effects;
using app::Notice;
using base::Word;
using desk::EventKind;
using What = Asked::What;

constexpr int status_ok = 200, status_signed_out = 401, status_conflict = 409;
constexpr double quiet_queue_every_ms = 30'000;

bool is_ok(const app::OfficeAnswered& answer) {
  return answer.status >= status_ok && answer.status < 300;
}

/// Why it did not work, for a person.
std::string failure_text(const Office& o, const app::OfficeAnswered& answer) {
  if (answer.status == 0) return app::words(o.client, Word::office_failed_network);
  const auto failure = wire::office_failure_from_json(answer.body.text());
  if (failure && !failure->message.in(o.client.language).empty())
    return std::string(failure->message.in(o.client.language));
  return app::words(o.client, Word::office_failed_server, {std::to_string(answer.status)});
}

app::Failed failed(const Office& o, const app::OfficeAnswered& answer) {
  app::Failed failure;
  failure.why.code = base::ErrorCode::unavailable;
  failure.why.message =
      is_ok(answer) ? app::words(o.client, Word::office_failed_answer) : failure_text(o, answer);
  return failure;
}

std::string sign_in_address(const Office& o) {
  const bool is_english = o.client.language == base::Language::en;
  return o.client.site.base_path + (is_english ? "en/office/sign-in/" : "id/petugas/masuk/");
}

/// Signed out: drafts are on the device, and the sign-in page leads back here.
Effects to_sign_in_and_back(Office& o) {
  const std::string here =
      address_from_screen(o.office.screen, o.client.language, o.client.site.base_path);
  return {app::LeaveFor{sign_in_address(o) + "?next=" + base::url_encoded(here)}};
}

Effects say_failed(Office& o, const app::OfficeAnswered& answer) {
  app::say(o.client, Notice::Kind::failed, failed(o, answer).why.message);
  return {};
}

Effects session_came(Office& o, const app::OfficeAnswered& answer) {
  auto read = is_ok(answer)
                  ? wire::office_session_from_json(answer.body.text())
                  : base::Result<wire::OfficeSession>(base::fail(base::ErrorCode::unavailable, {}));
  if (read)
    o.office.session = std::make_shared<const wire::OfficeSession>(std::move(*read));
  else
    o.office.session = failed(o, answer);
  return {};
}

Effects queue_came(Office& o, const std::string& query, const app::OfficeAnswered& answer,
                   bool is_quiet) {
  if (query != wire::query_from_queue_wish(o.office.queue_wish)) return {};  // Of an older wish.
  auto read = is_ok(answer)
                  ? wire::office_queue_from_json(answer.body.text())
                  : base::Result<wire::OfficeQueue>(base::fail(base::ErrorCode::unavailable, {}));
  if (!read) {
    if (!is_quiet) o.office.queue = failed(o, answer);
    return {};
  }
  o.office.queue = std::make_shared<const wire::OfficeQueue>(std::move(*read));
  o.office.queue_arrived_ms = o.client.now_ms;
  std::erase_if(o.office.picked, [&](const std::string& number) {
    const auto& rows = app::loaded(o.office.queue)->rows;
    return std::none_of(rows.begin(), rows.end(),
                        [&](const wire::QueueRow& row) { return row.number == number; });
  });
  return {};
}

/// The likeliest reply, where nothing is written yet: data, from the table that was asked about.
void begin_draft(Office& o, const wire::OfficeTicket& ticket) {
  Draft& draft = o.office.ticket.draft;
  if (!(draft == Draft{})) return;
  const auto published =
      std::find_if(ticket.offers.begin(), ticket.offers.end(), [&](const wire::OfficeOffer& offer) {
        return offer.is_available && offer.code == ticket.facts.table;
      });
  if (published != ticket.offers.end())
    draft.views.push_back({published->code, {}, {wire::ViewFile::xlsx, wire::ViewFile::csv}});
  draft.text = text_suggested(o);
}

/// Takes the document in; false where it cannot be read.
bool take_ticket(Office& o, const app::OfficeAnswered& answer) {
  auto read = wire::office_ticket_from_json(answer.body.text());
  if (!read) return false;
  TicketView& view = o.office.ticket;
  if (view.number != read->row.number) return true;  // Another one is shown by now.
  view.ticket = std::make_shared<const wire::OfficeTicket>(std::move(*read));
  view.arrived_ms = o.client.now_ms;
  return true;
}

Effects preview_asked(Office& o) {
  TicketView& view = o.office.ticket;
  const auto ticket = app::loaded(view.ticket);
  if (!ticket) return {};
  if (!makes_mail(view.draft.kind) || refusal_of(view.draft, *ticket)) {
    view.preview = nullptr;
    view.preview_failure.clear();
    view.is_preview_wanted = false;
    return {};
  }
  return {post(o, {What::preview, view.number}, "preview",
               wire::json_from_office_act(act_from_draft(view.draft, *ticket)))};
}

Effects ticket_came(Office& o, const std::string& number, const app::OfficeAnswered& answer) {
  TicketView& view = o.office.ticket;
  if (view.number != number) return {};
  const bool is_first = app::loaded(view.ticket) == nullptr;
  if (!is_ok(answer) || !take_ticket(o, answer)) {
    if (is_first) view.ticket = failed(o, answer);
    return is_first ? Effects{} : say_failed(o, answer);
  }
  if (!is_first || !view.is_draft_known) return {};
  begin_draft(o, *app::loaded(view.ticket));
  return preview_asked(o);
}

Effects draft_came(Office& o, const std::string& number, const app::OfficeAnswered& answer) {
  TicketView& view = o.office.ticket;
  if (view.number != number || view.is_draft_known) return {};
  view.is_draft_known = true;
  if (!answer.body.data.empty()) view.draft = draft_from_json(answer.body.text());
  if (const auto ticket = app::loaded(view.ticket)) {
    begin_draft(o, *ticket);
    return preview_asked(o);
  }
  return {};
}

/// What was done, in the words of the button that did it.
Word said_of(EventKind kind, bool is_part) {
  switch (kind) {
    case EventKind::data_sent:
      return is_part ? Word::office_send_part : Word::office_send_data;
    case EventKind::notice_sent:
      return Word::office_send_notice;
    case EventKind::asked_requester:
      return Word::office_ask;
    case EventKind::message_written:
      return Word::office_message;
    case EventKind::redirected:
      return Word::office_redirect;
    case EventKind::closed:
      return Word::office_close_ticket;
    case EventKind::reopened:
      return Word::office_reopen;
    default:
      return Word::office_note;
  }
}

Effects conflict(Office& o) {
  const std::string said = app::words(o.client, Word::office_somebody_faster);
  if (std::holds_alternative<TicketScreen>(o.office.screen)) o.office.ticket.failure = said;
  app::say(o.client, Notice::Kind::failed, said);
  return show_screen(o, o.office.screen);
}

/// The ticket as it is after something happened to it. Nothing where that did not work, which is
/// said, or where another ticket is shown by now.
bool took_act(Office& o, const std::string& number, const app::OfficeAnswered& answer) {
  TicketView& view = o.office.ticket;
  if (view.number != number) return false;
  if (is_ok(answer) && take_ticket(o, answer)) return true;
  view.failure = failed(o, answer).why.message;
  app::say(o.client, Notice::Kind::failed, view.failure);
  return false;
}

Effects act_now_came(Office& o, const std::string& number, const app::OfficeAnswered& answer) {
  if (answer.status == status_conflict) return conflict(o);
  took_act(o, number, answer);
  return {};
}

Effects act_came(Office& o, const std::string& number, const app::OfficeAnswered& answer) {
  TicketView& view = o.office.ticket;
  if (view.number == number) view.is_sending = false;
  if (answer.status == status_conflict) return conflict(o);
  // The draft of a ticket that was left while it was sent has done its work all the same.
  const Effects forgotten{ask(o, {What::nothing, {}}, "keep", draft_key_of(number))};
  if (!took_act(o, number, answer)) return is_ok(answer) ? forgotten : Effects{};
  const Word what = said_of(view.draft.kind, view.draft.is_part);
  const bool is_mail = makes_mail(view.draft.kind);
  app::say(o.client, Notice::Kind::said,
           is_mail ? app::words(o.client, Word::office_sent, {number})
                   : app::words(o.client, Word::office_done, {number, app::words(o.client, what)}));
  view.draft = Draft{};
  view.preview = nullptr;
  view.draft_kept_ms = -1;
  begin_draft(o, *app::loaded(view.ticket));
  return forgotten;
}

Effects take_came(Office& o, const std::string& number, const app::OfficeAnswered& answer) {
  if (answer.status == status_conflict) return conflict(o);
  if (!is_ok(answer)) return say_failed(o, answer);
  const auto read = wire::office_ticket_from_json(answer.body.text());
  const auto session = app::loaded(o.office.session);
  if (read && session && read->row.officer == session->officer.login)
    app::say(o.client, Notice::Kind::said, app::words(o.client, Word::office_taken, {number}));
  return show_screen(o, o.office.screen);
}

Effects preview_came(Office& o, const std::string& number, const app::OfficeAnswered& answer) {
  TicketView& view = o.office.ticket;
  if (view.number != number) return {};
  view.is_preview_wanted = false;
  auto read = is_ok(answer)
                  ? wire::office_preview_from_json(answer.body.text())
                  : base::Result<wire::OfficePreview>(base::fail(base::ErrorCode::unavailable, {}));
  view.preview_failure = read ? "" : failed(o, answer).why.message;
  view.preview = read ? std::make_shared<const wire::OfficePreview>(std::move(*read)) : nullptr;
  return {};
}

Effects contact_came(Office& o, const std::string& number, const app::OfficeAnswered& answer) {
  if (o.office.ticket.number != number) return {};
  if (!is_ok(answer)) return say_failed(o, answer);
  auto read = wire::office_contact_from_json(answer.body.text());
  if (!read) return say_failed(o, answer);
  o.office.ticket.contact = std::move(read->requester);
  return {app::FocusNode{"ticket/request/contact"}};
}

Effects upload_came(Office& o, const std::string& number, const app::OfficeAnswered& answer) {
  TicketView& view = o.office.ticket;
  if (view.number != number) return {};
  if (!is_ok(answer)) return say_failed(o, answer);
  auto read = wire::office_upload_from_json(answer.body.text());
  if (!read) return say_failed(o, answer);
  const desk::Attachment& file = read->attachment;
  view.draft.uploads.push_back({file.name, file.sha256, file.bytes});
  return draft_changed(o);
}

Effects entry_came(Office& o, const app::OfficeAnswered& answer) {
  o.office.is_entry_sending = false;
  if (!is_ok(answer)) {
    const auto failure = wire::office_failure_from_json(answer.body.text());
    if (failure)
      for (const wire::OfficeFinding& finding : failure->findings)
        o.office.entry_findings.try_emplace(finding.field, finding.message.in(o.client.language));
    return say_failed(o, answer);
  }
  const auto read = wire::office_ticket_from_json(answer.body.text());
  if (!read) return say_failed(o, answer);
  o.office.entry.clear();
  Effects effects{ask(o, {What::nothing, {}}, "keep", std::string(entry_key))};
  app::append(effects, go_to(o, TicketScreen{read->row.number}));
  app::say(o.client, Notice::Kind::said,
           app::words(o.client, Word::office_entry_saved, {read->row.number}));
  return effects;
}

Effects entry_draft_came(Office& o, const app::OfficeAnswered& answer) {
  const auto document = base::json_from_bytes(answer.body.text());
  if (!document) return {};
  for (const auto& [field, value] : document->root().members())
    o.office.entry.try_emplace(std::string(field), value.text());
  return {};
}

/// The clocks went on; now and then the list is asked for again.
Effects ticked(Office& o) {
  o.office.is_ticking = false;
  const bool is_queue = std::holds_alternative<QueueScreen>(o.office.screen);
  if (!is_queue || o.client.now_ms - o.office.queue_arrived_ms < quiet_queue_every_ms) return {};
  return {ask_queue(o, What::quiet_queue)};
}

Effects search_rested(Office& o) {
  wire::QueueWish wish = o.office.queue_wish;
  wish.text = o.office.search_text;
  wish.offset = 0;
  return go_to(o, QueueScreen{wish});
}

}  // namespace

Effects answered(Office& o, const app::OfficeAnswered& answer) {
  auto asked = o.office.asked.extract(answer.number);
  if (asked.empty()) return {};
  const auto& [what, number] = asked.mapped();
  if (answer.status == status_signed_out) return to_sign_in_and_back(o);
  switch (what) {
    case What::session:
      return session_came(o, answer);
    case What::queue:
    case What::quiet_queue:
      return queue_came(o, number, answer, what == What::quiet_queue);
    case What::ticket:
      return ticket_came(o, number, answer);
    case What::contact:
      return contact_came(o, number, answer);
    case What::act:
      return act_came(o, number, answer);
    case What::act_now:
    case What::mail:
      return act_now_came(o, number, answer);
    case What::take:
      return take_came(o, number, answer);
    case What::preview:
      return preview_came(o, number, answer);
    case What::preview_pause:
      return answer.number == o.office.pause ? preview_asked(o) : Effects{};
    case What::search_pause:
      return answer.number == o.office.pause ? search_rested(o) : Effects{};
    case What::letter:
      return is_ok(answer) ? Effects{} : say_failed(o, answer);
    case What::upload:
      return upload_came(o, number, answer);
    case What::draft:
      return draft_came(o, number, answer);
    case What::entry:
      return entry_came(o, answer);
    case What::entry_draft:
      return entry_draft_came(o, answer);
    case What::entry_key:
      o.office.entry.try_emplace("key", answer.body.text());
      return {};
    case What::clock:
      return ticked(o);
    case What::sign_out:
      return is_ok(answer) ? Effects{app::LeaveFor{sign_in_address(o)}} : say_failed(o, answer);
    case What::nothing:
      break;
  }
  return {};
}

}  // namespace office
