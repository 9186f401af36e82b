// Rows of a CSV file one after the other, without holding the file twice.
#pragma once

#include <cstddef>
#include <deque>
#include <string>
#include <string_view>
#include <vector>

#include "base/json.h"
#include "base/result.h"

namespace formats {

/// How a file of UTF-8 may begin; RFC 4180 does not know it, spreadsheets ask for it.
inline constexpr std::string_view byte_order_mark = "\xef\xbb\xbf";

/// A field: its text without quotes, and the byte at which it begins.
struct CsvField {
  std::string_view text;
  std::size_t offset = 0;
};

/// Reads rows by RFC 4180: fields in quotes may hold separators, line ends and doubled quotes; a
/// line ends with LF or CRLF; the last line end is no empty row. Spaces belong to their field.
class CsvScanner {
 public:
  /// `bytes` must outlive the scanner.
  CsvScanner(std::string_view bytes, char separator);

  /// Reads the next row into `fields`, whose texts live until the next call. False at the end of
  /// the file and at an error.
  bool next(std::vector<CsvField>& fields);

  const base::Error* error() const { return has_error_ ? &error_ : nullptr; }

 private:
  bool read_field(CsvField& field);
  bool read_quoted(CsvField& field);
  bool fail(std::size_t offset, std::string_view problem);

  std::string_view bytes_;
  char separator_;
  std::size_t at_ = 0;
  /// Texts of this row that had doubled quotes. A deque, because fields point into it as it grows.
  std::deque<std::string> unescaped_;
  std::size_t unescaped_count_ = 0;
  bool has_error_ = false;
  base::Error error_;
};

/// "Line 3, column 7: …." as an error about a file of text.
base::Error error_at(std::string_view bytes, std::size_t offset, std::string_view problem);

/// Complains about bytes that are no UTF-8 text, naming the first wrong line.
base::Result<void> check_text(std::string_view bytes);

}  // namespace formats
