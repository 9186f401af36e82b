#include "output/pdf_document.h"

#include <algorithm>
#include <array>
#include <chrono>
#include <cmath>

#include <hpdf.h>
#include <hpdf_fontdef.h>
#include <hpdf_streams.h>

#include "base/digest.h"
#include "base/text.h"

extern "C" {

// libharu asks for what it comes with where it does not know a name, and has none here (see
// cmake/dependencies.cmake).
HPDF_FontDef lumbung_no_font(HPDF_MMgr, const char*) { return nullptr; }
HPDF_Encoder lumbung_no_encoder(HPDF_MMgr, const char*) { return nullptr; }

}  // extern "C"

namespace output {
namespace {

constexpr const char* encoding = "UTF-8";
constexpr std::size_t property_bytes_max = 2000;  // A title; nobody reads more in a list of files.

/// The first thing that libharu refused; later ones follow from it.
struct Refusal {
  HPDF_STATUS code = HPDF_OK;
  HPDF_STATUS detail = HPDF_OK;
};

/// libharu escapes whatever may not stand in a name but the space, which would end it.
std::string key_from_name(std::string name) {
  std::replace(name.begin(), name.end(), ' ', '_');
  return name;
}

/// libharu goes on after this returns, and refuses whatever comes next.
void remember_refusal(HPDF_STATUS code, HPDF_STATUS detail, void* refusal) {
  auto& first = *static_cast<Refusal*>(refusal);
  if (first.code == HPDF_OK) first = {code, detail};
}

/// What HPDF_LoadTTFontFromFile does, from memory: libharu's own interface reads files alone.
/// `tag` is the six letters that tell a subset apart. Null where the bytes are no TrueType.
const char* load_font(HPDF_Doc document, std::string_view bytes, const char* tag) {
  // What is cut off within its first lines libharu would go on to read.
  constexpr std::string_view signature("\0\1\0\0", 4);
  constexpr std::size_t header_size = 12;
  if (!bytes.starts_with(signature) || bytes.size() < header_size) return nullptr;
  const auto size = static_cast<HPDF_UINT>(bytes.size());
  HPDF_Stream stream = HPDF_MemStream_New(document->mmgr, size);
  if (stream == nullptr) return nullptr;
  const auto* first = reinterpret_cast<const HPDF_BYTE*>(bytes.data());
  if (HPDF_Stream_Write(stream, first, size) != HPDF_OK) {
    HPDF_Stream_Free(stream);
    return nullptr;
  }
  // From here on the font owns the stream, also where it cannot be read.
  HPDF_FontDef font = HPDF_TTFontDef_Load(document->mmgr, stream, HPDF_TRUE);
  if (font == nullptr) return nullptr;
  if (HPDF_List_Add(document->fontdef_list, font) != HPDF_OK) {
    HPDF_FontDef_Free(font);
    return nullptr;
  }
  std::array<char, 7> letters{};
  std::copy_n(tag, 6, letters.begin());
  HPDF_TTFontDef_SetTagName(font, letters.data());
  return font->base_font;
}

/// The stream that says which character a code of the font stands for: each for itself, since the
/// codes are those of Unicode. libharu's own has ranges of another kind, which only some readers
/// take, so this one comes in its place.
void set_characters(HPDF_Doc document, HPDF_Font font) {
  HPDF_Dict stream = HPDF_DictStream_New(document->mmgr, document->xref);
  if (stream == nullptr) return;
  stream->filter = HPDF_STREAM_FILTER_FLATE_DECODE;
  std::string map =
      "/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n"
      "/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def\n"
      "/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n"
      "1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n";
  // A range stays within one first byte, and a list has a hundred at most.
  constexpr int pages = 256, list_max = 64;
  for (int page = 0; page < pages; ++page) {
    if (page % list_max == 0) map += std::to_string(list_max) + " beginbfrange\n";
    const char first = static_cast<char>(page);
    const std::string byte = base::hex_from_bytes({&first, 1});
    map.append("<").append(byte).append("00> <").append(byte).append("ff> <");
    map.append(byte).append("00>\n");
    if (page % list_max == list_max - 1) map += "endbfrange\n";
  }
  map += "endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n";
  HPDF_Stream_Write(stream->stream, reinterpret_cast<const HPDF_BYTE*>(map.data()),
                    static_cast<HPDF_UINT>(map.size()));
  HPDF_Dict_Add(font, "ToUnicode", stream);
}

HPDF_Date date_from_seconds(std::int64_t seconds) {
  constexpr std::int64_t day_seconds = 86400;
  const std::chrono::year_month_day day{
      std::chrono::sys_days{std::chrono::days{static_cast<int>(seconds / day_seconds)}}};
  const int second = static_cast<int>(seconds % day_seconds);
  HPDF_Date date{};
  date.year = static_cast<int>(day.year());
  date.month = static_cast<int>(static_cast<unsigned>(day.month()));
  date.day = static_cast<int>(static_cast<unsigned>(day.day()));
  date.hour = second / 3600;
  date.minutes = second / 60 % 60;
  date.seconds = second % 60;
  date.ind = 'Z';
  return date;
}

/// How many of the first `bytes_max` bytes are whole characters.
std::size_t whole_characters(std::string_view text, std::size_t bytes_max) {
  if (text.size() <= bytes_max) return text.size();
  std::size_t end = bytes_max;
  while (end > 1 && (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80)
    --end;
  return end;
}

/// As libharu takes a text, which for it ends at NUL and has characters of sixteen bits: U+FFFD in
/// the place of all others.
std::string drawable(std::string_view text) {
  std::string made = base::printable(text);
  constexpr std::size_t long_form = 4;
  for (std::size_t at = 0; at < made.size(); ++at) {
    const bool is_long_form = static_cast<unsigned char>(made[at]) >= 0xF0;
    if (is_long_form) made.replace(at, long_form, base::replacement_character);
  }
  return made;
}

std::string shortened(const std::string& text) {
  return drawable(text.substr(0, whole_characters(text, property_bytes_max)));
}

HPDF_RGBColor colour_of(PdfShade shade) {
  const auto part = [&](int shift) {
    return static_cast<float>(static_cast<std::uint32_t>(shade) >> shift & 0xFF) / 255;
  };
  return {part(16), part(8), part(0)};
}

/// Points with two decimals: finer is not seen, and makes the file larger.
float place(double points) { return static_cast<float>(std::round(points * 100) / 100); }

}  // namespace

PdfProperties pdf_properties(const std::string& title, const Page& page, const PdfFacts& facts) {
  PdfProperties properties;
  properties.title = title;
  properties.author = facts.office.empty() ? page.source : facts.office;
  properties.subject = page.code;
  properties.language = page.language;
  properties.created = facts.created;
  properties.more = facts.origin;
  return properties;
}

struct PdfDocument::Haru {
  Refusal refusal;
  bool has_fonts = false;
  HPDF_Doc document = nullptr;
  HPDF_Font regular = nullptr, semibold = nullptr;

  HPDF_Font font(PdfWeight weight) const {
    return weight == PdfWeight::semibold ? semibold : regular;
  }
  void draw_rules(HPDF_Page page, float height, const std::vector<PdfRule>& rules) const;
  void draw_areas(HPDF_Page page, float height, const std::vector<PdfArea>& areas) const;
  void draw_texts(HPDF_Page page, float height, const std::vector<PdfText>& texts) const;
};

PdfDocument::PdfDocument(std::string_view regular_font, std::string_view semibold_font)
    : haru_(std::make_unique<Haru>()) {
  haru_->document = HPDF_New(remember_refusal, &haru_->refusal);
  HPDF_Doc document = haru_->document;
  if (document == nullptr) return;
  HPDF_UseUTFEncodings(document);
  HPDF_SetCurrentEncoder(document, encoding);
  HPDF_SetCompressionMode(document, HPDF_COMP_ALL);
  const char* regular = load_font(document, regular_font, "LUMBAA");
  const char* semibold = load_font(document, semibold_font, "LUMBAB");
  haru_->has_fonts = regular != nullptr && semibold != nullptr;
  if (!haru_->has_fonts) return;
  haru_->regular = HPDF_GetFont(document, regular, encoding);
  haru_->semibold = HPDF_GetFont(document, semibold, encoding);
  if (!is_sound()) return;
  set_characters(document, haru_->regular);
  set_characters(document, haru_->semibold);
}

PdfDocument::~PdfDocument() {
  if (haru_->document != nullptr) HPDF_Free(haru_->document);
}

bool PdfDocument::is_sound() const {
  return haru_->document != nullptr && haru_->has_fonts && haru_->refusal.code == HPDF_OK;
}

double PdfDocument::width(std::string_view text, PdfWeight weight) {
  // libharu refuses longer texts, and a refusal would spoil the document.
  constexpr std::size_t piece_bytes_max = 30'000;
  double width = 0;
  while (!text.empty() && is_sound()) {
    const std::size_t bytes = whole_characters(text, piece_bytes_max);
    const std::string piece = drawable(text.substr(0, bytes));
    const HPDF_TextWidth measured =
        HPDF_Font_TextWidth(haru_->font(weight), reinterpret_cast<const HPDF_BYTE*>(piece.data()),
                            static_cast<HPDF_UINT>(piece.size()));
    width += static_cast<double>(measured.width) / 1000;
    text.remove_prefix(bytes);
  }
  return width;
}

void PdfDocument::set_properties(const PdfProperties& properties) {
  if (!is_sound()) return;
  HPDF_Doc document = haru_->document;
  const auto set = [&](HPDF_InfoType type, const std::string& value) {
    if (!value.empty()) HPDF_SetInfoAttr(document, type, shortened(value).c_str());
  };
  set(HPDF_INFO_TITLE, properties.title);
  set(HPDF_INFO_AUTHOR, properties.author);
  set(HPDF_INFO_SUBJECT, properties.subject);
  set(HPDF_INFO_CREATOR, "Lumbung");
  if (properties.created > 0) {
    HPDF_SetInfoDateAttr(document, HPDF_INFO_CREATION_DATE, date_from_seconds(properties.created));
    HPDF_SetInfoDateAttr(document, HPDF_INFO_MOD_DATE, date_from_seconds(properties.created));
  }
  for (const auto& [name, value] : properties.more) {
    HPDF_String text =
        HPDF_String_New(document->mmgr, shortened(value).c_str(), document->cur_encoder);
    HPDF_Dict_Add(document->info, key_from_name(name).c_str(), text);
  }
  // libharu has no calls for the language, and for the title in the place of the file's name: the
  // catalogue of the document is a dictionary like any.
  const std::string language(base::code_from_language(properties.language));
  HPDF_Dict_Add(document->catalog, "Lang",
                HPDF_String_New(document->mmgr, language.c_str(), nullptr));
  HPDF_Dict preferences = HPDF_Dict_New(document->mmgr);
  HPDF_Dict_AddBoolean(preferences, "DisplayDocTitle", HPDF_TRUE);
  HPDF_Dict_Add(document->catalog, "ViewerPreferences", preferences);
  HPDF_CheckError(&document->error);
}

void PdfDocument::Haru::draw_rules(HPDF_Page page, float height,
                                   const std::vector<PdfRule>& rules) const {
  for (const PdfRule& rule : rules) {
    const HPDF_RGBColor colour = colour_of(rule.shade);
    HPDF_Page_SetRGBStroke(page, colour.r, colour.g, colour.b);
    HPDF_Page_SetLineWidth(page, place(rule.thickness));
    HPDF_Page_MoveTo(page, place(rule.x1), place(height - rule.y1));
    HPDF_Page_LineTo(page, place(rule.x2), place(height - rule.y2));
    HPDF_Page_Stroke(page);
  }
}

void PdfDocument::Haru::draw_areas(HPDF_Page page, float height,
                                   const std::vector<PdfArea>& areas) const {
  HPDF_Page_SetLineJoin(page, HPDF_ROUND_JOIN);
  for (const PdfArea& area : areas) {
    if (area.fill) {
      const HPDF_RGBColor colour = colour_of(*area.fill);
      HPDF_Page_SetRGBFill(page, colour.r, colour.g, colour.b);
    }
    if (area.line) {
      const HPDF_RGBColor colour = colour_of(*area.line);
      HPDF_Page_SetRGBStroke(page, colour.r, colour.g, colour.b);
      HPDF_Page_SetLineWidth(page, place(area.thickness));
    }
    auto* draw_to = HPDF_Page_MoveTo;
    for (const PdfPoint& point : area.points) {
      draw_to(page, place(point.x), place(height - point.y));
      draw_to = HPDF_Page_LineTo;
    }
    if (area.is_closed) HPDF_Page_ClosePath(page);
    auto* paint = area.fill && area.line ? HPDF_Page_FillStroke
                  : area.fill            ? HPDF_Page_Fill
                                         : HPDF_Page_Stroke;
    paint(page);
  }
}

void PdfDocument::Haru::draw_texts(HPDF_Page page, float height,
                                   const std::vector<PdfText>& texts) const {
  HPDF_Page_BeginText(page);
  const PdfText* last = nullptr;
  for (const PdfText& text : texts) {
    if (last == nullptr || last->size != text.size || last->weight != text.weight) {
      HPDF_Page_SetFontAndSize(page, font(text.weight), static_cast<float>(text.size));
    }
    if (last == nullptr || last->shade != text.shade) {
      const HPDF_RGBColor colour = colour_of(text.shade);
      HPDF_Page_SetRGBFill(page, colour.r, colour.g, colour.b);
    }
    HPDF_Page_TextOut(page, place(text.x), place(height - text.y), drawable(text.text).c_str());
    last = &text;
  }
  HPDF_Page_EndText(page);
}

void PdfDocument::add_sheet(double width, double height, const PdfDrawing& drawing,
                            const std::string& bookmark) {
  if (!is_sound()) return;
  HPDF_Page page = HPDF_AddPage(haru_->document);
  if (page == nullptr) return;
  HPDF_Page_SetWidth(page, place(width));
  HPDF_Page_SetHeight(page, place(height));
  haru_->draw_rules(page, place(height), drawing.rules);
  if (!drawing.areas.empty()) haru_->draw_areas(page, place(height), drawing.areas);
  haru_->draw_texts(page, place(height), drawing.texts);
  if (bookmark.empty()) return;
  HPDF_Outline outline = HPDF_CreateOutline(haru_->document, nullptr, shortened(bookmark).c_str(),
                                            HPDF_GetEncoder(haru_->document, encoding));
  HPDF_Destination destination = HPDF_Page_CreateDestination(page);
  HPDF_Destination_SetFit(destination);
  HPDF_Outline_SetDestination(outline, destination);
}

base::Result<std::string> PdfDocument::bytes() {
  const auto refused = [&](const char* what) {
    return base::fail(base::ErrorCode::internal, what,
                      "libharu " + std::to_string(haru_->refusal.code) + ", " +
                          std::to_string(haru_->refusal.detail));
  };
  if (haru_->document == nullptr) return refused("There is no memory for a PDF document.");
  if (!haru_->has_fonts) {
    return base::fail(base::ErrorCode::invalid,
                      "A PDF needs two TrueType fonts; what came could not be read as such.");
  }
  HPDF_Doc document = haru_->document;
  if (is_sound()) HPDF_SaveToStream(document);
  if (!is_sound()) return refused("The PDF document could not be put together.");
  HPDF_UINT32 size = HPDF_GetStreamSize(document);
  std::string bytes(size, '\0');
  HPDF_ReadFromStream(document, reinterpret_cast<HPDF_BYTE*>(bytes.data()), &size);
  if (!is_sound() || size != bytes.size()) return refused("The PDF document ended too early.");
  return bytes;
}

}  // namespace output
