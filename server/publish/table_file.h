// A table file on the disk as a table, by its format; with what is wrong with it.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "stats/table.h"

namespace publish {

/// The formats that can be read and written; xlsx can only be written.
enum class Format { jsonstat, csv, xlsx };

/// "jsonstat", "csv" or "xlsx", the words of the command line. Fails with `invalid` for any other
/// word, and says so of formats that are known but not read here yet.
base::Result<Format> format_from_word(std::string_view word);

/// By the ending of the name: .json, .csv, .xlsx.
base::Result<Format> format_from_path(const std::filesystem::path& path);

/// What is wrong with a file. Written by `check` as one line of JSON.
struct FileFinding {
  std::string file;
  stats::Finding finding;
};

/// {"file", "line", "column", "code", "severity", "message"}, without a line end.
std::string json_from_finding(const FileFinding& finding);

/// A table and what is doubtful about it; no table where there is an error among the findings.
struct TableFile {
  std::optional<stats::Table> table;
  std::vector<FileFinding> findings;

  bool has_errors() const;
};

/// How much is asked of a table: that it can be read, or all that publishing needs (title,
/// source…), which a CSV file has no place for.
enum class Checks { readable, publishable };

/// Reads the file, and the sidecar beside it where it names one, and checks the table. What cannot
/// be read is a finding like any other.
TableFile table_file_from_path(const std::filesystem::path& path, Format format, Checks checks);

/// The table in a format, its cells in the document. A workbook shows the table as it is first
/// shown on the screen, and fails with `too_large` where Excel cannot hold that.
base::Result<std::string> bytes_from_table(const stats::Table& table, Format format);

}  // namespace publish
