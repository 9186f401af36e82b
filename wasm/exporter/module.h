// What makes the two modules differ; main.cc is the same in both.
#pragma once

#include "exporter/job.h"

namespace exporter {

/// Of this module: sheet_module.cc, paper_module.cc.
extern const Maker maker;

}  // namespace exporter
