#include "output/csv.h"

#include <algorithm>
#include <utility>

#include "base/words.h"

namespace output {
namespace {

using base::Word;

/// Rows of text and figures by one style. Lines end as RFC 4180 wants them.
class CsvWriter {
 public:
  explicit CsvWriter(const formats::CsvStyle& style) : style_(style) {
    if (style.with_bom) bytes_ = "\xEF\xBB\xBF";
  }

  void text(std::string_view field) { put(formats::csv_text(field, style_.separator)); }

  /// A machine's figure is never quoted as a text: a leading minus is no formula.
  void figure(std::string figure) {
    std::replace(figure.begin(), figure.end(), '.', style_.decimal);
    const bool must_quote = figure.find(style_.separator) != std::string::npos;
    put(must_quote ? '"' + figure + '"' : figure);
  }

  void end_row() {
    bytes_ += "\r\n";
    row_is_open_ = false;
  }

  void row(const std::vector<std::string>& fields) {
    for (const std::string& field : fields)
      text(field);
    end_row();
  }

  std::string take() { return std::move(bytes_); }

 private:
  void put(std::string_view field) {
    if (row_is_open_) bytes_ += style_.separator;
    bytes_ += field;
    row_is_open_ = true;
  }

  formats::CsvStyle style_;
  std::string bytes_;
  bool row_is_open_ = false;
};

void write_head(CsvWriter& csv, const Page& page) {
  csv.row({marked(page.title, page.title_marks)});
  if (!page.unit.empty()) {
    csv.row({std::string(base::text(Word::unit, page.language)), page.unit});
  }
  for (const std::string& fixed : page.fixed)
    csv.row({fixed});
  csv.end_row();
}

void write_heading(CsvWriter& csv, const Page& page) {
  for (std::size_t level = 0; level < page.heading.size(); ++level) {
    const bool is_last = level + 1 == page.heading.size();
    for (const std::string& title : page.stub_titles)
      csv.text(is_last ? title : "");
    for (const PageLabel& label : page.heading[level]) {
      for (std::size_t column = 0; column < label.span; ++column)
        csv.text(marked(label.text, label.note_marks));
    }
    csv.end_row();
  }
  if (page.heading.empty() && !page.stub_titles.empty()) csv.row(page.stub_titles);
}

void write_rows(CsvWriter& csv, const Page& page) {
  for (const PageRow& row : page.rows) {
    for (const PageLabel& label : row.labels)
      csv.text(marked(label.text, label.note_marks));
    for (const PageCell& cell : row.cells) {
      if (cell.has_value && !stats::replaces_figure(cell.status)) {
        csv.figure(cell.figure);
      } else {
        csv.text(cell.text.figure);
      }
    }
    csv.end_row();
  }
}

/// A mark beside a figure would make it a text for every program, so marks stay out and the file
/// says so.
void write_legend(CsvWriter& csv, const Page& page) {
  std::string left_out;
  for (const auto& [mark, meaning] : page.legend)
    csv.row({mark, meaning});
  for (const PageRow& row : page.rows) {
    if (!left_out.empty()) break;
    for (const PageCell& cell : row.cells) {
      if (!cell.text.mark.empty()) left_out = base::text(Word::csv_marks_left_out, page.language);
    }
  }
  if (!left_out.empty()) csv.row({left_out});
}

void write_foot(CsvWriter& csv, const Page& page) {
  csv.end_row();
  for (const PageNote& note : page.notes) {
    const std::string mark =
        note.number == 0 ? std::string() : stats::superscript_from_number(note.number) + " ";
    csv.row({mark + note.text});
  }
  write_legend(csv, page);
  if (page.rows.size() < page.rows_count) {
    csv.row({base::text(Word::csv_rows_left_out, page.language,
                        {std::to_string(page.rows.size()), std::to_string(page.rows_count)})});
  }
  if (!page.source.empty())
    csv.row({std::string(base::text(Word::source, page.language)), page.source});
  if (!page.updated.empty()) {
    csv.row({std::string(base::text(Word::updated, page.language)), page.updated});
  }
  if (!page.licence.empty()) {
    csv.row({std::string(base::text(Word::licence, page.language)), page.licence});
  }
}

}  // namespace

std::string csv_from_page(const Page& page, const formats::CsvStyle& style) {
  CsvWriter csv(style);
  write_head(csv, page);
  write_heading(csv, page);
  write_rows(csv, page);
  write_foot(csv, page);
  return csv.take();
}

}  // namespace output
