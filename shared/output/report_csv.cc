// The report as CSV: titles, rows, digest.

#include "base/words.h"
#include "formats/csv.h"
#include "output/report.h"

namespace output {
namespace {

constexpr char report_separator = ',';

void append_row(std::string& bytes, const std::vector<std::string>& fields) {
  for (std::size_t at = 0; at < fields.size(); ++at) {
    if (at > 0) bytes += report_separator;
    bytes += formats::csv_text(fields[at], report_separator);
  }
  bytes += "\r\n";
}

}  // namespace

std::string report_as_of_text(const desk::Report& report, const base::Zone& zone) {
  return base::text(base::Word::report_as_of, report.language,
                    {base::text_from_instant(report.as_of, zone, report.language)});
}

std::string csv_from_report(const desk::Report& report, const base::Zone& zone) {
  std::string bytes = "\xEF\xBB\xBF";
  append_row(bytes, {base::text(base::Word::report_name, report.language, {report.number})});
  append_row(bytes, {report.title});
  append_row(bytes, {report.period});
  append_row(bytes, {report_as_of_text(report, zone)});
  append_row(bytes, {base::text(base::Word::report_digest, report.language, {report.sha256})});
  for (const desk::ReportTable& table : report.tables) {
    bytes += "\r\n";
    append_row(bytes, table.heads);
    for (const auto& row : table.rows) {
      std::vector<std::string> fields;
      for (const desk::ReportCell& cell : row)
        fields.push_back(cell.number ? std::to_string(*cell.number) : cell.text);
      append_row(bytes, fields);
    }
  }
  return bytes;
}

}  // namespace output
