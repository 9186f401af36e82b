#include "view/draw_data.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstring>
#include <span>

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

constexpr std::int64_t plain_pixels_min = 64 * 64;

struct Pixels {
  std::int32_t left, top, right, bottom;
};

/// The clipping in whole pixels of the canvas. Empty where nothing of it is on the canvas.
Pixels clip_from_command(const ImDrawCmd& command, const ImDrawData& drawn) {
  const auto edge = [](float at, float origin, float scale, float end) {
    return static_cast<std::int32_t>(
        std::lround(std::clamp((at - origin) * scale, 0.0f, end * scale)));
  };
  const ImVec2 origin = drawn.DisplayPos, scale = drawn.FramebufferScale, size = drawn.DisplaySize;
  return {edge(command.ClipRect.x, origin.x, scale.x, size.x),
          edge(command.ClipRect.y, origin.y, scale.y, size.y),
          edge(command.ClipRect.z, origin.x, scale.x, size.x),
          edge(command.ClipRect.w, origin.y, scale.y, size.y)};
}

DrawCommand command_from_pixels(const Pixels& at) {
  return {at.left, at.top, std::max(0, at.right - at.left), std::max(0, at.bottom - at.top), 0,
          0,       0};
}

/// Pixels whose middle lies between two corners: those that the triangles would cover.
Pixels covered(const ImVec2& from, const ImVec2& to, const Pixels& clip) {
  const auto edge = [](float at, std::int32_t low, std::int32_t high) {
    return std::clamp(static_cast<std::int32_t>(std::ceil(at - 0.5f)), low, high);
  };
  return {edge(from.x, clip.left, clip.right), edge(from.y, clip.top, clip.bottom),
          edge(to.x, clip.left, clip.right), edge(to.y, clip.top, clip.bottom)};
}

/// True for two triangles that are one opaque rectangle without texture, as ImGui writes it.
bool is_plain_rectangle(const ImDrawVert* vertices, const ImDrawIdx* index, const ImVec2& white) {
  const ImDrawIdx first = index[0];
  for (const int i : {0, 1, 2, 3})
    if (index[i < 3 ? i : 5] != first + i) return false;
  if (index[3] != first || index[4] != first + 2) return false;
  const ImDrawVert *a = vertices + first, *b = a + 1, *c = a + 2, *d = a + 3;
  const auto is_white = [&](const ImDrawVert* v) {
    return v->uv.x == white.x && v->uv.y == white.y;
  };
  return is_white(a) && is_white(c) && a->col == c->col && b->col == a->col && d->col == a->col &&
         a->col >> 24 == 0xFF && a->pos.y == b->pos.y && b->pos.x == c->pos.x &&
         c->pos.y == d->pos.y && d->pos.x == a->pos.x;
}

bool have_same_clip(const DrawCommand& a, const DrawCommand& b) {
  return a.x == b.x && a.y == b.y && a.width == b.width && a.height == b.height;
}

void add_triangles(DrawData& data, std::span<const ImDrawIdx> triangles, const Pixels& clip,
                   std::uint32_t vertices_begin) {
  if (triangles.empty()) return;
  DrawCommand next = command_from_pixels(clip);
  next.first_index = static_cast<std::uint32_t>(data.indices.size());
  next.indices_count = static_cast<std::uint32_t>(triangles.size());
  data.indices.resize(data.indices.size() + triangles.size());
  std::transform(triangles.begin(), triangles.end(), data.indices.data() + next.first_index,
                 [vertices_begin](ImDrawIdx i) { return vertices_begin + i; });
  auto& commands = data.commands;
  if (!commands.empty() && commands.back().indices_count > 0 &&
      have_same_clip(commands.back(), next)) {
    commands.back().indices_count += next.indices_count;
  } else {
    commands.push_back(next);
  }
}

void take_command(DrawData& data, const ImDrawList& list, const ImDrawCmd& command,
                  const Pixels& clip, std::uint32_t vertices_begin) {
  const ImDrawVert* const vertex = list.VtxBuffer.Data + command.VtxOffset;
  const std::span<const ImDrawIdx> index(list.IdxBuffer.Data + command.IdxOffset,
                                         command.ElemCount);
  const ImVec2 white = ImGui::GetFontTexUvWhitePixel();
  std::size_t begin = 0;  // Of the triangles that are not yet in a command.
  for (std::size_t i = 0; i < index.size();) {
    if (i + 6 > index.size() || !is_plain_rectangle(vertex, index.data() + i, white)) {
      i += 3;
      continue;
    }
    const ImDrawVert* const corner = vertex + index[i];
    const DrawCommand plain = command_from_pixels(covered(corner[0].pos, corner[2].pos, clip));
    if (std::int64_t{plain.width} * plain.height >= plain_pixels_min) {
      add_triangles(data, index.subspan(begin, i - begin), clip, vertices_begin);
      begin = i + 6;
      data.commands.push_back(plain);
      data.commands.back().colour = corner->col;
    }
    i += 6;
  }
  add_triangles(data, index.subspan(begin), clip, vertices_begin);
}

}  // namespace

void DrawData::take(const ImDrawData& drawn) {
  width = drawn.DisplaySize.x;
  height = drawn.DisplaySize.y;
  vertices.resize(static_cast<std::size_t>(drawn.TotalVtxCount));
  indices.clear();
  indices.reserve(static_cast<std::size_t>(drawn.TotalIdxCount));
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
      const Pixels clip = clip_from_command(command, drawn);
      if (clip.right <= clip.left || clip.bottom <= clip.top) continue;
      take_command(*this, *list, command, clip, list_begin + command.VtxOffset);
    }
    list_begin += static_cast<std::uint32_t>(list->VtxBuffer.Size);
  }
}

}  // namespace view
