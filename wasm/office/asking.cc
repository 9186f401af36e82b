#include "office/asking.h"

#include <utility>

#include "app/update_parts.h"
#include "base/json_writer.h"
#include "base/text.h"
#include "base/variant.h"

namespace office {
namespace {

using app::Effects;
using base::Word;
using What = Asked::What;

constexpr int preview_pause_ms = 500;

std::string title_of(const Office& o) {
  const auto ticket = app::loaded(o.office.ticket.ticket);
  return std::visit(
      base::on{[&](const QueueScreen&) { return app::words(o.client, Word::office_queue_title); },
               [&](const TicketScreen& screen) { return screen.number; },
               [&](const EntryScreen&) { return app::words(o.client, Word::office_enter); }},
      o.office.screen);
}

Effects ask_session(Office& o) {
  if (!std::holds_alternative<app::NotAsked>(o.office.session)) return {};
  o.office.session = app::Loading{0, 0, o.client.now_ms};
  return {get(o, {What::session, {}}, "session")};
}

Effects show_queue(Office& o, const wire::QueueWish& wish) {
  const bool is_other = !(wish == o.office.queue_wish);
  const bool is_there = app::loaded(o.office.queue) != nullptr;
  if (is_other) o.office.picked.clear();
  o.office.queue_wish = wish;
  o.office.search_text = wish.text;
  // The last list stays in sight until the new one comes.
  if (!is_there) o.office.queue = app::Loading{0, 0, o.client.now_ms};
  return {ask_queue(o, What::queue)};
}

Effects show_ticket(Office& o, const std::string& number) {
  TicketView& view = o.office.ticket;
  if (view.number != number) view = TicketView{};
  view.number = number;
  Effects effects;
  if (!app::loaded(view.ticket)) {
    view.ticket = app::Loading{0, 0, o.client.now_ms};
    if (!view.is_draft_known)
      effects.push_back(ask(o, {What::draft, number}, "recall", draft_key_of(number)));
  }
  app::append(effects, ask_ticket(o));
  return effects;
}

Effects show_entry(Office& o) {
  if (o.office.entry.contains("key")) return {};
  // One key a draft, so that sending it twice is one ticket. A draft that is recalled has its own.
  return {ask(o, {What::entry_draft, {}}, "recall", std::string(entry_key)),
          ask(o, {What::entry_key, {}}, "random", {})};
}

}  // namespace

std::string draft_key_of(const std::string& number) { return "lumbung.office.draft." + number; }

std::string api_address(std::string_view name_and_query) {
  return "api/office/" + std::string(name_and_query);
}

app::AskOffice ask(Office& o, Asked asked, std::string what, std::string address,
                   std::string body) {
  const int number = ++o.office.asked_count;
  o.office.asked[number] = std::move(asked);
  return {number, std::move(what), std::move(address), std::move(body)};
}

app::AskOffice get(Office& o, Asked asked, std::string_view name_and_query) {
  return ask(o, std::move(asked), "get", api_address(name_and_query));
}

app::AskOffice post(Office& o, Asked asked, std::string_view name_and_query, std::string body) {
  std::string address = api_address(name_and_query);
  // Titles of the history come in the language of the screen; Indonesian is what is meant without.
  if (o.client.language == base::Language::en)
    address += address.find('?') == std::string::npos ? "?language=en" : "&language=en";
  return ask(o, std::move(asked), "post", std::move(address), std::move(body));
}

app::AskOffice ask_queue(Office& o, Asked::What what) {
  const std::string query = wire::query_from_queue_wish(o.office.queue_wish);
  return get(o, {what, query}, query.empty() ? "queue" : "queue?" + query);
}

// --- Screens ---

app::SetAddress address_of(const Office& o, bool push) {
  return {address_from_screen(o.office.screen, o.client.language, o.client.site.base_path),
          title_of(o) + " · " + app::words(o.client, Word::site_name), push};
}

Effects show_screen(Office& o, Screen screen) {
  o.client.ui.popup.reset();
  o.client.ui.dialog = app::Dialog::none;
  o.office.screen = std::move(screen);
  Effects effects = ask_session(o);
  app::append(effects,
              std::visit(base::on{[&](QueueScreen shown) { return show_queue(o, shown.wish); },
                                  [&](TicketScreen shown) { return show_ticket(o, shown.number); },
                                  [&](EntryScreen) { return show_entry(o); }},
                         Screen(o.office.screen)));
  return effects;
}

Effects go_to(Office& o, Screen screen) {
  Effects effects = show_screen(o, std::move(screen));
  effects.insert(effects.begin(), address_of(o, true));
  return effects;
}

Effects ask_ticket(Office& o) {
  const std::string& number = o.office.ticket.number;
  return {get(o, {What::ticket, number},
              "ticket?number=" + base::url_encoded(number) +
                  "&language=" + std::string(base::code_from_language(o.client.language)))};
}

// --- Drafts ---

std::string text_suggested(const Office& o) {
  const auto session = app::loaded(o.office.session);
  const auto ticket = app::loaded(o.office.ticket.ticket);
  if (!session || !ticket) return {};
  return suggested_text(o.office.ticket.draft, session->classifications, ticket->facts.language);
}

Effects draft_changed(Office& o) {
  TicketView& view = o.office.ticket;
  view.draft_kept_ms = o.client.now_ms;
  view.is_preview_wanted = true;
  Effects effects{
      ask(o, {What::nothing, {}}, "keep", draft_key_of(view.number), json_from_draft(view.draft)),
      ask(o, {What::preview_pause, view.number}, "pause", std::to_string(preview_pause_ms))};
  o.office.pause = o.office.asked_count;
  return effects;
}

// --- Writing down a request ---

namespace {

std::string json_from_entry(const std::map<std::string, std::string>& entry) {
  base::JsonWriter json;
  json.open_object();
  for (const auto& [field, value] : entry)
    json.set_text_member(field, value);
  json.close_object();
  return std::move(json).take();
}

}  // namespace

app::AskOffice keep_entry(Office& o) {
  return ask(o, {What::nothing, {}}, "keep", std::string(entry_key),
             json_from_entry(o.office.entry));
}

Effects send_entry(Office& o) {
  State& office = o.office;
  const auto session = app::loaded(office.session);
  if (!session || office.is_entry_sending) return {};
  office.entry_findings.clear();
  auto& entry = office.entry;
  entry.try_emplace("language", "id");
  std::vector<desk::FormField> fields(entry.begin(), entry.end());
  const auto checked =
      desk::check_request(fields, session->classifications, desk::RequestForm::of_office);
  if (!checked) {
    for (const desk::Finding& finding : checked.error())
      office.entry_findings.try_emplace(finding.field, finding.text(o.client.language));
    const desk::Finding& first = checked.error().front();
    app::say(o.client, app::Notice::Kind::failed, first.text(o.client.language));
    return {app::FocusNode{"entry/form/" + first.field}};
  }
  office.is_entry_sending = true;
  return {post(o, {What::entry, {}}, "enter", wire::json_from_form_fields(fields))};
}

// --- Clocks ---

Effects tick_wanted(Office& o) {
  if (o.office.is_ticking) return {};
  const int after = tick_after_ms(o.office, o.client.now_ms);
  if (after == 0) return {};
  o.office.is_ticking = true;
  return {ask(o, {What::clock, {}}, "pause", std::to_string(after))};
}

}  // namespace office
