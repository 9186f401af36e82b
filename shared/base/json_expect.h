// Takes values of an expected kind out of a JSON document and keeps the first complaint, so that a
// reader can ask for everything in a row and look once whether all was well.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "base/json.h"
#include "base/language.h"
#include "base/result.h"

namespace base {

/// Members that are left out, or null, read as empty (or as the given value); a value of another
/// kind is a complaint naming the member, line and column. After a complaint everything is empty.
class JsonExpect {
 public:
  bool is_well() const { return !error_; }
  /// The first complaint. Only where not all is well.
  const Error& error() const { return *error_; }

  /// Complains about `place` ("…, line 3, column 7."); `problem` has no full stop. Always false.
  bool fail(JsonValue place, std::string problem, ErrorCode code = ErrorCode::invalid);

  std::string text(JsonValue object, std::string_view key);
  /// {"id": "…", "en": "…"}, or one text, which is then the Indonesian.
  Text text_pair(JsonValue object, std::string_view key);
  Date date(JsonValue object, std::string_view key);
  bool truth(JsonValue object, std::string_view key, bool otherwise);
  std::uint64_t whole(JsonValue object, std::string_view key, std::uint64_t otherwise);
  JsonValue array(JsonValue object, std::string_view key);
  JsonValue object(JsonValue object, std::string_view key);
  std::vector<std::string> texts(JsonValue object, std::string_view key);

  /// The same, where leaving it out is a complaint.
  std::string needed_text(JsonValue object, std::string_view key);
  Text needed_text_pair(JsonValue object, std::string_view key);
  JsonValue needed(JsonValue object, std::string_view key, JsonValue::Kind kind);

  /// An element, or a member whose key is not fixed.
  std::string_view as_text(JsonValue value, std::string_view what);
  bool as_object(JsonValue value, std::string_view what);

 private:
  /// The member where it is there, not null and of this kind.
  JsonValue member(JsonValue object, std::string_view key, JsonValue::Kind kind);

  std::optional<Error> error_;
};

/// "a text", "a number", "an object"…
std::string_view text_from_kind(JsonValue::Kind kind);

/// The whole number that a JSON number states, without sign, fraction or exponent.
std::optional<std::uint64_t> whole_from_figure(std::string_view text);

}  // namespace base
