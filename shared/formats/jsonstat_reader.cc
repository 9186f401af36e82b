// JSON-stat to table, ours and those of other offices.
#include <algorithm>
#include <optional>
#include <utility>
#include <vector>

#include "base/json_expect.h"
#include "base/text.h"
#include "formats/jsonstat.h"
#include "formats/jsonstat_figures.h"

namespace formats {
namespace {

using base::JsonValue;
using stats::Role;
using Kind = base::JsonValue::Kind;

constexpr std::size_t document_bytes_max = std::size_t{512} << 20;
constexpr std::uint64_t format_version = 1;
constexpr int decimals_max = 9;  // The most that base::text_from_number shows.
constexpr std::size_t table_code_bytes_max = 80;
constexpr std::size_t dimensions_max = 100;  // Dimensions are looked for one after the other.

/// The places of a dimension's category codes.
class CodeIndex {
 public:
  /// Sorts `codes`, which must outlive this. The code that is there twice, if one is.
  std::optional<std::string_view> set(const std::vector<std::string_view>& codes) {
    for (std::uint32_t index = 0; index < codes.size(); ++index)
      sorted_.emplace_back(codes[index], index);
    std::sort(sorted_.begin(), sorted_.end());
    const auto twice = std::adjacent_find(
        sorted_.begin(), sorted_.end(),
        [](const auto& left, const auto& right) { return left.first == right.first; });
    return twice == sorted_.end() ? std::nullopt : std::optional(twice->first);
  }

  std::optional<std::uint32_t> find(std::string_view code) const {
    const auto found = std::lower_bound(sorted_.begin(), sorted_.end(), std::pair(code, 0u));
    if (found == sorted_.end() || found->first != code) return std::nullopt;
    return found->second;
  }

 private:
  std::vector<std::pair<std::string_view, std::uint32_t>> sorted_;
};

bool is_table_code(std::string_view code) {
  return !code.empty() && code.size() <= table_code_bytes_max &&
         std::all_of(code.begin(), code.end(), [](char letter) {
           return (letter >= 'a' && letter <= 'z') || (letter >= '0' && letter <= '9') ||
                  letter == '-';
         });
}

/// "TAB 6471, version 2" → "tab-6471-version-2"; empty where nothing in it can stand in a code.
std::string table_code_from_text(std::string_view text) {
  std::string code;
  for (char letter : text) {
    if (code.size() == table_code_bytes_max) break;
    if (letter >= 'A' && letter <= 'Z') letter = static_cast<char>(letter - 'A' + 'a');
    if ((letter >= 'a' && letter <= 'z') || (letter >= '0' && letter <= '9'))
      code += letter;
    else if (!code.empty() && code.back() != '-')
      code += '-';
  }
  while (!code.empty() && code.back() == '-')
    code.pop_back();
  return code;
}

/// "https://example.org/data/canada.json?lang=en" → "canada".
std::string_view file_stem_from_address(std::string_view address) {
  address = address.substr(0, address.find_first_of("?#"));
  address.remove_prefix(address.find_last_of('/') + 1);
  return address.substr(0, address.find_last_of('.'));
}

/// The address of a sidecar is a file name beside the document, so that a document cannot make its
/// reader fetch from anywhere else.
bool is_sidecar_address(std::string_view address) {
  return address.size() <= 255 && !address.starts_with('.') &&
         std::all_of(address.begin(), address.end(), [](char letter) {
           return (letter >= 'a' && letter <= 'z') || (letter >= 'A' && letter <= 'Z') ||
                  (letter >= '0' && letter <= '9') || letter == '-' || letter == '_' ||
                  letter == '.';
         });
}

/// Reads one dataset, part after part. Functions return false after the first complaint.
class DatasetReader {
 public:
  explicit DatasetReader(JsonValue root)
      : root_(root),
        lumbung_(root["extension"]["lumbung"]),
        px_(root["extension"]["px"]),
        is_ours_(lumbung_) {}

  base::Result<JsonstatDocument> run();

 private:
  bool check_kind();
  bool unwrap_bundle();
  bool read_dimensions();
  bool read_dimension(std::string_view code, JsonValue size);
  bool read_categories(JsonValue category, stats::Dimension& dimension);
  bool read_codes(JsonValue category, std::vector<std::string_view>& codes);
  bool read_ordered_codes(JsonValue index, std::vector<std::string_view>& codes);
  bool read_units(JsonValue category, const CodeIndex& index, stats::Dimension& dimension);
  bool read_children(JsonValue category, const CodeIndex& index, stats::Dimension& dimension);
  bool set_parent(stats::Dimension& dimension, std::uint32_t child, std::uint32_t parent,
                  JsonValue place);
  bool check_no_circle(JsonValue child, const stats::Dimension& dimension);
  bool read_lumbung_dimension(JsonValue extension, const CodeIndex& index,
                              stats::Dimension& dimension);
  template <class Set>
  bool for_each_category(JsonValue texts, const CodeIndex& index, Set set);
  bool read_roles();
  bool read_role(std::string_view name, Role role);
  void add_measure();
  bool read_description();
  bool read_lumbung_description();
  bool read_lumbung_layout();
  void read_foreign_description();
  void read_foreign_date(JsonValue value, base::Date& date, const base::Text& name);
  bool read_foreign_layout();
  bool count_cells();
  bool read_cells();
  bool read_sidecar_name(JsonValue cells);
  void find_decimals(const Figures& figures);
  void note_foreign_statuses(const Statuses& statuses);
  bool read_notes();
  bool read_lumbung_note(JsonValue note);
  bool read_foreign_notes();
  bool add_foreign_notes(JsonValue notes, JsonValue mandatory,
                         std::vector<stats::Coordinate> where);
  stats::Dimension* find_dimension(std::string_view code);

  bool fail(JsonValue place, std::string problem, base::ErrorCode code = base::ErrorCode::invalid) {
    return expect_.fail(place, std::move(problem), code);
  }

  JsonValue root_, lumbung_, px_;
  bool is_ours_;
  std::string_view bundle_name_;
  base::JsonExpect expect_;
  JsonstatDocument document_;
  stats::Table& table_ = document_.table;
  std::vector<CodeIndex> indices_;  ///< One a dimension.
  std::vector<bool> has_decimals_;  ///< One a category of the measure dimension.
  std::size_t cells_count_ = 0;
};

base::Result<JsonstatDocument> DatasetReader::run() {
  if (check_kind() && read_dimensions() && read_roles() && read_description() && count_cells() &&
      read_cells() && read_notes())
    return std::move(document_);
  return tl::unexpected<base::Error>(expect_.error());
}

/// JSON-stat has documents of other kinds: each is refused by its name.
bool DatasetReader::check_kind() {
  if (!root_.is(Kind::object))
    return fail(root_, "A JSON-stat dataset is an object, but the file holds " +
                           std::string(base::text_from_kind(root_.kind())));
  const std::string kind = expect_.text(root_, "class");
  if (!expect_.is_well()) return false;
  if (!kind.empty() && kind != "dataset")
    return fail(root_["class"], "A JSON-stat dataset was expected, but the file is a \"" + kind +
                                    "\"; take the address of one of its datasets instead");
  if (!root_["dimension"] && !root_["id"] && !root_["value"] && !unwrap_bundle()) return false;
  const std::uint64_t format = lumbung_ ? expect_.whole(lumbung_, "format", 0) : format_version;
  if (expect_.is_well() && format != format_version)
    fail(lumbung_,
         "The member \"format\" of extension.lumbung must be 1, the only version that "
         "this program reads");
  return expect_.is_well();
}

/// Version 1 wrapped its datasets in an object, called a bundle, and PxWeb's older interface still
/// answers with one dataset in one. Which of several is meant, nobody can say.
bool DatasetReader::unwrap_bundle() {
  std::vector<std::pair<std::string_view, JsonValue>> datasets;
  for (const auto& [name, member] : root_.members())
    if (member["dimension"]) datasets.emplace_back(name, member);
  if (datasets.empty())
    return fail(root_,
                "A JSON-stat dataset was expected, with the members id, size, dimension "
                "and value, but the file has none of them");
  if (datasets.size() > 1)
    return fail(datasets[1].second, "This is a JSON-stat bundle of version 1 with " +
                                        std::to_string(datasets.size()) + " datasets, " +
                                        base::quoted(datasets[0].first) + " and " +
                                        base::quoted(datasets[1].first) +
                                        " among them; save the wanted one as a file of its own");
  root_ = datasets[0].second;
  if (datasets[0].first != "dataset") bundle_name_ = datasets[0].first;
  px_ = root_["extension"]["px"];
  return true;
}

stats::Dimension* DatasetReader::find_dimension(std::string_view code) {
  for (stats::Dimension& dimension : table_.dimensions)
    if (dimension.code == code) return &dimension;
  return nullptr;
}

bool DatasetReader::read_dimensions() {
  // Version 1 kept id, size and role inside `dimension`; many files still do.
  const JsonValue holder = root_["id"] ? root_ : root_["dimension"];
  const JsonValue ids = expect_.needed(holder, "id", Kind::array);
  const JsonValue sizes = expect_.needed(holder, "size", Kind::array);
  expect_.needed(root_, "dimension", Kind::object);
  if (!expect_.is_well()) return false;
  if (ids.count() != sizes.count())
    return fail(sizes, "\"size\" must have one number for each id, " + std::to_string(ids.count()) +
                           ", but has " + std::to_string(sizes.count()));
  if (ids.count() > dimensions_max)
    return fail(ids,
                "A table may have " + std::to_string(dimensions_max) +
                    " dimensions, but this one has " + std::to_string(ids.count()),
                base::ErrorCode::too_large);
  auto size = sizes.elements().begin();
  for (const JsonValue id : ids.elements()) {
    const std::string_view code = expect_.as_text(id, "id");
    if (!expect_.is_well()) return false;
    if (find_dimension(code))
      return fail(id, "The dimension " + base::quoted(code) + " is named twice");
    if (!read_dimension(code, *size)) return false;
    ++size;
  }
  for (const auto& [code, dimension] : root_["dimension"].members()) {
    const bool is_version_1 = !root_["id"] && (code == "id" || code == "size" || code == "role");
    if (!is_version_1 && !find_dimension(code))
      return fail(dimension, "The dimension " + base::quoted(code) + " is not in \"id\"");
  }
  return true;
}

bool DatasetReader::read_dimension(std::string_view code, JsonValue size) {
  const JsonValue value = root_["dimension"][code];
  if (!value)
    return fail(root_["dimension"], "The dimension " + base::quoted(code) +
                                        " is named in \"id\", but does not stand here");
  if (!expect_.as_object(value, "dimension")) return false;
  stats::Dimension& dimension = table_.dimensions.emplace_back();
  dimension.code = code;
  dimension.label.id = expect_.text(value, "label");
  if (!value["label"]) dimension.label.id = code;
  const JsonValue category = expect_.needed(value, "category", Kind::object);
  if (!expect_.is_well() || !read_categories(category, dimension)) return false;
  const auto categories_count = base::whole_from_figure(size.text());
  if (!size.is(Kind::number) || !categories_count ||
      *categories_count != dimension.categories.size())
    return fail(size, "The dimension " + base::quoted(code) + " has " +
                          std::to_string(dimension.categories.size()) +
                          " categories, but its size says " + base::quoted(size.text()));
  return read_lumbung_dimension(value["extension"]["lumbung"], indices_.back(), dimension);
}

/// Calls set(category index, member) for each member named by a category's code.
template <class Set>
bool DatasetReader::for_each_category(JsonValue texts, const CodeIndex& index, Set set) {
  for (const auto& [code, member] : texts.members()) {
    const auto category = index.find(code);
    if (!category)
      return fail(member, "The category " + base::quoted(code) + " is not in \"index\"");
    if (!set(*category, member)) return false;
  }
  return expect_.is_well();
}

bool DatasetReader::read_categories(JsonValue category, stats::Dimension& dimension) {
  std::vector<std::string_view> codes;
  if (!read_codes(category, codes)) return false;
  CodeIndex index;
  if (const auto twice = index.set(codes))
    return fail(category, "The category " + base::quoted(*twice) +
                              " stands twice in the dimension " + base::quoted(dimension.code));
  dimension.categories.reserve(codes.size());
  for (const std::string_view code : codes) {
    stats::Category& added = dimension.categories.emplace_back();
    added.code = code;
    added.label.id = code;
  }
  indices_.push_back(std::move(index));
  return for_each_category(expect_.object(category, "label"), indices_.back(),
                           [&](std::uint32_t at, JsonValue label) {
                             dimension.categories[at].label.id = expect_.as_text(label, "label");
                             return expect_.is_well();
                           }) &&
         read_children(category, indices_.back(), dimension);
}

bool DatasetReader::read_codes(JsonValue category, std::vector<std::string_view>& codes) {
  const JsonValue index = category["index"];
  if (index.is(Kind::array)) {
    for (const JsonValue code : index.elements())
      codes.push_back(expect_.as_text(code, "index"));
    return expect_.is_well();
  }
  if (index.is(Kind::object)) return read_ordered_codes(index, codes);
  const JsonValue labels = expect_.object(category, "label");
  if (!expect_.is_well()) return false;
  if (!index && labels.count() == 1) {
    for (const auto& [code, label] : labels.members())
      codes.push_back(code);
    return true;
  }
  return fail(index ? index : category,
              "A category needs an \"index\", an array of codes or an object of places; only "
              "where there is one category may it be left out");
}

/// {"F": 1, "M": 0} → M, F.
bool DatasetReader::read_ordered_codes(JsonValue index, std::vector<std::string_view>& codes) {
  codes.resize(index.count());
  std::vector<bool> is_taken(index.count());
  for (const auto& [code, place] : index.members()) {
    const auto at = base::whole_from_figure(place.text());
    if (!place.is(Kind::number) || !at || *at >= codes.size() || is_taken[*at])
      return fail(place, "The places in \"index\" must be the numbers 0 to " +
                             std::to_string(codes.size() - 1) + ", each once, but the category " +
                             base::quoted(code) + " has " + base::quoted(place.text()));
    is_taken[*at] = true;
    codes[*at] = code;
  }
  return true;
}

bool DatasetReader::read_children(JsonValue category, const CodeIndex& index,
                                  stats::Dimension& dimension) {
  const JsonValue children = expect_.object(category, "child");
  const auto read_children_of = [&](std::uint32_t parent, JsonValue codes) {
    if (!codes.is(Kind::array))
      return fail(codes, "The children of a category must be an array of codes");
    for (const JsonValue code : codes.elements()) {
      const std::string_view text = expect_.as_text(code, "child");
      const auto child = index.find(text);
      if (!child) return fail(code, "The category " + base::quoted(text) + " is not in \"index\"");
      if (!set_parent(dimension, *child, parent, code)) return false;
    }
    return true;
  };
  return for_each_category(children, index, read_children_of) &&
         check_no_circle(children, dimension);
}

/// A category has one parent. Elsewhere it may have several (a country in two unions): the first
/// one stands, and a note tells of the others.
bool DatasetReader::set_parent(stats::Dimension& dimension, std::uint32_t child,
                               std::uint32_t parent, JsonValue place) {
  stats::Category& category = dimension.categories[child];
  const stats::Category& wanted = dimension.categories[parent];
  if (category.parent < 0) {
    category.parent = static_cast<int>(parent);
    return true;
  }
  if (category.parent == static_cast<int>(parent)) return true;
  if (is_ours_)
    return fail(place, "The category " + base::quoted(category.code) + " is part of both " +
                           base::quoted(dimension.categories[category.parent].code) + " and " +
                           base::quoted(wanted.code) + "; it may have one parent");
  const auto at = static_cast<std::uint32_t>(table_.dimensions.size() - 1);
  table_.notes.push_back(
      {{"Juga bagian dari " + wanted.label.id + ".", "Also a part of " + wanted.label.id + "."},
       false,
       {{at, child}}});
  return true;
}

/// Walks from each category upwards; what a former walk has passed is known to end.
bool DatasetReader::check_no_circle(JsonValue child, const stats::Dimension& dimension) {
  std::vector<std::size_t> walk_of(dimension.categories.size(), 0);
  for (std::size_t start = 0; start < dimension.categories.size(); ++start) {
    int at = static_cast<int>(start);
    for (; at >= 0 && walk_of[at] == 0; at = dimension.categories[at].parent)
      walk_of[at] = start + 1;
    if (at >= 0 && walk_of[at] == start + 1)
      return fail(child, "The category " + base::quoted(dimension.categories[at].code) +
                             " is a part of itself, over its children");
  }
  return true;
}

bool DatasetReader::read_lumbung_dimension(JsonValue extension, const CodeIndex& index,
                                           stats::Dimension& dimension) {
  if (!extension) return true;
  dimension.label.en = expect_.text(extension, "label_en");
  dimension.is_mandatory = expect_.truth(extension, "mandatory", true);
  return for_each_category(expect_.object(extension, "category_label_en"), index,
                           [&](std::uint32_t at, JsonValue label) {
                             dimension.categories[at].label.en =
                                 expect_.as_text(label, "category_label_en");
                             return expect_.is_well();
                           });
}

bool DatasetReader::read_roles() {
  if (!read_role("time", Role::time) || !read_role("geo", Role::geo) ||
      !read_role("metric", Role::measure))
    return false;
  for (std::size_t at = 0; at < table_.dimensions.size(); ++at) {
    stats::Dimension& dimension = table_.dimensions[at];
    if (dimension.role != Role::measure) continue;
    has_decimals_.assign(dimension.categories.size(), false);
    const JsonValue value = root_["dimension"][dimension.code];
    return read_units(value, indices_[at], dimension);
  }
  add_measure();
  return true;
}

bool DatasetReader::read_role(std::string_view name, Role role) {
  const JsonValue holder = root_["id"] ? root_ : root_["dimension"];
  const JsonValue roles = expect_.object(holder, "role");
  for (const JsonValue id : expect_.array(roles, name).elements()) {
    const std::string_view code = expect_.as_text(id, "role");
    stats::Dimension* dimension = find_dimension(code);
    if (!expect_.is_well()) return false;
    if (!dimension)
      return fail(id, "The role " + base::quoted(name) + " names the dimension " +
                          base::quoted(code) + ", which is not in \"id\"");
    if (dimension->role != Role::other)
      return fail(id, "The dimension " + base::quoted(code) + " is given two roles");
    const auto is_measure = [](const stats::Dimension& one) { return one.role == Role::measure; };
    if (role == Role::measure &&
        std::any_of(table_.dimensions.begin(), table_.dimensions.end(), is_measure))
      return fail(id, "A second dimension, " + base::quoted(code) +
                          ", is given the role \"metric\"; a table has one dimension of measures");
    dimension->role = role;
  }
  return expect_.is_well();
}

/// What a unit is called. Ours is `base`. Others have a `label` made for readers and a `symbol`
/// beside it; their `base` leaves the multiplier out ("persons" for "thousands of persons").
std::string unit_from_json(JsonValue unit, bool is_ours, base::JsonExpect& expect) {
  const std::string base_unit = expect.text(unit, "base");
  if (is_ours) return base_unit;
  const std::string label = expect.text(unit, "label");
  const std::string symbol = expect.text(unit, "symbol");
  const std::string& name = label.empty() ? base_unit : label;
  if (name.empty() || symbol.empty() || name == symbol) return name.empty() ? symbol : name;
  return name + " (" + symbol + ")";
}

bool DatasetReader::read_units(JsonValue value, const CodeIndex& index,
                               stats::Dimension& dimension) {
  const JsonValue units = expect_.object(value["category"], "unit");
  const bool units_read = for_each_category(units, index, [&](std::uint32_t at, JsonValue unit) {
    if (!expect_.as_object(unit, "unit")) return false;
    stats::Category& category = dimension.categories[at];
    category.unit.id = unit_from_json(unit, is_ours_, expect_);
    has_decimals_[at] = unit["decimals"].is(Kind::number);
    category.decimals =
        static_cast<int>(std::min<std::uint64_t>(expect_.whole(unit, "decimals", 0), decimals_max));
    return expect_.is_well();
  });
  const JsonValue extension = value["extension"]["lumbung"];
  return units_read &&
         for_each_category(expect_.object(extension, "unit_en"), index,
                           [&](std::uint32_t at, JsonValue unit) {
                             dimension.categories[at].unit.en = expect_.as_text(unit, "unit_en");
                             return expect_.is_well();
                           }) &&
         for_each_category(
             expect_.object(extension, "additivity"), index, [&](std::uint32_t at, JsonValue word) {
               const auto additivity =
                   stats::additivity_from_text(expect_.as_text(word, "additivity"));
               if (!additivity)
                 return fail(word,
                             "The additivity must be stock, flow, rate, average or index, "
                             "but is " +
                                 base::quoted(word.text()));
               dimension.categories[at].additivity = *additivity;
               return true;
             });
}

/// A table has a dimension of measures; a dataset that names none is given one of one category.
void DatasetReader::add_measure() {
  stats::Dimension measure;
  measure.code = "ukuran";
  while (find_dimension(measure.code))
    measure.code += "-2";
  measure.label = {"Ukuran", "Measure"};
  measure.role = Role::measure;
  stats::Category& category = measure.categories.emplace_back();
  category.code = "nilai";
  category.label.id = root_["label"].text();
  if (category.label.id.empty()) category.label.id = px_["contents"].text();
  if (category.label.id.empty()) category.label = {"Nilai", "Value"};
  table_.dimensions.push_back(std::move(measure));
  CodeIndex index;
  index.set({"nilai"});
  indices_.push_back(std::move(index));
  has_decimals_.assign(1, false);
}

bool DatasetReader::read_description() {
  table_.title.id = expect_.text(root_, "label");
  table_.source.id = expect_.text(root_, "source");
  if (is_ours_) return read_lumbung_description();
  if (expect_.is_well()) read_foreign_description();
  return expect_.is_well();
}

bool DatasetReader::read_lumbung_description() {
  table_.updated = expect_.date(root_, "updated");
  table_.code = expect_.needed_text(lumbung_, "code");
  table_.subject = expect_.text(lumbung_, "subject");
  table_.title.en = expect_.text(lumbung_, "title_en");
  table_.source.en = expect_.text(lumbung_, "source_en");
  table_.publisher = expect_.text_pair(lumbung_, "publisher");
  table_.next_update = expect_.date(lumbung_, "next_update");
  table_.licence = expect_.text(lumbung_, "licence");
  const JsonValue contact = expect_.object(lumbung_, "contact");
  table_.contact = {expect_.text_pair(contact, "name"), expect_.text(contact, "mail"),
                    expect_.text(contact, "phone")};
  table_.area_level = expect_.text(lumbung_, "area_level");
  if (!expect_.is_well()) return false;
  if (!is_table_code(table_.code))
    return fail(lumbung_["code"],
                "The code of a table has 1 to " + std::to_string(table_code_bytes_max) +
                    " lower case letters, digits and '-', but is " + base::quoted(table_.code));
  constexpr std::string_view levels[] = {"", "province", "regency", "district", "village"};
  if (std::find(std::begin(levels), std::end(levels), table_.area_level) == std::end(levels))
    return fail(lumbung_["area_level"],
                "The area level must be province, regency, district or village, but is " +
                    base::quoted(table_.area_level));
  return read_lumbung_layout();
}

/// What statistical offices say about a table under `extension` (PxWebApi; Eurostat its `id`). The
/// member is free for anything, so what has another shape says something else and is left alone.
void DatasetReader::read_foreign_description() {
  const std::string_view names[] = {px_["tableid"].text(),
                                    px_["matrix"].text(),
                                    root_["extension"]["id"].text(),
                                    bundle_name_,
                                    file_stem_from_address(root_["href"].text()),
                                    table_.title.id,
                                    "tabel"};
  for (const std::string_view name : names)
    if (table_.code.empty()) table_.code = table_code_from_text(name);
  if (table_.title.id.empty()) table_.title.id = px_["contents"].text();
  table_.subject = table_code_from_text(px_["subject-code"].text());
  for (const JsonValue contact : root_["extension"]["contact"].elements()) {
    table_.contact = {{std::string(contact["name"].text()), {}},
                      std::string(contact["mail"].text()),
                      std::string(contact["phone"].text())};
    break;
  }
  if (!read_foreign_layout()) table_.layout = {};
  read_foreign_date(root_["updated"], table_.updated, {"Diperbarui", "Updated"});
  read_foreign_date(px_["nextUpdate"], table_.next_update, {"Pembaruan berikutnya", "Next update"});
}

/// A date in another form is kept as a note, so that it is not lost.
void DatasetReader::read_foreign_date(JsonValue value, base::Date& date, const base::Text& name) {
  constexpr std::size_t date_size = 10;
  const std::string_view text = value.text();
  if (text.empty()) return;
  const bool has_time =
      text.size() > date_size && (text[date_size] == 'T' || text[date_size] == ' ');
  const auto read = base::date_from_text(has_time ? text.substr(0, date_size) : text);
  if (read) {
    date = *read;
    return;
  }
  const std::string told = ": " + std::string(text);
  table_.notes.push_back({{name.id + told, name.en + told}, false, {}});
}

/// False where the layout was made for other dimensions than these: the default view serves better.
bool DatasetReader::read_foreign_layout() {
  const std::pair<std::string_view, std::vector<std::string>*> axes[] = {
      {"stub", &table_.layout.stub}, {"heading", &table_.layout.heading}};
  for (const auto& [name, codes] : axes) {
    for (const JsonValue code : px_[name].elements()) {
      if (!find_dimension(code.text())) return false;
      codes->emplace_back(code.text());
    }
  }
  return true;
}

bool DatasetReader::read_lumbung_layout() {
  const JsonValue layout = expect_.object(lumbung_, "layout");
  table_.layout.stub = expect_.texts(layout, "stub");
  table_.layout.heading = expect_.texts(layout, "heading");
  for (const std::vector<std::string>* axis : {&table_.layout.stub, &table_.layout.heading})
    for (const std::string& code : *axis)
      if (!find_dimension(code))
        return fail(layout, "The layout names the dimension " + base::quoted(code) +
                                ", which is not in \"id\"");
  return expect_.is_well();
}

bool DatasetReader::count_cells() {
  std::uint64_t count = 1;
  for (const stats::Dimension& dimension : table_.dimensions) {
    count *= dimension.categories.size();
    if (count > stats::cells_count_max)
      return fail(root_,
                  "The dimensions make more than " + std::to_string(stats::cells_count_max) +
                      " cells, the most that a table may have",
                  base::ErrorCode::too_large);
  }
  cells_count_ = static_cast<std::size_t>(count);
  return true;
}

bool DatasetReader::read_cells() {
  if (const JsonValue cells = expect_.object(lumbung_, "cells")) return read_sidecar_name(cells);
  if (!expect_.is_well()) return false;
  if (!root_["value"]) return fail(root_, "The member \"value\" with the figures is missing");
  Figures figures = Figures::from_json(root_["value"], cells_count_, expect_);
  if (!expect_.is_well()) return false;
  Statuses statuses = statuses_from_json(root_["status"], is_ours_, figures, expect_);
  if (!expect_.is_well()) return false;
  find_decimals(figures);
  note_foreign_statuses(statuses);
  table_.cells = std::move(figures).cells(std::move(statuses.marks));
  return true;
}

bool DatasetReader::read_sidecar_name(JsonValue cells) {
  document_.sidecar.address = expect_.needed_text(cells, "address");
  document_.sidecar.bytes = expect_.whole(cells, "bytes", 0);
  if (!expect_.is_well()) return false;
  if (document_.sidecar.address.empty() || !is_sidecar_address(document_.sidecar.address))
    return fail(cells["address"],
                "The address of the cells must be the name of a file beside "
                "this one, but is " +
                    base::quoted(document_.sidecar.address));
  if (root_["value"].count() != 0 || root_["status"].count() != 0)
    return fail(root_["value"],
                "The cells stand in a file of their own, so \"value\" and "
                "\"status\" must be empty");
  return true;
}

/// Measures that do not say how many decimals they show are shown as exactly as they are given.
void DatasetReader::find_decimals(const Figures& figures) {
  if (std::find(has_decimals_.begin(), has_decimals_.end(), false) == has_decimals_.end()) return;
  const auto px_decimals = base::whole_from_figure(px_["decimals"].text());
  std::size_t stride = 1;
  for (auto dimension = table_.dimensions.rbegin(); dimension->role != Role::measure; ++dimension)
    stride *= dimension->categories.size();
  std::vector<int> decimals(has_decimals_.size(), 0);
  figures.for_each([&](std::size_t index, double value) {
    const std::size_t at = index / stride % decimals.size();
    if (!has_decimals_[at]) decimals[at] = std::max(decimals[at], decimals_from_value(value));
  });
  if (px_decimals && !is_ours_)
    std::fill(decimals.begin(), decimals.end(),
              static_cast<int>(std::min<std::uint64_t>(*px_decimals, decimals_max)));
  for (stats::Dimension& dimension : table_.dimensions)
    for (std::size_t at = 0; dimension.role == Role::measure && at < decimals.size(); ++at)
      if (!has_decimals_[at]) dimension.categories[at].decimals = decimals[at];
}

/// Statuses that are no marks of ours are told in notes, by their label where the dataset has one.
void DatasetReader::note_foreign_statuses(const Statuses& statuses) {
  std::vector<std::string_view> codes, labels;
  for (const auto& [code, label] : root_["extension"]["status"]["label"].members()) {
    codes.push_back(code);
    labels.push_back(label.text());
  }
  CodeIndex index_of;
  index_of.set(codes);
  const auto note = [&](std::string_view status) {
    const auto found = index_of.find(status);
    const std::string_view label = found ? labels[*found] : std::string_view();
    const std::string text = std::string(status) + (label.empty() ? "" : ": ") + std::string(label);
    return stats::Note{{"Status " + text, {}}, true, {}};
  };
  if (!statuses.foreign_for_all.empty()) table_.notes.push_back(note(statuses.foreign_for_all));
  for (const auto& [index, status] : statuses.foreign) {
    stats::Note added = note(status);
    std::size_t rest = index;
    for (std::size_t at = table_.dimensions.size(); at-- > 0;) {
      const std::size_t size = table_.dimensions[at].categories.size();
      added.where.push_back(
          {static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(rest % size)});
      rest /= size;
    }
    std::reverse(added.where.begin(), added.where.end());
    table_.notes.push_back(std::move(added));
  }
}

bool DatasetReader::read_notes() {
  if (!lumbung_["notes"]) return read_foreign_notes();
  for (const JsonValue note : expect_.array(lumbung_, "notes").elements())
    if (!expect_.as_object(note, "notes") || !read_lumbung_note(note)) return false;
  return expect_.is_well();
}

bool DatasetReader::read_lumbung_note(JsonValue note) {
  stats::Note added{{expect_.text(note, "id"), expect_.text(note, "en")},
                    expect_.truth(note, "mandatory", false),
                    {}};
  for (const auto& [code, category_code] : expect_.object(note, "where").members()) {
    const stats::Dimension* dimension = find_dimension(code);
    if (!dimension)
      return fail(category_code,
                  "A note names the dimension " + base::quoted(code) + ", which is not in \"id\"");
    const auto at = static_cast<std::uint32_t>(dimension - table_.dimensions.data());
    const auto category = indices_[at].find(expect_.as_text(category_code, "where"));
    if (!expect_.is_well()) return false;
    if (!category)
      return fail(category_code, "A note names the category " + base::quoted(category_code.text()) +
                                     ", which the dimension " + base::quoted(code) +
                                     " does not have");
    added.where.push_back({at, *category});
  }
  std::sort(added.where.begin(), added.where.end(),
            [](const auto& left, const auto& right) { return left.dimension < right.dimension; });
  table_.notes.push_back(std::move(added));
  return expect_.is_well();
}

/// JSON-stat's own notes: on the dataset, on a dimension (which is a note on the table), on a
/// category. Which of them must be shown, PxWebApi says by their number.
bool DatasetReader::read_foreign_notes() {
  if (!add_foreign_notes(root_["note"], root_["extension"]["noteMandatory"], {})) return false;
  for (std::uint32_t at = 0; at < table_.dimensions.size(); ++at) {
    const JsonValue dimension = root_["dimension"][table_.dimensions[at].code];
    const JsonValue extension = dimension["extension"];
    if (!add_foreign_notes(dimension["note"], extension["noteMandatory"], {})) return false;
    std::vector<JsonValue> mandatory(table_.dimensions[at].categories.size());
    for (const auto& [code, numbers] : extension["categoryNoteMandatory"].members())
      if (const auto category = indices_[at].find(code)) mandatory[*category] = numbers;
    const auto add = [&](std::uint32_t category, JsonValue notes) {
      return add_foreign_notes(notes, mandatory[category], {{at, category}});
    };
    if (!for_each_category(expect_.object(dimension["category"], "note"), indices_[at], add))
      return false;
  }
  return expect_.is_well();
}

bool DatasetReader::add_foreign_notes(JsonValue notes, JsonValue mandatory,
                                      std::vector<stats::Coordinate> where) {
  if (!notes || notes.is(Kind::null)) return true;
  const auto add = [&](JsonValue note, std::size_t number) {
    const bool is_mandatory = mandatory[std::to_string(number)].is_true();
    table_.notes.push_back({{std::string(expect_.as_text(note, "note")), {}}, is_mandatory, where});
  };
  std::size_t number = 0;
  if (notes.is(Kind::array))
    for (const JsonValue note : notes.elements())
      add(note, number++);
  else
    add(notes, number);
  return expect_.is_well();
}

}  // namespace

base::Result<JsonstatDocument> table_from_jsonstat(std::string_view bytes) {
  if (bytes.size() > document_bytes_max)
    return base::fail(base::ErrorCode::too_large,
                      "A table's document may have 512 MiB, but this one has " +
                          std::to_string(bytes.size()) +
                          " bytes; publish large tables with a sidecar.");
  const base::Result<base::JsonDocument> document = base::json_from_bytes(bytes);
  if (!document) return tl::unexpected<base::Error>(document.error());
  return DatasetReader(document->root()).run();
}

}  // namespace formats
