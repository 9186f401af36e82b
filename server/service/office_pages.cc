#include "service/office_pages.h"

#include <algorithm>
#include <charconv>
#include <utility>

#include "base/must.h"
#include "base/text.h"
#include "base/words.h"
#include "output/html_document.h"
#include "output/html_office.h"
#include "output/html_report.h"
#include "output/html_sign_in.h"
#include "service/report_desk.h"

namespace service {
namespace {

using base::Instant;
using base::Language;
using base::Word;

std::string sent_in(const http::Fields& fields, std::string_view name) {
  const auto found = std::find_if(fields.begin(), fields.end(),
                                  [&](const auto& field) { return field.first == name; });
  return found == fields.end() ? std::string() : found->second;
}

std::string query_of(const http::Fields& fields) {
  std::string query;
  for (const auto& [name, value] : fields)
    query += (query.empty() ? "" : "&") + base::url_encoded(name) + "=" + base::url_encoded(value);
  return query;
}

std::int64_t number_from_text(const std::string& text) {
  std::int64_t number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  return error == std::errc() && end == text.data() + text.size() ? number : 0;
}

/// What a page is drawn with, for who asks.
struct Caller {
  OfficeCaller officer;
  output::OfficeFrame frame;
};

Caller caller_of(const SignedIn& session, const DeskData& data, Language language) {
  const std::string& name = session.account.known_as.name;
  const base::Text& post = data.settings.posts[static_cast<std::size_t>(session.role)];
  return {{session.account.known_as.login, name, session.role, language, session.is_stepped_up},
          {language, name + " · " + post.in(language), data.classifications, data.settings,
           data.calendar.zone, desk::may(session.role, desk::Action::read_reports)}};
}

}  // namespace

wire::OfficeAct act_from_fields(const http::Fields& fields, std::string_view login) {
  wire::OfficeAct act;
  act.number = sent_in(fields, "number");
  act.events_count = static_cast<std::uint64_t>(number_from_text(sent_in(fields, "events_count")));
  act.kind =
      desk::event_kind_from_text(sent_in(fields, "kind")).value_or(desk::EventKind::note_written);
  act.text = sent_in(fields, "text");
  act.officer = sent_in(fields, "officer") == "me" ? std::string(login) : "";
  act.reason = sent_in(fields, "reason");
  act.substitute = sent_in(fields, "substitute");
  act.owner = sent_in(fields, "owner");
  act.outcome = desk::outcome_from_text(sent_in(fields, "outcome"));
  if (act.kind == desk::EventKind::data_sent) {
    act.outcome = desk::Outcome::answered;
    act.views = {{sent_in(fields, "table"), "", {wire::ViewFile::xlsx, wire::ViewFile::csv}}};
  }
  return act;
}

http::PageAnswer OfficePages::queue(Language language, const http::PageAsk& ask, Instant now) {
  const auto session = door_.signed_in(ask.cookies, now);
  if (!session)
    return door_.sent_to_sign_in(language, output::office_path(data_.site, language), ask);
  const Caller caller = caller_of(*session, data_, language);
  output::QueuePage page;
  page.wish = wire::queue_wish_from_query(query_of(ask.query));
  auto queue = desk_.queue(page.wish, caller.officer, now);
  if (!queue)
    return door_.message(language, status_of_failure(queue.error()),
                         queue.error().message.in(language));
  page.queue = *std::move(queue);
  return page_of(200, output::queue_document(data_.html_template, caller.frame, page, data_.site));
}

http::PageAnswer OfficePages::ticket(Language language, const http::PageAsk& ask, Instant now) {
  const auto session = door_.signed_in(ask.cookies, now);
  if (!session)
    return door_.sent_to_sign_in(language, output::office_ticket_path(data_.site, language), ask);
  const Caller caller = caller_of(*session, data_, language);
  if (ask.is_form && !ask.is_own_page)
    return door_.message(language, 403, std::string(base::text(Word::request_form_old, language)));

  const std::string number = sent_in(ask.is_form ? ask.form : ask.query, "number");
  const std::string wish = sent_in(ask.form, "do");
  output::OfficeTicketPage page;
  int status = 200;
  const auto refuse = [&](const wire::OfficeFailure& failure) {
    status = status_of_failure(failure);
    page.failure = failure.message.in(language);
  };
  if (ask.is_form && wish == output::office_do_contact) {
    const auto contact = desk_.contact(number, caller.officer, now);
    if (contact)
      page.contact = contact->requester;
    else
      refuse(contact.error());
  } else if (ask.is_form && wish == output::office_do_mail) {
    const auto sent =
        desk_.send_mail_again(number_from_text(sent_in(ask.form, "mail")), caller.officer, now);
    if (!sent) refuse(sent.error());
  } else if (ask.is_form) {
    page.draft = act_from_fields(ask.form, caller.officer.login);
    page.has_draft = true;
    if (wish == output::office_do_preview) {
      auto preview = desk_.preview(page.draft, caller.officer, now);
      if (preview)
        page.preview = *std::move(preview);
      else
        refuse(preview.error());
    } else {
      const auto done = desk_.act(page.draft, caller.officer, now);
      if (done)
        return going_to(output::office_ticket_path(data_.site, language) +
                        "?number=" + base::url_encoded(number));
      refuse(done.error());
    }
  }
  auto ticket = desk_.ticket(number, caller.officer, now);
  if (!ticket)
    return door_.message(language, status_of_failure(ticket.error()),
                         ticket.error().message.in(language));
  page.ticket = *std::move(ticket);
  return page_of(
      status, output::office_ticket_document(data_.html_template, caller.frame, page, data_.site));
}

http::PageAnswer OfficePages::reports(Language language, const http::PageAsk& ask, Instant now) {
  const auto session = door_.signed_in(ask.cookies, now);
  if (!session)
    return door_.sent_to_sign_in(language, output::reports_path(data_.site, language), ask);
  if (!desk::may(session->role, desk::Action::read_reports))
    return door_.message(language, 403, office_forbidden().message.in(language));
  const Caller caller = caller_of(*session, data_, language);
  const auto wished = [&](std::string_view name, std::string otherwise) {
    const std::string value = sent_in(ask.query, name);
    return value.empty() ? std::move(otherwise) : value;
  };
  output::ReportPage page;
  for (const desk::ReportDefinition& each : data_.reports)
    page.choices.emplace_back(each.number, each.title.in(language));
  const base::Date today = base::local_from_instant(now, data_.calendar.zone).date;
  page.number = wished("number", data_.reports.empty() ? "" : data_.reports.front().number);
  page.period = wished("period", base::iso_from_date(today).substr(0, 7));
  page.as_of = wished("as_of", base::iso_from_instant(now));
  const auto period = desk::report_period_from_text(page.period);
  const auto as_of = base::instant_from_text(page.as_of);
  const auto report = [&]() -> base::Result<desk::Report> {
    if (!period) return tl::unexpected(period.error());
    if (!as_of) return tl::unexpected(as_of.error());
    return report_from_register(database_, data_, page.number, {*period, *as_of, language});
  }();
  const std::string kind = sent_in(ask.query, "file");
  if (report && !kind.empty()) {
    auto file = report_file(*report, *period, kind, data_);
    if (!file) return door_.message(language, 404, file.error().message);
    http::PageAnswer answer;
    answer.html = std::move(file->bytes);
    answer.media_type = std::move(file->media_type);
    return answer;
  }
  int status = 200;
  if (report) {
    page.report = *report;
  } else {
    status = 422;
    page.failure = report.error().message;
  }
  return page_of(status,
                 output::report_document(data_.html_template, caller.frame, page, data_.site));
}

}  // namespace service
