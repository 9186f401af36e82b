// A drawn frame as flat arrays: what the page gives to the graphics card, straight out of our
// memory.
#pragma once

#include <cstdint>
#include <vector>

struct ImDrawData;

namespace view {

/// Position in pixels of the canvas, place in the atlas, colour as red, green, blue and alpha
/// bytes.
struct Vertex {
  float x, y;
  float u, v;
  std::uint32_t colour;
};

/// Triangles that are cut off at one rectangle, in pixels of the canvas from its upper left corner;
/// without indices, the rectangle itself, filled with `colour`.
struct DrawCommand {
  std::int32_t x, y, width, height;
  std::uint32_t first_index, indices_count;
  std::uint32_t colour;  ///< As a vertex has it, opaque.
};

/// All lists of a frame as one: one upload, and a command for each change of the clipping and each
/// large plain surface. Filling a rectangle costs a renderer in software a tenth of drawing it.
struct DrawData {
  float width = 0, height = 0;
  std::vector<Vertex> vertices;
  std::vector<std::uint32_t> indices;
  std::vector<DrawCommand> commands;

  /// Becomes what was drawn; keeps its memory from frame to frame. Not inlined: the browser
  /// compiles the function around a hot loop anew while the first frame is under way, and a
  /// frame is large.
  [[gnu::noinline]] void take(const ImDrawData& drawn);
};

}  // namespace view
