#include "output/markup.h"

#include "base/text.h"

namespace output {

void Markup::open(std::string_view name, const Attributes& attributes) {
  html_ += '<';
  html_ += name;
  for (const auto& [key, value] : attributes) {
    if (key.empty()) continue;
    html_ += ' ';
    html_ += key;
    if (value.empty()) continue;
    html_ += "=\"";
    html_ += base::html_escaped(value);
    html_ += '"';
  }
  html_ += '>';
}

void Markup::close(std::string_view name) {
  html_ += "</";
  html_ += name;
  html_ += '>';
}

void Markup::element(std::string_view name, std::string_view text, const Attributes& attributes) {
  open(name, attributes);
  this->text(text);
  close(name);
}

void Markup::text(std::string_view text) { html_ += base::html_escaped(text); }

void Markup::html(std::string_view html) { html_ += html; }

void Markup::line() { html_ += '\n'; }

}  // namespace output
