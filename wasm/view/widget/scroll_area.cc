#include "view/widget/scroll_area.h"

#include <imgui.h>

#include <algorithm>
#include <cmath>

namespace view {

bool glide(Ui& ui, Scroll& scroll) {
  const double rest_x = scroll.target_x - scroll.x, rest_y = scroll.target_y - scroll.y;
  if (rest_x == 0 && rest_y == 0) return false;
  const double step = ui.state.window.is_motion_reduced
                          ? 1
                          : 1 - std::exp(-22.0 * std::min(0.05f, ImGui::GetIO().DeltaTime));
  scroll.x += rest_x * step;
  scroll.y += rest_y * step;
  if (std::abs(scroll.target_x - scroll.x) < 0.4) scroll.x = scroll.target_x;
  if (std::abs(scroll.target_y - scroll.y) < 0.4) scroll.y = scroll.target_y;
  ui.memory.wants_frame = true;
  return true;
}

std::optional<double> scroll_bar(Ui& ui, std::string_view id, const Rect& track, double share,
                                 double at, bool is_horizontal) {
  if (share >= 1) return {};
  const float length = is_horizontal ? track.w : track.h;
  const float thumb =
      std::max(tokens::extent::scrollbar_thumb_min, static_cast<float>(share) * length);
  const float room = std::max(1.0f, length - thumb);
  const Touch touch = ui.touch(id, track);
  const float start = static_cast<float>(at) * room;
  const bool is_wide = touch.is_hovered || touch.is_held;
  const float girth = is_wide ? 8 : 6;
  const Rect bar = is_horizontal
                       ? Rect{track.x + start, track.middle_y() - girth / 2, thumb, girth}
                       : Rect{track.middle_x() - girth / 2, track.y + start, girth, thumb};
  ui.paint.fill(track, Role::scrollbar_track);
  ui.paint.fill(bar, Role::scrollbar_thumb, girth / 2);
  ui.memory.drags.push_back(track);
  if (!touch.is_held) return {};
  const float pointer = is_horizontal ? ui.pointer_x() - track.x : ui.pointer_y() - track.y;
  return std::clamp((pointer - thumb / 2) / room, 0.0f, 1.0f);
}

ScrollArea::ScrollArea(Ui& ui, std::string_view id, const Rect& view, float content_height)
    : ui_(ui), id_(id), view_(view), content_(content_height), width_(view.w) {
  Scroll& scroll = ui.memory.scrolls[id_];
  const double most = std::max(0.0f, content_ - view_.h);
  scroll.target_y = std::clamp(scroll.target_y, 0.0, most);
  scroll.y = std::clamp(scroll.y, 0.0, most);
  glide(ui, scroll);
  offset_ = std::round(static_cast<float>(scroll.y));
  if (most > 0) {
    ui.memory.new_targets.push_back({view_, id_, 1, 0, most});
    if (!ui.is_touch()) width_ -= tokens::extent::scrollbar;
  }
  ui_.push_clip(view_);
}

ScrollArea::~ScrollArea() {
  const double most = std::max(0.0f, content_ - view_.h);
  if (most > 0 && !ui_.is_touch()) {
    Scroll& scroll = ui_.memory.scrolls[id_];
    const Rect track{view_.right() - tokens::extent::scrollbar, view_.y, tokens::extent::scrollbar,
                     view_.h};
    if (const auto at =
            scroll_bar(ui_, "bar/" + id_, track, view_.h / content_, scroll.y / most, false))
      scroll.y = scroll.target_y = *at * most;
  }
  ui_.pop_clip();
}

}  // namespace view
