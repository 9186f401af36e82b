// The table shown as a file: what the exporter is asked for, and the file's name and type.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "app/state.h"

namespace app {

/// "xlsx": the word for a format in jobs and on the device.
std::string_view word_from_format(FileFormat format);

std::optional<FileFormat> format_from_word(std::string_view word);

/// Empty for print.
std::string_view mime_type(FileFormat format);

/// What exporter/job.h reads: the format and its choices, and the view as its address.
std::string job_from_choice(const SaveChoice& choice, std::string_view path_and_query,
                            std::string_view base_path);

}  // namespace app
