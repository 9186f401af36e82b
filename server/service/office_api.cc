#include "service/office_api.h"

#include <algorithm>
#include <utility>

#include "base/text.h"
#include "base/words.h"

namespace service {
namespace {

using base::Instant;
using base::Language;
using base::Word;
using http::ApiAnswer;
using http::ApiAsk;

constexpr std::size_t file_name_bytes_max = 200;

/// Who asks, what, and when.
struct Asking {
  OfficeDesk& desk;
  const ApiAsk& ask;
  OfficeCaller caller;
  Instant now;
};

std::string value_of(const ApiAsk& ask, std::string_view name) {
  const auto found = std::find_if(ask.query.begin(), ask.query.end(),
                                  [&](const auto& field) { return field.first == name; });
  return found == ask.query.end() ? std::string() : found->second;
}

ApiAnswer failed(const wire::OfficeFailure& failure) {
  ApiAnswer answer;
  answer.status = status_of_failure(failure);
  answer.body = wire::json_from_office_failure(failure);
  return answer;
}

ApiAnswer document_of(std::string json) {
  ApiAnswer answer;
  answer.body = std::move(json);
  return answer;
}

ApiAnswer answered(const OfficeResult<wire::OfficeTicket>& ticket) {
  return ticket ? document_of(wire::json_from_office_ticket(*ticket)) : failed(ticket.error());
}

/// The document that was sent, or the failure that says what is wrong with it.
template <class Document>
OfficeResult<Document> sent(base::Result<Document> read) {
  if (read) return *std::move(read);
  const base::Error& error = read.error();
  const std::string what = error.message + " " + error.detail;
  return tl::unexpected(wire::OfficeFailure{"invalid", {what, what}, "", {}});
}

ApiAnswer session(const Asking& asking) {
  const auto session = asking.desk.session(asking.caller);
  return session ? document_of(wire::json_from_office_session(*session)) : failed(session.error());
}

ApiAnswer queue(const Asking& asking) {
  std::string query;
  for (const auto& [name, value] : asking.ask.query)
    query += (query.empty() ? "" : "&") + base::url_encoded(name) + "=" + base::url_encoded(value);
  const auto queue =
      asking.desk.queue(wire::queue_wish_from_query(query), asking.caller, asking.now);
  return queue ? document_of(wire::json_from_office_queue(*queue)) : failed(queue.error());
}

ApiAnswer ticket(const Asking& asking) {
  return answered(asking.desk.ticket(value_of(asking.ask, "number"), asking.caller, asking.now));
}

ApiAnswer contact(const Asking& asking) {
  const auto contact =
      asking.desk.contact(value_of(asking.ask, "number"), asking.caller, asking.now);
  return contact ? document_of(wire::json_from_office_contact(*contact)) : failed(contact.error());
}

ApiAnswer act(const Asking& asking) {
  const auto act = sent(wire::office_act_from_json(asking.ask.body));
  return act ? answered(asking.desk.act(*act, asking.caller, asking.now)) : failed(act.error());
}

ApiAnswer preview(const Asking& asking) {
  const auto act = sent(wire::office_act_from_json(asking.ask.body));
  if (!act) return failed(act.error());
  const auto preview = asking.desk.preview(*act, asking.caller, asking.now);
  return preview ? document_of(wire::json_from_office_preview(*preview)) : failed(preview.error());
}

ApiAnswer letter(const Asking& asking) {
  const auto act = sent(wire::office_act_from_json(asking.ask.body));
  if (!act) return failed(act.error());
  auto letter = asking.desk.letter(*act, asking.caller, asking.now);
  if (!letter) return failed(letter.error());
  ApiAnswer answer;
  answer.body = *std::move(letter);
  answer.media_type = "application/pdf";
  answer.file_name = act->number + ".pdf";
  return answer;
}

/// By the ending of its name: the requester's mail program goes by it.
std::string media_type_of(const std::string& name) {
  const std::pair<std::string_view, std::string_view> kinds[] = {
      {".pdf", "application/pdf"},
      {".csv", "text/csv"},
      {".zip", "application/zip"},
      {".xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"},
      {".docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"}};
  for (const auto& [ending, type] : kinds)
    if (name.ends_with(ending)) return std::string(type);
  return "application/octet-stream";
}

/// True for a name that a file can have on every system.
bool is_file_name(const std::string& name) {
  return !name.empty() && name.size() <= file_name_bytes_max && name.front() != '.' &&
         std::none_of(name.begin(), name.end(), [](char sign) {
           const auto byte = static_cast<unsigned char>(sign);
           return byte < ' ' || byte == 0x7f ||
                  std::string_view("/\\:*?\"<>|").find(sign) != std::string_view::npos;
         });
}

ApiAnswer upload(const Asking& asking) {
  const std::string name = value_of(asking.ask, "name");
  if (!is_file_name(name))
    return failed({"invalid",
                   {"Beri berkas nama tanpa tanda seperti / dan :.",
                    "Give the file a name without signs such as / and :."},
                   "",
                   {}});
  const auto upload = asking.desk.upload(value_of(asking.ask, "number"),
                                         {name, media_type_of(name), false, asking.ask.body},
                                         asking.caller, asking.now);
  return upload ? document_of(wire::json_from_office_upload(*upload)) : failed(upload.error());
}

ApiAnswer file(const Asking& asking) {
  auto file = asking.desk.file(value_of(asking.ask, "number"), value_of(asking.ask, "sha256"),
                               asking.caller);
  if (!file) return failed(file.error());
  ApiAnswer answer;
  answer.body = std::move(file->bytes);
  // Whatever a stranger sent is saved, and never shown as a page of ours.
  answer.media_type = "application/octet-stream";
  answer.file_name = file->info.name;
  return answer;
}

ApiAnswer enter(const Asking& asking) {
  const auto fields = sent(wire::form_fields_from_json(asking.ask.body));
  return fields ? answered(asking.desk.enter(*fields, asking.caller, asking.now))
                : failed(fields.error());
}

ApiAnswer mail(const Asking& asking) {
  const auto again = sent(wire::office_mail_again_from_json(asking.ask.body));
  return again ? answered(asking.desk.send_mail_again(again->id, asking.caller, asking.now))
               : failed(again.error());
}

struct Route {
  std::string_view name;
  bool is_change;  ///< Asked by POST, and by nothing else.
  ApiAnswer (*answer)(const Asking&);
  std::size_t body_bytes_max = 0;
};

constexpr Route all_routes[] = {
    {"session", false, session},
    {"queue", false, queue},
    {"ticket", false, ticket},
    {"contact", true, contact},
    {"act", true, act},
    {"preview", true, preview},
    {"letter", true, letter},
    {"file", false, file},
    {"enter", true, enter},
    {"mail", true, mail},
    {"upload", true, upload, static_cast<std::size_t>(office_file_limits.bytes_max)}};

ApiAnswer answer(const Route& route, OfficeDesk& desk, OfficeDoor& door, const ApiAsk& ask,
                 Instant now) {
  if (ask.is_change != route.is_change) {
    ApiAnswer wrong = failed({"invalid", {"Metode lain.", "Another method."}, "", {}});
    wrong.status = 405;
    return wrong;
  }
  const auto session = door.signed_in(ask.cookies, now);
  if (!session)
    return failed({"signed_out",
                   {std::string(base::text(Word::sign_in_title, Language::id)),
                    std::string(base::text(Word::sign_in_title, Language::en))},
                   "",
                   {}});
  const bool is_english = value_of(ask, "language") == "en";
  return route.answer(
      {desk,
       ask,
       {session->account.known_as.login, session->account.known_as.name, session->role,
        is_english ? Language::en : Language::id, session->is_stepped_up},
       now});
}

}  // namespace

const std::string office_api_path = "/api/office/";

std::vector<http::ApiRoute> OfficeApi::routes(const std::function<Instant()>& now) {
  std::vector<http::ApiRoute> routes;
  for (const Route& route : all_routes)
    routes.push_back(
        {office_api_path + std::string(route.name),
         [this, &route, now](const ApiAsk& ask) { return answer(route, desk_, door_, ask, now()); },
         route.body_bytes_max});
  return routes;
}

}  // namespace service
