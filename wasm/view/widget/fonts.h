// The two faces at the sizes that the screens ask for, in one atlas. Rasterised at the device's
// pixel ratio, with just the characters that have been asked for, so that the first frame comes
// soon.
#pragma once

#include <set>
#include <cstddef>
#include <span>
#include <string_view>
#include <vector>

struct ImFont;
struct ImFontAtlas;

namespace view {

enum class Face { regular, semibold };

/// Sizes by role; what they are in CSS pixels depends on the width of the window.
enum class Size { note, body, heading, title };

struct FontBytes {
  std::span<const std::byte> regular;
  std::span<const std::byte> semibold;
};

class Fonts {
 public:
  explicit Fonts(FontBytes bytes);

  /// Rebuilds the atlas where the scale, the phone's sizes or the characters changed. Call it
  /// before the frame begins. True where it did.
  [[gnu::noinline]] bool refresh(ImFontAtlas& atlas, float scale, bool is_phone);

  ImFont* font(Face face, Size size) const;
  /// Size in CSS pixels, as a browser counts it (em).
  float em_px(Size size) const;
  float line_px(Size size) const;

  /// Notes the characters of a text; a character not yet in the atlas asks for a rebuild.
  void want(std::string_view text);
  bool wants_refresh() const { return wants_refresh_; }
  unsigned version() const { return version_; }

 private:
  std::vector<unsigned int> ranges() const;

  FontBytes bytes_;
  std::set<char32_t> wanted_;
  std::vector<unsigned int> ranges_;  ///< Read by the atlas while it is built.
  ImFont* fonts_[2][4] = {};
  float scale_ = 0;
  bool is_phone_ = false;
  bool wants_refresh_ = true;
  unsigned version_ = 0;
};

/// The next character of UTF-8 text and the bytes it takes; U+FFFD for what is none.
char32_t next_character(std::string_view text, std::size_t& at);

}  // namespace view
