// Tidy CSV to table: columns are found out, then every row is placed.
#include <algorithm>
#include <cmath>
#include <iterator>
#include <limits>
#include <numeric>
#include <optional>
#include <unordered_map>
#include <utility>

#include "base/number.h"
#include "base/text.h"
#include "formats/csv.h"
#include "formats/csv_guard.h"
#include "formats/csv_scanner.h"
#include "formats/status_mark.h"

namespace formats {
namespace {

using stats::CellStatus;
using stats::Dimension;
using stats::Role;

constexpr std::size_t file_bytes_max = std::size_t{512} << 20;
constexpr std::size_t columns_max = 200;
constexpr double no_figure = std::numeric_limits<double>::quiet_NaN();
constexpr std::string_view label_ending = "_label";

std::string lower(std::string_view text) {
  std::string lower(text);
  for (char& letter : lower)
    if (letter >= 'A' && letter <= 'Z') letter = static_cast<char>(letter - 'A' + 'a');
  return lower;
}

/// What a column's name says about its role. The words are those that Indonesian and English tables
/// use; anything else is an ordinary dimension.
Role role_from_name(std::string_view name) {
  constexpr std::string_view time[] = {"tahun",    "waktu",   "periode", "bulan", "triwulan",
                                       "semester", "tanggal", "year",    "time",  "period",
                                       "month",    "quarter", "date"};
  constexpr std::string_view geo[] = {
      "wilayah", "provinsi", "kabupaten", "kabupaten_kota", "kota", "kecamatan", "kelurahan",
      "desa",    "negara",   "geo",       "region",         "area", "province",  "regency",
      "city",    "district", "village",   "country"};
  constexpr std::string_view measure[] = {"ukuran",  "indikator", "variabel",
                                          "measure", "indicator", "variable"};
  const auto is_one_of = [&](const auto& names) {
    return std::find(std::begin(names), std::end(names), name) != std::end(names);
  };
  if (is_one_of(time)) return Role::time;
  if (is_one_of(geo)) return Role::geo;
  return is_one_of(measure) ? Role::measure : Role::other;
}

/// The separator under which the first rows have the same number of fields, and most of them. A tab
/// comes before ';' and ';' before ',', because a decimal comma makes fields where there are none.
char separator_from_bytes(std::string_view bytes) {
  constexpr int rows_max = 20;
  char best = ',';
  std::pair<bool, std::size_t> best_score(false, 1);
  for (const char separator : {'\t', ';', ','}) {
    CsvScanner scanner(bytes, separator);
    std::vector<CsvField> fields;
    std::size_t fields_count = 0;
    bool is_even = true;
    for (int row = 0; row < rows_max && scanner.next(fields); ++row) {
      if (row == 0) fields_count = fields.size();
      const bool is_blank = fields.size() == 1 && fields[0].text.empty();
      is_even = is_even && (fields.size() == fields_count || is_blank);
    }
    const std::pair<bool, std::size_t> score(is_even && fields_count > 1 && !scanner.error(),
                                             fields_count);
    if (score > best_score) {
      best = separator;
      best_score = score;
    }
  }
  return best;
}

/// A dimension's columns while rows are read.
struct DimensionColumns {
  std::size_t code = 0;              ///< Index of the column of codes.
  std::optional<std::size_t> label;  ///< And of that of labels.
  std::unordered_map<std::string, std::uint32_t> categories;
};

/// What a file's signs in figures say about its decimal sign.
struct DecimalEvidence {
  bool point = false;                                    ///< Some figure can only be read with '.'.
  bool comma = false;                                    ///< Some figure can only be read with ','.
  std::size_t doubtful_offset = std::string_view::npos;  ///< First "1.234" that could be both.
  char doubtful_sign = 0;
};

/// Reads the signs of one figure. A sign that stands twice, or before the other, groups; one that
/// is not followed by just three digits, or follows "0" or more than three digits, is decimal.
void gather_evidence(std::string_view figure, std::size_t offset, DecimalEvidence& evidence) {
  const std::size_t last = figure.find_last_of(".,");
  if (last == std::string_view::npos) return;
  const char sign = figure[last];
  const std::size_t first = figure.find_first_of(".,");
  const bool is_twice = first != last && figure[first] == sign;
  const bool has_both = first != last && figure[first] != sign;
  std::string_view whole = figure.substr(0, first);
  while (!whole.empty() && (whole[0] < '0' || whole[0] > '9'))
    whole.remove_prefix(1);
  const bool fits_thousands =
      figure.size() - last == 4 && whole.size() <= 3 && !whole.empty() && whole != "0";
  if (has_both || (!is_twice && !fits_thousands))
    (sign == '.' ? evidence.point : evidence.comma) = true;
  else if (is_twice)
    (sign == '.' ? evidence.comma : evidence.point) = true;
  else if (!evidence.doubtful_sign) {
    evidence.doubtful_offset = offset;
    evidence.doubtful_sign = sign;
  }
}

/// Digits after the decimal sign.
int decimals_from_text(std::string_view text, char decimal) {
  constexpr std::size_t decimals_max = 9;
  const std::size_t sign = text.rfind(decimal);
  if (sign == std::string_view::npos) return 0;
  const std::string_view rest = text.substr(sign + 1);
  const std::size_t digits = std::min(rest.find_first_not_of("0123456789"), rest.size());
  return static_cast<int>(std::min(digits, decimals_max));
}

/// Reads a tidy CSV: the columns, then all rows, then the cells in the order of the table.
class TidyReader {
 public:
  TidyReader(std::string_view bytes, const CsvReading& reading)
      : bytes_(bytes),
        reading_(reading),
        separator_(reading.separator ? reading.separator : separator_from_bytes(bytes)) {}

  base::Result<CsvTable> run();

 private:
  struct Row {
    std::size_t offset = 0;  ///< The row's first byte.
    double value = no_figure;
    int decimals = 0;  ///< With which the figure is written.
    CellStatus status = CellStatus::final;
    std::uint32_t cell = 0;  ///< The index of its cell, once the dimensions are known.
  };

  bool read_header(CsvScanner& scanner);
  bool find_value_column();
  bool find_last_column_of_figures(std::optional<std::size_t>& found);
  bool find_dimensions();
  bool choose_decimal();
  bool read_rows(CsvScanner& scanner);
  bool read_category(std::size_t dimension, const std::vector<CsvField>& fields);
  bool read_cell(const std::vector<CsvField>& fields, Row& row);
  bool read_figure(const CsvField& field, Row& row);
  void add_measure();
  void sort_time();
  bool place_rows();
  void make_cells();
  void set_decimals();
  bool check_length(const std::vector<CsvField>& fields);
  bool is_blank(const std::vector<CsvField>& fields) const;
  std::optional<double> number_from_field(std::string_view text) const;
  bool fail(std::size_t offset, std::string_view problem);
  template <class Visit>
  bool for_each_row(Visit visit);

  std::string_view bytes_;
  CsvReading reading_;
  char separator_;
  char decimal_ = '.';
  base::Error error_;
  CsvTable result_;
  stats::Table& table_ = result_.table;
  std::vector<std::string> header_;
  std::vector<std::size_t> header_offsets_;
  std::size_t value_column_ = 0;
  std::optional<std::size_t> status_column_;
  std::vector<DimensionColumns> columns_;   ///< One a dimension.
  std::vector<std::uint32_t> coordinates_;  ///< For each row a category of each dimension.
  std::vector<Row> rows_;
  std::size_t cells_count_ = 0;
};

bool TidyReader::fail(std::size_t offset, std::string_view problem) {
  error_ = error_at(bytes_, offset, problem);
  return false;
}

base::Result<CsvTable> TidyReader::run() {
  CsvScanner scanner(bytes_, separator_);
  const bool is_read = read_header(scanner) && find_value_column() && find_dimensions() &&
                       choose_decimal() && read_rows(scanner);
  if (!is_read) return tl::unexpected<base::Error>(error_);
  table_.code = "tabel";
  add_measure();
  sort_time();
  if (!place_rows()) return tl::unexpected<base::Error>(error_);
  make_cells();
  set_decimals();
  return std::move(result_);
}

bool TidyReader::read_header(CsvScanner& scanner) {
  std::vector<CsvField> fields;
  if (!scanner.next(fields)) {
    if (scanner.error()) error_ = *scanner.error();
    return !scanner.error() &&
           fail(0, "the file is empty; a row with the names of the columns was expected");
  }
  if (fields.size() > columns_max)
    return fail(0,
                "a table may have 200 columns, but this row has " + std::to_string(fields.size()));
  for (const CsvField& field : fields) {
    header_.emplace_back(text_without_guard(field.text));
    header_offsets_.push_back(field.offset);
    if (header_.back().empty()) return fail(field.offset, "this column has no name");
  }
  return header_.size() > 1 ||
         fail(0,
              "a column for a dimension and one for the figures were expected, but there is one "
              "column; is the separator ',' ';' or a tab?");
}

/// Visits the fields of every row but the header and blank ones, until `visit` returns false.
template <class Visit>
bool TidyReader::for_each_row(Visit visit) {
  CsvScanner scanner(bytes_, separator_);
  std::vector<CsvField> fields;
  scanner.next(fields);
  while (scanner.next(fields))
    if (!is_blank(fields) && (!check_length(fields) || !visit(fields))) return false;
  if (scanner.error()) error_ = *scanner.error();
  return !scanner.error();
}

bool TidyReader::is_blank(const std::vector<CsvField>& fields) const {
  return fields.size() == 1 && fields[0].text.empty();
}

bool TidyReader::check_length(const std::vector<CsvField>& fields) {
  return fields.size() == header_.size() ||
         fail(fields[0].offset, "the first row has " + std::to_string(header_.size()) +
                                    " columns, but this one has " + std::to_string(fields.size()));
}

bool TidyReader::find_value_column() {
  std::optional<std::size_t> found;
  for (std::size_t column = 0; column < header_.size(); ++column) {
    const std::string name = lower(header_[column]);
    const bool is_wished = reading_.value_column.empty() ? name == "value" || name == "nilai"
                                                         : header_[column] == reading_.value_column;
    if (is_wished) found = column;
  }
  if (!found && !reading_.value_column.empty())
    return fail(0,
                "the column of figures, " + base::quoted(reading_.value_column) + ", is not there");
  if (!found && !find_last_column_of_figures(found)) return false;
  if (!found) return fail(0, "no column of figures was found; name it \"value\" or \"nilai\"");
  value_column_ = *found;
  const std::size_t next = value_column_ + 1;
  if (next < header_.size() && lower(header_[next]) == "status") status_column_ = next;
  return true;
}

/// False at an error in the rows; `found` stays empty where no column has figures alone.
bool TidyReader::find_last_column_of_figures(std::optional<std::size_t>& found) {
  std::vector<bool> has_figures(header_.size(), true);
  std::vector<bool> is_filled(header_.size(), false);
  const bool is_read = for_each_row([&](const std::vector<CsvField>& fields) {
    for (std::size_t column = 0; column < fields.size(); ++column) {
      const std::string_view text = base::trimmed(fields[column].text);
      if (text.empty()) continue;
      is_filled[column] = true;
      has_figures[column] = has_figures[column] &&
                            (base::number_from_text(text, '.') ||
                             base::number_from_text(text, ',') || base::number_from_figure(text));
    }
    return true;
  });
  for (std::size_t column = 0; column < header_.size(); ++column)
    if (has_figures[column] && is_filled[column]) found = column;
  return is_read;
}

/// A column followed by one of the same name and "_label" is a pair of codes and labels.
bool TidyReader::find_dimensions() {
  bool has_time = false;
  bool has_measure = false;
  for (std::size_t column = 0; column < header_.size(); ++column) {
    if (column == value_column_ || column == status_column_) continue;
    const std::string& name = header_[column];
    if (table_.find(name))
      return fail(header_offsets_[column], "the column " + base::quoted(name) + " stands twice");
    Dimension& dimension = table_.dimensions.emplace_back();
    dimension.code = name;
    dimension.label.id = name;
    dimension.role = role_from_name(lower(name));
    if (dimension.role == Role::time && std::exchange(has_time, true)) dimension.role = Role::other;
    if (dimension.role == Role::measure && std::exchange(has_measure, true))
      dimension.role = Role::other;
    DimensionColumns& columns = columns_.emplace_back();
    columns.code = column;
    const std::size_t next = column + 1;
    const bool has_label = next < header_.size() && next != value_column_ &&
                           next != status_column_ &&
                           header_[next] == name + std::string(label_ending);
    if (has_label) columns.label = ++column;
  }
  return !columns_.empty() || fail(0, "besides the figures a column for a dimension was expected");
}

/// '.' or ',', from figures that can be read in one way only. Where every sign could be either, a
/// file with ';' between its fields has a decimal comma, for that is why it has ';'; any other file
/// has a decimal point; and a warning says so.
bool TidyReader::choose_decimal() {
  decimal_ = reading_.decimal;
  if (decimal_) return true;
  DecimalEvidence evidence;
  const bool is_read = for_each_row([&](const std::vector<CsvField>& fields) {
    const CsvField& field = fields[value_column_];
    gather_evidence(base::trimmed(field.text), field.offset, evidence);
    return true;
  });
  if (!is_read) return false;
  decimal_ = separator_ == ';' ? ',' : '.';
  if (evidence.point != evidence.comma) {
    decimal_ = evidence.point ? '.' : ',';
  } else if (evidence.doubtful_sign || evidence.point) {
    const std::size_t offset = evidence.doubtful_sign ? evidence.doubtful_offset : 0;
    const base::TextPlace place = base::place_from_offset(bytes_, offset);
    const std::string_view meaning = decimal_ == '.' ? "a decimal point" : "a decimal comma";
    result_.warnings.push_back(
        {stats::Finding::Severity::warning, "decimal_sign_doubtful",
         "The figures do not show whether '.' or ',' is their decimal sign; they were read with " +
             std::string(meaning) + ". Say which one it is.",
         place.line, place.column});
  }
  return true;
}

bool TidyReader::read_rows(CsvScanner& scanner) {
  std::vector<CsvField> fields;
  while (scanner.next(fields)) {
    if (is_blank(fields)) continue;
    if (!check_length(fields)) return false;
    for (std::size_t dimension = 0; dimension < columns_.size(); ++dimension)
      if (!read_category(dimension, fields)) return false;
    Row row;
    row.offset = fields[0].offset;
    if (!read_cell(fields, row)) return false;
    rows_.push_back(row);
  }
  if (scanner.error()) error_ = *scanner.error();
  return !scanner.error();
}

bool TidyReader::read_category(std::size_t at, const std::vector<CsvField>& fields) {
  DimensionColumns& columns = columns_[at];
  Dimension& dimension = table_.dimensions[at];
  const CsvField& field = fields[columns.code];
  const std::string code(text_without_guard(field.text));
  if (code.empty())
    return fail(field.offset, "the column " + base::quoted(dimension.code) +
                                  " is empty here; every row "
                                  "must name a category of each dimension");
  const std::string_view label =
      text_without_guard(fields[columns.label.value_or(columns.code)].text);
  const auto [found, is_new] =
      columns.categories.try_emplace(code, static_cast<std::uint32_t>(dimension.categories.size()));
  if (is_new) {
    stats::Category& category = dimension.categories.emplace_back();
    category.code = code;
    category.label.id = label;
  } else if (const std::string& held = dimension.categories[found->second].label.id;
             held != label) {
    return fail(fields[*columns.label].offset,
                "the code " + base::quoted(code) + " had the label " + base::quoted(held) +
                    " before, but has " + base::quoted(label) + " here");
  }
  coordinates_.push_back(found->second);
  return true;
}

bool TidyReader::read_cell(const std::vector<CsvField>& fields, Row& row) {
  if (!read_figure(fields[value_column_], row)) return false;
  if (!status_column_) return true;
  const CsvField& field = fields[*status_column_];
  const std::string_view mark = base::trimmed(field.text);
  if (mark.empty()) return true;
  const std::optional<CellStatus> status = status_from_mark(mark);
  if (!status)
    return fail(field.offset,
                "a status must be empty or one of … – NA * ** r e, but is " + base::quoted(mark));
  if (row.status != CellStatus::final && row.status != *status)
    return fail(field.offset,
                "the status " + base::quoted(mark) + " contradicts the mark beside it");
  const bool has_value = row.value == row.value;
  if (*status == CellStatus::nil && !has_value) row.value = 0;
  const bool contradicts =
      *status == CellStatus::nil ? row.value != 0 : stats::replaces_figure(*status) && has_value;
  if (contradicts)
    return fail(field.offset, "the status " + base::quoted(mark) +
                                  " says that there is no figure, but one stands beside it");
  row.status = *status;
  return true;
}

/// A figure, nothing, or one of the marks that stand in the place of a figure.
bool TidyReader::read_figure(const CsvField& field, Row& row) {
  const std::string_view text = base::trimmed(field.text);
  if (text.empty()) return true;
  if (const auto status = status_from_mark(text); status && stats::replaces_figure(*status)) {
    row.status = *status;
    if (*status == CellStatus::nil) row.value = 0;
    return true;
  }
  const std::optional<double> number = number_from_field(text);
  if (!number || !std::isfinite(*number))
    return fail(field.offset, "a figure with the decimal sign '" + std::string(1, decimal_) +
                                  "', nothing, or one of … – NA was expected, but " +
                                  base::quoted(text) + " stands there");
  row.value = *number;
  row.decimals = decimals_from_text(text, decimal_);
  return true;
}

/// A machine's figure (also with an exponent) under the file's decimal sign, or a person's.
std::optional<double> TidyReader::number_from_field(std::string_view text) const {
  std::string figure(text);
  const bool has_grouping = decimal_ == ',' && figure.find('.') != std::string::npos;
  if (decimal_ == ',') std::replace(figure.begin(), figure.end(), ',', '.');
  if (!has_grouping)
    if (const auto number = base::number_from_figure(figure)) return number;
  return base::number_from_text(text, decimal_);
}

/// A file without a column of measures has one measure, named after its column of figures.
void TidyReader::add_measure() {
  for (const Dimension& dimension : table_.dimensions)
    if (dimension.role == Role::measure) return;
  Dimension& measure = table_.dimensions.emplace_back();
  measure.code = "ukuran";
  while (table_.find(measure.code) != table_.dimensions.size() - 1)
    measure.code += "-2";
  measure.label = {"Ukuran", "Measure"};
  measure.role = Role::measure;
  stats::Category& category = measure.categories.emplace_back();
  category.code = "nilai";
  category.label.id = header_[value_column_];
}

/// Time rises in a table. Codes that begin with a year and are equally long rise as texts; what
/// else a period may be called, nobody can sort, and the checks of the table tell of it.
void TidyReader::sort_time() {
  const auto at = table_.time_dimension();
  if (!at) return;
  std::vector<stats::Category>& categories = table_.dimensions[*at].categories;
  const auto begins_with_year = [&](const stats::Category& category) {
    const std::string& code = category.code;
    return code.size() >= 4 && code.size() == categories.front().code.size() &&
           std::all_of(code.begin(), code.begin() + 4, base::is_digit);
  };
  if (!std::all_of(categories.begin(), categories.end(), begins_with_year)) return;
  std::vector<std::uint32_t> order(categories.size());
  std::iota(order.begin(), order.end(), 0u);
  std::sort(order.begin(), order.end(), [&](std::uint32_t left, std::uint32_t right) {
    return categories[left].code < categories[right].code;
  });
  std::vector<stats::Category> sorted;
  std::vector<std::uint32_t> place_of(order.size());
  for (const std::uint32_t category : order) {
    place_of[category] = static_cast<std::uint32_t>(sorted.size());
    sorted.push_back(std::move(categories[category]));
  }
  categories = std::move(sorted);
  for (std::size_t row = 0; row < rows_.size(); ++row) {
    std::uint32_t& category = coordinates_[row * columns_.size() + *at];
    category = place_of[category];
  }
}

/// Gives each row its cell, in the order of the cells.
bool TidyReader::place_rows() {
  std::uint64_t count = 1;
  for (const Dimension& dimension : table_.dimensions) {
    count *= dimension.categories.size();
    if (count > stats::cells_count_max) {
      error_ = {base::ErrorCode::too_large,
                "The dimensions make more than " + std::to_string(stats::cells_count_max) +
                    " cells, the most that a table may have; is each column but the figures a "
                    "dimension of its own?",
                {}};
      return false;
    }
  }
  cells_count_ = static_cast<std::size_t>(count);
  const std::vector<std::uint64_t> strides = table_.strides();
  for (std::size_t row = 0; row < rows_.size(); ++row) {
    std::uint64_t cell = 0;
    for (std::size_t at = 0; at < columns_.size(); ++at)
      cell += strides[at] * coordinates_[row * columns_.size() + at];
    rows_[row].cell = static_cast<std::uint32_t>(cell);
  }
  std::stable_sort(rows_.begin(), rows_.end(),
                   [](const Row& left, const Row& right) { return left.cell < right.cell; });
  const auto twice =
      std::adjacent_find(rows_.begin(), rows_.end(),
                         [](const Row& left, const Row& right) { return left.cell == right.cell; });
  if (twice == rows_.end()) return true;
  return fail((twice + 1)->offset,
              "this row states the same cell as the row in line " +
                  std::to_string(base::place_from_offset(bytes_, twice->offset).line));
}

void TidyReader::make_cells() {
  std::vector<stats::StatusAt> statuses;
  std::vector<std::uint32_t> indices;
  std::vector<double> values;
  for (const Row& row : rows_) {
    if (row.status != CellStatus::final) statuses.push_back({row.cell, row.status});
    if (row.value != row.value) continue;
    indices.push_back(row.cell);
    values.push_back(row.value);
  }
  if (values.size() < cells_count_ / 10) {
    table_.cells = stats::Cells::sparse(cells_count_, std::move(indices), std::move(values),
                                        std::move(statuses));
    return;
  }
  std::vector<double> dense(cells_count_, no_figure);
  for (std::size_t at = 0; at < indices.size(); ++at)
    dense[indices[at]] = values[at];
  table_.cells = stats::Cells::from_doubles(std::move(dense), std::move(statuses));
}

/// A measure shows as many decimals as its figures are written with.
void TidyReader::set_decimals() {
  const std::uint32_t at = table_.measure_dimension();
  std::vector<stats::Category>& measures = table_.dimensions[at].categories;
  const std::uint64_t stride = table_.strides()[at];
  for (const Row& row : rows_) {
    int& decimals = measures[row.cell / stride % measures.size()].decimals;
    decimals = std::max(decimals, row.decimals);
  }
}

}  // namespace

base::Result<CsvTable> table_from_csv(std::string_view bytes, const CsvReading& reading) {
  if (bytes.size() > file_bytes_max)
    return base::fail(base::ErrorCode::too_large, "A CSV file may have 512 MiB, but this one has " +
                                                      std::to_string(bytes.size()) + " bytes.");
  if (const auto checked = check_text(bytes); !checked)
    return tl::unexpected<base::Error>(checked.error());
  return TidyReader(bytes, reading).run();
}

}  // namespace formats
