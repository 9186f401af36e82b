// What the office sets for its desk: data/office/desk.json.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

#include "base/language.h"
#include "base/result.h"
#include "desk/access.h"
#include "desk/event.h"
#include "desk/number_pattern.h"

namespace desk {

struct SopStandard {
  base::Text label;
  std::int64_t standard_seconds = 0;
};

/// Who signs the office's letters.
struct Signatory {
  std::string name;  ///< Empty: signed by hand, above the post.
  base::Text post;
};

struct DeskSettings {
  NumberPattern ticket_number;
  NumberPattern letter_number;
  int reply_working_days = 0;  ///< The promise to the public.
  int retention_months = 0;    ///< Personal data is erased so long after a ticket is closed.
  std::array<SopStandard, sop_steps_count> sop;  ///< By SopStep.
  std::array<base::Text, roles_count> posts;     ///< What each role is called, by Role.
  Signatory signatory;

  const SopStandard& standard(SopStep step) const { return sop[static_cast<std::size_t>(step)]; }
};

/// Fails with `invalid`, naming the member, where one is missing, of another kind or zero.
base::Result<DeskSettings> desk_settings_from_json(std::string_view bytes);

}  // namespace desk
