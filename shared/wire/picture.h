// A drawing on its way from the worker that makes it to the viewer that shows it: the scene, and
// what the reader may choose about it. Bytes of our own, since both ends are built together.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "stats/scene.h"

namespace wire {

/// One thing that a reader may choose, in the reader's language.
struct PictureOption {
  std::string word;  ///< As the address has it.
  std::string label;
  std::string refusal = {};  ///< Why the view cannot be drawn so; empty where it can.
};

/// What a reader may choose from, or type.
struct PictureChoice {
  std::string name;                         ///< Of the address's parameter.
  std::string label;                        ///< "Pembagian kelas".
  std::string chosen = {};                  ///< The word of the option that is drawn.
  std::vector<PictureOption> options = {};  ///< Empty: figures are typed, as `hint` says.
  std::string hint = {};
};

struct Picture {
  stats::Scene scene;
  std::vector<PictureChoice> choices;
};

std::string bytes_from_picture(const Picture& picture);

/// Fails with `invalid` where the bytes end too soon, go on too long, or hold what no picture has.
base::Result<Picture> picture_from_bytes(std::string_view bytes);

}  // namespace wire
