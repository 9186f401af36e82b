#include "base/json.h"

#include <algorithm>
#include <limits>

#include "base/text.h"

namespace base {
namespace {

constexpr std::string_view byte_order_mark = "\xef\xbb\xbf";

bool is_continuation(char byte) { return (static_cast<unsigned char>(byte) & 0xc0) == 0x80; }

void append_utf8(std::string& text, std::uint32_t code_point) {
  const auto append = [&](std::uint32_t byte) { text += static_cast<char>(byte); };
  if (code_point < 0x80) {
    append(code_point);
  } else if (code_point < 0x800) {
    append(0xc0 | code_point >> 6);
    append(0x80 | (code_point & 0x3f));
  } else if (code_point < 0x10000) {
    append(0xe0 | code_point >> 12);
    append(0x80 | (code_point >> 6 & 0x3f));
    append(0x80 | (code_point & 0x3f));
  } else {
    append(0xf0 | code_point >> 18);
    append(0x80 | (code_point >> 12 & 0x3f));
    append(0x80 | (code_point >> 6 & 0x3f));
    append(0x80 | (code_point & 0x3f));
  }
}

/// Any order in which equals are neighbours would do; this one finds the keys "0", "1", … "10" of
/// sparse figures already sorted.
bool is_before(std::string_view left, std::string_view right) {
  return left.size() != right.size() ? left.size() < right.size() : left < right;
}

}  // namespace

TextPlace place_from_offset(std::string_view bytes, std::size_t offset) {
  TextPlace place{1, 1};
  std::size_t index = bytes.starts_with(byte_order_mark) ? byte_order_mark.size() : 0;
  for (; index < offset && index < bytes.size(); ++index) {
    if (bytes[index] == '\n') {
      ++place.line;
      place.column = 1;
    } else if (!is_continuation(bytes[index])) {
      ++place.column;
    }
  }
  return place;
}

std::string text_from_place(TextPlace place) {
  return "line " + std::to_string(place.line) + ", column " + std::to_string(place.column);
}

/// Fills a document by recursive descent. Functions return false after the first error.
class JsonParser {
 public:
  explicit JsonParser(std::string_view bytes) { document_.bytes_ = bytes; }

  Result<JsonDocument> run();

 private:
  using Kind = JsonValue::Kind;
  using Node = JsonDocument::Node;

  bool read_value(int depth);
  bool read_array(int depth);
  bool read_object(int depth);
  bool read_member(int depth);
  bool read_string();
  bool read_escape();
  bool read_code_unit(std::uint32_t& unit);
  bool read_number();
  bool read_digits();
  bool read_word();
  bool check_keys(std::uint32_t object);

  std::string_view bytes() const { return document_.bytes_; }
  bool at(char character) const { return at_ < bytes().size() && bytes()[at_] == character; }
  bool take(char character);
  void skip_space();
  std::string found() const;
  bool fail_expected(std::string_view expected);
  bool fail_at(std::size_t offset, std::string problem);

  JsonDocument document_;
  std::size_t at_ = 0;
  std::string error_;
};

Result<JsonDocument> JsonParser::run() {
  if (bytes().size() >= std::numeric_limits<std::uint32_t>::max())
    return fail(ErrorCode::too_large, "A JSON file may have less than 4 GiB; this one has more.");
  if (bytes().starts_with(byte_order_mark)) at_ = byte_order_mark.size();
  skip_space();
  if (!read_value(0)) return fail(ErrorCode::invalid, std::move(error_));
  skip_space();
  if (at_ != bytes().size()) {
    fail_expected("the end of the file");
    return fail(ErrorCode::invalid, std::move(error_));
  }
  return std::move(document_);
}

bool JsonParser::take(char character) {
  if (!at(character)) return false;
  ++at_;
  return true;
}

void JsonParser::skip_space() {
  while (at_ < bytes().size() && (bytes()[at_] == ' ' || bytes()[at_] == '\n' ||
                                  bytes()[at_] == '\r' || bytes()[at_] == '\t'))
    ++at_;
}

std::string JsonParser::found() const {
  if (at_ >= bytes().size()) return "the file ends";
  const auto byte = static_cast<unsigned char>(bytes()[at_]);
  if (byte > 0x20 && byte < 0x7f) return std::string("'") + bytes()[at_] + "' stands";
  constexpr std::string_view hexadecimal = "0123456789abcdef";
  return std::string("the byte 0x") + hexadecimal[byte >> 4] + hexadecimal[byte & 15] + " stands";
}

bool JsonParser::fail_expected(std::string_view expected) {
  return fail_at(at_, "expected " + std::string(expected) + ", but " + found() + " there");
}

bool JsonParser::fail_at(std::size_t offset, std::string problem) {
  error_ = "The file is no valid JSON at " + text_from_place(place_from_offset(bytes(), offset)) +
           " (byte " + std::to_string(offset) + "): " + std::move(problem) + ".";
  return false;
}

bool JsonParser::read_value(int depth) {
  if (at_ >= bytes().size()) return fail_expected("a value");
  switch (bytes()[at_]) {
    case '[':
      return read_array(depth + 1);
    case '{':
      return read_object(depth + 1);
    case '"':
      return read_string();
    default:
      return at('-') || is_digit(bytes()[at_]) ? read_number() : read_word();
  }
}

bool JsonParser::read_array(int depth) {
  if (depth > json_depth_max)
    return fail_at(at_, "arrays and objects nest deeper than " + std::to_string(json_depth_max));
  const auto array = static_cast<std::uint32_t>(document_.nodes_.size());
  document_.nodes_.push_back({Kind::array, false, static_cast<std::uint32_t>(at_), 0, 0});
  ++at_;
  skip_space();
  if (!at(']')) {
    do {
      skip_space();
      if (!read_value(depth)) return false;
      ++document_.nodes_[array].size;
      skip_space();
    } while (take(','));
  }
  if (!take(']')) return fail_expected("',' or ']' after an element");
  document_.nodes_[array].next = static_cast<std::uint32_t>(document_.nodes_.size());
  return true;
}

bool JsonParser::read_object(int depth) {
  if (depth > json_depth_max)
    return fail_at(at_, "arrays and objects nest deeper than " + std::to_string(json_depth_max));
  const auto object = static_cast<std::uint32_t>(document_.nodes_.size());
  document_.nodes_.push_back({Kind::object, false, static_cast<std::uint32_t>(at_), 0, 0});
  ++at_;
  skip_space();
  if (!at('}')) {
    do {
      skip_space();
      if (!read_member(depth)) return false;
      ++document_.nodes_[object].size;
      skip_space();
    } while (take(','));
  }
  if (!take('}')) return fail_expected("',' or '}' after a member");
  document_.nodes_[object].next = static_cast<std::uint32_t>(document_.nodes_.size());
  return check_keys(object);
}

bool JsonParser::read_member(int depth) {
  if (!at('"')) return fail_expected("a member's name in quotes");
  if (!read_string()) return false;
  skip_space();
  if (!take(':')) return fail_expected("':' after a member's name");
  skip_space();
  return read_value(depth);
}

/// Keys of one object must differ: which of two equal ones is meant, nobody can say.
bool JsonParser::check_keys(std::uint32_t object) {
  std::vector<std::uint32_t> keys;
  const std::uint32_t end = document_.nodes_[object].next;
  bool is_sorted = true;
  std::string_view previous;
  for (std::uint32_t node = object + 1; node < end; node = document_.node_after(node + 1)) {
    const std::string_view key = JsonValue(&document_, node).text();
    is_sorted = is_sorted && (node == object + 1 || is_before(previous, key));
    previous = key;
  }
  if (is_sorted) return true;
  for (std::uint32_t node = object + 1; node < end; node = document_.node_after(node + 1))
    keys.push_back(node);
  const auto text = [&](std::uint32_t node) { return JsonValue(&document_, node).text(); };
  std::sort(keys.begin(), keys.end(), [&](std::uint32_t left, std::uint32_t right) {
    if (text(left) == text(right)) return left < right;
    return is_before(text(left), text(right));
  });
  const auto twice = std::adjacent_find(
      keys.begin(), keys.end(),
      [&](std::uint32_t left, std::uint32_t right) { return text(left) == text(right); });
  if (twice == keys.end()) return true;
  const std::size_t first = document_.nodes_[*twice].begin - 1;
  const std::size_t second = document_.nodes_[*(twice + 1)].begin - 1;
  return fail_at(second, "the member \"" + std::string(text(*twice).substr(0, 80)) +
                             "\" stands twice in one object, first at " +
                             text_from_place(place_from_offset(bytes(), first)));
}

bool JsonParser::read_string() {
  const std::size_t quote = at_++;
  const std::size_t unescaped_begin = document_.unescaped_.size();
  const std::size_t begin = at_;
  std::size_t copied = at_;  // Up to here the string has been copied, once an escape was met.
  bool is_ascii = true;
  bool has_escapes = false;
  while (!at('"')) {
    if (at_ >= bytes().size()) return fail_at(quote, "this text has no closing quote");
    const auto byte = static_cast<unsigned char>(bytes()[at_]);
    if (byte < 0x20) return fail_expected("no control character inside a text");
    is_ascii = is_ascii && byte < 0x80;
    if (byte != '\\') {
      ++at_;
      continue;
    }
    has_escapes = true;
    document_.unescaped_.append(bytes(), copied, at_ - copied);
    if (!read_escape()) return false;
    copied = at_;
  }
  if (!is_ascii && !is_utf8(bytes().substr(begin, at_ - begin)))
    return fail_at(quote, "this text is not UTF-8; save the file as UTF-8");
  Node node{Kind::string, has_escapes, static_cast<std::uint32_t>(begin),
            static_cast<std::uint32_t>(at_ - begin), 0};
  if (has_escapes) {
    document_.unescaped_.append(bytes(), copied, at_ - copied);
    node.next = static_cast<std::uint32_t>(unescaped_begin);
    node.size = static_cast<std::uint32_t>(document_.unescaped_.size() - unescaped_begin);
  }
  document_.nodes_.push_back(node);
  ++at_;
  return true;
}

bool JsonParser::read_escape() {
  const std::size_t escape = at_++;
  constexpr std::string_view letters = "\"\\/bfnrt";
  constexpr std::string_view meanings = "\"\\/\b\f\n\r\t";
  if (at_ < bytes().size()) {
    if (const std::size_t letter = letters.find(bytes()[at_]); letter != std::string_view::npos) {
      document_.unescaped_ += meanings[letter];
      ++at_;
      return true;
    }
  }
  if (!take('u')) return fail_expected("one of \" \\ / b f n r t u after a backslash");
  std::uint32_t unit = 0;
  if (!read_code_unit(unit)) return false;
  if (unit >= 0xdc00 && unit < 0xe000)
    return fail_at(escape, "the second half of a surrogate pair stands without its first");
  if (unit >= 0xd800 && unit < 0xdc00) {
    std::uint32_t low = 0;
    if (!take('\\') || !take('u'))
      return fail_at(escape, "the first half of a surrogate pair stands without its second");
    if (!read_code_unit(low)) return false;
    if (low < 0xdc00 || low >= 0xe000)
      return fail_at(escape, "the first half of a surrogate pair stands without its second");
    unit = 0x10000 + ((unit - 0xd800) << 10) + (low - 0xdc00);
  }
  append_utf8(document_.unescaped_, unit);
  return true;
}

bool JsonParser::read_code_unit(std::uint32_t& unit) {
  for (int digit = 0; digit < 4; ++digit, ++at_) {
    const char character = at_ < bytes().size() ? bytes()[at_] : ' ';
    std::uint32_t value = 0;
    if (is_digit(character))
      value = static_cast<std::uint32_t>(character - '0');
    else if (character >= 'a' && character <= 'f')
      value = static_cast<std::uint32_t>(character - 'a' + 10);
    else if (character >= 'A' && character <= 'F')
      value = static_cast<std::uint32_t>(character - 'A' + 10);
    else
      return fail_expected("four hexadecimal digits after \\u");
    unit = unit << 4 | value;
  }
  return true;
}

bool JsonParser::read_number() {
  const std::size_t begin = at_;
  take('-');
  if (!take('0') && !read_digits()) return false;
  if (take('.') && !read_digits()) return false;
  if (take('e') || take('E')) {
    if (!take('+')) take('-');
    if (!read_digits()) return false;
  }
  document_.nodes_.push_back({Kind::number, false, static_cast<std::uint32_t>(begin),
                              static_cast<std::uint32_t>(at_ - begin), 0});
  return true;
}

bool JsonParser::read_digits() {
  const std::size_t begin = at_;
  while (at_ < bytes().size() && is_digit(bytes()[at_]))
    ++at_;
  return at_ > begin || fail_expected("a digit");
}

bool JsonParser::read_word() {
  constexpr std::pair<std::string_view, Kind> words[] = {
      {"null", Kind::null}, {"true", Kind::boolean}, {"false", Kind::boolean}};
  for (const auto& [word, kind] : words) {
    if (!bytes().substr(at_).starts_with(word)) continue;
    document_.nodes_.push_back({kind, word == "true", static_cast<std::uint32_t>(at_), 0, 0});
    at_ += word.size();
    return true;
  }
  return fail_expected("a value");
}

Result<JsonDocument> json_from_bytes(std::string_view bytes) { return JsonParser(bytes).run(); }

std::uint32_t JsonDocument::node_after(std::uint32_t node) const {
  const JsonValue::Kind kind = nodes_[node].kind;
  const bool has_parts = kind == JsonValue::Kind::array || kind == JsonValue::Kind::object;
  return has_parts ? nodes_[node].next : node + 1;
}

JsonValue::Kind JsonValue::kind() const {
  return document_ ? document_->nodes_[node_].kind : Kind::missing;
}

bool JsonValue::is_true() const { return is(Kind::boolean) && document_->nodes_[node_].flag; }

std::string_view JsonValue::text() const {
  if (!is(Kind::string) && !is(Kind::number)) return {};
  const JsonDocument::Node& node = document_->nodes_[node_];
  if (node.flag) return std::string_view(document_->unescaped_).substr(node.next, node.size);
  return document_->bytes_.substr(node.begin, node.size);
}

std::size_t JsonValue::count() const {
  return is(Kind::array) || is(Kind::object) ? document_->nodes_[node_].size : 0;
}

std::size_t JsonValue::offset() const {
  if (!document_) return 0;
  return document_->nodes_[node_].begin - (is(Kind::string) ? 1 : 0);
}

TextPlace JsonValue::place() const {
  return document_ ? place_from_offset(document_->bytes_, offset()) : TextPlace{};
}

JsonValue JsonValue::operator[](std::string_view key) const {
  for (const auto& [name, member] : members())
    if (name == key) return member;
  return {};
}

JsonElements JsonValue::elements() const {
  if (!is(Kind::array)) return {nullptr, 0, 0};
  return {document_, node_ + 1, document_->nodes_[node_].next};
}

JsonMembers JsonValue::members() const {
  if (!is(Kind::object)) return {nullptr, 0, 0};
  return {document_, node_ + 1, document_->nodes_[node_].next};
}

void append_json_text(std::string& json, std::string_view text) {
  constexpr std::string_view hexadecimal = "0123456789abcdef";
  json += '"';
  for (const char character : text) {
    const auto byte = static_cast<unsigned char>(character);
    if (character == '"' || character == '\\') {
      json += '\\';
      json += character;
    } else if (character == '\n') {
      json += "\\n";
    } else if (byte < 0x20 || byte == 0x7f) {
      json += "\\u00";
      json += hexadecimal[byte >> 4];
      json += hexadecimal[byte & 15];
    } else {
      json += character;
    }
  }
  json += '"';
}

}  // namespace base
