#include "view/draw_data.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstring>

#include <imgui.h>

#include "base/must.h"

/// Stands for sscanf inside Dear ImGui (cmake/dependencies.cmake): there is no settings file to
/// read.
extern "C" int lumbung_reads_no_settings(const char*, const char*, ...) { return 0; }

namespace view {

namespace {

static_assert(sizeof(Vertex) == sizeof(ImDrawVert) &&
              offsetof(Vertex, u) == offsetof(ImDrawVert, uv) &&
              offsetof(Vertex, colour) == offsetof(ImDrawVert, col));

/// The clipping in whole pixels of the canvas. Empty where nothing of it is on the canvas.
DrawCommand clip_from_command(const ImDrawCmd& command, const ImDrawData& drawn) {
  const auto edge = [](float at, float origin, float scale, float end) {
    return static_cast<std::int32_t>(
        std::lround(std::clamp((at - origin) * scale, 0.0f, end * scale)));
  };
  const ImVec2 origin = drawn.DisplayPos, scale = drawn.FramebufferScale, size = drawn.DisplaySize;
  const std::int32_t left = edge(command.ClipRect.x, origin.x, scale.x, size.x);
  const std::int32_t top = edge(command.ClipRect.y, origin.y, scale.y, size.y);
  const std::int32_t right = edge(command.ClipRect.z, origin.x, scale.x, size.x);
  const std::int32_t bottom = edge(command.ClipRect.w, origin.y, scale.y, size.y);
  return {left, top, std::max(0, right - left), std::max(0, bottom - top), 0, 0};
}

bool have_same_clip(const DrawCommand& a, const DrawCommand& b) {
  return a.x == b.x && a.y == b.y && a.width == b.width && a.height == b.height;
}

}  // namespace

void DrawData::take(const ImDrawData& drawn) {
  width = drawn.DisplaySize.x;
  height = drawn.DisplaySize.y;
  vertices.resize(static_cast<std::size_t>(drawn.TotalVtxCount));
  indices.resize(static_cast<std::size_t>(drawn.TotalIdxCount));
  std::uint32_t taken = 0;
  commands.clear();
  std::uint32_t list_begin = 0;
  for (const ImDrawList* list : drawn.CmdLists) {
    if (list->VtxBuffer.Size > 0) {
      std::memcpy(vertices.data() + list_begin, list->VtxBuffer.Data,
                  static_cast<std::size_t>(list->VtxBuffer.size_in_bytes()));
    }
    for (const ImDrawCmd& command : list->CmdBuffer) {
      // Ours draw through the lists alone: nobody is left to call when the page draws.
      MUST(command.UserCallback == nullptr);
      DrawCommand next = clip_from_command(command, drawn);
      if (next.width == 0 || next.height == 0 || command.ElemCount == 0) continue;
      next.first_index = taken;
      next.indices_count = command.ElemCount;
      const std::uint32_t begin = list_begin + command.VtxOffset;
      const ImDrawIdx* index = list->IdxBuffer.Data + command.IdxOffset;
      std::transform(index, index + command.ElemCount, indices.data() + taken,
                     [begin](ImDrawIdx i) { return begin + i; });
      taken += command.ElemCount;
      if (!commands.empty() && have_same_clip(commands.back(), next)) {
        commands.back().indices_count += next.indices_count;
      } else {
        commands.push_back(next);
      }
    }
    list_begin += static_cast<std::uint32_t>(list->VtxBuffer.Size);
  }
  indices.resize(taken);
}

}  // namespace view
