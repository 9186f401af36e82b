// An official letter on paper: the office's letterhead and a text.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/language.h"
#include "base/result.h"

namespace output {

struct PdfLetter {
  std::vector<std::string> letterhead;  ///< The office's name, a line each.
  std::string address;                  ///< One line below it; may be empty.
  std::string title;                    ///< What the document calls itself.
  std::string body;                     ///< Lines end with \n; long ones are parted.
  std::string author;
  base::Language language = base::Language::id;
  std::int64_t created = 0;  ///< Seconds since 1970, UTC.
};

/// A4, as many sheets as the text takes. Both fonts are TrueType. Fails as PdfDocument::bytes.
base::Result<std::string> pdf_from_letter(const PdfLetter& letter, std::string_view regular_font,
                                          std::string_view semibold_font);

}  // namespace output
