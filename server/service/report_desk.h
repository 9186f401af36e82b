// Reports from the register: what the store keeps, computed by the core (desk/report.h). Who asked
// is never read for them.
#pragma once

#include <string>

#include "base/result.h"
#include "desk/report.h"
#include "service/desk_data.h"
#include "store/database.h"

namespace service {

/// Fails with `not_found` where the office has no report of this number.
base::Result<desk::Report> report_from_register(store::Database& database, const DeskData& data,
                                                const std::string& number,
                                                const desk::ReportWish& wish);

struct ReportFile {
  std::string name;  ///< "16-1_2026-11-01_2026-11-30.pdf".
  std::string media_type;
  std::string bytes;
};

/// `kind` is "csv", "xlsx" or "pdf"; fails with `invalid` where it is another.
base::Result<ReportFile> report_file(const desk::Report& report, const desk::ReportPeriod& period,
                                     std::string_view kind, const DeskData& data);

}  // namespace service
