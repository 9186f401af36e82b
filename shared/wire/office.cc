#include "wire/office.h"

#include <limits>
#include <utility>

#include "base/json_expect.h"
#include "base/json_writer.h"
#include "base/text.h"
#include "wire/office_members.h"

namespace wire {
namespace {

using base::JsonExpect;
using base::JsonValue;
using base::JsonWriter;
using Kind = base::JsonValue::Kind;

template <class Value>
inline constexpr bool is_list = false;
template <class Element>
inline constexpr bool is_list<std::vector<Element>> = true;

template <class Value>
inline constexpr bool is_optional = false;
template <class Value>
inline constexpr bool is_optional<std::optional<Value>> = true;

/// What is left out where it is empty.
template <class Value>
inline constexpr bool may_be_left_out =
    std::is_same_v<Value, std::string> || std::is_same_v<Value, base::Text> || is_list<Value> ||
    is_optional<Value>;

// --- Writing ---

template <class Value>
bool is_left_out(const Value& value) {
  if constexpr (is_optional<Value>)
    return !value;
  else if constexpr (may_be_left_out<Value>)
    return value.empty();
  else
    return false;
}

template <class Value>
void write_value(JsonWriter& json, const Value& value) {
  if constexpr (std::is_same_v<Value, std::string>) {
    json.text(value);
  } else if constexpr (std::is_same_v<Value, base::Text>) {
    json.pair(value);
  } else if constexpr (std::is_same_v<Value, base::Date>) {
    json.text(base::iso_from_date(value));
  } else if constexpr (std::is_same_v<Value, base::Instant>) {
    json.text(base::iso_from_instant(value));
  } else if constexpr (std::is_same_v<Value, bool>) {
    json.truth(value);
  } else if constexpr (std::is_integral_v<Value>) {
    json.raw(std::to_string(value));
  } else if constexpr (std::is_enum_v<Value>) {
    json.text(Codes<Value>::text(value));
  } else if constexpr (is_optional<Value>) {
    write_value(json, *value);
  } else if constexpr (is_list<Value>) {
    json.open_array();
    for (const auto& element : value)
      write_value(json, element);
    json.close_array();
  } else {
    json.open_object();
    const auto write_member = [&](const auto& each) {
      if (is_left_out(value.*each.value)) return;
      json.key(each.name);
      write_value(json, value.*each.value);
    };
    std::apply([&](const auto&... each) { (write_member(each), ...); }, members_of<Value>);
    json.close_object();
  }
}

template <class Document>
std::string json_from(const Document& document) {
  JsonWriter json;
  write_value(json, document);
  return std::move(json).take();
}

// --- Reading ---

bool is_kind(JsonExpect& expect, JsonValue value, std::string_view name, Kind kind) {
  if (value.is(kind)) return true;
  return expect.fail(value, "The member " + base::quoted(name) + " must be " +
                                std::string(base::text_from_kind(kind)) + ", but is " +
                                std::string(base::text_from_kind(value.kind())));
}

template <class Number>
void read_whole(JsonExpect& expect, JsonValue value, std::string_view name, Number& number) {
  if (!is_kind(expect, value, name, Kind::number)) return;
  std::string_view digits = value.text();
  const bool is_negative = std::is_signed_v<Number> && digits.substr(0, 1) == "-";
  if (is_negative) digits.remove_prefix(1);
  const auto whole = base::whole_from_figure(digits);
  if (!whole || *whole > static_cast<std::uint64_t>(std::numeric_limits<Number>::max())) {
    expect.fail(value, "The member " + base::quoted(name) + " must be a whole number, but is " +
                           std::string(value.text()));
    return;
  }
  number = static_cast<Number>(*whole);
  if (is_negative) number = static_cast<Number>(-number);
}

/// Dates and instants.
template <class Time>
void read_time(JsonExpect& expect, JsonValue value, std::string_view name, Time& time,
               base::Result<Time> (*from_text)(std::string_view)) {
  if (!is_kind(expect, value, name, Kind::string)) return;
  const auto read = from_text(value.text());
  if (!read) {
    expect.fail(value, "The member " + base::quoted(name) + " must be a date or a time, but is " +
                           base::quoted(value.text()));
    return;
  }
  time = *read;
}

template <class Code>
void read_code(JsonExpect& expect, JsonValue value, std::string_view name, Code& code) {
  if (!is_kind(expect, value, name, Kind::string)) return;
  if (set_code_from_text(code, value.text())) return;
  expect.fail(value, "The member " + base::quoted(name) + " must be a known code, but is " +
                         base::quoted(value.text()));
}

void read_pair(JsonExpect& expect, JsonValue value, std::string_view name, base::Text& text) {
  if (!is_kind(expect, value, name, Kind::object)) return;
  text.id = expect.text(value, "id");
  text.en = expect.text(value, "en");
}

template <class Value>
void read_value(JsonExpect& expect, JsonValue value, std::string_view name, Value& read);

template <class Element>
void read_list(JsonExpect& expect, JsonValue value, std::string_view name,
               std::vector<Element>& list) {
  if (!is_kind(expect, value, name, Kind::array)) return;
  list.reserve(value.count());
  for (const JsonValue element : value.elements()) {
    read_value(expect, element, name, list.emplace_back());
    if (!expect.is_well()) return;
  }
}

template <class Struct>
void read_members(JsonExpect& expect, JsonValue value, std::string_view name, Struct& read) {
  if (!is_kind(expect, value, name, Kind::object)) return;
  const auto read_member = [&](const auto& each) {
    using Value = std::remove_reference_t<decltype(read.*each.value)>;
    const JsonValue found = value[each.name];
    if (found && !found.is(Kind::null))
      read_value(expect, found, each.name, read.*each.value);
    else if (!may_be_left_out<Value>)
      expect.fail(value, "The member " + base::quoted(each.name) + " is missing");
  };
  std::apply([&](const auto&... each) { (read_member(each), ...); }, members_of<Struct>);
}

template <class Value>
void read_value(JsonExpect& expect, JsonValue value, std::string_view name, Value& read) {
  if constexpr (std::is_same_v<Value, std::string>) {
    if (is_kind(expect, value, name, Kind::string)) read = value.text();
  } else if constexpr (std::is_same_v<Value, base::Text>) {
    read_pair(expect, value, name, read);
  } else if constexpr (std::is_same_v<Value, base::Date>) {
    read_time(expect, value, name, read, base::date_from_text);
  } else if constexpr (std::is_same_v<Value, base::Instant>) {
    read_time(expect, value, name, read, base::instant_from_text);
  } else if constexpr (std::is_same_v<Value, bool>) {
    if (is_kind(expect, value, name, Kind::boolean)) read = value.is_true();
  } else if constexpr (std::is_integral_v<Value>) {
    read_whole(expect, value, name, read);
  } else if constexpr (std::is_enum_v<Value>) {
    read_code(expect, value, name, read);
  } else if constexpr (is_optional<Value>) {
    read_value(expect, value, name, read.emplace());
  } else if constexpr (is_list<Value>) {
    read_list(expect, value, name, read);
  } else {
    read_members(expect, value, name, read);
  }
}

template <class Document>
base::Result<Document> from_json(std::string_view bytes) {
  const auto json = base::json_from_bytes(bytes);
  if (!json) return tl::unexpected<base::Error>(json.error());
  JsonExpect expect;
  Document document;
  read_value(expect, json->root(), "document", document);
  if (!expect.is_well()) return tl::unexpected<base::Error>(expect.error());
  return document;
}

}  // namespace

std::string json_from_office_session(const OfficeSession& session) { return json_from(session); }

base::Result<OfficeSession> office_session_from_json(std::string_view bytes) {
  return from_json<OfficeSession>(bytes);
}

std::string json_from_office_queue(const OfficeQueue& queue) { return json_from(queue); }

base::Result<OfficeQueue> office_queue_from_json(std::string_view bytes) {
  return from_json<OfficeQueue>(bytes);
}

std::string json_from_office_ticket(const OfficeTicket& ticket) { return json_from(ticket); }

base::Result<OfficeTicket> office_ticket_from_json(std::string_view bytes) {
  return from_json<OfficeTicket>(bytes);
}

std::string json_from_office_act(const OfficeAct& act) { return json_from(act); }

base::Result<OfficeAct> office_act_from_json(std::string_view bytes) {
  return from_json<OfficeAct>(bytes);
}

std::string json_from_office_preview(const OfficePreview& preview) { return json_from(preview); }

base::Result<OfficePreview> office_preview_from_json(std::string_view bytes) {
  return from_json<OfficePreview>(bytes);
}

std::string json_from_office_contact(const OfficeContact& contact) { return json_from(contact); }

base::Result<OfficeContact> office_contact_from_json(std::string_view bytes) {
  return from_json<OfficeContact>(bytes);
}

std::string json_from_office_upload(const OfficeUpload& upload) { return json_from(upload); }

base::Result<OfficeUpload> office_upload_from_json(std::string_view bytes) {
  return from_json<OfficeUpload>(bytes);
}

std::string json_from_office_mail_again(const OfficeMailAgain& mail) { return json_from(mail); }

base::Result<OfficeMailAgain> office_mail_again_from_json(std::string_view bytes) {
  return from_json<OfficeMailAgain>(bytes);
}

std::string json_from_form_fields(const std::vector<desk::FormField>& fields) {
  std::vector<FormFieldMembers> list;
  for (const auto& [name, value] : fields)
    list.push_back({name, value});
  return json_from(list);
}

base::Result<std::vector<desk::FormField>> form_fields_from_json(std::string_view bytes) {
  auto list = from_json<std::vector<FormFieldMembers>>(bytes);
  if (!list) return tl::unexpected<base::Error>(list.error());
  std::vector<desk::FormField> fields;
  for (FormFieldMembers& field : *list)
    fields.emplace_back(std::move(field.name), std::move(field.value));
  return fields;
}

std::string json_from_office_failure(const OfficeFailure& failure) { return json_from(failure); }

base::Result<OfficeFailure> office_failure_from_json(std::string_view bytes) {
  return from_json<OfficeFailure>(bytes);
}

}  // namespace wire
