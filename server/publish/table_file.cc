#include "publish/table_file.h"

#include <algorithm>
#include <memory>
#include <span>
#include <utility>

#include <fmt/format.h>

#include "base/json_writer.h"
#include "formats/csv.h"
#include "formats/jsonstat.h"
#include "formats/sidecar.h"
#include "output/xlsx.h"
#include "publish/files.h"

namespace publish {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view later_formats[] = {"px", "sdmx-csv", "ods", "xls", "html"};

/// The whole number at `at`, which is moved behind it; 0 where there is none.
int read_whole(std::string_view text, std::size_t& at) {
  int number = 0;
  for (; at < text.size() && text[at] >= '0' && text[at] <= '9' && number < 100'000'000; ++at) {
    number = number * 10 + (text[at] - '0');
  }
  return number;
}

/// Readers say where as base::text_from_place writes it, within or at the beginning of a sentence:
/// "… in line 3, column 14.", "Line 3, column 14: …".
void read_place(stats::Finding& finding) {
  constexpr std::string_view line_word = "ine ", column_word = ", column ";
  const std::string_view message = finding.message;
  for (std::size_t at = message.find(line_word); at != std::string_view::npos;
       at = message.find(line_word, at + 1)) {
    std::size_t end = at + line_word.size();
    const bool is_word = at > 0 && (message[at - 1] == 'l' || message[at - 1] == 'L');
    const int line = is_word ? read_whole(message, end) : 0;
    if (line == 0) continue;
    finding.line = line;
    if (message.substr(end, column_word.size()) == column_word) {
      end += column_word.size();
      finding.column = read_whole(message, end);
    }
    return;
  }
}

stats::Finding finding_from_error(const base::Error& error) {
  stats::Finding finding;
  finding.code = base::text_from_error_code(error.code);
  finding.message = error.message;
  if (!error.detail.empty()) finding.message += " (" + error.detail + ")";
  read_place(finding);
  return finding;
}

/// A sidecar lies beside its document: an address that leads elsewhere is not followed.
bool is_plain_name(std::string_view name) {
  return !name.empty() && name.front() != '.' &&
         name.find_first_of("/\\") == std::string_view::npos &&
         name.find('\0') == std::string_view::npos;
}

base::Result<stats::Table> table_with_sidecar(formats::JsonstatDocument document,
                                              const fs::path& folder) {
  if (document.sidecar.address.empty()) return std::move(document.table);
  if (!is_plain_name(document.sidecar.address)) {
    return base::fail(base::ErrorCode::invalid,
                      fmt::format("The cells must stand in a file beside the document, but its "
                                  "address is \"{}\".",
                                  document.sidecar.address));
  }
  auto bytes = bytes_from_file(folder / document.sidecar.address);
  if (!bytes) {
    return base::fail(
        bytes.error().code,
        fmt::format("The cells stand in \"{}\", which cannot be read.", document.sidecar.address),
        bytes.error().detail);
  }
  if (bytes->size() != document.sidecar.bytes) {
    return base::fail(base::ErrorCode::invalid,
                      fmt::format("The document promises {} bytes of cells, and \"{}\" has {}.",
                                  document.sidecar.bytes, document.sidecar.address, bytes->size()));
  }
  std::size_t cells_count = 1;
  for (const stats::Dimension& dimension : document.table.dimensions) {
    cells_count *= dimension.categories.size();
  }
  const auto owner = std::make_shared<const std::string>(*std::move(bytes));
  auto cells = formats::cells_from_sidecar(owner, std::as_bytes(std::span(*owner)), cells_count);
  if (!cells) return tl::unexpected(cells.error());
  document.table.cells = *std::move(cells);
  return std::move(document.table);
}

base::Result<formats::CsvTable> table_from_bytes(std::string_view bytes, Format format,
                                                 const fs::path& path) {
  if (format == Format::csv) return formats::table_from_csv(bytes, {});
  auto document = formats::table_from_jsonstat(bytes);
  if (!document) return tl::unexpected(document.error());
  auto table = table_with_sidecar(*std::move(document), path.parent_path());
  if (!table) return tl::unexpected(table.error());
  return formats::CsvTable{*std::move(table), {}};
}

}  // namespace

base::Result<Format> format_from_word(std::string_view word) {
  if (word == "jsonstat" || word == "json") return Format::jsonstat;
  if (word == "csv") return Format::csv;
  if (word == "xlsx") return Format::xlsx;
  if (std::find(std::begin(later_formats), std::end(later_formats), word) !=
      std::end(later_formats)) {
    return base::fail(
        base::ErrorCode::invalid,
        fmt::format(
            "The format {} cannot be read or written yet; jsonstat and csv can, and xlsx can "
            "be written.",
            word));
  }
  return base::fail(
      base::ErrorCode::invalid,
      fmt::format("\"{}\" is no format that is known here; there are jsonstat, csv and xlsx.",
                  word));
}

base::Result<Format> format_from_path(const fs::path& path) {
  std::string ending = path.extension().string();
  if (ending.empty()) {
    return base::fail(base::ErrorCode::invalid,
                      "The file's name has no ending that says its format; name the format.",
                      path.string());
  }
  return format_from_word(ending.substr(1));
}

std::string json_from_finding(const FileFinding& finding) {
  base::JsonWriter json;
  json.open_object();
  json.text_member("file", finding.file);
  json.whole_member("line", static_cast<std::uint64_t>(std::max(finding.finding.line, 0)));
  json.whole_member("column", static_cast<std::uint64_t>(std::max(finding.finding.column, 0)));
  json.text_member("code", finding.finding.code);
  json.text_member("severity", finding.finding.severity == stats::Finding::Severity::error
                                   ? "error"
                                   : "warning");
  json.text_member("message", finding.finding.message);
  json.close_object();
  return std::move(json).take();
}

bool TableFile::has_errors() const {
  return std::any_of(findings.begin(), findings.end(), [](const FileFinding& finding) {
    return finding.finding.severity == stats::Finding::Severity::error;
  });
}

TableFile table_file_from_path(const fs::path& path, Format format, Checks checks) {
  TableFile file;
  const auto add = [&](stats::Finding finding) {
    file.findings.push_back({path.string(), std::move(finding)});
  };
  if (format == Format::xlsx) {
    add(finding_from_error({base::ErrorCode::invalid,
                            "Excel files can be written here, but not read; save the sheet as CSV.",
                            ""}));
    return file;
  }
  const auto bytes = bytes_from_file(path);
  if (!bytes) {
    add(finding_from_error({bytes.error().code, bytes.error().message, ""}));
    return file;
  }
  auto read = table_from_bytes(*bytes, format, path);
  if (!read) {
    add(finding_from_error(read.error()));
    return file;
  }
  for (stats::Finding& warning : read->warnings)
    add(std::move(warning));
  if (checks == Checks::publishable) {
    for (stats::Finding& finding : stats::findings_from_table(read->table)) {
      add(std::move(finding));
    }
  }
  if (file.has_errors()) return file;
  for (stats::Finding& finding : stats::findings_from_totals(read->table))
    add(std::move(finding));
  file.table = std::move(read->table);
  return file;
}

base::Result<std::string> bytes_from_table(const stats::Table& table, Format format) {
  if (format == Format::jsonstat) return formats::jsonstat_from_table(table);
  if (format == Format::csv) return formats::csv_from_table(table, {});
  const auto shared = std::make_shared<const stats::Table>(table);
  const stats::PivotGrid grid = stats::grid_from_table(shared, stats::default_view(table));
  return output::xlsx_from_page(output::page_from_grid(grid, base::Language::id), grid, {});
}

}  // namespace publish
