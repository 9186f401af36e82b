// The table shown as a file: what the exporter is asked for, and the file's name and type.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "app/state.h"

namespace app {

/// "xlsx": the word for a format in jobs and on the device.
std::string_view word_from_format(FileFormat format);

std::optional<FileFormat> format_from_word(std::string_view word);

/// True for what the save dialog offers; pictures of charts are saved beside the chart.
bool is_table_format(FileFormat format);

/// "sheet" or "paper": the exporter's module that makes such a file.
std::string_view exporter_of(FileFormat format);

/// Empty for print.
std::string_view mime_type(FileFormat format);

/// "codes", "labels", "both".
std::string_view word_from_labels(CsvLabels labels);
std::optional<CsvLabels> labels_from_word(std::string_view word);

/// "genuine": what the page says of a file it has looked into. Anything else is `unchecked`.
FileVerdict verdict_from_word(std::string_view word);
std::string_view word_from_verdict(FileVerdict verdict);

/// Whether such a file can be without notes and source: others hold data alone, or all there is.
bool can_leave_out(const SaveChoice& choice);

/// About how many bytes such a file of the table shown has; 0 for print.
std::uint64_t estimated_bytes(const stats::PivotGrid& grid, const SaveChoice& choice);

/// What exporter/job.h reads: the format and its choices, and the view as its address.
std::string job_from_choice(const SaveChoice& choice, std::string_view path_and_query,
                            std::string_view base_path);

/// The same for a drawing of the view (svg, png, picture), `width` pixels wide. `outlines`: their
/// address, which the worker fetches for a map; empty for a chart.
std::string job_for_picture(FileFormat format, std::string_view path_and_query,
                            std::string_view base_path, std::string_view outlines, float width);

}  // namespace app
