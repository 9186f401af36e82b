// A PDF document in memory: the only place with libharu.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/language.h"
#include "base/result.h"
#include "output/pdf_sheet.h"

namespace output {

/// What the document says about itself.
struct PdfProperties {
  std::string title, author, subject;
  base::Language language = base::Language::id;
  std::int64_t created = 0;  ///< Seconds since 1970, UTC; 0: left out.
  std::vector<std::pair<std::string, std::string>> more;
};

/// Those of a file about `page`.
PdfProperties pdf_properties(const std::string& title, const Page& page, const PdfFacts& facts);

class PdfDocument {
 public:
  /// Both fonts are TrueType, and what is used of them comes into the file. What goes wrong in any
  /// call is told by bytes().
  PdfDocument(std::string_view regular_font, std::string_view semibold_font);
  ~PdfDocument();
  PdfDocument(const PdfDocument&) = delete;
  PdfDocument& operator=(const PdfDocument&) = delete;

  /// Whether everything went well so far.
  bool is_sound() const;

  /// As PdfMeasure. 0 where the document is not sound.
  double width(std::string_view text, PdfWeight weight);

  void set_properties(const PdfProperties& properties);

  /// `bookmark` is empty where the sheet has none.
  void add_sheet(double width, double height, const PdfDrawing& drawing,
                 const std::string& bookmark);

  /// The file. Fails with `invalid` where a font is none, with `internal` where libharu refused;
  /// `detail` has its number.
  base::Result<std::string> bytes();

 private:
  struct Haru;
  std::unique_ptr<Haru> haru_;
};

}  // namespace output
