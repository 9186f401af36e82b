// A scene as lines of text, for tests: shapes in their order, then marks and texts.
#pragma once

#include <cmath>
#include <string>
#include <string_view>
#include <variant>

#include "stats/scene.h"

namespace support {

/// Every character six tenths of the em: widths that a person can work out.
inline float six_tenths(std::string_view text, stats::Weight, float size) {
  float count = 0;
  for (const char c : text)
    if ((static_cast<unsigned char>(c) & 0xC0) != 0x80) ++count;
  return count * size * 0.6f;
}

inline std::string whole(float value) { return std::to_string(std::lround(value)); }

inline std::string text_from_points(const std::vector<stats::Point>& points) {
  std::string text;
  for (const stats::Point& point : points)
    text += " " + whole(point.x) + "," + whole(point.y);
  return text;
}

inline std::string text_from_ink(stats::Ink ink) { return std::to_string(static_cast<int>(ink)); }

struct ShapeText {
  std::string operator()(const stats::Polyline& line) const {
    return "line " + text_from_ink(line.ink) + text_from_points(line.points);
  }
  std::string operator()(const stats::Polygon& polygon) const {
    return "polygon" + text_from_points(polygon.ring);
  }
  std::string operator()(const stats::Rectangle& bar) const {
    return "bar " + text_from_ink(bar.fill) + " " + whole(bar.box.x) + "," + whole(bar.box.y) +
           " " + whole(bar.box.w) + "x" + whole(bar.box.h);
  }
  std::string operator()(const stats::Marker& marker) const {
    return std::string(marker.is_hollow ? "hollow " : "marker ") +
           std::to_string(static_cast<int>(marker.shape)) + " " + text_from_ink(marker.ink) +
           text_from_points({marker.centre});
  }
  std::string operator()(const stats::TextLine& line) const {
    constexpr std::string_view anchors[] = {"start", "middle", "end"};
    return "text " + std::string(anchors[static_cast<int>(line.anchor)]) +
           text_from_points({line.at}) + " \"" + line.text + "\"";
  }
};

inline std::string text_from_scene(const stats::Scene& scene) {
  std::string text = whole(scene.width) + "x" + whole(scene.height) + "\n";
  text += "title " + scene.title + "\nsubtitle " + scene.subtitle + "\n";
  for (const stats::Shape& shape : scene.shapes)
    text += std::visit(ShapeText(), shape) + "\n";
  for (const stats::Mark& mark : scene.marks) {
    text += "mark " + mark.name + " |";
    for (const std::string& value : mark.values)
      text += " " + value;
    text += mark.status.empty() ? "\n" : " (" + mark.status + ")\n";
  }
  for (const std::string& note : scene.notes)
    text += "note " + note + "\n";
  return text + "source " + scene.source + "\nsentence " + scene.sentence + "\ncitation " +
         scene.citation + "\n" + (scene.refusal.empty() ? "" : "refusal " + scene.refusal + "\n");
}

}  // namespace support
