// What the officer writes: on the device, as an act for the server, and what it still lacks.
#include <algorithm>
#include <iterator>

#include "base/json.h"
#include "base/json_writer.h"
#include "base/text.h"
#include "office/state.h"

namespace office {
namespace {

using base::Word;
using desk::EventKind;

constexpr std::string_view file_words[] = {"xlsx", "pdf", "csv"};

void write_views(base::JsonWriter& json, const std::vector<wire::ViewToSend>& views) {
  json.key("views");
  json.open_array();
  for (const wire::ViewToSend& view : views) {
    json.open_object();
    json.text_member("table", view.table);
    json.set_text_member("query", view.query);
    json.key("files");
    json.open_array();
    for (const wire::ViewFile file : view.files)
      json.text(file_words[static_cast<std::size_t>(file)]);
    json.close_array();
    json.close_object();
  }
  json.close_array();
}

wire::ViewToSend view_from_json(const base::JsonValue& value) {
  wire::ViewToSend view{std::string(value["table"].text()), std::string(value["query"].text()), {}};
  for (const base::JsonValue file : value["files"].elements())
    for (std::size_t i = 0; i < std::size(file_words); ++i)
      if (file.text() == file_words[i]) view.files.push_back(static_cast<wire::ViewFile>(i));
  return view;
}

}  // namespace

std::string json_from_draft(const Draft& draft) {
  base::JsonWriter json;
  json.open_object();
  json.text_member("kind", desk::text_from_event_kind(draft.kind));
  if (draft.is_part) json.text_member("part", "yes");
  json.set_text_member("text", draft.text);
  json.set_text_member("reason", draft.reason);
  json.set_text_member("substitute", draft.substitute);
  json.set_text_member("owner", draft.owner);
  json.set_text_member("outcome", draft.outcome);
  write_views(json, draft.views);
  json.key("uploads");
  json.open_array();
  for (const Upload& upload : draft.uploads) {
    json.open_object();
    json.text_member("name", upload.name);
    json.text_member("sha256", upload.sha256);
    json.whole_member("bytes", upload.bytes);
    json.close_object();
  }
  json.close_array();
  json.close_object();
  return std::move(json).take();
}

Draft draft_from_json(std::string_view bytes) {
  Draft draft;
  const base::Result<base::JsonDocument> document = base::json_from_bytes(bytes);
  if (!document) return draft;
  const base::JsonValue root = document->root();
  const auto kind = desk::event_kind_from_text(root["kind"].text());
  if (!kind) return draft;
  draft.kind = *kind;
  draft.is_part = root["part"].text() == "yes";
  draft.text = root["text"].text();
  draft.reason = root["reason"].text();
  draft.substitute = root["substitute"].text();
  draft.owner = root["owner"].text();
  draft.outcome = root["outcome"].text();
  for (const base::JsonValue view : root["views"].elements())
    draft.views.push_back(view_from_json(view));
  for (const base::JsonValue upload : root["uploads"].elements()) {
    std::uint64_t size = 0;
    for (const char sign : upload["bytes"].text())
      if (sign >= '0' && sign <= '9') size = size * 10 + static_cast<std::uint64_t>(sign - '0');
    draft.uploads.push_back(
        {std::string(upload["name"].text()), std::string(upload["sha256"].text()), size});
  }
  return draft;
}

wire::OfficeAct act_from_draft(const Draft& draft, const wire::OfficeTicket& ticket) {
  wire::OfficeAct act;
  act.number = ticket.row.number;
  act.events_count = ticket.row.events_count;
  act.kind = draft.kind;
  act.text = draft.text;
  const bool sends_data = draft.kind == EventKind::data_sent;
  if (draft.kind == EventKind::notice_sent || (sends_data && draft.is_part))
    act.reason = draft.reason;
  if (draft.kind == EventKind::notice_sent || needs_substitute(draft))
    act.substitute = draft.substitute;
  if (draft.kind == EventKind::redirected) act.owner = draft.owner;
  if (sends_data)
    act.outcome = draft.is_part ? desk::Outcome::partly_answered : desk::Outcome::answered;
  if (draft.kind == EventKind::closed) act.outcome = desk::outcome_from_text(draft.outcome);
  if (sends_data || draft.kind == EventKind::message_written) {
    act.views = draft.views;
    for (const Upload& upload : draft.uploads)
      act.uploads.push_back(upload.sha256);
  }
  return act;
}

bool makes_mail(EventKind kind) {
  switch (kind) {
    case EventKind::data_sent:
    case EventKind::notice_sent:
    case EventKind::asked_requester:
    case EventKind::message_written:
    case EventKind::redirected:
      return true;
    default:
      return false;
  }
}

std::optional<Word> refusal_of(const Draft& draft, const wire::OfficeTicket& ticket) {
  const auto& possible = ticket.possible;
  if (std::find(possible.begin(), possible.end(), draft.kind) == possible.end())
    return Word::office_refuse_status;
  if (makes_mail(draft.kind) && !ticket.has_address) return Word::office_refuse_address;
  if (draft.kind == EventKind::data_sent && draft.views.empty() && draft.uploads.empty())
    return Word::office_refuse_attachment;
  if (needs_reason(draft) && draft.reason.empty()) return Word::office_refuse_reason;
  if (draft.kind == EventKind::redirected && base::trimmed(draft.owner).empty())
    return Word::office_refuse_owner;
  if (draft.kind == EventKind::closed && draft.outcome.empty()) return Word::office_refuse_outcome;
  if (needs_substitute(draft) && draft.substitute.empty()) return Word::office_choose_table;
  const bool needs_text = makes_mail(draft.kind) || draft.kind == EventKind::note_written;
  if (needs_text && base::trimmed(draft.text).empty()) return Word::office_refuse_text;
  return {};
}

bool needs_reason(const Draft& draft) {
  return draft.kind == EventKind::notice_sent ||
         (draft.kind == EventKind::data_sent && draft.is_part);
}

bool needs_substitute(const Draft& draft) {
  return draft.kind == EventKind::closed &&
         draft.outcome == desk::text_from_outcome(desk::Outcome::on_website);
}

std::string suggested_text(const Draft& draft, const desk::Classifications& lists,
                           base::Language language) {
  const std::string reason = label_of(lists.unavailable_reason, draft.reason, language);
  switch (draft.kind) {
    case EventKind::data_sent:
      if (!draft.is_part) return std::string(base::text(Word::office_default_data, language));
      if (draft.reason.empty()) return {};
      return base::text(Word::office_default_part, language, {reason});
    case EventKind::notice_sent:
      return draft.reason.empty() ? "" : reason + ".";
    case EventKind::redirected:
      if (draft.owner.empty()) return {};
      return base::text(Word::office_default_redirect, language, {draft.owner});
    default:
      return {};
  }
}

}  // namespace office
