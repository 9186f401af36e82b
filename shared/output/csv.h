// CSV as displayed: title, headings, stub, figures, notes and source, as they stand on the screen.
#pragma once

#include <string>

#include "formats/csv.h"
#include "output/page.h"

namespace output {

/// Figures as machines read them, with the style's decimal sign; symbols (…, –, NA) as they stand.
/// Headings are repeated over the columns that they span, so that each row is complete.
std::string csv_from_page(const Page& page, const formats::CsvStyle& style);

}  // namespace output
