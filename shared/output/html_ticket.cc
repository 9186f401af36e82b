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
      html_.close("li");
    }
    html_.close("ol");
    html_.line();
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

}  // namespace

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
