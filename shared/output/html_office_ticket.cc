// One ticket as the office sees it, with the forms of what can be done.
#include <algorithm>
#include <utility>

#include "base/number.h"
#include "base/text.h"
#include "base/words.h"
#include "desk/clocks.h"
#include "output/html_document.h"
#include "output/html_office.h"
#include "output/html_office_parts.h"
#include "output/html_parts.h"
#include "output/html_sign_in.h"
#include "output/markup.h"

namespace output {
namespace {

using base::Word;
using desk::EventKind;

class OfficeTicketWriter {
 public:
  OfficeTicketWriter(const OfficeFrame& frame, const OfficeTicketPage& page, const Site& site)
      : frame_(frame),
        page_(page),
        ticket_(page.ticket),
        queue_(office_path(site, frame.language)),
        path_(office_ticket_path(site, frame.language)),
        site_(site) {}

  std::string written() {
    html_.open("main", {{"id", "content"}, {"class", "office"}, {"tabindex", "-1"}});
    write_office_ways(html_, frame_, site_, queue_);
    html_.open("div", {{"class", "desk"}});
    html_.open("p", {{"class", "hint"}});
    html_.element("a", word(Word::queue_title), {{"href", queue_}});
    html_.text(" › " + ticket_.row.number + " ");
    write_status(html_, ticket_.row.status, frame_.language);
    html_.close("p");
    html_.element("h1", ticket_.row.title.empty() ? ticket_.row.number : ticket_.row.title);
    write_open_viewer(html_, site_, frame_.language);
    if (!page_.failure.empty())
      html_.element("p", page_.failure, {{"class", "notice bad"}, {"role", "alert"}});
    write_clocks();
    html_.open("div", {{"class", "two"}});
    html_.open("div");
    write_request();
    write_replies();
    html_.close("div");
    html_.open("div");
    write_preview();
    write_timeline();
    write_mails();
    html_.close("div");
    html_.close("div");
    html_.close("div");
    html_.close("main");
    html_.line();
    return html_.take();
  }

 private:
  std::string_view word(Word name) const { return base::text(name, frame_.language); }
  bool can(EventKind kind) const {
    return std::find(ticket_.possible.begin(), ticket_.possible.end(), kind) !=
           ticket_.possible.end();
  }
  bool is_drafted(EventKind kind) const { return page_.has_draft && page_.draft.kind == kind; }
  std::string time(base::Instant at) const {
    return base::text_from_instant(at, frame_.zone, frame_.language);
  }

  // --- What there is ---

  void write_clocks() {
    html_.open("section", {{"class", "panel clocks"}});
    html_.open("ol", {{"class", "steps row"}});
    for (const wire::OfficeStep& step : ticket_.steps) {
      html_.open("li", {{step.is_done ? "class" : "", "done"},
                        {step.is_current ? "aria-current" : "", "step"}});
      html_.text(step.label.in(frame_.language));
      html_.close("li");
    }
    html_.close("ol");
    html_.open("dl");
    if (ticket_.row.step) {
      html_.element("dt", word(Word::queue_time_left));
      html_.open("dd");
      write_step_clock(html_, *ticket_.row.step, frame_.language);
      html_.close("dd");
    }
    if (ticket_.row.promise) {
      html_.element("dt", word(Word::queue_promise));
      html_.open("dd");
      html_.text(base::weekday_text_from_date(ticket_.row.promise->date, frame_.language));
      write_reasons_of_date();
      html_.close("dd");
    }
    if (!ticket_.row.officer.empty()) {
      html_.element("dt", word(Word::queue_officer));
      html_.element("dd", ticket_.row.officer);
    }
    html_.close("dl");
    html_.close("section");
  }

  void write_reasons_of_date() {
    if (ticket_.row.promise->why.empty()) return;
    html_.open("details");
    html_.element("summary", word(Word::why_this_date));
    html_.open("ul");
    for (const base::Text& sentence : ticket_.row.promise->why)
      html_.element("li", sentence.in(frame_.language));
    html_.close("ul");
    html_.close("details");
  }

  void labelled(const desk::Classification& list, const std::string& code) {
    const desk::Choice* choice = list.find(code);
    if (choice)
      write_fact(html_, list.label.in(frame_.language), choice->label.in(frame_.language));
  }

  void write_request() {
    html_.open("section", {{"class", "panel"}});
    html_.element("h2", word(Word::queue_request));
    html_.open("div", {{"class", "inside"}});
    html_.element("p", ticket_.text, {{"class", "said"}});
    html_.open("dl", {{"class", "facts"}});
    write_fact(html_, word(Word::receipt_received), time(ticket_.row.opened_at));
    write_fact(html_, word(Word::office_began_with), ticket_.table_title.in(frame_.language));
    write_fact(html_, word(Word::request_period), ticket_.facts.period);
    labelled(frame_.classifications.channel, ticket_.facts.channel);
    labelled(frame_.classifications.institution_category, ticket_.facts.institution_category);
    labelled(frame_.classifications.purpose, ticket_.facts.purpose);
    html_.close("dl");
    if (page_.contact) {
      html_.open("dl", {{"class", "facts"}});
      write_fact(html_, word(Word::request_name), page_.contact->name);
      write_fact(html_, word(Word::request_institution), page_.contact->institution);
      write_fact(html_, word(Word::request_email), page_.contact->email);
      write_fact(html_, word(Word::request_phone), page_.contact->phone);
      html_.close("dl");
    } else if (!ticket_.is_erased) {
      open_form();
      send(office_do_contact, Word::office_show_contact, "button plain");
      html_.close("form");
    }
    html_.close("div");
    html_.close("section");
    html_.line();
  }

  void write_timeline() {
    html_.element("h2", word(Word::ticket_timeline), {{"class", "above"}});
    html_.open("ol", {{"class", "talk"}});
    for (const desk::TimelineEntry& entry : ticket_.timeline) {
      html_.open("li");
      html_.open("p", {{"class", "meta"}});
      html_.element("b", entry.title);
      html_.text(" · " + time(entry.at));
      if (!entry.account.empty()) html_.text(" · " + entry.account);
      html_.close("p");
      if (!entry.text.empty()) html_.element("p", entry.text, {{"class", "said"}});
      for (const desk::Attachment& file : entry.attachments)
        html_.element("p", file.name + ", " + size_text(file.bytes, frame_.language),
                      {{"class", "hint"}});
      html_.close("li");
    }
    html_.close("ol");
    html_.line();
  }

  void write_mails() {
    for (const wire::OfficeMail& mail : ticket_.mails) {
      if (mail.last_error.empty()) continue;
      html_.open("div", {{"class", "notice bad"}});
      html_.element(
          "p", base::text(Word::office_mail_failed, frame_.language, {mail.kind, mail.last_error}));
      open_form();
      const std::string id = std::to_string(mail.id);
      hidden("mail", id);
      send(office_do_mail, Word::office_mail_again, "button quiet");
      html_.close("form");
      html_.close("div");
    }
  }

  void write_preview() {
    if (!page_.preview) return;
    html_.open("section", {{"class", "panel preview"}, {"aria-live", "polite"}});
    html_.element("h2", word(Word::office_preview));
    html_.open("div", {{"class", "inside"}});
    html_.open("dl", {{"class", "facts"}});
    write_fact(html_, word(Word::office_recipient), page_.preview->recipient);
    write_fact(html_, word(Word::office_subject), page_.preview->subject);
    for (const desk::Attachment& file : page_.preview->attachments)
      write_fact(html_, word(Word::office_attachment), file.name);
    html_.close("dl");
    html_.element("pre", page_.preview->body);
    if (!page_.preview->letter.empty()) {
      html_.element("h3", word(Word::office_letter));
      html_.element("pre", page_.preview->letter);
    }
    html_.close("div");
    html_.close("section");
    html_.line();
  }

  // --- What can be done ---

  void hidden(std::string_view name, std::string_view value) {
    html_.open("input", {{"type", "hidden"}, {"name", name}, {"value", value}});
  }

  void open_form() {
    html_.open("form", {{"method", "post"}, {"action", path_}});
    hidden("number", ticket_.row.number);
    const std::string count = std::to_string(ticket_.row.events_count);
    hidden("events_count", count);
  }

  void send(std::string_view what, Word label, std::string_view look) {
    html_.element("button", word(label),
                  {{"class", look}, {"type", "submit"}, {"name", "do"}, {"value", what}});
  }

  void open_reply(EventKind kind, Word title) {
    html_.open("details", {{"class", "panel reply"}, {is_drafted(kind) ? "open" : "", ""}});
    html_.element("summary", word(title));
    html_.open("div", {{"class", "inside"}});
    open_form();
    hidden("kind", desk::text_from_event_kind(kind));
    kind_ = kind;
  }

  void close_reply(Word label, bool has_preview) {
    html_.open("p", {{"class", "actions"}});
    send(office_do_act, label, "button");
    if (has_preview) send(office_do_preview, Word::office_preview, "button plain");
    html_.close("p");
    html_.close("form");
    html_.close("div");
    html_.close("details");
    html_.line();
  }

  /// The field itself follows, and close_field().
  void open_field(std::string_view name, Word text) {
    html_.open("div", {{"class", "field"}});
    html_.element("label", word(text), {{"for", id_of(name)}});
  }
  void close_field() { html_.close("div"); }

  const std::string& id_of(std::string_view name) {
    return id_ = std::string(desk::text_from_event_kind(kind_)) + "-" + std::string(name);
  }

  void text_area(Word title, bool is_needed) {
    open_field("text", title);
    html_.element("textarea", is_drafted(kind_) ? std::string_view(page_.draft.text) : "",
                  {{"name", "text"},
                   {"id", id_of("text")},
                   {"rows", "4"},
                   {is_needed ? "required" : "", ""}});
    close_field();
  }

  void line(std::string_view name, Word title, std::string_view value) {
    open_field(name, title);
    html_.open("input", {{"name", name}, {"id", id_of(name)}, {"value", value}});
    close_field();
  }

  void reasons() {
    open_field("reason", Word::office_reason);
    html_.open("select", {{"name", "reason"}, {"id", id_of("reason")}, {"required", ""}});
    for (const desk::Choice& choice : frame_.classifications.unavailable_reason.choices) {
      const bool is_chosen = is_drafted(kind_) && page_.draft.reason == choice.code;
      html_.element("option", choice.label.in(frame_.language),
                    {{"value", choice.code}, {is_chosen ? "selected" : "", ""}});
    }
    html_.close("select");
    close_field();
  }

  /// Published tables that come near.
  void tables(std::string_view name, Word title, std::string_view chosen, bool may_be_none) {
    open_field(name, title);
    html_.open("select", {{"name", name}, {"id", id_of(name)}});
    if (may_be_none) html_.element("option", word(Word::not_said), {{"value", ""}});
    for (const wire::OfficeOffer& offer : ticket_.offers) {
      if (!offer.is_available) continue;
      html_.element("option", offer.title.in(frame_.language),
                    {{"value", offer.code}, {offer.code == chosen ? "selected" : "", ""}});
    }
    html_.close("select");
    close_field();
  }

  void write_replies() {
    if (can(EventKind::assigned)) {
      open_form();
      hidden("kind", desk::text_from_event_kind(EventKind::assigned));
      hidden("officer", "me");
      send(office_do_act, Word::queue_take, "button plain");
      html_.close("form");
    }
    if (can(EventKind::notice_sent)) {
      open_reply(EventKind::notice_sent, Word::office_notice);
      reasons();
      tables("substitute", Word::nearest_substitute, page_.draft.substitute, true);
      text_area(Word::office_text, false);
      close_reply(Word::office_send_mail, true);
    }
    if (can(EventKind::data_sent)) {
      open_reply(EventKind::data_sent, Word::office_data);
      const std::string chosen =
          page_.draft.views.empty() ? ticket_.facts.table : page_.draft.views.front().table;
      tables("table", Word::table, chosen, false);
      text_area(Word::office_text, false);
      close_reply(Word::office_send_mail, true);
    }
    if (can(EventKind::asked_requester)) {
      open_reply(EventKind::asked_requester, Word::office_ask);
      text_area(Word::office_text, true);
      close_reply(Word::office_send_mail, true);
    }
    if (can(EventKind::message_written)) {
      open_reply(EventKind::message_written, Word::office_message);
      text_area(Word::office_text, true);
      close_reply(Word::office_send_mail, true);
    }
    if (can(EventKind::redirected)) {
      open_reply(EventKind::redirected, Word::office_redirect);
      line("owner", Word::office_owner, page_.draft.owner);
      text_area(Word::office_text, false);
      close_reply(Word::office_send_mail, true);
    }
    if (can(EventKind::note_written)) {
      open_reply(EventKind::note_written, Word::event_note);
      text_area(Word::office_text, true);
      close_reply(Word::office_save, false);
    }
    if (can(EventKind::closed)) {
      open_reply(EventKind::closed, Word::office_close);
      open_field("outcome", Word::office_outcome);
      html_.open("select", {{"name", "outcome"}, {"id", id_of("outcome")}});
      for (const desk::Choice& choice : frame_.classifications.outcome.choices)
        html_.element("option", choice.label.in(frame_.language), {{"value", choice.code}});
      html_.close("select");
      close_field();
      close_reply(Word::office_close, false);
    }
    if (can(EventKind::reopened)) {
      open_reply(EventKind::reopened, Word::office_reopen);
      text_area(Word::office_text, false);
      close_reply(Word::office_reopen, false);
    }
  }

  const OfficeFrame& frame_;
  const OfficeTicketPage& page_;
  const wire::OfficeTicket& ticket_;
  const std::string queue_, path_;
  const Site& site_;
  EventKind kind_ = EventKind::note_written;
  std::string id_;  // What the attributes of a field point into.
  Markup html_;
};

}  // namespace

std::string office_ticket_path(const Site& site, base::Language language) {
  return office_path(site, language) + (language == base::Language::en ? "ticket/" : "tiket/");
}

base::Result<std::string> office_ticket_document(std::string_view html_template,
                                                 const OfficeFrame& frame,
                                                 const OfficeTicketPage& page, const Site& site) {
  Document document;
  document.language = frame.language;
  document.title = page.ticket.row.number;
  document.path = office_ticket_path(site, frame.language);
  document.path_id =
      office_ticket_path(site, base::Language::id) + "?number=" + page.ticket.row.number;
  document.path_en =
      office_ticket_path(site, base::Language::en) + "?number=" + page.ticket.row.number;
  document.main = OfficeTicketWriter(frame, page, site).written();
  document.is_found = false;
  document.is_office = true;
  document.client = "office";
  return html_from_document(html_template, document, site);
}

}  // namespace output
