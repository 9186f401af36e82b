#include "output/html_ticket.h"

#include "base/words.h"
#include "output/html_document.h"
#include "output/html_parts.h"
#include "output/markup.h"

namespace output {
namespace {

using base::Word;
using Side = desk::TimelineEntry::Side;

class TicketWriter {
 public:
  TicketWriter(const TicketPage& page, const Site& site)
      : page_(page), action_(ticket_path(site, page.language)) {}

  std::string written() {
    html_.open("main", {{"id", "content"}, {"class", "message"}, {"tabindex", "-1"}});
    html_.element("h1", page_.number);
    write_facts();
    if (!page_.failure.empty())
      html_.element("p", page_.failure, {{"class", "notice bad"}, {"role", "alert"}});
    if (page_.asks_to_erase) write_erase_question();
    write_timeline();
    if (page_.can_rate) write_rating_form();
    if (page_.can_write) write_message_form();
    write_actions();
    html_.close("main");
    html_.line();
    return html_.take();
  }

 private:
  std::string_view word(Word name) const { return base::text(name, page_.language); }

  void write_facts() {
    html_.open("dl", {{"class", "facts"}});
    write_fact(html_, word(Word::ticket_status), page_.status);
    write_fact(html_, word(Word::receipt_due), page_.promised);
    html_.close("dl");
    if (page_.why.empty()) return;
    html_.open("details");
    html_.element("summary", word(Word::why_this_date));
    html_.open("ul");
    for (const std::string& sentence : page_.why)
      html_.element("li", sentence);
    html_.close("ul");
    html_.close("details");
  }

  void write_timeline() {
    html_.element("h2", word(Word::ticket_timeline), {{"class", "above"}});
    html_.open("ol", {{"class", "talk"}});
    for (std::size_t i = 0; i < page_.timeline.size(); ++i) {
      const desk::TimelineEntry& entry = page_.timeline[i];
      html_.open("li");
      html_.open("p", {{"class", "meta"}});
      html_.element("b", entry.title);
      html_.text(" · " + page_.times[i]);
      html_.close("p");
      if (!entry.text.empty()) {
        html_.element("p", entry.text,
                      {{"class", entry.side == Side::office ? "said office" : "said"}});
      }
      write_files(entry.attachments);
      html_.close("li");
    }
    html_.close("ol");
    html_.line();
  }

  void write_files(const std::vector<desk::Attachment>& files) {
    if (files.empty()) return;
    html_.open("ul", {{"class", "files"}, {"aria-label", word(Word::ticket_files)}});
    for (const desk::Attachment& file : files) {
      html_.open("li");
      html_.element("a", file.name,
                    {{"href", action_ + "?" + std::string(ticket_key_field) + "=" + page_.key +
                                  "&" + std::string(ticket_file_field) + "=" + file.sha256},
                     {"download", ""}});
      html_.text(" (" + std::to_string((file.bytes + 1023) / 1024) + " kB)");
      html_.close("li");
    }
    html_.close("ul");
  }

  /// A form whose button does one thing, with what is inside it.
  void open_form(std::string_view action) {
    html_.open("form", {{"method", "post"}, {"action", action_}, {"class", "action"}});
    html_.open("input", {{"type", "hidden"}, {"name", ticket_key_field}, {"value", page_.key}});
    html_.open("input", {{"type", "hidden"}, {"name", ticket_action_field}, {"value", action}});
  }

  void close_form(Word label, std::string_view style = "button") {
    html_.element("button", word(label), {{"class", style}, {"type", "submit"}});
    html_.close("form");
    html_.line();
  }

  void write_message_form() {
    open_form("message");
    html_.open("div", {{"class", "field"}});
    html_.element("label", word(Word::ticket_reply), {{"for", "field-text"}});
    html_.element("textarea", page_.written,
                  {{"id", "field-text"}, {"name", "text"}, {"rows", "4"}, {"required", ""}});
    html_.close("div");
    close_form(Word::ticket_reply_send);
  }

  void write_rating_form() {
    html_.element("h2", word(Word::ticket_rate), {{"class", "above"}});
    open_form("rate");
    html_.open("div", {{"class", "field"}});
    html_.element("label", word(Word::ticket_rate_stars), {{"for", "field-stars"}});
    html_.open("input", {{"id", "field-stars"},
                         {"name", ticket_stars_field},
                         {"type", "number"},
                         {"min", "1"},
                         {"max", "5"},
                         {"required", ""}});
    html_.close("div");
    html_.open("div", {{"class", "field"}});
    html_.element("label", word(Word::ticket_rate_text), {{"for", "field-rate-text"}});
    html_.element("textarea", "", {{"id", "field-rate-text"}, {"name", "text"}, {"rows", "3"}});
    html_.close("div");
    close_form(Word::ticket_rate_send);
  }

  void write_erase_question() {
    html_.open("div", {{"class", "notice bad"}, {"role", "alert"}});
    html_.element("p", word(Word::ticket_erase_hint));
    open_form("erase");
    html_.open("input", {{"type", "hidden"}, {"name", "confirmed"}, {"value", "yes"}});
    close_form(Word::ticket_erase_confirm);
    html_.close("div");
  }

  void write_actions() {
    html_.open("div", {{"class", "actions"}});
    if (page_.can_withdraw) {
      open_form("withdraw");
      close_form(Word::ticket_withdraw, "button quiet");
    }
    if (!page_.asks_to_erase) {
      open_form("erase");
      close_form(Word::ticket_erase, "button quiet");
    }
    html_.close("div");
  }

  const TicketPage& page_;
  const std::string action_;
  Markup html_;
};

std::string status_main(const StatusPage& page, const Site& site) {
  const auto word = [&](Word name) { return base::text(name, page.language); };
  Markup html;
  html.open("main", {{"id", "content"}, {"class", "message"}, {"tabindex", "-1"}});
  html.element("h1", word(Word::status_title));
  if (!page.failure.empty())
    html.element("p", page.failure, {{"class", "notice bad"}, {"role", "alert"}});
  if (!page.status.empty()) {
    html.open("dl", {{"class", "facts"}});
    write_fact(html, word(Word::receipt_number), page.number);
    write_fact(html, word(Word::ticket_status), page.status);
    write_fact(html, word(Word::receipt_due), page.promised);
    html.close("dl");
  }
  html.element("p", word(Word::status_lead));
  html.open(
      "form",
      {{"method", "post"}, {"action", ticket_path(site, page.language)}, {"class", "action"}});
  html.open("input", {{"type", "hidden"}, {"name", ticket_action_field}, {"value", status_action}});
  const auto field = [&](std::string_view name, Word label, std::string_view value,
                         std::string_view mode) {
    const std::string id = "field-" + std::string(name);
    html.open("div", {{"class", "field"}});
    html.element("label", word(label), {{"for", id}});
    html.open("input", {{"id", id},
                        {"name", name},
                        {"value", value},
                        {"inputmode", mode},
                        {"autocomplete", "off"},
                        {"required", ""}});
    html.close("div");
  };
  field(status_number_field, Word::receipt_number, page.number, "text");
  field(status_phone_field, Word::status_phone, "", "numeric");
  html.element("button", word(Word::status_show), {{"class", "button"}, {"type", "submit"}});
  html.close("form");
  html.close("main");
  html.line();
  return html.take();
}

}  // namespace

base::Result<std::string> status_document(std::string_view html_template, const StatusPage& page,
                                          const Site& site) {
  Document document;
  document.language = page.language;
  document.title = base::text(Word::status_title, page.language);
  document.main = status_main(page, site);
  document.is_found = false;
  return html_from_document(html_template, document, site);
}

base::Result<std::string> ticket_document(std::string_view html_template, const TicketPage& page,
                                          const Site& site) {
  Document document;
  document.language = page.language;
  document.title = page.number;
  document.main = TicketWriter(page, site).written();
  document.is_found = false;
  return html_from_document(html_template, document, site);
}

}  // namespace output
