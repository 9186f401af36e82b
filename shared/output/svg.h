// A scene as a picture of its own: an SVG with title, notes and source, in the light theme.
#pragma once

#include <string>
#include <vector>

#include "base/language.h"
#include "stats/scene.h"

namespace output {

/// What the scene does not know about the file.
struct SvgFacts {
  base::Language language = base::Language::id;
  std::vector<std::string> foot;  ///< Below the source, a line each: when updated, address.
};

/// A standalone SVG. Texts stay texts; the scene's sentence is its description for those who do not
/// see it. The same arguments give the same bytes. A scene that is a refusal becomes a picture that
/// says so.
std::string svg_from_scene(const stats::Scene& scene, const SvgFacts& facts,
                           const stats::TextMeasure& measure);

/// The colour of an ink in the light theme: "#14211f".
std::string svg_colour(stats::Ink ink);

}  // namespace output
