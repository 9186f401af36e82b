// Writes JSON text in the order in which it is called: readable lines for the outer levels, one
// line for what is small or long.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "base/language.h"

namespace base {

/// Objects and arrays opened with `Lines::one` stand on one line, with everything inside them.
class JsonWriter {
 public:
  enum class Lines { one, many };

  void open_object(Lines lines = Lines::one) { open('{', lines); }
  void close_object() { close('}'); }
  void open_array(Lines lines = Lines::one) { open('[', lines); }
  void close_array() { close(']'); }
  void key(std::string_view key);
  void text(std::string_view text);
  void whole(std::uint64_t number) { raw(std::to_string(number)); }
  void truth(bool truth) { raw(truth ? "true" : "false"); }
  /// A value that is JSON already: a figure, null.
  void raw(std::string_view json);

  /// A member each. Those named `set_…` are left out where there is nothing to say.
  void text_member(std::string_view name, std::string_view value);
  void set_text_member(std::string_view name, std::string_view value);
  /// {"id": "…", "en": "…"}, without the languages that are empty.
  void set_pair_member(std::string_view name, const Text& value);
  void whole_member(std::string_view name, std::uint64_t value);
  void pair(const Text& value);

  std::string take() && { return std::move(json_); }

 private:
  void open(char bracket, Lines lines);
  void close(char bracket);
  void begin_value();
  void break_line();

  std::string json_;
  std::string levels_;    ///< For each open bracket: 'm' many lines, 'o' one line.
  bool is_first_ = true;  ///< Nothing stands yet in the innermost bracket.
  bool is_after_key_ = false;
};

}  // namespace base
