#include "formats/csv_scanner.h"

#include <algorithm>

#include "base/text.h"
#include "formats/csv.h"

namespace formats {
namespace {}  // namespace

base::Error error_at(std::string_view bytes, std::size_t offset, std::string_view problem) {
  const base::TextPlace place = base::place_from_offset(bytes, offset);
  return {base::ErrorCode::invalid,
          "Line " + std::to_string(place.line) + ", column " + std::to_string(place.column) + ": " +
              std::string(problem) + ".",
          {}};
}

base::Result<void> check_text(std::string_view bytes) {
  if (bytes.starts_with("\xff\xfe") || bytes.starts_with("\xfe\xff"))
    return base::fail(base::ErrorCode::invalid,
                      "The file is UTF-16, but UTF-8 was expected; save it as CSV UTF-8.");
  std::size_t begin = 0;
  while (begin < bytes.size()) {
    const std::size_t end = std::min(bytes.find('\n', begin), bytes.size());
    const std::string_view line = bytes.substr(begin, end - begin);
    if (!base::is_utf8(line))
      return tl::unexpected(
          error_at(bytes, begin, "this line is not UTF-8; save the file as CSV UTF-8"));
    if (const std::size_t nul = line.find('\0'); nul != std::string_view::npos)
      return tl::unexpected(error_at(bytes, begin + nul, "a NUL byte stands in the text"));
    begin = end + 1;
  }
  return {};
}

CsvScanner::CsvScanner(std::string_view bytes, char separator)
    : bytes_(bytes), separator_(separator) {
  if (bytes_.starts_with(byte_order_mark)) at_ = byte_order_mark.size();
}

bool CsvScanner::fail(std::size_t offset, std::string_view problem) {
  has_error_ = true;
  error_ = error_at(bytes_, offset, problem);
  return false;
}

bool CsvScanner::next(std::vector<CsvField>& fields) {
  fields.clear();
  unescaped_count_ = 0;
  if (has_error_ || at_ >= bytes_.size()) return false;
  while (true) {
    if (!read_field(fields.emplace_back())) return false;
    if (at_ >= bytes_.size()) return true;
    if (bytes_[at_] == separator_) {
      ++at_;
      continue;
    }
    at_ += bytes_[at_] == '\r' ? 2 : 1;
    return true;
  }
}

/// Leaves `at_` at the separator, the line end or the end of the file.
bool CsvScanner::read_field(CsvField& field) {
  field.offset = at_;
  if (at_ < bytes_.size() && bytes_[at_] == '"') return read_quoted(field);
  while (at_ < bytes_.size() && bytes_[at_] != separator_ && bytes_[at_] != '\n') {
    if (bytes_[at_] == '\r') {
      if (bytes_.substr(at_, 2) == "\r\n") break;
      return fail(at_, "a carriage return stands alone; lines must end with LF or CRLF");
    }
    if (bytes_[at_] == '"')
      return fail(at_,
                  "a quote stands inside a field that does not begin with one; put the field "
                  "in quotes and double the quote");
    ++at_;
  }
  field.text = bytes_.substr(field.offset, at_ - field.offset);
  return true;
}

bool CsvScanner::read_quoted(CsvField& field) {
  const std::size_t begin = ++at_;
  std::string* unescaped = nullptr;
  std::size_t copied = begin;
  while (true) {
    const std::size_t quote = bytes_.find('"', at_);
    if (quote == std::string_view::npos)
      return fail(field.offset, "the quote that begins here is not closed");
    at_ = quote + 1;
    if (at_ >= bytes_.size() || bytes_[at_] != '"') break;
    if (!unescaped) {
      if (unescaped_count_ == unescaped_.size()) unescaped_.emplace_back();
      unescaped = &unescaped_[unescaped_count_++];
      unescaped->clear();
    }
    unescaped->append(bytes_, copied, at_ - copied);
    copied = ++at_;
  }
  const std::size_t end = at_ - 1;
  if (unescaped) {
    unescaped->append(bytes_, copied, end - copied);
    field.text = *unescaped;
  } else {
    field.text = bytes_.substr(begin, end - begin);
  }
  const std::string_view rest = bytes_.substr(at_, 2);
  if (rest.empty() || rest[0] == separator_ || rest[0] == '\n' || rest == "\r\n") return true;
  return fail(at_,
              "after a closing quote the separator or the line's end was expected; a quote "
              "inside a field must be doubled");
}

base::Result<std::vector<std::vector<std::string>>> rows_from_csv(std::string_view bytes,
                                                                  char separator) {
  if (const auto checked = check_text(bytes); !checked)
    return tl::unexpected<base::Error>(checked.error());
  CsvScanner scanner(bytes, separator);
  std::vector<CsvField> fields;
  std::vector<std::vector<std::string>> rows;
  while (scanner.next(fields)) {
    std::vector<std::string>& row = rows.emplace_back();
    for (const CsvField& field : fields)
      row.emplace_back(field.text);
  }
  if (scanner.error()) return tl::unexpected<base::Error>(*scanner.error());
  return rows;
}

}  // namespace formats
