// What the page is given to draw: large plain rectangles as commands of their own, everything else
// as the triangles that it was, in the same order and over the same pixels.
#include "view/draw_data.h"

#include <imgui.h>
#include <imgui_internal.h>

#include <algorithm>
#include <array>
#include <catch2/catch_test_macros.hpp>
#include <cmath>
#include <cstdlib>
#include <memory>
#include <string>
#include <vector>

#include "view/widget/paint.h"

namespace {

constexpr ImU32 red = IM_COL32(255, 0, 0, 255), green = IM_COL32(0, 255, 0, 255);
constexpr ImU32 glass = IM_COL32(0, 0, 255, 128);
constexpr ImVec2 white{0.25f, 0.25f};
constexpr int canvas_width = 300, canvas_height = 200;

/// Lists to draw on, as a frame has them, without a frame.
class Canvas {
 public:
  Canvas() : context_(ImGui::CreateContext()) {
    ImGui::SetCurrentContext(context_);
    ImDrawListSharedData& shared = *ImGui::GetDrawListSharedData();
    shared.TexUvWhitePixel = white;
    shared.SetCircleTessellationMaxError(0.2f);
    shared.InitialFlags = ImDrawListFlags_AntiAliasedFill | ImDrawListFlags_AntiAliasedLines;
    add_list();
  }
  ~Canvas() {
    lists_.clear();
    ImGui::DestroyContext(context_);
  }
  Canvas(const Canvas&) = delete;
  Canvas& operator=(const Canvas&) = delete;

  ImDrawList& list() { return *lists_.back(); }

  ImDrawList& add_list() {
    lists_.push_back(std::make_unique<ImDrawList>(ImGui::GetDrawListSharedData()));
    list()._ResetForNewFrame();
    list().PushClipRect({0, 0}, {canvas_width, canvas_height});
    return list();
  }

  void take(view::DrawData& data) const {
    ImDrawData drawn;
    drawn.Valid = true;
    drawn.DisplaySize = {canvas_width, canvas_height};
    drawn.FramebufferScale = {1, 1};
    for (const auto& list : lists_)
      drawn.AddDrawList(list.get());
    data.take(drawn);
  }

  view::DrawData taken() const {
    view::DrawData data;
    take(data);
    return data;
  }

 private:
  ImGuiContext* context_;
  std::vector<std::unique_ptr<ImDrawList>> lists_;
};

/// One red rectangle under one clipping.
view::DrawData clipped(const ImRect& clip, const ImRect& rectangle) {
  Canvas canvas;
  canvas.list().PushClipRect(clip.Min, clip.Max);
  canvas.list().AddRectFilled(rectangle.Min, rectangle.Max, red);
  return canvas.taken();
}

/// The commands in order: what is filled, or how many triangles there are.
std::vector<std::string> kinds(const view::DrawData& data) {
  std::vector<std::string> kinds;
  for (const view::DrawCommand& command : data.commands) {
    if (command.indices_count > 0)
      kinds.push_back(std::to_string(command.indices_count / 3) + " triangles");
    else
      kinds.push_back(command.colour == red ? "fill red" : "fill green");
  }
  return kinds;
}

using Strings = std::vector<std::string>;
using Places = std::array<int, 4>;

Places placed(const view::DrawCommand& command) {
  return {command.x, command.y, command.width, command.height};
}

/// How much of each pixel is covered, by the rule of a graphics card: where its middle lies.
class Covered {
 public:
  explicit Covered(const view::DrawData& data) : alpha_(canvas_width * canvas_height) {
    for (const view::DrawCommand& command : data.commands) {
      if (command.indices_count == 0) add_fill(command);
      for (std::uint32_t i = 0; i < command.indices_count; i += 3)
        add_triangle(data, command, data.indices.data() + command.first_index + i);
    }
  }

  /// The pixels that differ by more than one step of a screen.
  int pixels_unlike(const Covered& other) const {
    int count = 0;
    for (std::size_t i = 0; i < alpha_.size(); ++i)
      count += std::abs(alpha_[i] - other.alpha_[i]) > 2.0f / 255 ? 1 : 0;
    return count;
  }

  float at(int x, int y) const { return alpha_[static_cast<std::size_t>(y * canvas_width + x)]; }

 private:
  void add(int x, int y, float alpha) {
    float& pixel = alpha_[static_cast<std::size_t>(y * canvas_width + x)];
    pixel = alpha + pixel * (1 - alpha);
  }

  void add_fill(const view::DrawCommand& command) {
    for (int y = command.y; y < command.y + command.height; ++y)
      for (int x = command.x; x < command.x + command.width; ++x)
        add(x, y, 1);
  }

  void add_triangle(const view::DrawData& data, const view::DrawCommand& clip,
                    const std::uint32_t* index) {
    const view::Vertex &a = data.vertices[index[0]], &b = data.vertices[index[1]],
                       &c = data.vertices[index[2]];
    const float area = (b.x - a.x) * (c.y - a.y) - (c.x - a.x) * (b.y - a.y);
    if (area == 0) return;
    for (int y = clip.y; y < clip.y + clip.height; ++y) {
      for (int x = clip.x; x < clip.x + clip.width; ++x) {
        // A hair beside the middle, so that none lies on the edge that two triangles share.
        const float px = static_cast<float>(x) + 0.5004f, py = static_cast<float>(y) + 0.5002f;
        const float of_b = ((px - a.x) * (c.y - a.y) - (c.x - a.x) * (py - a.y)) / area;
        const float of_c = ((b.x - a.x) * (py - a.y) - (px - a.x) * (b.y - a.y)) / area;
        const float of_a = 1 - of_b - of_c;
        if (of_a < 0 || of_b < 0 || of_c < 0) continue;
        const auto alpha = [](const view::Vertex& v) { return static_cast<float>(v.colour >> 24); };
        add(x, y, (of_a * alpha(a) + of_b * alpha(b) + of_c * alpha(c)) / 255);
      }
    }
  }

  std::vector<float> alpha_;
};

}  // namespace

TEST_CASE("a large plain rectangle is a command without triangles, in its placed in the order") {
  Canvas canvas;
  canvas.list().AddRectFilled({0, 0}, {300, 200}, red);
  canvas.list().AddTriangleFilled({10, 10}, {20, 10}, {10, 20}, green);
  canvas.list().AddRectFilled({50, 60}, {150, 160}, green);
  canvas.list().AddRectFilled({60, 70}, {70, 80}, red);
  canvas.list().AddRectFilled({60, 90}, {70, 99}, red);
  const view::DrawData data = canvas.taken();
  REQUIRE(data.commands.size() == 4);
  CHECK(kinds(data)[0] == "fill red");
  CHECK(data.commands[1].indices_count > 0);
  CHECK(kinds(data)[2] == "fill green");
  CHECK(kinds(data)[3] == "4 triangles");
  CHECK(placed(data.commands[0]) == Places{0, 0, 300, 200});
  CHECK(placed(data.commands[2]) == Places{50, 60, 100, 100});
}

TEST_CASE("a rectangle stays triangles where it is small") {
  Canvas canvas;
  canvas.list().AddRectFilled({0, 0}, {64, 63}, red);
  CHECK(kinds(canvas.taken()) == Strings{"2 triangles"});
  canvas.list().AddRectFilled({100, 0}, {164, 64}, red);
  CHECK(kinds(canvas.taken()) == Strings{"2 triangles", "fill red"});
}

TEST_CASE("a rectangle stays triangles where one sees through it") {
  Canvas canvas;
  canvas.list().AddRectFilled({0, 0}, {300, 200}, glass);
  CHECK(kinds(canvas.taken()) == Strings{"2 triangles"});
}

TEST_CASE("a rectangle stays triangles where it has a texture or several colours") {
  Canvas canvas;
  canvas.list().PrimReserve(6, 4);
  canvas.list().PrimRectUV({0, 0}, {300, 200}, {0, 0}, {1, 1}, red);
  canvas.list().AddRectFilledMultiColor({0, 0}, {300, 200}, red, red, green, green);
  CHECK(kinds(canvas.taken()) == Strings{"4 triangles"});
}

TEST_CASE("a plain surface that is no upright rectangle stays triangles") {
  Canvas canvas;
  canvas.list().Flags = ImDrawListFlags_None;
  canvas.list().AddQuadFilled({0, 0}, {300, 10}, {300, 200}, {0, 190}, red);
  CHECK(kinds(canvas.taken()) == Strings{"2 triangles"});
}

TEST_CASE("a plain rectangle ends where its clipping ends") {
  const view::DrawData data = clipped({20, 30, 220, 130}, {0, 0, 300, 100});
  REQUIRE(kinds(data) == Strings{"fill red"});
  CHECK(placed(data.commands[0]) == Places{20, 30, 200, 70});
}

TEST_CASE("what is clipped to less than a large surface stays triangles, cut off there") {
  const view::DrawData data = clipped({20, 30, 60, 130}, {0, 0, 300, 200});
  REQUIRE(kinds(data) == Strings{"2 triangles"});
  CHECK(placed(data.commands[0]) == Places{20, 30, 40, 100});
}

TEST_CASE("what is clipped away makes no command") {
  CHECK(clipped({400, 0, 500, 200}, {400, 0, 500, 200}).commands.empty());
}

TEST_CASE("triangles with the same clipping are one command, with another clipping another") {
  Canvas canvas;
  canvas.list().AddRectFilled({0, 0}, {10, 10}, red);
  canvas.list().AddRectFilled({0, 20}, {10, 30}, red);
  CHECK(kinds(canvas.taken()) == Strings{"4 triangles"});
  canvas.list().PushClipRect({0, 0}, {50, 50});
  canvas.list().AddRectFilled({0, 40}, {10, 60}, red);
  CHECK(kinds(canvas.taken()) == Strings{"4 triangles", "2 triangles"});
}

TEST_CASE("a filled surface has the pixels whose middle lies in it") {
  Canvas canvas;
  canvas.list().AddRectFilled({10.4f, 20.6f}, {110.4f, 120.6f}, red);
  canvas.list().AddRectFilled({10.5f, 20.5f}, {110.5f, 120.5f}, red);
  const view::DrawData data = canvas.taken();
  REQUIRE(kinds(data) == Strings{"fill red", "fill red"});
  CHECK(placed(data.commands[0]) == Places{10, 21, 100, 100});
  CHECK(placed(data.commands[1]) == Places{10, 20, 100, 100});
}

TEST_CASE("the triangles of all lists are there, and each has its own corners") {
  Canvas canvas;
  canvas.list().AddRectFilled({0, 0}, {10, 10}, red);
  canvas.list().AddRectFilled({0, 0}, {300, 200}, green);
  canvas.add_list().AddRectFilled({30, 40}, {50, 60}, red);
  const view::DrawData data = canvas.taken();
  CHECK(kinds(data) == Strings{"2 triangles", "fill green", "2 triangles"});
  CHECK(data.vertices.size() == 12);
  CHECK(data.indices == std::vector<std::uint32_t>{0, 1, 2, 0, 2, 3, 8, 9, 10, 8, 10, 11});
  CHECK(data.commands[2].first_index == 6);
  CHECK(data.vertices[8].x == 30);
  CHECK(data.vertices[10].y == 60);
}

TEST_CASE("a frame says nothing of the frame before it") {
  Canvas canvas;
  canvas.list().AddRectFilled({0, 0}, {300, 200}, red);
  canvas.list().AddRectFilled({0, 0}, {10, 10}, red);
  view::DrawData data;
  canvas.take(data);
  canvas.list()._ResetForNewFrame();
  canvas.list().PushClipRect({0, 0}, {canvas_width, canvas_height});
  canvas.list().AddRectFilled({0, 0}, {10, 10}, green);
  canvas.take(data);
  CHECK(kinds(data) == Strings{"2 triangles"});
  CHECK(data.vertices.size() == 4);
  CHECK(data.indices.size() == 6);
}

TEST_CASE(
    "a large rounded surface, drawn in three parts, covers the pixels that one shape covers") {
  for (const float radius : {4.0f, 8.0f, 12.5f}) {
    for (const float scale : {1.0f, 1.5f}) {
      Canvas parts, whole;
      view::Fonts fonts(view::FontBytes{});
      view::Paint paint(fonts, scale, false);
      paint.draw_on(&parts.list());
      paint.fill({10, 8, 160, 110}, view::Role::surface, radius);
      const view::DrawData in_parts = parts.taken();
      CHECK(std::any_of(in_parts.commands.begin(), in_parts.commands.end(),
                        [](const auto& command) { return command.indices_count == 0; }));
      whole.list().AddRectFilled({10 * scale, 8 * scale}, {170 * scale, 118 * scale},
                                 paint.colour(view::Role::surface), radius * scale);
      const Covered by_parts(in_parts), by_whole(whole.taken());
      INFO("radius " << radius << ", scale " << scale);
      CHECK(by_parts.pixels_unlike(by_whole) == 0);
      const int left = static_cast<int>(10 * scale), top = static_cast<int>(8 * scale);
      CHECK(by_parts.at(left, top) < 0.5f);
      CHECK(by_parts.at(left + 20, top + 20) == 1);
    }
  }
}
