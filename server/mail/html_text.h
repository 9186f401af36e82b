// The words of HTML.
#pragma once

#include <string>
#include <string_view>

namespace mail {

/// What HTML says: its text in lines, without styles, scripts and pictures. A block begins a line,
/// an item of a list a line with "- ". Whatever HTML comes, broken or hostile, is read; nothing is
/// fetched. `html` is UTF-8.
std::string text_from_html(std::string_view html);

}  // namespace mail
