// Small literal tables for tests:
//
//   table("pop-01").dimension("sex", {"M", "F"}).time("tahun", {"2023", "2024"})
//       .measure("jumlah", "jiwa", 0, Additivity::stock).cells({10, 12, 11, 13}).make()
#pragma once

#include <initializer_list>
#include <limits>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "stats/table.h"

namespace support {

/// A cell without a figure.
inline constexpr double none = std::numeric_limits<double>::quiet_NaN();

/// A category by its code, which is also its label where no other is given.
struct CategoryName {
  CategoryName(const char* code_and_label) : code(code_and_label), label(code_and_label) {}
  CategoryName(const char* code, const char* label) : code(code), label(label) {}
  std::string code, label;
};

class TableBuilder {
 public:
  explicit TableBuilder(std::string code) {
    table_.code = std::move(code);
    table_.title = {"Jumlah penduduk", "Population"};
    table_.source = {"BPS Kabupaten Muara Enim", ""};
  }

  TableBuilder& title(std::string id, std::string en) {
    table_.title = {std::move(id), std::move(en)};
    return *this;
  }
  TableBuilder& dimension(std::string code, std::initializer_list<CategoryName> categories,
                          stats::Role role = stats::Role::other) {
    stats::Dimension dimension;
    dimension.code = code;
    dimension.label = {std::move(code), ""};
    dimension.role = role;
    for (const CategoryName& name : categories) {
      stats::Category category;
      category.code = name.code;
      category.label = {name.label, ""};
      dimension.categories.push_back(std::move(category));
    }
    table_.dimensions.push_back(std::move(dimension));
    return *this;
  }
  TableBuilder& time(std::string code, std::initializer_list<CategoryName> categories) {
    return dimension(std::move(code), categories, stats::Role::time);
  }
  TableBuilder& geo(std::string code, std::initializer_list<CategoryName> categories) {
    return dimension(std::move(code), categories, stats::Role::geo);
  }
  /// Hangs `children` below `parent` in the dimension named last.
  TableBuilder& parent(const char* parent, std::initializer_list<const char*> children) {
    stats::Dimension& dimension = table_.dimensions.back();
    const int index = static_cast<int>(dimension.find(parent).value());
    for (const char* child : children) {
      dimension.categories[dimension.find(child).value()].parent = index;
    }
    return *this;
  }
  /// The first measure makes the measure dimension; those after it join it.
  TableBuilder& measure(std::string code, std::string unit, int decimals,
                        stats::Additivity additivity) {
    stats::Category category;
    category.code = code;
    category.label = {std::move(code), ""};
    category.unit = {std::move(unit), ""};
    category.decimals = decimals;
    category.additivity = additivity;
    if (table_.dimensions.empty() || table_.dimensions.back().role != stats::Role::measure) {
      dimension("ukuran", {}, stats::Role::measure);
    }
    table_.dimensions.back().categories.push_back(std::move(category));
    return *this;
  }
  TableBuilder& cells(std::vector<double> figures) {
    figures_ = std::move(figures);
    return *this;
  }
  TableBuilder& status(std::uint32_t cell, stats::CellStatus status) {
    statuses_.push_back({cell, status});
    return *this;
  }
  TableBuilder& note(std::string text, std::vector<stats::Coordinate> where,
                     bool is_mandatory = false) {
    table_.notes.push_back({{std::move(text), ""}, is_mandatory, std::move(where)});
    return *this;
  }
  TableBuilder& layout(std::vector<std::string> stub, std::vector<std::string> heading) {
    table_.layout = {std::move(stub), std::move(heading)};
    return *this;
  }

  stats::Table make() const {
    stats::Table made = table_;
    made.cells = stats::Cells::from_doubles(figures_, statuses_);
    return made;
  }
  std::shared_ptr<const stats::Table> share() const {
    return std::make_shared<const stats::Table>(make());
  }

 private:
  stats::Table table_;
  std::vector<double> figures_;
  std::vector<stats::StatusAt> statuses_;
};

inline TableBuilder table(std::string code) { return TableBuilder(std::move(code)); }

}  // namespace support
