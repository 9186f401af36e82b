#include "view/widget/paint.h"

#include <imgui.h>

#include <algorithm>
#include <cmath>
#include <string>

namespace view {
namespace {

constexpr std::string_view ellipsis = "…";
/// From here on a surface is worth splitting.
constexpr float large_pixels = 64 * 64;
constexpr float ascent_share =
    2728.0f / 3408;  // Of ascent and descent together (tokens.json, metrics).

/// How wide a stroke of an icon is at a size (tokens.json, icon_stroke_px).
float stroke_of(float size) {
  if (size <= tokens::icon_size::small) return tokens::icon_stroke::small;
  return size < tokens::icon_size::large ? tokens::icon_stroke::normal : tokens::icon_stroke::large;
}

}  // namespace

float Paint::snap(float css) const { return std::floor(css * scale_ + 0.5f); }

unsigned Paint::colour(Role role) const {
  const std::uint32_t rgba = tokens::colour[is_dark_ ? 1 : 0][static_cast<int>(role)];
  return IM_COL32(rgba >> 24, (rgba >> 16) & 0xFF, (rgba >> 8) & 0xFF, rgba & 0xFF);
}

// --- Shapes ---

void Paint::fill(const Rect& rect, Role role, float radius) const {
  const float left = snap(rect.x), top = snap(rect.y), right = snap(rect.right()),
              bottom = snap(rect.bottom());
  const ImU32 filled = colour(role);
  const float corner = std::ceil(radius * scale_) + 1;
  if (radius == 0 || (right - left) * (bottom - top - 2 * corner) < large_pixels) {
    list_->AddRectFilled({left, top}, {right, bottom}, filled, radius * scale_);
    return;
  }
  // Between its rounded ends a large surface is a plain rectangle, which is drawn far sooner.
  list_->AddRectFilled({left, top}, {right, top + corner}, filled, radius * scale_,
                       ImDrawFlags_RoundCornersTop);
  list_->AddRectFilled({left, top + corner}, {right, bottom - corner}, filled);
  list_->AddRectFilled({left, bottom - corner}, {right, bottom}, filled, radius * scale_,
                       ImDrawFlags_RoundCornersBottom);
}

void Paint::outline(const Rect& rect, Role role, float radius, float width) const {
  // Inside the rectangle: the middle of the line is half a line from its edge.
  const float line = std::max(1.0f, std::round(width * scale_));
  list_->AddRect({snap(rect.x) + line / 2 - 0.5f, snap(rect.y) + line / 2 - 0.5f},
                 {snap(rect.right()) - line / 2 + 0.5f, snap(rect.bottom()) - line / 2 + 0.5f},
                 colour(role), radius * scale_, 0, line);
}

void Paint::horizontal(float x, float right, float y, Role role, float width) const {
  const float top = snap(y);
  list_->AddRectFilled({snap(x), top},
                       {snap(right), top + std::max(1.0f, std::round(width * scale_))},
                       colour(role));
}

void Paint::vertical(float x, float y, float bottom, Role role, float width) const {
  const float left = snap(x);
  list_->AddRectFilled({left, snap(y)},
                       {left + std::max(1.0f, std::round(width * scale_)), snap(bottom)},
                       colour(role));
}

void Paint::disc(float x, float y, float radius, Role role) const {
  list_->AddCircleFilled({x * scale_, y * scale_}, radius * scale_, colour(role));
}

void Paint::icon(Icon icon, float middle_x, float middle_y, float size, Role role) const {
  const float unit = size / 20 * scale_ / 100;
  const float left = snap(middle_x - size / 2), top = snap(middle_y - size / 2);
  const float stroke = std::max(1.0f, stroke_of(size) * scale_);
  const unsigned ink = colour(role);
  const icons::Shape shape = shape_of(icon);
  ImVec2 points[64];
  for (int p = 0; p < shape.paths_count; ++p) {
    const icons::Path& path = icons::paths[shape.first_path + p];
    const int count = std::min<int>(path.points_count, 64);
    for (int i = 0; i < count; ++i) {
      const std::int16_t* point = icons::points + 2 * (path.first_point + i);
      points[i] = {left + point[0] * unit, top + point[1] * unit};
    }
    if (count == 2 &&
        std::abs(points[1].x - points[0].x) + std::abs(points[1].y - points[0].y) < 20 * unit) {
      // A stroke as good as without length is a dot (tokens.json: 2.6 grid units for drag and
      // more).
      list_->AddCircleFilled(points[0], 1.3f * unit * 100, ink, 10);
      continue;
    }
    list_->AddPolyline(points, count, ink, path.is_closed ? ImDrawFlags_Closed : 0, stroke);
    if (path.is_closed || stroke < 2) continue;
    list_->AddCircleFilled(points[0], stroke / 2, ink, 8);
    list_->AddCircleFilled(points[count - 1], stroke / 2, ink, 8);
  }
}

void Paint::mark(const Rect& rect) const {
  const float unit = rect.w / 32 * scale_ / 100;
  const float left = snap(rect.x), top = snap(rect.y);
  for (int part = 0; part < mark_part_count; ++part) {
    const bool is_grain = static_cast<MarkPart>(part) == MarkPart::grain_fill;
    const icons::Shape shape = shape_of(static_cast<MarkPart>(part));
    for (int p = 0; p < shape.paths_count; ++p) {
      const icons::Path& path = icons::paths[shape.first_path + p];
      for (int i = 0; i < path.points_count; ++i) {
        const std::int16_t* point = icons::points + 2 * (path.first_point + i);
        list_->PathLineTo({left + point[0] * unit, top + point[1] * unit});
      }
      if (is_grain)
        list_->PathFillConvex(colour(Role::grain));
      else
        list_->PathStroke(colour(Role::primary), path.is_closed ? ImDrawFlags_Closed : 0,
                          2.2f / 32 * rect.w * scale_);
    }
  }
}

void Paint::shadow(const Rect& rect, float radius) const {
  for (const tokens::ShadowLayer& layer : tokens::shadow_popup) {
    const Rect grown = rect.inset(-layer.grow);
    fill({grown.x, grown.y + layer.y, grown.w, grown.h}, Role::shadow_alpha, radius + layer.grow);
  }
}

// --- Text ---

float Paint::width(std::string_view text, const TextStyle& style) const {
  fonts_.want(text);
  const ImFont* font = fonts_.font(style.face, style.size);
  return font->CalcTextSizeA(font->FontSize, FLT_MAX, 0, text.data(), text.data() + text.size()).x /
         scale_;
}

void Paint::line(float x, float y, std::string_view text, const TextStyle& style) const {
  fonts_.want(text);
  const ImFont* font = fonts_.font(style.face, style.size);
  // Dear ImGui rounds the ascent up; the baseline belongs where a browser would put it.
  const float ascent = font->FontSize * ascent_share;
  const float baseline =
      (y + fonts_.line_px(style.size) / 2) * scale_ - font->FontSize / 2 + ascent;
  const float top = std::floor(baseline + 0.5f) - font->Ascent;
  list_->AddText(font, font->FontSize, {snap(x), top}, colour(style.colour), text.data(),
                 text.data() + text.size());
}

/// Bytes of `text` that fit into `width` with "…" behind them.
float Paint::text_end_within(std::string_view text, const TextStyle& style, float width,
                             std::size_t& end) const {
  const ImFont* font = fonts_.font(style.face, style.size);
  const float room = (width - this->width(ellipsis, style)) * scale_;
  float used = 0;
  end = 0;
  for (std::size_t at = 0; at < text.size();) {
    const char32_t character = next_character(text, at);
    used += font->GetCharAdvance(static_cast<ImWchar>(character));
    if (used > room) break;
    end = at;
  }
  while (end > 0 && text[end - 1] == ' ')
    --end;
  return width;
}

float Paint::text(const Rect& box, std::string_view text, const TextStyle& style) const {
  if (box.w <= 0 || text.empty()) return 0;
  float wide = width(text, style);
  std::string shortened;
  if (wide > box.w + 0.6f) {
    std::size_t end = 0;
    text_end_within(text, style, box.w, end);
    shortened.assign(text.substr(0, end)).append(ellipsis);
    text = shortened;
    wide = width(text, style);
  }
  const float left = style.align == Align::left     ? box.x
                     : style.align == Align::centre ? box.x + (box.w - wide) / 2
                                                    : box.right() - wide;
  line(left, box.y + (box.h - fonts_.line_px(style.size)) / 2, text, style);
  return wide;
}

std::vector<TextLine> Paint::wrapped(std::string_view text, const TextStyle& style,
                                     float width) const {
  fonts_.want(text);
  const ImFont* font = fonts_.font(style.face, style.size);
  const float room = width * scale_ + 0.6f;
  std::vector<TextLine> lines;
  TextLine line;
  float used = 0, used_at_break = 0;
  std::size_t break_at = std::string_view::npos;
  const auto finish = [&](std::size_t end, float wide, std::size_t next) {
    line.end = end;
    line.width = wide / scale_;
    lines.push_back(line);
    line = {next, next, 0};
    break_at = std::string_view::npos;
  };
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t here = at;
    const char32_t character = next_character(text, at);
    if (character == '\n') {
      finish(here, used, at);
      used = 0;
      continue;
    }
    if (character == ' ') {
      break_at = here;
      used_at_break = used;
    }
    const float advance = font->GetCharAdvance(static_cast<ImWchar>(character));
    if (used + advance > room && here > line.begin && character != ' ') {
      if (break_at == std::string_view::npos) {
        finish(here, used, here);
        used = 0;
      } else {
        const std::size_t next = break_at + 1;
        const float kept = used_at_break + font->GetCharAdvance(' ');
        finish(break_at, used_at_break, next);
        used -= kept;
      }
    }
    used += advance;
  }
  finish(text.size(), used, text.size());
  return lines;
}

float Paint::paragraph_height(std::string_view text, const TextStyle& style, float width,
                              int lines_max) const {
  if (text.empty()) return 0;
  int lines = static_cast<int>(wrapped(text, style, width).size());
  if (lines_max > 0) lines = std::min(lines, lines_max);
  return static_cast<float>(lines) * fonts_.line_px(style.size);
}

float Paint::paragraph(const Rect& box, std::string_view text, const TextStyle& style,
                       int lines_max) const {
  if (text.empty()) return 0;
  const std::vector<TextLine> lines = wrapped(text, style, box.w);
  const float height = fonts_.line_px(style.size);
  float y = box.y;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const Rect row{box.x, y, box.w, height};
    const bool is_cut =
        lines_max > 0 && static_cast<int>(i) + 1 == lines_max && i + 1 < lines.size();
    // The last line takes the rest of the text and is shortened.
    this->text(row,
               text.substr(lines[i].begin, (is_cut ? text.size() : lines[i].end) - lines[i].begin),
               style);
    y += height;
    if (is_cut) break;
  }
  return y - box.y;
}

void Paint::marked_text(const Rect& box, std::string_view text, const TextStyle& style,
                        const std::vector<stats::TextRange>& marks) const {
  const bool fits = width(text, style) <= box.w;
  float x = box.x;
  std::size_t at = 0;
  const float top = box.y + (box.h - fonts_.line_px(style.size)) / 2;
  if (fits) {
    for (const stats::TextRange& mark : marks) {
      if (mark.begin < at || mark.end > text.size()) continue;
      x += width(text.substr(at, mark.begin - at), style);
      const float wide = width(text.substr(mark.begin, mark.end - mark.begin), style);
      fill({x - 1, top + 1, wide + 2, fonts_.line_px(style.size) - 2}, Role::primary_soft, 3);
      x += wide;
      at = mark.end;
    }
  }
  this->text(box, text, style);
}

// --- Clipping ---

void Paint::push_clip(const Rect& rect) const {
  ImGui::PushClipRect({snap(rect.x), snap(rect.y)}, {snap(rect.right()), snap(rect.bottom())},
                      true);
}

void Paint::pop_clip() const { ImGui::PopClipRect(); }

}  // namespace view
