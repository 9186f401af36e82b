#include "mail/html_text.h"

#include <algorithm>
#include <array>
#include <memory>
#include <string>

#include <libxml/HTMLparser.h>

#include "base/text.h"

namespace mail {
namespace {

template <std::size_t size>
bool is_one_of(const std::array<std::string_view, size>& names, std::string_view name) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

constexpr std::array<std::string_view, 5> silent{"script", "style", "head", "title", "template"};
constexpr std::array<std::string_view, 17> blocks{
    "p",  "div", "table", "tr", "ul", "ol", "blockquote", "pre",    "hr",
    "h1", "h2",  "h3",    "h4", "h5", "h6", "section",    "article"};

/// Text that grows word by word: white space counts once, lines are begun by blocks.
class Lines {
 public:
  void say(std::string_view text) {
    for (const char sign : text) {
      const bool is_space = sign == ' ' || sign == '\t' || sign == '\n' || sign == '\r';
      if (!is_space) {
        if (is_spaced_ && !text_.empty() && text_.back() != '\n') text_ += ' ';
        text_ += sign;
      }
      is_spaced_ = is_space;
    }
  }
  void begin_line() {
    if (!text_.empty() && text_.back() != '\n') text_ += '\n';
    is_spaced_ = false;
  }
  void break_line() {
    text_ += '\n';
    is_spaced_ = false;
  }
  std::string taken() && { return std::string(base::trimmed(text_)); }

 private:
  std::string text_;
  bool is_spaced_ = false;
};

/// Deeper than any mail that somebody wrote: what lies below is left out.
constexpr int depth_max = 200;

void read(const xmlNode* node, Lines& lines, int depth) {
  if (depth > depth_max) return;
  for (; node; node = node->next) {
    if (node->type == XML_TEXT_NODE && node->content)
      lines.say(reinterpret_cast<const char*>(node->content));
    if (node->type != XML_ELEMENT_NODE) continue;
    const std::string_view name = reinterpret_cast<const char*>(node->name);
    if (is_one_of(silent, name)) continue;
    if (name == "br") lines.break_line();
    const bool is_item = name == "li", is_block = is_item || is_one_of(blocks, name);
    if (is_block) lines.begin_line();
    if (is_item) lines.say("- ");
    if (name == "td" || name == "th") lines.say(" ");
    read(node->children, lines, depth + 1);
    if (is_block) lines.begin_line();
  }
}

}  // namespace

std::string text_from_html(std::string_view html) {
  const std::unique_ptr<xmlDoc, decltype(&xmlFreeDoc)> document(
      htmlReadMemory(
          html.data(), static_cast<int>(html.size()), nullptr, "utf-8",
          HTML_PARSE_RECOVER | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING | HTML_PARSE_NONET),
      xmlFreeDoc);
  if (!document) return "";
  Lines lines;
  read(xmlDocGetRootElement(document.get()), lines, 0);
  return std::move(lines).taken();
}

}  // namespace mail
