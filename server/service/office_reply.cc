#include "service/office_reply.h"

#include <algorithm>
#include <utility>

#include "output/html.h"
#include "output/pdf_letter.h"

namespace service {
namespace {

using desk::EventKind;
using desk::TemplateKind;

std::string label_in(const desk::Classification& list, const std::string& code,
                     base::Language language) {
  const desk::Choice* choice = list.find(code);
  return choice ? choice->label.in(language) : std::string();
}

/// Every value that some template may ask for.
desk::TemplateValues all_values(const Reply& reply) {
  const DeskData& data = reply.data;
  const wire::OfficeAct& act = reply.act;
  const base::Language language = reply.record.ticket.facts.language;
  const auto day = [&](base::Instant at) {
    return base::text_from_date(base::local_from_instant(at, data.calendar.zone).date, language);
  };
  const auto title = [&](const std::string& code) {
    const stats::TableCard* card = data.catalogue.find_table(code);
    return card ? card->title.in(language) : std::string();
  };
  const std::string table = act.views.empty() ? act.substitute : act.views.front().table;
  const desk::Requester& requester = reply.record.requester;
  return {
      {"number", reply.record.stored.number},
      {"link", reply.link},
      {"date", day(reply.now)},
      {"office", data.site.name.in(language)},
      {"office_address", data.site.contact_address},
      {"office_mail", data.office_mail},
      {"name", requester.name},
      {"institution", requester.institution},
      {"wanted", reply.record.events.front().text},
      {"received", day(reply.record.ticket.opened_at)},
      {"text", act.text},
      {"officer", reply.caller.name},
      {"table", title(table)},
      {"table_link", data.catalogue.find_table(table)
                         ? data.site.origin + output::table_path(data.site, table, language)
                         : std::string()},
      {"reason", label_in(data.classifications.unavailable_reason, act.reason, language)},
      {"substitute", title(act.substitute)},
      {"owner", act.owner},
      {"letter_number", reply.letter_number},
      {"signatory", data.settings.signatory.name},
      {"post", data.settings.signatory.post.in(language)},
  };
}

}  // namespace

std::optional<TemplateKind> mail_of_act(const wire::OfficeAct& act) {
  switch (act.kind) {
    case EventKind::asked_requester:
      return TemplateKind::question;
    case EventKind::message_written:
      return TemplateKind::message;
    case EventKind::notice_sent:
      return TemplateKind::not_available;
    case EventKind::data_sent:
      return act.outcome == desk::Outcome::partly_answered ? TemplateKind::partly
                                                           : TemplateKind::data;
    case EventKind::redirected:
      return TemplateKind::redirected;
    case EventKind::closed:
      if (act.outcome == desk::Outcome::on_website) return TemplateKind::on_website;
      if (act.outcome == desk::Outcome::refused) return TemplateKind::refused;
      return std::nullopt;
    default:
      return std::nullopt;
  }
}

base::Result<desk::Letter> letter_of_reply(const Reply& reply, TemplateKind kind) {
  const auto known = desk::variables_of(kind);
  desk::TemplateValues values = all_values(reply);
  std::erase_if(values, [&](const auto& value) {
    return std::find(known.begin(), known.end(), value.first) == known.end();
  });
  const auto language = static_cast<std::size_t>(reply.record.ticket.facts.language);
  return desk::letter_from_template(
      reply.data.templates.at(static_cast<std::size_t>(kind)).at(language), values);
}

base::Result<std::string> pdf_of_notice(const Reply& reply) {
  const Letterhead& head = reply.data.letterhead;
  if (head.regular_font.empty() || head.semibold_font.empty())
    return base::fail(base::ErrorCode::unavailable,
                      "The site has no fonts, so that no letter can be drawn. Build it with its "
                      "viewer.");
  const auto letter = letter_of_reply(reply, TemplateKind::notice_letter);
  if (!letter) return tl::unexpected(letter.error());
  output::PdfLetter paper;
  paper.letterhead = head.lines;
  paper.address = reply.data.site.contact_address;
  paper.title = letter->subject;
  paper.body = letter->body;
  paper.language = reply.record.ticket.facts.language;
  paper.author = reply.data.site.name.in(paper.language);
  paper.created = reply.now.seconds;
  return output::pdf_from_letter(paper, head.regular_font, head.semibold_font);
}

}  // namespace service
