// The module that makes files for the eye.
#include "exporter/module.h"
#include "exporter/paper.h"

namespace exporter {

const Maker maker = paper_from_job;

}  // namespace exporter
