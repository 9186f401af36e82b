// Tidy CSV ⇄ Table: one row a cell. (CSV as displayed is made by output/csv.)
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/language.h"
#include "base/result.h"
#include "stats/table.h"

namespace formats {

struct CsvStyle {
  char separator = ',';  ///< ',' ';' or tab.
  char decimal = '.';    ///< '.' or ','.
  bool with_bom = false;
  enum class Labels { codes, labels, both } labels = Labels::both;
  base::Language language = base::Language::id;
};

/// What a CSV cannot say of itself when it is read.
struct CsvReading {
  char separator = 0;        ///< 0: found out from the first lines.
  char decimal = 0;          ///< 0: found out from the figures; a doubt is a warning.
  std::string value_column;  ///< Empty: "value" or "nilai", else the last column of figures.
};

struct CsvTable {
  stats::Table table;
  std::vector<stats::Finding> warnings;
};

/// Rows are RFC 4180 (quotes, doubled quotes, line ends LF or CRLF, a byte order mark passed over).
/// Columns: one dimension each, or a pair `code` and `code_label`; the value; optionally `status`.
/// Column roles are guessed by name (tahun, year… time; kecamatan, wilayah… geo).
/// Errors name line and column: a quote left open, a row of another length, the same cell twice, a
/// figure that is none. Cells without a row are absent.
base::Result<CsvTable> table_from_csv(std::string_view bytes, const CsvReading& reading);

/// Header row, then one row a cell of the table, in order; absent cells have an empty value and a
/// status.
std::string csv_from_table(const stats::Table& table, const CsvStyle& style);

/// One field, quoted where it must be (RFC 4180). Text that a spreadsheet would take for a formula
/// (= + - @ tab, CR, NUL, and their full-width forms at its beginning) gets a leading apostrophe.
std::string csv_text(std::string_view text, char separator);

/// Rows of fields, by the same rules as table_from_csv. For code lists and tests.
base::Result<std::vector<std::vector<std::string>>> rows_from_csv(std::string_view bytes,
                                                                  char separator);

}  // namespace formats
