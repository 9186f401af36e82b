// Small pieces that the pages have in common.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "base/language.h"
#include "output/html.h"
#include "output/markup.h"

namespace output {

/// "/lumbung/data/x.json" for "data/x.json"; an absolute address stays as it is.
std::string address_from_site(const Site& site, std::string_view address);

/// "812 B", "236 kB", "1,2 MB".
std::string size_text(std::uint64_t bytes, base::Language language);

/// A name and a value of a list of facts; nothing where there is no value.
void write_fact(Markup& html, std::string_view name, std::string_view value);

}  // namespace output
