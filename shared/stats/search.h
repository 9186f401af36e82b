// Search in the catalogue while the reader types: built once, asked at each key.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/language.h"
#include "stats/catalogue.h"

namespace stats {

/// Everything of one entry that can be found. Lives in the published search file.
struct SearchDocument {
  enum class Kind : std::uint8_t { table, not_available, subject, area };
  Kind kind = Kind::table;
  std::string code;
  base::Text title;
  /// Dimension and category labels, notes, units, codes: each with its rank as a place to match.
  struct Field {
    enum class Place : std::uint8_t {
      title,
      subject,
      dimension,
      category,
      note,
      unit,
      code,
      keyword
    };
    Place place = Place::title;
    base::Text text;
  };
  std::vector<Field> fields;
};

/// All findable texts of a table: title, code, subjects, dimensions (each followed by its
/// categories; of time the codes), units, notes, source.
SearchDocument search_document_from_table(const Table& table, const Catalogue& catalogue);

/// The entries that are not tables: data not available, and subjects.
std::vector<SearchDocument> search_documents_from_catalogue(const Catalogue& catalogue);

/// A stretch of bytes in a text.
struct TextRange {
  std::uint32_t begin = 0, end = 0;
  friend bool operator==(const TextRange&, const TextRange&) = default;
};

struct SearchHit {
  std::uint32_t document = 0;  ///< Index into the documents given to the index.
  float score = 0;             ///< Higher is better; only the order means something.
  /// Where it matched: the title where the title alone meets the question, else the best other
  /// place (the title is on the screen anyway, the reader wants to know what else was met).
  SearchDocument::Field::Place place = SearchDocument::Field::Place::title;
  std::string shown;  ///< The text in that place ("Kecamatan: Gelumbang"), in `language`.
  std::vector<TextRange> marks;  ///< What was met in `shown`: whole words, or as much as was typed.
};

/// Accents, case, word beginnings, common Indonesian affixes (Snowball's Indonesian stemmer),
/// everyday words for official ones ("warga": penduduk) and one slip of typing in words of four
/// letters and more (two from eight) are forgiven; slips only where nothing else is met, and not in
/// notes. All words of the question must match somewhere in the document, in either language, but
/// for those that only hold a sentence together ("di", "menurut", "of", "data"). A table's exact
/// code wins.
class SearchIndex {
 public:
  SearchIndex();
  ~SearchIndex();
  SearchIndex(SearchIndex&&) noexcept;
  SearchIndex& operator=(SearchIndex&&) noexcept;

  static SearchIndex from_documents(std::vector<SearchDocument> documents);
  const std::vector<SearchDocument>& documents() const;

  /// Best first; ties in the documents' order. Nothing for a question without letters or digits.
  std::vector<SearchHit> find(std::string_view question, base::Language language,
                              std::size_t hits_max) const;

 private:
  struct Parts;
  std::unique_ptr<Parts> parts_;
};

/// How a label meets a question: byte ranges of its text, in order and apart from each other.
/// `matches` is false where some word of the question is not met; marks show the others then.
struct LabelMatch {
  bool matches = false;
  std::vector<TextRange> marks;
};

/// One question asked of many labels, by the same rules: for lists inside a dimension. A question
/// without letters or digits matches every label.
class LabelMatcher {
 public:
  explicit LabelMatcher(std::string_view question);
  ~LabelMatcher();
  LabelMatcher(LabelMatcher&&) noexcept;
  LabelMatcher& operator=(LabelMatcher&&) noexcept;

  LabelMatch match(std::string_view text) const;

 private:
  struct Parts;
  std::unique_ptr<Parts> parts_;
};

/// For a single label.
LabelMatch match_label(std::string_view text, std::string_view question);

}  // namespace stats
