// Triangles that fill a closed line, for those who can draw nothing else.
#pragma once

#include <cstdint>
#include <vector>

#include "stats/scene.h"

namespace stats {

/// Places of corners in the ring, three by three: triangles that cover it once, whichever way round
/// it runs. None for fewer than three corners. Where the ring crosses or touches itself they still
/// are as many as it has corners less two, but may cover another piece. Costs up to the cube of the
/// corners.
std::vector<std::uint32_t> triangles_from_ring(const Ring& ring);

}  // namespace stats
