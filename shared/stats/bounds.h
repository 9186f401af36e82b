// The smallest and largest figure of each measure: how wide a column of figures can become.
#pragma once

#include <vector>

#include "stats/table.h"

namespace stats {

struct Bounds {
  double min = 0;
  double max = 0;
  bool has_figures = false;
};

/// One for each category of the measure dimension, over all cells. Costs one pass.
std::vector<Bounds> bounds_from_table(const Table& table);

}  // namespace stats
