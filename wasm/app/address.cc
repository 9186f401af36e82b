#include "app/address.h"

#include <algorithm>
#include <cstdlib>
#include <utility>
#include <vector>

#include "app/word_lists.h"
#include "base/text.h"
#include "base/variant.h"

namespace app {
namespace {

using Parameter = std::pair<std::string, std::string>;

// --- Values ---
//
// Mail and chat programs encode and decode addresses as they please, so that no meaning may hang on
// whether a comma is encoded. Signs of our own are therefore written as they are, and the same
// signs inside a code as ~ and two digits, before the whole is encoded as any other value.

constexpr std::string_view own_signs = ",()*~";

std::string escaped_code(std::string_view code) {
  constexpr std::string_view digits = "0123456789ABCDEF";
  std::string text;
  for (std::size_t i = 0; i < code.size(); ++i) {
    const bool is_sign =
        own_signs.find(code[i]) != std::string_view::npos || (i == 0 && code[i] == '-');
    if (!is_sign) {
      text += code[i];
      continue;
    }
    const auto byte = static_cast<unsigned char>(code[i]);
    text += '~';
    text += digits[byte / 16];
    text += digits[byte % 16];
  }
  return text;
}

/// What a stranger wrote into a link goes on to screens, titles and files: text that is none, or
/// holds signs that are not for people, is taken for nothing.
std::string text_or_nothing(std::string text) {
  const bool has_control_sign = std::any_of(text.begin(), text.end(), [](char c) {
    return static_cast<unsigned char>(c) < 0x20 || c == 0x7f;
  });
  return has_control_sign || !base::is_utf8(text) ? std::string() : std::move(text);
}

int digit_of(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  return c >= 'A' && c <= 'F' ? c - 'A' + 10 : -1;
}

std::string unescaped_code(std::string_view text) {
  std::string code;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool is_escape = text[i] == '~' && i + 2 < text.size() && digit_of(text[i + 1]) >= 0 &&
                           digit_of(text[i + 2]) >= 0;
    if (!is_escape) {
      code += text[i];
      continue;
    }
    code += static_cast<char>(digit_of(text[i + 1]) * 16 + digit_of(text[i + 2]));
    i += 2;
  }
  return text_or_nothing(std::move(code));
}

std::string encoded_value(std::string_view value) {
  std::string text;
  for (const char c : value) {
    const bool is_plain = c == ',' || c == '(' || c == ')' || c == '*';
    text += is_plain ? std::string(1, c) : base::url_encoded(std::string_view(&c, 1));
  }
  return text;
}

std::string text_from_codes(const std::vector<std::string>& codes) {
  std::string text;
  for (const std::string& code : codes) {
    if (!text.empty()) text += ',';
    text += escaped_code(code);
  }
  return text;
}

std::vector<std::string> codes_from_text(std::string_view text) {
  std::vector<std::string> codes;
  for (const std::string_view part : base::split(text, ',')) {
    std::string code = unescaped_code(part);
    if (!code.empty()) codes.push_back(std::move(code));
  }
  return codes;
}

/// 0 where the text is no whole number of at most four digits.
int small_number(std::string_view text) {
  if (text.empty() || text.size() > 4) return 0;
  int number = 0;
  for (const char c : text) {
    if (c < '0' || c > '9') return 0;
    number = number * 10 + (c - '0');
  }
  return number;
}

// --- Selections and sorts ---

std::string text_from_selection(const stats::Selection& selection) {
  switch (selection.kind) {
    case stats::Selection::Kind::all:
      return "*";
    case stats::Selection::Kind::list:
      return text_from_codes(selection.codes);
    case stats::Selection::Kind::range:
      return "range(" + text_from_codes(selection.codes) + ")";
    case stats::Selection::Kind::newest:
      return "top(" + std::to_string(selection.newest) + ")";
  }
  return "*";
}

/// What stands between `name(` and `)`, where the text is that.
std::optional<std::string_view> argument_of(std::string_view text, std::string_view name) {
  const bool is_call = text.size() >= name.size() + 2 && text.starts_with(name) &&
                       text[name.size()] == '(' && text.back() == ')';
  if (!is_call) return std::nullopt;
  return text.substr(name.size() + 1, text.size() - name.size() - 2);
}

stats::Selection selection_from_text(std::string_view text) {
  stats::Selection selection;
  if (const auto count = argument_of(text, "top"); count && small_number(*count) > 0) {
    selection.kind = stats::Selection::Kind::newest;
    selection.newest = small_number(*count);
  } else if (const auto ends = argument_of(text, "range");
             ends && codes_from_text(*ends).size() == 2) {
    selection.kind = stats::Selection::Kind::range;
    selection.codes = codes_from_text(*ends);
  } else if (text != "*" && !text.empty()) {
    selection.kind = stats::Selection::Kind::list;
    selection.codes = codes_from_text(text);
  }
  return selection;
}

std::string text_from_sort(const stats::Sort& sort) {
  return (sort.direction == stats::Direction::descending ? "-" : "") + text_from_codes(sort.line);
}

stats::Sort sort_from_text(std::string_view text, stats::Sort::Axis axis) {
  stats::Sort sort;
  sort.axis = axis;
  sort.direction =
      text.starts_with('-') ? stats::Direction::descending : stats::Direction::ascending;
  if (text.starts_with('-')) text.remove_prefix(1);
  sort.line = codes_from_text(text);
  return sort;
}

// --- Screens to parameters ---

void add_view(std::vector<Parameter>& parameters, const stats::View& view) {
  const stats::PivotSpec& pivot = view.pivot;
  // Always there, so that a view with nothing on its axes is still told from the default one.
  parameters.emplace_back("baris", text_from_codes(pivot.stub));
  if (!pivot.heading.empty()) parameters.emplace_back("kolom", text_from_codes(pivot.heading));
  for (const auto& [dimension, selection] : view.query.selections) {
    parameters.emplace_back("d." + dimension, text_from_selection(selection));
  }
  for (const stats::Sort& sort : pivot.sorts) {
    const bool sorts_rows = sort.axis == stats::Sort::Axis::rows;
    parameters.emplace_back(sorts_rows ? "urut" : "urut-kolom", text_from_sort(sort));
  }
  if (pivot.calculation != stats::Calculation::none) {
    parameters.emplace_back("hitung",
                            calculation_words[static_cast<std::size_t>(pivot.calculation)]);
  }
  if (pivot.hide_empty) parameters.emplace_back("kosong", "0");
  const std::string totals =
      std::string(pivot.row_total ? "b" : "") + (pivot.column_total ? "k" : "");
  if (!totals.empty()) parameters.emplace_back("jumlah", totals);
}

CatalogueOrder usual_order(const CatalogueScreen& screen) {
  return screen.question.empty() ? CatalogueOrder::newest : CatalogueOrder::relevance;
}

std::string_view word_from_order(CatalogueOrder order) {
  switch (order) {
    case CatalogueOrder::newest:
      return "newest";
    case CatalogueOrder::title:
      return "title";
    case CatalogueOrder::relevance:
      return "relevance";
  }
  return "newest";
}

std::string text_from_year(int year) { return year > 0 ? std::to_string(year) : ""; }

std::vector<Parameter> parameters_from_screen(const CatalogueScreen& screen) {
  std::vector<Parameter> parameters;
  if (!screen.subject.empty()) parameters.emplace_back("subjek", screen.subject);
  if (!screen.question.empty()) parameters.emplace_back("cari", screen.question);
  if (screen.order != usual_order(screen)) {
    parameters.emplace_back("urut", word_from_order(screen.order));
  }
  if (screen.year_from > 0 || screen.year_to > 0) {
    parameters.emplace_back(
        "tahun", text_from_year(screen.year_from) + "-" + text_from_year(screen.year_to));
  }
  if (!screen.area_levels.empty()) {
    parameters.emplace_back(
        "wilayah", text_from_codes({screen.area_levels.begin(), screen.area_levels.end()}));
  }
  return parameters;
}

std::vector<Parameter> parameters_from_screen(const TableScreen& screen,
                                              const stats::View* default_view) {
  std::vector<Parameter> parameters;
  if (screen.view && !(default_view && *screen.view == *default_view)) {
    add_view(parameters, *screen.view);
  }
  if (screen.tab == TableTab::metadata) parameters.emplace_back("tab", "metadata");
  if (screen.tab == TableTab::chart) parameters.emplace_back("tab", "grafik");
  if (screen.tab == TableTab::map) parameters.emplace_back("tab", "peta");
  parameters.insert(parameters.end(), screen.picture.begin(), screen.picture.end());
  return parameters;
}

std::string query_from_parameters(const std::vector<Parameter>& parameters) {
  std::string query;
  for (const auto& [name, value] : parameters) {
    query += query.empty() ? '?' : '&';
    query += base::url_encoded(name) + "=" + encoded_value(value);
  }
  return query;
}

// --- Parameters to screens ---

std::vector<Parameter> parameters_from_query(std::string_view query) {
  std::vector<Parameter> parameters;
  for (const std::string_view part : base::split(query, '&')) {
    const std::size_t equals = part.find('=');
    if (equals == std::string_view::npos) continue;
    parameters.emplace_back(text_or_nothing(base::url_decoded(part.substr(0, equals), true)),
                            text_or_nothing(base::url_decoded(part.substr(equals + 1), true)));
  }
  return parameters;
}

void read_parameter(CatalogueScreen& screen, const Parameter& parameter,
                    std::optional<CatalogueOrder>& order) {
  const auto& [name, value] = parameter;
  if (name == "subjek") {
    screen.subject = value;
  } else if (name == "cari") {
    screen.question = std::string(base::trimmed(value));
  } else if (name == "urut") {
    for (const CatalogueOrder each :
         {CatalogueOrder::newest, CatalogueOrder::title, CatalogueOrder::relevance}) {
      if (value == word_from_order(each)) order = each;
    }
  } else if (name == "tahun") {
    const std::size_t dash = value.find('-');
    screen.year_from = small_number(std::string_view(value).substr(0, dash));
    screen.year_to = dash == std::string::npos
                         ? screen.year_from
                         : small_number(std::string_view(value).substr(dash + 1));
  } else if (name == "wilayah") {
    const std::vector<std::string> levels = codes_from_text(value);
    screen.area_levels = {levels.begin(), levels.end()};
  }
}

CatalogueScreen catalogue_from_query(std::string_view query) {
  CatalogueScreen screen;
  std::optional<CatalogueOrder> order;
  for (const Parameter& parameter : parameters_from_query(query)) {
    read_parameter(screen, parameter, order);
  }
  screen.order = order.value_or(usual_order(screen));
  return screen;
}

/// Returns whether the parameter says that a view is wished for.
bool read_parameter(stats::View& view, const Parameter& parameter) {
  const auto& [name, value] = parameter;
  stats::PivotSpec& pivot = view.pivot;
  if (name == "baris") {
    pivot.stub = codes_from_text(value);
    return true;
  }
  if (name == "kolom") {
    pivot.heading = codes_from_text(value);
    return true;
  }
  if (name.starts_with("d.")) {
    view.query.set(std::string_view(name).substr(2), selection_from_text(value));
    return true;
  }
  if (name == "urut") {
    pivot.sorts.push_back(sort_from_text(value, stats::Sort::Axis::rows));
  } else if (name == "urut-kolom") {
    pivot.sorts.push_back(sort_from_text(value, stats::Sort::Axis::columns));
  } else if (name == "hitung") {
    pivot.calculation =
        value_from_word<stats::Calculation>(calculation_words, value).value_or(pivot.calculation);
  } else if (name == "kosong") {
    pivot.hide_empty = value == "0";
  } else if (name == "jumlah") {
    pivot.row_total = value.find('b') != std::string::npos;
    pivot.column_total = value.find('k') != std::string::npos;
  }
  return false;
}

TableScreen table_from_query(std::string code, std::string_view query) {
  TableScreen screen;
  screen.code = std::move(code);
  stats::View view;
  bool wishes_view = false;
  for (const Parameter& parameter : parameters_from_query(query)) {
    wishes_view |= read_parameter(view, parameter);
    if (parameter == Parameter{"tab", "metadata"}) screen.tab = TableTab::metadata;
    if (parameter == Parameter{"tab", "grafik"}) screen.tab = TableTab::chart;
    if (parameter == Parameter{"tab", "peta"}) screen.tab = TableTab::map;
    if (parameter.first == "grafik" || parameter.first.starts_with("grafik.") ||
        parameter.first.starts_with("peta."))
      screen.picture.insert(parameter);
  }
  if (wishes_view) screen.view = std::move(view);
  return screen;
}

std::string_view table_folder(base::Language language) {
  return language == base::Language::en ? "table" : "tabel";
}

}  // namespace

Place place_from_address(std::string_view path_and_query, std::string_view base_path) {
  std::string_view path = path_and_query.substr(0, path_and_query.find('#'));
  std::string_view query;
  if (const std::size_t mark = path.find('?'); mark != std::string_view::npos) {
    query = path.substr(mark + 1);
    path = path.substr(0, mark);
  }
  Place place;
  place.screen = CatalogueScreen{};
  if (!path.starts_with(base_path)) return place;
  path.remove_prefix(base_path.size());
  if (path.ends_with('/')) path.remove_suffix(1);
  const std::vector<std::string_view> parts = base::split(path, '/');
  if (parts[0] == "en") {
    place.language = base::Language::en;
  } else if (parts[0] != "id" && !parts[0].empty()) {
    return place;
  }
  if (parts.size() == 1) {
    place.screen = catalogue_from_query(query);
  } else if (parts.size() == 3 && parts[1] == table_folder(place.language)) {
    place.screen = table_from_query(text_or_nothing(base::url_decoded(parts[2], false)), query);
  }
  return place;
}

std::string address_from_place(const Place& place, std::string_view base_path,
                               const stats::View* default_view) {
  std::string path =
      std::string(base_path) + std::string(base::code_from_language(place.language)) + "/";
  return std::visit(
      base::on{[&](const CatalogueScreen& screen) {
                 return path + query_from_parameters(parameters_from_screen(screen));
               },
               [&](const TableScreen& screen) {
                 return path + std::string(table_folder(place.language)) + "/" +
                        base::url_encoded(screen.code) + "/" +
                        query_from_parameters(parameters_from_screen(screen, default_view));
               }},
      place.screen);
}

std::string request_address(const State& state,
                            const std::vector<std::pair<std::string, std::string>>& fields) {
  std::string address = state.site.base_path +
                        (state.language == base::Language::en ? "en/request/" : "id/permintaan/");
  char sign = '?';
  for (const auto& [name, value] : fields) {
    if (value.empty()) continue;
    address += sign + name + "=" + base::url_encoded(value);
    sign = '&';
  }
  return address;
}

std::string office_address(const State& state) {
  return state.site.base_path +
         (state.language == base::Language::en ? "en/office/" : "id/petugas/");
}

}  // namespace app
