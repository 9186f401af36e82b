// Texts as a workbook takes them: for cells, for properties, and as number formats.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace output {

/// A cell of Excel holds no more.
inline constexpr std::size_t xlsx_text_max = 32767;

/// For a cell: what XML cannot hold (NUL, U+FFFE, U+FFFF) becomes U+FFFD, and what a reader would
/// take for an escape ("_x0041_") is escaped itself.
std::string xlsx_cell_text(std::string_view text);

/// For properties, headers and footers: control characters become spaces.
std::string xlsx_property_text(std::string_view text);

/// How many characters (code points) a text has.
std::size_t characters_count(std::string_view text);

/// The text in pieces of at most `characters` (at least 1) each, parted at spaces where there are
/// any.
std::vector<std::string> xlsx_pieces(std::string_view text, std::size_t characters);

/// Lines of a text in a column so many characters wide; its own line ends included. At least 1.
std::size_t xlsx_lines_count(std::string_view text, double width);

/// "#,##0.0" with the mark behind it, which stays out of the figure: (1, "*", "") → `#,##0.0"*"`.
/// Where other figures of the column have longer marks (`widest`), a space as wide as what is
/// missing keeps the digits in line: (0, "", "**") → `#,##0_*_*`.
std::string xlsx_number_format(int decimals, std::string_view mark, std::string_view widest);

}  // namespace output
