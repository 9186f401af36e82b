// Writes HTML elements. Names come from our own code; every text and attribute value is escaped, so
// that no label, note or title of a table can become an element.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace output {

/// An attribute without a value ("hidden") has an empty one. One without a name is left out, which
/// lets a caller write a condition in place.
using Attributes = std::vector<std::pair<std::string_view, std::string_view>>;

class Markup {
 public:
  /// <name a="…">
  void open(std::string_view name, const Attributes& attributes = {});
  /// </name>
  void close(std::string_view name);
  /// <name a="…">text</name>
  void element(std::string_view name, std::string_view text, const Attributes& attributes = {});
  void text(std::string_view text);
  /// Takes HTML that another Markup or our own code has made.
  void html(std::string_view html);
  void line();

  std::string take() { return std::move(html_); }

 private:
  std::string html_;
};

}  // namespace output
