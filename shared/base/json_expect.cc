#include "base/json_expect.h"

#include <utility>

namespace base {

std::string_view text_from_kind(JsonValue::Kind kind) {
  switch (kind) {
    case JsonValue::Kind::missing:
      return "nothing";
    case JsonValue::Kind::null:
      return "null";
    case JsonValue::Kind::boolean:
      return "true or false";
    case JsonValue::Kind::number:
      return "a number";
    case JsonValue::Kind::string:
      return "a text";
    case JsonValue::Kind::array:
      return "an array";
    case JsonValue::Kind::object:
      return "an object";
  }
  return {};
}

std::optional<std::uint64_t> whole_from_figure(std::string_view text) {
  constexpr std::size_t digits_max = 19;  // 10^19 - 1 still fits.
  if (text.empty() || text.size() > digits_max) return std::nullopt;
  if (text.size() > 1 && text.front() == '0') return std::nullopt;
  std::uint64_t number = 0;
  for (const char digit : text) {
    if (digit < '0' || digit > '9') return std::nullopt;
    number = number * 10 + static_cast<std::uint64_t>(digit - '0');
  }
  return number;
}

bool JsonExpect::fail(JsonValue place, std::string problem, ErrorCode code) {
  if (error_) return false;
  if (place) problem += " (" + text_from_place(place.place()) + ")";
  error_ = Error{code, std::move(problem) + ".", {}};
  return false;
}

JsonValue JsonExpect::member(JsonValue object, std::string_view key, JsonValue::Kind kind) {
  const JsonValue value = object[key];
  if (error_ || !value || value.is(JsonValue::Kind::null)) return {};
  if (value.is(kind)) return value;
  fail(value, "The member \"" + std::string(key) + "\" must be " +
                  std::string(text_from_kind(kind)) + ", but is " +
                  std::string(text_from_kind(value.kind())));
  return {};
}

std::string JsonExpect::text(JsonValue object, std::string_view key) {
  return std::string(member(object, key, JsonValue::Kind::string).text());
}

Text JsonExpect::text_pair(JsonValue object, std::string_view key) {
  if (object[key].is(JsonValue::Kind::string)) return {text(object, key), {}};
  const JsonValue pair = member(object, key, JsonValue::Kind::object);
  return {text(pair, "id"), text(pair, "en")};
}

Date JsonExpect::date(JsonValue object, std::string_view key) {
  const JsonValue value = member(object, key, JsonValue::Kind::string);
  if (value.text().empty()) return {};
  const Result<Date> date = date_from_text(value.text());
  if (date) return *date;
  fail(value, "The member \"" + std::string(key) +
                  "\" must be a date such as 2026-11-03, but is \"" +
                  std::string(value.text().substr(0, 40)) + "\"");
  return {};
}

bool JsonExpect::truth(JsonValue object, std::string_view key, bool otherwise) {
  const JsonValue value = member(object, key, JsonValue::Kind::boolean);
  return value ? value.is_true() : otherwise;
}

std::uint64_t JsonExpect::whole(JsonValue object, std::string_view key, std::uint64_t otherwise) {
  const JsonValue value = member(object, key, JsonValue::Kind::number);
  if (!value) return otherwise;
  if (const auto number = whole_from_figure(value.text())) return *number;
  fail(value, "The member \"" + std::string(key) + "\" must be a whole number from 0 on, but is " +
                  std::string(value.text().substr(0, 40)));
  return otherwise;
}

JsonValue JsonExpect::array(JsonValue object, std::string_view key) {
  return member(object, key, JsonValue::Kind::array);
}

JsonValue JsonExpect::object(JsonValue object, std::string_view key) {
  return member(object, key, JsonValue::Kind::object);
}

std::vector<std::string> JsonExpect::texts(JsonValue object, std::string_view key) {
  std::vector<std::string> texts;
  for (const JsonValue element : array(object, key).elements())
    texts.emplace_back(as_text(element, key));
  return texts;
}

std::string JsonExpect::needed_text(JsonValue object, std::string_view key) {
  return std::string(needed(object, key, JsonValue::Kind::string).text());
}

Text JsonExpect::needed_text_pair(JsonValue object, std::string_view key) {
  Text text = text_pair(object, key);
  if (text.empty())
    fail(object, "The member \"" + std::string(key) +
                     "\" is missing; it must be {\"id\": \"…\", \"en\": \"…\"}");
  return text;
}

JsonValue JsonExpect::needed(JsonValue object, std::string_view key, JsonValue::Kind kind) {
  const JsonValue value = member(object, key, kind);
  if (!value)
    fail(object, "The member \"" + std::string(key) + "\" is missing; it must be " +
                     std::string(text_from_kind(kind)));
  return value;
}

std::string_view JsonExpect::as_text(JsonValue value, std::string_view what) {
  if (!error_ && !value.is(JsonValue::Kind::string))
    fail(value, "In \"" + std::string(what) + "\" a text was expected, but " +
                    std::string(text_from_kind(value.kind())) + " came");
  return error_ ? std::string_view() : value.text();
}

bool JsonExpect::as_object(JsonValue value, std::string_view what) {
  if (!error_ && !value.is(JsonValue::Kind::object))
    fail(value, "In \"" + std::string(what) + "\" an object was expected, but " +
                    std::string(text_from_kind(value.kind())) + " came");
  return !error_;
}

}  // namespace base
