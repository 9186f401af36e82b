// How far a file that is being made has come, and whether it shall go on.
#pragma once

#include <functional>

namespace output {

/// Called every few thousand cells, or page by page, with the share that is done, of 1. Where it
/// answers false, the writer stops and fails with `cancelled`; nothing of the file is left.
using Progress = std::function<bool(double share)>;

}  // namespace output
