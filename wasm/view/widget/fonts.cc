#include "view/widget/fonts.h"

#include <imgui.h>
#include <imgui_internal.h>

#include "base/must.h"
#include "view/tokens.gen.h"

namespace view {
namespace {

// A loader that measures a face by ascent minus descent needs this factor on the em size
// (tokens.json, canvas_size_note).
constexpr float canvas_per_em = 3408.0f / 2816.0f;

namespace em = tokens::text_size;
namespace em_of_phone = tokens::text_size_phone;
namespace line = tokens::line_height;
namespace line_of_phone = tokens::line_height_phone;

constexpr float em_desktop[] = {em::note, em::body, em::heading, em::title};
constexpr float em_phone[] = {em_of_phone::note, em_of_phone::body, em_of_phone::heading,
                              em_of_phone::title};
constexpr float line_desktop[] = {line::note, line::body, line::heading, line::title};
constexpr float line_phone[] = {line_of_phone::note, line_of_phone::body, line_of_phone::heading,
                                line_of_phone::title};

// Everything the vocabulary and most tables use; the rest comes when it is first drawn.
constexpr std::string_view first_characters = "…–—‘’“”·×°²³¹⁴⁵⁶⁷⁸⁹⁰−→←↑↓✓•□éèê ";

}  // namespace

char32_t next_character(std::string_view text, std::size_t& at) {
  unsigned int character = 0;
  const char* begin = text.data() + at;
  const auto lead = static_cast<unsigned char>(*begin);
  const int length = lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
  if (at + length > text.size()) {
    at = text.size();
    return 0xFFFD;
  }
  character = length == 1 ? lead : lead & (0xFF >> (length + 1));
  for (int i = 1; i < length; ++i)
    character = (character << 6) | (static_cast<unsigned char>(begin[i]) & 0x3F);
  at += length;
  return character;
}

Fonts::Fonts(FontBytes bytes) : bytes_(bytes) {
  for (char32_t c = 0x20; c < 0x7F; ++c)
    wanted_.insert(c);
  want(first_characters);
}

void Fonts::want(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    if (static_cast<unsigned char>(text[at]) < 0x80) {
      ++at;
      continue;
    }
    const char32_t character = next_character(text, at);
    if (character > 0xFFFF || !wanted_.insert(character).second) continue;
    wants_refresh_ = true;
  }
}

std::vector<unsigned int> Fonts::ranges() const {
  std::vector<unsigned int> ranges;
  for (const char32_t c : wanted_) {
    if (!ranges.empty() && ranges.back() + 1 == c) {
      ranges.back() = c;
    } else {
      ranges.insert(ranges.end(), {c, c});
    }
  }
  ranges.push_back(0);
  return ranges;
}

bool Fonts::refresh(ImFontAtlas& atlas, float scale, bool is_phone) {
  if (!wants_refresh_ && scale == scale_ && is_phone == is_phone_) return false;
  scale_ = scale;
  is_phone_ = is_phone;
  wants_refresh_ = false;
  ranges_ = ranges();
  atlas.Clear();
  atlas.Flags |= ImFontAtlasFlags_NoMouseCursors;
  ImFontConfig config;
  config.FontDataOwnedByAtlas = false;
  config.OversampleV = 1;
  config.GlyphRanges = ranges_.data();
  for (int face = 0; face < 2; ++face) {
    const auto& bytes = face == 0 ? bytes_.regular : bytes_.semibold;
    for (int size = 0; size < 4; ++size) {
      // Large sizes stand on whole pixels well enough; small ones need the finer places.
      config.OversampleH = size < 2 && scale < 1.75f ? 2 : 1;
      const float pixels = em_px(static_cast<Size>(size)) * canvas_per_em * scale;
      if (face == 0 && size >= 2) {
        fonts_[face][size] = fonts_[0][1];  // Headings and titles are always semibold.
        continue;
      }
      fonts_[face][size] = atlas.AddFontFromMemoryTTF(
          const_cast<std::byte*>(bytes.data()), static_cast<int>(bytes.size()), pixels, &config);
      MUST(fonts_[face][size]);
    }
  }
  // The builder itself and not ImFontAtlas::Build, which would bring along the default font that we
  // never use: ten kilobytes of the reader's first load.
  MUST(ImFontAtlasGetBuilderForStbTruetype()->FontBuilder_Build(&atlas));
  ++version_;
  return true;
}

ImFont* Fonts::font(Face face, Size size) const {
  return fonts_[static_cast<int>(face)][static_cast<int>(size)];
}

float Fonts::em_px(Size size) const {
  return (is_phone_ ? em_phone : em_desktop)[static_cast<int>(size)];
}

float Fonts::line_px(Size size) const {
  return (is_phone_ ? line_phone : line_desktop)[static_cast<int>(size)];
}

}  // namespace view
