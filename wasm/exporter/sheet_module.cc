// The module that makes files for programs.
#include "exporter/module.h"
#include "exporter/sheet.h"

namespace exporter {

const Maker maker = sheet_from_job;

}  // namespace exporter
