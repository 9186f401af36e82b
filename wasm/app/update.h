// The one place that decides: State × Command → State, and the effects to perform. Pure but for the
// state it is given; late, failed and repeated answers are ordinary commands here.
#pragma once

#include <string>

#include "app/command.h"
#include "app/effect.h"
#include "app/state.h"

namespace app {

/// `now_ms` rises from frame to frame.
Effects update(State& state, const Command& command, double now_ms);

/// What the saved file is called: table code, first and last period in it, "seluruh" or "tampilan",
/// ending: "jumlah-penduduk_2023-2025_tampilan.csv".
std::string file_name(const State& state, const SaveChoice& choice);

/// True while the dialog of a file that is being made is in sight: a quick one is waited for
/// without.
bool is_export_told(const State& state);

}  // namespace app
