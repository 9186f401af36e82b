#include "output/svg.h"

#include <algorithm>
#include <cmath>
#include <string_view>
#include <utility>
#include <variant>

#include "base/number.h"
#include "base/text.h"
#include "base/words.h"
#include "output/markup.h"
#include "stats/ink_colours.gen.h"

namespace output {
namespace {

using stats::Anchor;
using stats::Ink;
using stats::Weight;

static_assert(sizeof(stats::ink_colours[0]) / sizeof(stats::ink_colours[0][0]) == stats::ink_count);

constexpr float margin = 24;
constexpr float title_size = 19, title_line = 26;
constexpr float note_size = 13, note_line = 18;
constexpr float block_gap = 12;
// The site's own face first, then what it was made from, then what machines have.
constexpr std::string_view font_family =
    "'Lumbung Sans', Inter, 'Helvetica Neue', Arial, sans-serif";

/// Tenths of a pixel are finer than anybody sees.
std::string number(float value) {
  return base::figure_from_number(std::round(value * 10.0) / 10.0);
}

std::string points_text(const std::vector<stats::Point>& points) {
  std::string text;
  for (const stats::Point& point : points) {
    if (!text.empty()) text += ' ';
    text += number(point.x) + "," + number(point.y);
  }
  return text;
}

class SvgWriter {
 public:
  SvgWriter(const stats::Scene& scene, const SvgFacts& facts, const stats::TextMeasure& measure)
      : scene_(scene), facts_(facts), measure_(measure), width_(std::max(scene.width, 320.0f)) {}

  std::string write() {
    y_ = margin;
    lines(scene_.title, title_size, title_line, Weight::semibold, Ink::text);
    lines(scene_.subtitle, note_size, note_line, Weight::regular, Ink::text_muted);
    y_ += block_gap;
    if (scene_.refusal.empty()) {
      body_.open("g", {{"transform", "translate(" + number(margin) + " " + number(y_) + ")"}});
      body_.line();
      for (const stats::Shape& shape : scene_.shapes)
        std::visit([&](const auto& drawn) { draw(drawn); }, shape);
      body_.close("g");
      body_.line();
      y_ += scene_.height + block_gap;
    } else {
      lines(scene_.refusal, note_size, note_line, Weight::regular, Ink::text);
      y_ += block_gap;
    }
    for (const std::string& note : scene_.notes)
      muted(note);
    if (!scene_.source.empty())
      muted(std::string(base::text(base::Word::source, facts_.language)) + ": " + scene_.source);
    for (const std::string& line : facts_.foot)
      muted(line);
    return whole(y_ + margin - note_line / 2);
  }

 private:
  std::string whole(float height) {
    const std::string width = number(width_ + 2 * margin), high = number(height);
    Markup svg;
    svg.html("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    svg.open("svg", {{"xmlns", "http://www.w3.org/2000/svg"},
                     {"width", width},
                     {"height", high},
                     {"viewBox", "0 0 " + width + " " + high},
                     {"role", "img"},
                     {"aria-labelledby", "title desc"},
                     {"xml:lang", base::code_from_language(facts_.language)},
                     {"font-family", font_family}});
    svg.line();
    svg.element("title", scene_.title, {{"id", "title"}});
    svg.line();
    const std::string& said = scene_.sentence.empty() ? scene_.subtitle : scene_.sentence;
    svg.element("desc", scene_.refusal.empty() ? said : scene_.refusal, {{"id", "desc"}});
    svg.line();
    svg.element("rect", "",
                {{"width", width}, {"height", high}, {"fill", svg_colour(Ink::surface)}});
    svg.line();
    svg.html(body_.take());
    svg.close("svg");
    svg.line();
    return svg.take();
  }

  void muted(const std::string& text) {
    lines(text, note_size, note_line, Weight::regular, Ink::text_muted);
  }

  /// A text in lines that have room, below what stands already.
  void lines(const std::string& text, float size, float line, Weight weight, Ink ink) {
    std::string begun;
    const auto end_line = [&] {
      if (begun.empty()) return;
      draw(stats::TextLine{{margin, y_ + line * 0.72f}, begun, Anchor::start, weight, size, ink});
      y_ += line;
      begun.clear();
    };
    for (const std::string_view word : base::split(text, ' ')) {
      const std::string longer =
          begun.empty() ? std::string(word) : begun + " " + std::string(word);
      if (!begun.empty() && measure_(longer, weight, size) > width_) {
        end_line();
        begun = word;
      } else {
        begun = longer;
      }
    }
    end_line();
  }

  void draw(const stats::Polyline& line) {
    element("polyline", {{"points", points_text(line.points)},
                         {"fill", "none"},
                         {"stroke", svg_colour(line.ink)},
                         {"stroke-width", number(line.width)},
                         {"stroke-linejoin", "round"}});
  }

  void draw(const stats::Polygon& polygon) {
    element("polygon",
            {{"points", points_text(polygon.ring)},
             {"fill", polygon.fill ? svg_colour(*polygon.fill) : "none"},
             {polygon.line ? "stroke" : "", polygon.line ? svg_colour(*polygon.line) : ""},
             {polygon.line ? "stroke-width" : "", number(polygon.line_width)},
             {polygon.line ? "stroke-linejoin" : "", "round"}});
  }

  void draw(const stats::Rectangle& rectangle) {
    element("rect", {{"x", number(rectangle.box.x)},
                     {"y", number(rectangle.box.y)},
                     {"width", number(rectangle.box.w)},
                     {"height", number(rectangle.box.h)},
                     {"fill", svg_colour(rectangle.fill)}});
  }

  void draw(const stats::Marker& marker) {
    for (const stats::Polygon& polygon : stats::polygons_from_marker(marker))
      draw(polygon);
  }

  void draw(const stats::TextLine& line) {
    const std::string_view anchor = line.anchor == Anchor::start    ? ""
                                    : line.anchor == Anchor::middle ? "middle"
                                                                    : "end";
    const std::string x = number(line.at.x), y = number(line.at.y);
    const std::string size = number(line.size), colour = svg_colour(line.ink);
    body_.element("text", line.text,
                  {{"x", x},
                   {"y", y},
                   {"font-size", size},
                   {line.weight == Weight::semibold ? "font-weight" : "", "600"},
                   {anchor.empty() ? "" : "text-anchor", anchor},
                   {"fill", colour}});
    body_.line();
  }

  /// Attributes that own their texts.
  void element(std::string_view name,
               const std::vector<std::pair<std::string_view, std::string>>& attributes) {
    Attributes views;
    for (const auto& [key, value] : attributes)
      views.emplace_back(key, value);
    body_.element(name, "", views);
    body_.line();
  }

  const stats::Scene& scene_;
  const SvgFacts& facts_;
  const stats::TextMeasure& measure_;
  float width_;
  float y_ = 0;
  Markup body_;
};

}  // namespace

std::string svg_colour(Ink ink) {
  constexpr std::string_view digits = "0123456789abcdef";
  const std::uint32_t colour = stats::ink_colours[0][static_cast<std::size_t>(ink)];
  std::string text = "#";
  for (int shift = 28; shift >= 8; shift -= 4)
    text += digits[(colour >> shift) & 0xF];
  return text;
}

std::string svg_from_scene(const stats::Scene& scene, const SvgFacts& facts,
                           const stats::TextMeasure& measure) {
  return SvgWriter(scene, facts, measure).write();
}

}  // namespace output
