// The two sentences above a table. They are made of what the page shows and nothing else, so that
// the same page always says the same.
#include <algorithm>
#include <optional>
#include <string>

#include "base/number.h"
#include "base/words.h"
#include "output/html.h"

namespace output {
namespace {

using base::Word;

/// The line that a reader would look at first: the newest group's total, else its last column.
std::size_t main_column(const Page& page) {
  const std::size_t columns_count = page.rows.front().cells.size();
  if (page.heading.empty()) return columns_count - 1;
  const std::size_t group =
      page.heading.size() == 1 ? columns_count : page.heading.front().back().span;
  std::size_t begin = 0;
  std::size_t chosen = columns_count - 1;
  for (const PageLabel& label : page.heading.back()) {
    if (label.is_total && begin + group >= columns_count) chosen = begin;
    begin += label.span;
  }
  return chosen;
}

/// "2025, Laki-laki": the labels over a column, outermost first.
std::string column_name(const Page& page, std::size_t column) {
  std::string name;
  for (const std::vector<PageLabel>& level : page.heading) {
    std::size_t begin = 0;
    for (const PageLabel& label : level) {
      if (column >= begin && column < begin + label.span && !label.text.empty()) {
        name += (name.empty() ? "" : ", ") + label.text;
      }
      begin += label.span;
    }
  }
  return name;
}

bool row_names(const PageRow& row, std::string_view place) {
  return !place.empty() && std::any_of(row.labels.begin(), row.labels.end(),
                                       [&](const PageLabel& label) { return label.text == place; });
}

/// The rows whose figure in `column` counts, and the most telling among them.
struct ColumnReading {
  const PageRow* place = nullptr;
  const PageRow* total = nullptr;
  const PageRow* highest = nullptr;
  const PageRow* lowest = nullptr;
  const PageRow* first = nullptr;
  const PageRow* last = nullptr;
};

ColumnReading reading_from_column(const Page& page, std::size_t column, std::string_view place) {
  ColumnReading reading;
  for (const PageRow& row : page.rows) {
    const PageCell& cell = row.cells[column];
    if (!cell.has_value || row.labels.empty()) continue;
    const auto is_total = [](const PageLabel& label) { return label.is_total; };
    const auto is_place = [&](const PageLabel& label) {
      return label.text == place || label.is_total;
    };
    if (reading.place == nullptr && row_names(row, place) &&
        std::all_of(row.labels.begin(), row.labels.end(), is_place)) {
      reading.place = &row;
    }
    if (std::any_of(row.labels.begin(), row.labels.end(), is_total)) {
      const bool is_whole = std::all_of(row.labels.begin(), row.labels.end(), is_total);
      if (is_whole && reading.total == nullptr) reading.total = &row;
      continue;
    }
    const auto value = [&](const PageRow* other) { return other->cells[column].value; };
    if (reading.highest == nullptr || cell.value > value(reading.highest)) reading.highest = &row;
    if (reading.lowest == nullptr || cell.value < value(reading.lowest)) reading.lowest = &row;
    if (reading.first == nullptr) reading.first = &row;
    reading.last = &row;
  }
  return reading;
}

class Summary {
 public:
  Summary(const Page& page, std::string_view place) : page_(page), place_(place) {}

  std::string sentences() {
    if (page_.rows.empty() || page_.rows.front().cells.empty()) {
      return say(Word::summary_no_figures, {});
    }
    column_ = main_column(page_);
    column_name_ = column_name(page_, column_);
    reading_ = reading_from_column(page_, column_, place_);
    if (reading_.total == nullptr && reading_.highest == nullptr) {
      return size() + " " + say(Word::summary_no_figures, {});
    }
    // The highest of the rows that happen to fit on the page is not the highest of the table.
    const bool has_extremes =
        page_.rows.size() == page_.rows_count && reading_.highest != reading_.lowest;
    if (page_.rows_are_periods && reading_.first != reading_.last) {
      return periods() + " " + extremes(false);
    }
    const PageRow* told = reading_.place != nullptr ? reading_.place : reading_.total;
    if (told == nullptr) {
      return has_extremes ? size() + " " + extremes(true)
                          : size() + " " + figure(*reading_.highest);
    }
    return figure(*told) + " " + (has_extremes ? extremes(false) : size());
  }

 private:
  std::string say(Word word, const std::vector<std::string>& arguments) const {
    return base::text(word, page_.language, arguments);
  }

  std::string figure_of(const PageRow& row, bool with_unit) const {
    const std::string& text = row.cells[column_].text.figure;
    const bool has_unit = with_unit && page_.has_one_unit && !page_.unit.empty();
    return has_unit ? text + " " + page_.unit : text;
  }

  std::string figure(const PageRow& row) const {
    if (column_name_.empty()) {
      return say(Word::summary_figure_alone, {row_name(row), figure_of(row, true)});
    }
    return say(Word::summary_figure, {row_name(row), column_name_, figure_of(row, true)});
  }

  std::string periods() const {
    return say(Word::summary_periods, {row_name(*reading_.first), figure_of(*reading_.first, true),
                                       row_name(*reading_.last), figure_of(*reading_.last, true)});
  }

  std::string extremes(bool with_column) const {
    const PageRow& high = *reading_.highest;
    const PageRow& low = *reading_.lowest;
    std::vector<std::string> arguments{row_name(high), figure_of(high, false), row_name(low),
                                       figure_of(low, false)};
    if (!with_column || column_name_.empty()) return say(Word::summary_extremes, arguments);
    arguments.push_back(column_name_);
    return say(Word::summary_extremes_in, arguments);
  }

  std::string size() const {
    std::vector<std::string> arguments{
        base::text_from_count(page_.rows_count, page_.language),
        base::text_from_count(page_.rows.front().cells.size(), page_.language)};
    if (!page_.has_one_unit || page_.unit.empty()) return say(Word::summary_size, arguments);
    arguments.push_back(page_.unit);
    return say(Word::summary_size_unit, arguments);
  }

  const Page& page_;
  std::string_view place_;
  std::size_t column_ = 0;
  std::string column_name_;
  ColumnReading reading_;
};

}  // namespace

std::string summary_from_page(const Page& page, std::string_view place) {
  return Summary(page, place).sentences();
}

}  // namespace output
