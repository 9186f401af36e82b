// The catalogue: subjects, one card for each table, and the data that the office is asked for and
// does not have. Built at publishing, read by the viewer, the pages and the search.
#pragma once

#include <string>
#include <vector>

#include "base/date.h"
#include "base/language.h"
#include "stats/table.h"

namespace stats {

/// A branch of the subject tree.
struct Subject {
  std::string code;
  base::Text label;
  std::string parent;  ///< Code; empty at the root.
};

/// One dimension of a table, as its card shows it: "Kecamatan (22)".
struct CardDimension {
  std::string code;
  base::Text label;
  std::uint32_t categories_count = 0;
};

/// A table's summary, and a leaf of the catalogue.
struct TableCard {
  std::string code;
  base::Text title;
  std::string subject;
  base::Text unit;
  std::string period_first,
      period_last;  ///< Labels of the first and last period; empty without time.
  base::Date updated;
  bool has_provisional = false;  ///< Some figure of the newest period is provisional.
  std::string area_level;        ///< As in Table.
  std::vector<CardDimension> dimensions;
  std::string address;  ///< Of the table file: "data/<sha256>.json". Filled by publishing.
  std::string map;  ///< Address of the outlines that fit its areas; empty: none do. By publishing.
  std::uint64_t cells_count = 0;
  std::uint64_t bytes = 0;  ///< Of the table file and its sidecar, not compressed.
};

/// Data that people ask for and the office does not have.
struct NotAvailable {
  std::string code;
  base::Text title;
  std::string subject;
  base::Text reason;
  std::string substitute;        ///< Table code of what comes nearest; may be empty.
  std::string reason_code = {};  ///< One of the desk's reasons (docs/desk.md); empty: not said.
  base::Text owner = {};         ///< Who holds the data instead; empty: nobody known.
  base::Date expected = {};      ///< When it is to be released; not set: not known.
  std::string contact = {};      ///< Where to ask; empty: the office itself.
};

struct Catalogue {
  std::vector<Subject> subjects;  ///< Parents before children, in the order shown.
  std::vector<TableCard> tables;
  std::vector<NotAvailable> not_available;
  std::vector<base::Text> frequent_searches;

  const Subject* find_subject(std::string_view code) const;
  const TableCard* find_table(std::string_view code) const;
  /// The subject and its ancestors, root first.
  std::vector<const Subject*> path_of(std::string_view subject_code) const;
  /// True where `subject` is `ancestor` or hangs below it.
  bool is_under(std::string_view subject, std::string_view ancestor) const;
};

/// The card of a table (address, map and bytes left empty).
TableCard card_from_table(const Table& table);

}  // namespace stats
