#include "desk/event.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <utility>

#include "base/json_expect.h"
#include "base/json_writer.h"
#include "base/text.h"
#include "base/variant.h"

namespace desk {
namespace {

using base::JsonExpect;
using base::JsonValue;
using base::JsonWriter;

constexpr std::array<std::string_view, sop_steps_count> sop_step_texts = {
    "prepare", "search", "save", "answer", "notice", "report"};

constexpr std::array<std::string_view, event_kinds_count> event_kind_texts = {
    "opened",          "address_confirmed",
    "assigned",        "step_done",
    "asked_requester", "requester_answered",
    "note_written",    "message_written",
    "notice_sent",     "data_sent",
    "redirected",      "corrected",
    "withdrawn",       "closed",
    "reopened",        "rated",
    "erased",          "due_recomputed"};

template <class Code, std::size_t count>
std::optional<Code> code_from_text(const std::array<std::string_view, count>& texts,
                                   std::string_view text) {
  const auto found = std::find(texts.begin(), texts.end(), text);
  if (found == texts.end()) return std::nullopt;
  return static_cast<Code>(found - texts.begin());
}

/// The texts of the facts, each under its own name.
struct FactName {
  std::string_view name;
  std::string RequestFacts::*text;
};
constexpr FactName fact_names[] = {
    {"table", &RequestFacts::table},
    {"area_level", &RequestFacts::area_level},
    {"period", &RequestFacts::period},
    {"institution_category", &RequestFacts::institution_category},
    {"occupation", &RequestFacts::occupation},
    {"education", &RequestFacts::education},
    {"sex", &RequestFacts::sex},
    {"purpose", &RequestFacts::purpose},
    {"channel", &RequestFacts::channel},
};

void write_facts(JsonWriter& json, const RequestFacts& facts) {
  for (const FactName& fact : fact_names)
    json.set_text_member(fact.name, facts.*fact.text);
  if (!facts.categories.empty()) {
    json.key("categories");
    json.open_array();
    for (const WantedCategory& wanted : facts.categories) {
      json.open_array();
      json.text(wanted.dimension);
      json.text(wanted.category);
      json.close_array();
    }
    json.close_array();
  }
  json.text_member("language", base::code_from_language(facts.language));
  json.key("accepts_survey");
  json.truth(facts.accepts_survey);
}

RequestFacts facts_from_json(JsonExpect& expect, JsonValue object) {
  RequestFacts facts;
  for (const FactName& fact : fact_names)
    facts.*fact.text = expect.text(object, fact.name);
  for (const JsonValue pair : expect.array(object, "categories").elements()) {
    if (!pair.is(JsonValue::Kind::array) || pair.count() != 2) {
      expect.fail(pair, "A wanted category must be an array of dimension and category");
      break;
    }
    auto part = pair.elements().begin();
    WantedCategory wanted;
    wanted.dimension = expect.as_text(*part, "categories");
    wanted.category = expect.as_text(*++part, "categories");
    facts.categories.push_back(std::move(wanted));
  }
  const std::string language = expect.needed_text(object, "language");
  if (language != "id" && language != "en")
    expect.fail(object, "The language must be id or en, but is " + base::quoted(language));
  facts.language = language == "en" ? base::Language::en : base::Language::id;
  facts.accepts_survey = expect.truth(object, "accepts_survey", false);
  return facts;
}

base::Date needed_due(JsonExpect& expect, JsonValue object, std::string_view key) {
  expect.needed_text(object, key);
  return expect.date(object, key);
}

/// A code that must be one of a list.
template <class Code>
Code needed_code(JsonExpect& expect, JsonValue object, std::string_view key,
                 std::optional<Code> (*from_text)(std::string_view)) {
  const std::string text = expect.needed_text(object, key);
  const std::optional<Code> code = from_text(text);
  if (!code)
    expect.fail(object, "The member \"" + std::string(key) + "\" must be a known code, but is " +
                            base::quoted(text));
  return code.value_or(Code{});
}

EventBody body_from_json(EventKind kind, JsonExpect& expect, JsonValue object) {
  switch (kind) {
    case EventKind::opened:
      return Opened{facts_from_json(expect, object), needed_due(expect, object, "due")};
    case EventKind::address_confirmed:
      return AddressConfirmed{};
    case EventKind::assigned:
      return Assigned{expect.needed_text(object, "account")};
    case EventKind::step_done:
      return StepDone{needed_code(expect, object, "step", sop_step_from_text)};
    case EventKind::asked_requester:
      return AskedRequester{};
    case EventKind::requester_answered:
      return RequesterAnswered{};
    case EventKind::note_written:
      return NoteWritten{};
    case EventKind::message_written:
      return MessageWritten{};
    case EventKind::notice_sent:
      return NoticeSent{expect.needed_text(object, "letter_number"),
                        expect.needed_text(object, "reason"), expect.text(object, "substitute")};
    case EventKind::data_sent:
      return DataSent{expect.text(object, "table")};
    case EventKind::redirected:
      return Redirected{expect.needed_text(object, "owner")};
    case EventKind::corrected:
      return Corrected{facts_from_json(expect, object)};
    case EventKind::withdrawn:
      return Withdrawn{};
    case EventKind::closed:
      return Closed{needed_code(expect, object, "outcome", outcome_from_text)};
    case EventKind::reopened:
      return Reopened{};
    case EventKind::rated: {
      const std::uint64_t stars = expect.whole(object, "stars", 0);
      if (stars < 1 || stars > 5) expect.fail(object, "The member \"stars\" must be 1 to 5");
      return Rated{static_cast<int>(stars)};
    }
    case EventKind::erased:
      return Erased{};
    case EventKind::due_recomputed:
      return DueRecomputed{needed_due(expect, object, "before"),
                           needed_due(expect, object, "after")};
  }
  return {};
}

/// The members of each body that has some.
class BodyWriter {
 public:
  explicit BodyWriter(JsonWriter& json) : json_(json) {}

  void operator()(const Opened& body) {
    write_facts(json_, body.facts);
    json_.text_member("due", base::iso_from_date(body.due));
  }
  void operator()(const Assigned& body) { json_.text_member("account", body.account); }
  void operator()(const StepDone& body) {
    json_.text_member("step", text_from_sop_step(body.step));
  }
  void operator()(const NoticeSent& body) {
    json_.text_member("letter_number", body.letter_number);
    json_.text_member("reason", body.reason);
    json_.set_text_member("substitute", body.substitute);
  }
  void operator()(const DataSent& body) { json_.set_text_member("table", body.table); }
  void operator()(const Redirected& body) { json_.text_member("owner", body.owner); }
  void operator()(const Corrected& body) { write_facts(json_, body.facts); }
  void operator()(const Closed& body) {
    json_.text_member("outcome", text_from_outcome(body.outcome));
  }
  void operator()(const Rated& body) {
    json_.whole_member("stars", static_cast<std::uint64_t>(body.stars));
  }
  void operator()(const DueRecomputed& body) {
    json_.text_member("before", base::iso_from_date(body.before));
    json_.text_member("after", base::iso_from_date(body.after));
  }
  void operator()(const AddressConfirmed&) {}
  void operator()(const AskedRequester&) {}
  void operator()(const RequesterAnswered&) {}
  void operator()(const NoteWritten&) {}
  void operator()(const MessageWritten&) {}
  void operator()(const Withdrawn&) {}
  void operator()(const Reopened&) {}
  void operator()(const Erased&) {}

 private:
  JsonWriter& json_;
};

}  // namespace

std::string_view text_from_sop_step(SopStep step) {
  return sop_step_texts[static_cast<std::size_t>(step)];
}

std::optional<SopStep> sop_step_from_text(std::string_view text) {
  return code_from_text<SopStep>(sop_step_texts, text);
}

std::string_view text_from_event_kind(EventKind kind) {
  return event_kind_texts[static_cast<std::size_t>(kind)];
}

std::optional<EventKind> event_kind_from_text(std::string_view text) {
  return code_from_text<EventKind>(event_kind_texts, text);
}

std::string json_from_event_body(const EventBody& body) {
  JsonWriter json;
  json.open_object();
  std::visit(BodyWriter(json), body);
  json.close_object();
  return std::move(json).take();
}

base::Result<EventBody> event_body_from_json(EventKind kind, std::string_view bytes) {
  const auto document = base::json_from_bytes(bytes);
  if (!document) return tl::unexpected(document.error());
  JsonExpect expect;
  expect.as_object(document->root(), "The body of an event");
  EventBody body = body_from_json(kind, expect, document->root());
  if (!expect.is_well()) return tl::unexpected(expect.error());
  return body;
}

}  // namespace desk
