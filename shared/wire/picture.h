// A drawing on its way from the worker that makes it to the viewer that shows it: the scene, and
// the kinds of chart that the view allows. Bytes of our own, since both ends are built together.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "stats/scene.h"

namespace wire {

/// One kind that a reader may choose, in the reader's language.
struct PictureKind {
  std::string word;  ///< As the address has it.
  std::string label;
  std::string refusal;  ///< Why the view cannot be drawn so; empty where it can.
};

struct Picture {
  stats::Scene scene;
  std::string kind;  ///< The word of the one drawn.
  std::vector<PictureKind> kinds;
};

std::string bytes_from_picture(const Picture& picture);

/// Fails with `invalid` where the bytes end too soon, go on too long, or hold what no picture has.
base::Result<Picture> picture_from_bytes(std::string_view bytes);

}  // namespace wire
