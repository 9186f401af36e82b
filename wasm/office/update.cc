#include "office/update.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include "app/preferences.h"
#include "app/update_parts.h"
#include "base/text.h"
#include "base/variant.h"
#include "office/asking.h"

namespace office {
namespace {

using app::Effects;
using app::Notice;
using base::Word;
using desk::EventKind;
using What = Asked::What;

constexpr int search_pause_ms = 300;

Effects handle(Office& o, const OpenQueue& wish) { return go_to(o, QueueScreen{wish.wish}); }
Effects handle(Office& o, const OpenTicket& wish) { return go_to(o, TicketScreen{wish.number}); }
Effects handle(Office& o, const OpenEntry&) { return go_to(o, EntryScreen{}); }

Effects handle(Office& o, const OpenPublicSite&) {
  const std::string code(base::code_from_language(o.client.language));
  return {app::LeaveFor{o.client.site.base_path + code + "/"}};
}

Effects handle(Office& o, const SignOut&) {
  return {post(o, {What::sign_out, {}}, "sign-out", "{}")};
}

// --- Queue ---

Effects handle(Office& o, const TypeSearch& wish) {
  o.office.search_text = wish.text;
  Effects effects{ask(o, {What::search_pause, {}}, "pause", std::to_string(search_pause_ms))};
  o.office.pause = o.office.asked_count;
  return effects;
}

Effects handle(Office& o, const PickRow& wish) {
  std::set<std::string>& picked = o.office.picked;
  if (picked.erase(wish.number) == 0) picked.insert(wish.number);
  return {};
}

Effects handle(Office& o, const ClearPicked&) {
  o.office.picked.clear();
  return {};
}

Effects handle(Office& o, const MoveRow& wish) {
  const auto queue = app::loaded(o.office.queue);
  if (!queue || queue->rows.empty()) return {};
  const auto& rows = queue->rows;
  const auto found = std::find_if(rows.begin(), rows.end(), [&](const wire::QueueRow& row) {
    return row.number == o.office.active_row;
  });
  const auto last = static_cast<std::ptrdiff_t>(rows.size()) - 1;
  const std::ptrdiff_t at = found == rows.end() ? -wish.by : found - rows.begin();
  const std::ptrdiff_t to = std::clamp<std::ptrdiff_t>(at + wish.by, 0, last);
  o.office.active_row = rows[static_cast<std::size_t>(to)].number;
  return {app::FocusNode{"queue/rows/" + o.office.active_row + "/open"}};
}

Effects assign_row(Office& o, const std::string& number, const std::string& login, What what) {
  const auto queue = app::loaded(o.office.queue);
  if (!queue) return {};
  for (const wire::QueueRow& row : queue->rows) {
    if (row.number != number) continue;
    wire::OfficeAct act;
    act.number = number;
    act.events_count = row.events_count;
    act.kind = EventKind::assigned;
    act.officer = login;
    return {post(o, {what, number}, "act", wire::json_from_office_act(act))};
  }
  return {};
}

Effects handle(Office& o, const TakeTicket& wish) {
  const auto session = app::loaded(o.office.session);
  if (!session) return {};
  return assign_row(o, wish.number, session->officer.login, What::take);
}

Effects handle(Office& o, const AssignPicked& wish) {
  Effects effects;
  for (const std::string& number : std::exchange(o.office.picked, {}))
    app::append(effects, assign_row(o, number, wish.login, What::take));
  const std::string name = wish.login.empty() ? app::words(o.client, Word::office_nobody)
                                              : officer_name(o.office, wish.login);
  if (!effects.empty())
    app::say(
        o.client, Notice::Kind::said,
        app::words(o.client, Word::office_assigned_many, {std::to_string(effects.size()), name}));
  return effects;
}

// --- One ticket ---

/// An act that needs nothing but its kind and a member or two.
Effects act_now(Office& o, wire::OfficeAct act) {
  TicketView& view = o.office.ticket;
  const auto ticket = app::loaded(view.ticket);
  if (!ticket || view.is_sending) return {};
  act.number = ticket->row.number;
  act.events_count = ticket->row.events_count;
  view.failure.clear();
  return {post(o, {What::act_now, act.number}, "act", wire::json_from_office_act(act))};
}

Effects handle(Office& o, const AssignTicket& wish) {
  wire::OfficeAct act;
  act.kind = EventKind::assigned;
  act.officer = wish.login;
  return act_now(o, std::move(act));
}

Effects handle(Office& o, const FinishStep& wish) {
  wire::OfficeAct act;
  act.kind = EventKind::step_done;
  act.step = wish.step;
  return act_now(o, std::move(act));
}

Effects handle(Office& o, const ShowContact&) {
  const std::string& number = o.office.ticket.number;
  return {post(o, {What::contact, number}, "contact?number=" + base::url_encoded(number), "{}")};
}

Effects handle(Office& o, const ToggleWhy&) {
  o.office.ticket.shows_why = !o.office.ticket.shows_why;
  return {};
}

Effects handle(Office& o, const ShowLetter& wish) {
  o.office.ticket.shows_letter = wish.is_letter;
  return {};
}

Effects handle(Office& o, const ShowPreview& wish) {
  o.office.ticket.shows_preview = wish.is_shown;
  return {};
}

void set_member(Draft& draft, const SetDraft& wish) {
  if (wish.member == "kind") {
    draft.kind = desk::event_kind_from_text(wish.value).value_or(draft.kind);
    draft.is_part = false;
  } else if (wish.member == "part") {
    draft.kind = EventKind::data_sent;
    draft.is_part = true;
  } else if (wish.member == "text") {
    draft.text = wish.value;
  } else if (wish.member == "reason") {
    draft.reason = wish.value;
  } else if (wish.member == "substitute") {
    draft.substitute = wish.value;
  } else if (wish.member == "owner") {
    draft.owner = wish.value;
  } else if (wish.member == "outcome") {
    draft.outcome = wish.value;
  }
}

Effects handle(Office& o, const SetDraft& wish) {
  Draft& draft = o.office.ticket.draft;
  const std::string suggested = text_suggested(o);
  const bool is_own_text = wish.member == "text" || draft.text != suggested;
  set_member(draft, wish);
  if (!is_own_text || (wish.member != "text" && draft.text.empty())) draft.text = text_suggested(o);
  o.office.ticket.failure.clear();
  return draft_changed(o);
}

Effects handle(Office& o, const OpenAttaching&) {
  TicketView& view = o.office.ticket;
  view.is_attaching = !view.is_attaching;
  if (!view.is_attaching) return {};
  return {app::FocusNode{"ticket/reply/view code"}};
}

Effects handle(Office& o, const TypeViewCode& wish) {
  o.office.ticket.view_code = wish.text;
  return {};
}

/// A table by its code, or by the address that its screen is shared by.
wire::ViewToSend view_from_text(std::string_view text) {
  wire::ViewToSend view{{}, {}, {wire::ViewFile::xlsx, wire::ViewFile::csv}};
  std::string_view rest = base::trimmed(text);
  if (const std::size_t mark = rest.find('?'); mark != std::string_view::npos) {
    view.query = rest.substr(mark + 1);
    rest = rest.substr(0, mark);
  }
  while (rest.ends_with('/'))
    rest.remove_suffix(1);
  if (const std::size_t slash = rest.rfind('/'); slash != std::string_view::npos)
    rest = rest.substr(slash + 1);
  view.table = base::url_decoded(rest, false);
  return view;
}

Effects handle(Office& o, const AttachView& wish) {
  TicketView& view = o.office.ticket;
  wire::ViewToSend attached = view_from_text(wish.code);
  if (attached.table.empty()) return {};
  view.draft.views.push_back(std::move(attached));
  view.view_code.clear();
  view.is_attaching = false;
  if (view.draft.kind != EventKind::data_sent && view.draft.kind != EventKind::message_written)
    view.draft.kind = EventKind::data_sent;
  return draft_changed(o);
}

Effects handle(Office& o, const ToggleViewFile& wish) {
  auto& views = o.office.ticket.draft.views;
  if (wish.view >= views.size()) return {};
  auto& files = views[wish.view].files;
  const auto found = std::find(files.begin(), files.end(), wish.file);
  if (found == files.end())
    files.push_back(wish.file);
  else if (files.size() > 1)
    files.erase(found);
  return draft_changed(o);
}

Effects handle(Office& o, const RemoveView& wish) {
  auto& views = o.office.ticket.draft.views;
  if (wish.view >= views.size()) return {};
  views.erase(views.begin() + static_cast<std::ptrdiff_t>(wish.view));
  return draft_changed(o);
}

Effects handle(Office& o, const ChooseUpload&) {
  const std::string& number = o.office.ticket.number;
  return {ask(o, {What::upload, number}, "choose",
              api_address("upload?number=" + base::url_encoded(number)))};
}

Effects handle(Office& o, const RemoveUpload& wish) {
  auto& uploads = o.office.ticket.draft.uploads;
  if (wish.upload >= uploads.size()) return {};
  uploads.erase(uploads.begin() + static_cast<std::ptrdiff_t>(wish.upload));
  return draft_changed(o);
}

Effects handle(Office& o, const SendDraft&) {
  TicketView& view = o.office.ticket;
  const auto ticket = app::loaded(view.ticket);
  if (!ticket || view.is_sending) return {};
  if (const auto why = refusal_of(view.draft, *ticket)) {
    view.failure = app::words(o.client, *why);
    app::say(o.client, Notice::Kind::failed, view.failure);
    return {};
  }
  view.is_sending = true;
  view.failure.clear();
  const wire::OfficeAct act = act_from_draft(view.draft, *ticket);
  return {post(o, {What::act, act.number}, "act", wire::json_from_office_act(act))};
}

Effects handle(Office& o, const DownloadLetter&) {
  const TicketView& view = o.office.ticket;
  const auto ticket = app::loaded(view.ticket);
  if (!ticket) return {};
  const std::string name = base::url_encoded(view.number + ".pdf");
  return {ask(o, {What::letter, view.number}, "download", api_address("letter#" + name),
              wire::json_from_office_act(act_from_draft(view.draft, *ticket)))};
}

Effects handle(Office& o, const DownloadFile& wish) {
  const std::string& number = o.office.ticket.number;
  return {ask(o, {What::letter, number}, "download",
              api_address("file?number=" + base::url_encoded(number) + "&sha256=" + wish.sha256 +
                          "#" + base::url_encoded(wish.name)))};
}

Effects handle(Office& o, const RetryMail& wish) {
  return {post(o, {What::mail, o.office.ticket.number}, "mail",
               wire::json_from_office_mail_again({wish.id}))};
}

// --- Writing down a request ---

Effects handle(Office& o, const SetEntry& wish) {
  o.office.entry[wish.field] = wish.value;
  o.office.entry_findings.erase(wish.field);
  return {keep_entry(o)};
}

Effects handle(Office& o, const SendEntry&) { return send_entry(o); }

// --- What every client has ---

Effects set_language(Office& o, const app::SetLanguage& wish) {
  if (o.client.language == wish.language) return {};
  o.client.language = wish.language;
  o.client.ui.popup.reset();
  Effects effects{app::SetPageLanguage{std::string(base::code_from_language(wish.language))},
                  address_of(o, true)};
  // Titles of the history come in the language that was asked for.
  if (std::holds_alternative<TicketScreen>(o.office.screen)) app::append(effects, ask_ticket(o));
  return effects;
}

Effects address_changed(Office& o, const app::AddressChanged& answer) {
  Effects effects;
  const std::string_view path = std::string_view(answer.path_and_query);
  const bool is_english = path.find("/en/") != std::string_view::npos;
  o.client.language = is_english ? base::Language::en : base::Language::id;
  effects.push_back(app::SetPageLanguage{std::string(base::code_from_language(o.client.language))});
  app::append(effects, show_screen(o, screen_from_address(path)));
  return effects;
}

Effects try_again(Office& o) {
  if (std::holds_alternative<app::Failed>(o.office.session)) o.office.session = app::NotAsked{};
  if (std::holds_alternative<app::Failed>(o.office.queue)) o.office.queue = app::NotAsked{};
  return show_screen(o, o.office.screen);
}

/// Commands that mean the same in every client.
template <class Each>
Effects handed_on(Office& o, const Each& each) {
  return app::handle(o.client, each);
}

Effects decided(Office& o, const app::Command& command) {
  return std::visit(
      base::on{[&](const app::ForOffice& wish) {
                 return std::visit([&](const auto& each) { return handle(o, each); },
                                   wish.wish->each);
               },
               [&](const app::OfficeAnswered& answer) { return answered(o, answer); },
               [&](const app::AddressChanged& answer) { return address_changed(o, answer); },
               [&](const app::SetLanguage& wish) { return set_language(o, wish); },
               [&](const app::TryAgain&) { return try_again(o); },
               [&](const app::SetTheme& wish) { return handed_on(o, wish); },
               [&](const app::OpenTextView& wish) { return handed_on(o, wish); },
               [&](const app::OpenPopup& wish) { return handed_on(o, wish); },
               [&](const app::ClosePopup& wish) { return handed_on(o, wish); },
               [&](const app::DismissNotice& wish) { return handed_on(o, wish); },
               [&](const app::PreferencesArrived& answer) { return handed_on(o, answer); },
               [&](const app::WindowChanged& answer) { return handed_on(o, answer); },
               [&](const app::SiteFound& answer) { return handed_on(o, answer); },
               [](const auto&) { return Effects(); }},
      command.wish());
}

}  // namespace

Effects update(app::State& client, State& office, const app::Command& command, double now_ms) {
  client.now_ms = now_ms;
  Office o{client, office};
  Effects effects = decided(o, command);
  app::append(effects, tick_wanted(o));
  return effects;
}

}  // namespace office
