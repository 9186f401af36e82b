// A cell's figure as machines read it, exactly: from its integer where the cells have that form.
#pragma once

#include <string>

#include "base/number.h"
#include "stats/cells.h"

namespace formats {

/// "39908.12"; empty where there is no figure.
inline std::string figure_at(const stats::Cells& cells, std::size_t index) {
  if (!cells.has_value(index)) return {};
  if (cells.form() == stats::Cells::Form::scaled)
    return base::figure_from_scaled(cells.scaled_values()[index], cells.decimals());
  return base::figure_from_number(cells.value_or_nan(index));
}

}  // namespace formats
