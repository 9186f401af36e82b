#include "output/type_measure.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <memory>
#include <optional>
#include <vector>

namespace output {
namespace {

constexpr std::uint32_t glyphs_max = 0x10000;  ///< What a table of format 4 can name.

/// Big-endian numbers; reading past the end gives zeros, and `is_whole` says so.
class Bytes {
 public:
  explicit Bytes(std::string_view bytes) : bytes_(bytes) {}

  std::uint32_t u8(std::size_t at) {
    if (at < bytes_.size()) return static_cast<unsigned char>(bytes_[at]);
    is_whole_ = false;
    return 0;
  }
  std::uint32_t u16(std::size_t at) { return u8(at) << 8 | u8(at + 1); }
  std::uint32_t u32(std::size_t at) { return u16(at) << 16 | u16(at + 2); }

  /// Where the table of this name begins.
  std::optional<std::size_t> table(std::string_view name) {
    const std::uint32_t count = u16(4);
    for (std::size_t i = 0; i < count && is_whole_; ++i) {
      const std::size_t entry = 12 + 16 * i;
      if (entry + 16 <= bytes_.size() && bytes_.substr(entry, 4) == name) return u32(entry + 8);
    }
    return std::nullopt;
  }

  bool is_whole() const { return is_whole_; }

 private:
  std::string_view bytes_;
  bool is_whole_ = true;
};

/// Advances in shares of the em, by character.
struct Advances {
  std::vector<float> known;  ///< Negative: the font has no such glyph.
  float unknown = 0;

  float of(std::uint32_t character) const {
    if (character >= known.size() || known[character] < 0) return unknown;
    return known[character];
  }
};

/// Where the character map of format 4 begins.
std::optional<std::size_t> character_map(Bytes& font) {
  const auto tables = font.table("cmap");
  if (!tables) return std::nullopt;
  const std::uint32_t count = font.u16(*tables + 2);
  for (std::size_t i = 0; i < count && font.is_whole(); ++i) {
    const std::size_t map = *tables + font.u32(*tables + 4 + 8 * i + 4);
    if (font.u16(map) == 4) return map;
  }
  return std::nullopt;
}

/// Calls work(character, glyph) for everything that the map names.
template <class Work>
void each_character(Bytes& font, std::size_t map, Work work) {
  const std::size_t segments = font.u16(map + 6) / 2;
  const std::size_t ends = map + 14, starts = ends + 2 * segments + 2;
  const std::size_t deltas = starts + 2 * segments, offsets = deltas + 2 * segments;
  for (std::size_t i = 0; i < segments && font.is_whole(); ++i) {
    const std::uint32_t first = font.u16(starts + 2 * i), last = font.u16(ends + 2 * i);
    const std::uint32_t delta = font.u16(deltas + 2 * i), offset = font.u16(offsets + 2 * i);
    for (std::uint32_t c = first; c <= last && c < 0xFFFF && font.is_whole(); ++c) {
      std::uint32_t glyph = c;
      if (offset != 0) glyph = font.u16(offsets + 2 * i + offset + 2 * (c - first));
      if (offset == 0 || glyph != 0) work(c, (glyph + delta) & 0xFFFF);
    }
  }
}

std::optional<Advances> advances_from_font(std::string_view bytes) {
  Bytes font(bytes);
  const auto head = font.table("head"), hhea = font.table("hhea"), hmtx = font.table("hmtx");
  const auto map = character_map(font);
  if (!head || !hhea || !hmtx || !map) return std::nullopt;
  const auto em = static_cast<float>(font.u16(*head + 18));
  const std::uint32_t metrics = font.u16(*hhea + 34);
  if (em <= 0 || metrics == 0) return std::nullopt;
  const auto advance = [&](std::uint32_t glyph) {
    // Glyphs beyond the last entry share its advance.
    const std::size_t entry = glyph < metrics ? glyph : metrics - 1;
    return static_cast<float>(font.u16(*hmtx + 4 * entry)) / em;
  };
  Advances advances;
  advances.known.assign(glyphs_max, -1);
  advances.unknown = advance(0);
  each_character(font, *map, [&](std::uint32_t character, std::uint32_t glyph) {
    advances.known[character] = advance(glyph);
  });
  if (!font.is_whole()) return std::nullopt;
  return advances;
}

/// The next character of a text in UTF-8, which loses it.
std::uint32_t next_character(std::string_view& text) {
  const auto lead = static_cast<unsigned char>(text.front());
  const std::size_t size = lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
  std::uint32_t character = size == 1 ? lead : lead & (0xFFu >> (size + 1));
  for (std::size_t i = 1; i < size && i < text.size(); ++i)
    character = character << 6 | (static_cast<unsigned char>(text[i]) & 0x3Fu);
  text.remove_prefix(std::min(size, text.size()));
  return character;
}

}  // namespace

base::Result<stats::TextMeasure> measure_from_fonts(std::string_view regular_font,
                                                    std::string_view semibold_font) {
  const auto regular = advances_from_font(regular_font);
  const auto semibold = advances_from_font(semibold_font);
  if (!regular || !semibold)
    return base::fail(base::ErrorCode::invalid,
                      "Texts are measured by two TrueType fonts with a character map of format 4; "
                      "the bytes are not such fonts.");
  const auto both =
      std::make_shared<const std::array<Advances, 2>>(std::array<Advances, 2>{*regular, *semibold});
  return [both](std::string_view text, stats::Weight weight, float size) {
    const Advances& advances = (*both)[weight == stats::Weight::semibold ? 1 : 0];
    float width = 0;
    while (!text.empty())
      width += advances.of(next_character(text));
    return width * size;
  };
}

}  // namespace output
