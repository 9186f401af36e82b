#include "base/json_writer.h"

#include "base/json.h"

namespace base {

void JsonWriter::break_line() {
  json_ += '\n';
  json_.append(2 * levels_.size(), ' ');
}

void JsonWriter::begin_value() {
  if (is_after_key_) {
    is_after_key_ = false;
    return;
  }
  const bool has_lines = !levels_.empty() && levels_.back() == 'm';
  if (!is_first_) json_ += has_lines ? "," : ", ";
  if (has_lines) break_line();
  is_first_ = false;
}

void JsonWriter::open(char bracket, Lines lines) {
  begin_value();
  const bool is_inside_one_line = !levels_.empty() && levels_.back() == 'o';
  json_ += bracket;
  levels_ += lines == Lines::many && !is_inside_one_line ? 'm' : 'o';
  is_first_ = true;
}

void JsonWriter::close(char bracket) {
  const bool has_lines = levels_.back() == 'm';
  levels_.pop_back();
  if (has_lines && !is_first_) break_line();
  json_ += bracket;
  is_first_ = false;
}

void JsonWriter::key(std::string_view key) {
  begin_value();
  append_json_text(json_, key);
  json_ += ": ";
  is_after_key_ = true;
}

void JsonWriter::text(std::string_view text) {
  begin_value();
  append_json_text(json_, text);
}

void JsonWriter::raw(std::string_view json) {
  begin_value();
  json_ += json;
}

void JsonWriter::text_member(std::string_view name, std::string_view value) {
  key(name);
  text(value);
}

void JsonWriter::set_text_member(std::string_view name, std::string_view value) {
  if (!value.empty()) text_member(name, value);
}

void JsonWriter::set_pair_member(std::string_view name, const Text& value) {
  if (value.empty()) return;
  key(name);
  pair(value);
}

void JsonWriter::whole_member(std::string_view name, std::uint64_t value) {
  key(name);
  whole(value);
}

void JsonWriter::pair(const Text& value) {
  open_object();
  set_text_member("id", value.id);
  set_text_member("en", value.en);
  close_object();
}

}  // namespace base
