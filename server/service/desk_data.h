// What the desk works with, read once when the server starts.
#pragma once

#include <array>
#include <filesystem>
#include <string>
#include <vector>

#include "base/result.h"
#include "desk/classification.h"
#include "desk/reply_template.h"
#include "desk/report_definition.h"
#include "desk/settings.h"
#include "desk/working_time.h"
#include "output/html.h"
#include "stats/catalogue.h"
#include "stats/search.h"

namespace service {

/// What the office's letters are written on, and with.
struct Letterhead {
  std::vector<std::string> lines;           ///< The office's name.
  std::string regular_font, semibold_font;  ///< TrueType; empty: the site has none.
};

struct DeskData {
  desk::Calendar calendar;
  desk::Classifications classifications;
  desk::DeskSettings settings;
  stats::Catalogue catalogue;         ///< What is published.
  stats::SearchIndex search;          ///< Of the same, and of what is not available.
  std::filesystem::path site_folder;  ///< Where the published files lie.
  output::Site site;                  ///< What pages have in common.
  std::string html_template;
  /// By kind, Indonesian and English.
  std::array<std::array<desk::ReplyTemplate, 2>, desk::template_kinds_count> templates;
  std::vector<desk::ReportDefinition> reports;  ///< In the order of their files' names.
  Letterhead letterhead;
  std::string office_mail;  ///< Sender of the office's mails.
};

/// All templates of replies in a folder. Fails with the error of the first that cannot be read.
base::Result<void> read_reply_templates(DeskData& data, const std::filesystem::path& folder);

/// All definitions (*.json) in a folder; none where there is no such folder. Fails as the
/// templates.
base::Result<void> read_report_definitions(DeskData& data, const std::filesystem::path& folder);

/// From data/office (calendar, classifications, desk, office, reports, templates) and a site that
/// build_site has made. Fails with the error of the first file that cannot be read, its path in
/// `detail`.
base::Result<DeskData> desk_data_from_folders(const std::filesystem::path& office,
                                              const std::filesystem::path& site);

}  // namespace service
