// JSON bytes as a tree that keeps what the checks after it need: where each value stands, and a
// number as it was written. Refuses what other readers settle silently (a key twice in one object).
//
// Written for the viewer: it adds 7 kB to the compressed module where nlohmann/json's event parser
// adds 20 kB, uses no locale, and reads a million figures into 16 bytes each. The tests hold it
// against nlohmann/json.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/result.h"

namespace base {

/// Where something stands in a text, both from 1; columns count characters, not bytes.
struct TextPlace {
  int line = 0;
  int column = 0;

  friend bool operator==(const TextPlace&, const TextPlace&) = default;
};
TextPlace place_from_offset(std::string_view bytes, std::size_t offset);

/// "line 3, column 14".
std::string text_from_place(TextPlace place);

/// Arrays and objects may hold each other this deep.
inline constexpr int json_depth_max = 64;

class JsonDocument;
class JsonElements;
class JsonMembers;

/// A value in a document, which must outlive it and stay where it is. One that was looked for and
/// is not there is `missing`, and so is everything looked for inside it.
class JsonValue {
 public:
  enum class Kind : std::uint8_t { missing, null, boolean, number, string, array, object };

  JsonValue() = default;

  Kind kind() const;
  bool is(Kind kind) const { return this->kind() == kind; }
  explicit operator bool() const { return document_ != nullptr; }  ///< Not missing.

  bool is_true() const;           ///< The boolean true.
  std::string_view text() const;  ///< A string without escapes, a number as written; else empty.
  std::size_t count() const;      ///< Of elements or members; else 0.
  std::size_t offset() const;     ///< The byte at which it begins.
  TextPlace place() const;

  /// The member of an object. Costs a walk over the members.
  JsonValue operator[](std::string_view key) const;

  /// `for (const JsonValue element : value.elements())`; nothing where it is no array.
  JsonElements elements() const;
  /// `for (const auto& [key, member] : value.members())`; nothing where it is no object.
  JsonMembers members() const;

 private:
  friend class JsonDocument;
  friend class JsonElements;
  friend class JsonMembers;
  friend class JsonParser;
  JsonValue(const JsonDocument* document, std::uint32_t node) : document_(document), node_(node) {}

  const JsonDocument* document_ = nullptr;
  std::uint32_t node_ = 0;
};

class JsonDocument {
 public:
  JsonValue root() const { return JsonValue(this, 0); }
  std::string_view bytes() const { return bytes_; }

 private:
  friend class JsonValue;
  friend class JsonElements;
  friend class JsonMembers;
  friend class JsonParser;

  /// Values in the order of the text; a member is its key's node and then its value's.
  struct Node {
    JsonValue::Kind kind = JsonValue::Kind::missing;
    bool flag = false;        ///< Of a boolean its value; of a string: has escapes.
    std::uint32_t begin = 0;  ///< The value's first byte; of a string the one after the quote.
    std::uint32_t size = 0;   ///< Bytes of a string or number; elements or members of the others.
    std::uint32_t next = 0;   ///< Arrays, objects: the node after them. Escaped: into `unescaped_`.
  };
  std::uint32_t node_after(std::uint32_t node) const;

  std::string_view bytes_;
  std::vector<Node> nodes_;
  std::string unescaped_;
};

/// Reads UTF-8, with or without a byte order mark; `bytes` must outlive the document. Fails with
/// `invalid`, naming line, column and byte, where the bytes are no JSON, nest deeper than
/// json_depth_max, or hold a key twice in one object; with `too_large` from 4 GiB on.
Result<JsonDocument> json_from_bytes(std::string_view bytes);

/// Appends `text` in quotes, escaped. Takes well-formed UTF-8.
void append_json_text(std::string& json, std::string_view text);

class JsonElements {
 public:
  class Iterator {
   public:
    Iterator(const JsonDocument* document, std::uint32_t node) : document_(document), node_(node) {}
    JsonValue operator*() const { return JsonValue(document_, node_); }
    Iterator& operator++() {
      node_ = document_->node_after(node_);
      return *this;
    }
    friend bool operator==(const Iterator&, const Iterator&) = default;

   private:
    const JsonDocument* document_;
    std::uint32_t node_;
  };

  JsonElements(const JsonDocument* document, std::uint32_t begin, std::uint32_t end)
      : document_(document), begin_(begin), end_(end) {}
  Iterator begin() const { return {document_, begin_}; }
  Iterator end() const { return {document_, end_}; }

 private:
  const JsonDocument* document_;
  std::uint32_t begin_, end_;
};

class JsonMembers {
 public:
  class Iterator {
   public:
    Iterator(const JsonDocument* document, std::uint32_t node) : document_(document), node_(node) {}
    std::pair<std::string_view, JsonValue> operator*() const {
      return {JsonValue(document_, node_).text(), JsonValue(document_, node_ + 1)};
    }
    Iterator& operator++() {
      node_ = document_->node_after(node_ + 1);
      return *this;
    }
    friend bool operator==(const Iterator&, const Iterator&) = default;

   private:
    const JsonDocument* document_;
    std::uint32_t node_;
  };

  JsonMembers(const JsonDocument* document, std::uint32_t begin, std::uint32_t end)
      : document_(document), begin_(begin), end_(end) {}
  Iterator begin() const { return {document_, begin_}; }
  Iterator end() const { return {document_, end_}; }

 private:
  const JsonDocument* document_;
  std::uint32_t begin_, end_;
};

}  // namespace base
