// What the desk works with, read once when the server starts.
#pragma once

#include <filesystem>
#include <string>

#include "base/result.h"
#include "desk/classification.h"
#include "desk/settings.h"
#include "desk/working_time.h"
#include "output/html.h"
#include "stats/catalogue.h"
#include "stats/search.h"

namespace service {

struct DeskData {
  desk::Calendar calendar;
  desk::Classifications classifications;
  desk::DeskSettings settings;
  stats::Catalogue catalogue;  ///< What is published.
  stats::SearchIndex search;   ///< Of the same, and of what is not available.
  output::Site site;           ///< What pages have in common.
  std::string html_template;
  std::string office_mail;  ///< Sender of the office's mails.
};

/// From data/office (calendar, classifications, desk) and a site that build_site has made. Fails
/// with the error of the first file that cannot be read, its path in `detail`.
base::Result<DeskData> desk_data_from_folders(const std::filesystem::path& office,
                                              const std::filesystem::path& site);

}  // namespace service
