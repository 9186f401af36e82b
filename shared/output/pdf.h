// A page as a PDF file in the style of the yearbook "Dalam Angka": A4, headings repeated on each
// sheet, notes and source in full. Drawn by libharu, in memory.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/result.h"
#include "output/page.h"
#include "output/progress.h"

namespace output {

/// How the paper lies. `fitting`: upright up to seven columns that have room there, else across.
enum class PdfDirection { fitting, upright, across };

/// What the page does not know about the file.
struct PdfFacts {
  std::string_view regular_font, semibold_font;  ///< TrueType bytes of the two weights.
  std::string office, office_place;  ///< The letterhead, and the document's author; may be empty.
  std::string address;               ///< Of the view, whole: stands at the foot of each sheet.
  std::string origin_code;           ///< "3F0A-7D21": the short proof of origin.
  std::vector<std::pair<std::string, std::string>>
      origin;                ///< The whole proof: becomes properties of the document.
  std::int64_t created = 0;  ///< Seconds since 1970, UTC; read as WIB. 0: not known, and left out.
  PdfDirection direction = PdfDirection::fitting;
};

/// The bytes of a .pdf file; the same arguments give the same bytes. Rows are never cut; columns
/// that have no room beside each other follow on sheets of their own, with the stub repeated.
///
/// Fails with `invalid` where a font is none, with `too_large` before any drawing where a row has
/// no room on a sheet or the sheets are more than pdf_sheets_max, and with `cancelled` where
/// `progress` answered false. It is asked after each sheet.
base::Result<std::string> pdf_from_page(const Page& page, const PdfFacts& facts,
                                        const Progress& progress = {});

/// More than anybody prints, and within the bounds of what readers of the format take.
inline constexpr std::size_t pdf_sheets_max = 5000;

}  // namespace output
