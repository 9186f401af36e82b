// A table as its screen shows it.
#include "app/view_model.h"

#include <catch2/catch_test_macros.hpp>

#include "support/golden.h"
#include "wasm/app/session.h"
#include "wasm/app/vm_lines.h"

using support::add;
using support::marked;
using support::Session;

namespace {

std::string handle_lines(std::string_view zone, const std::vector<app::HandleVm>& handles) {
  std::string text(zone);
  for (const app::HandleVm& handle : handles) {
    text += " " + handle.label + " (" + std::to_string(handle.count) + ")";
  }
  return text + "\n";
}

std::string dimension_lines(const app::DimensionVm& vm) {
  constexpr std::string_view ticks[] = {"[ ]", "[x]", "[-]"};
  std::string text = "\n" + vm.label + ", " + vm.count + (vm.is_fixed ? ", fixed" : "") +
                     (vm.is_folded ? ", folded" : "") + "\n";
  for (const app::CategoryRow& row : vm.rows) {
    text += std::string(static_cast<std::size_t>(row.depth) * 2 + 2, ' ') +
            std::string(ticks[static_cast<std::size_t>(row.ticked)]) + " " +
            marked(row.label, row.marks);
    text += row.is_total ? " total" : "";
    text += row.has_children ? (row.is_open ? " open" : " closed") : "";
    text += "\n";
  }
  add(text, "  none", vm.no_match);
  if (vm.is_time) {
    text +=
        "  from " + vm.time_labels.at(vm.time_from) + " to " + vm.time_labels.at(vm.time_to) + "\n";
  }
  return text;
}

std::string table_lines(const Session& session) {
  const app::TableVm vm = table_vm(session.state);
  std::string text;
  for (const auto& [code, label] : vm.path)
    text += label + " > ";
  text += vm.title + "\n";
  for (const std::string* line :
       {&vm.unit_line, &vm.code_line, &vm.updated_line, &vm.next_update_line, &vm.size}) {
    if (!line->empty()) text += *line + "\n";
  }
  for (const std::string& line : vm.fixed_lines)
    text += line + "\n";
  text += handle_lines("stub", vm.stub) + handle_lines("heading", vm.heading) +
          handle_lines("fixed", vm.fixed);
  for (const app::DimensionVm& dimension : vm.dimensions)
    text += dimension_lines(dimension);
  text += "\n";
  for (const auto& [mark, meaning] : vm.legend)
    text += "legend: " + mark + " " + meaning + "\n";
  for (const app::NoteVm& note : vm.notes) {
    text +=
        "note: " + note.mark + " " + note.text + (note.is_mandatory ? " (mandatory)" : "") + "\n";
  }
  text += vm.source_line + "\n\n";
  for (const app::MetadataRow& row : vm.metadata)
    text += row.label + " = " + row.value + "\n";
  text += "\n";
  add(text, "row total", vm.row_total_refusal);
  add(text, "column total", vm.column_total_refusal);
  const std::pair<std::string_view, bool> flags[] = {{"undo", vm.can_undo},
                                                     {"redo", vm.can_redo},
                                                     {"favourite", vm.is_favourite},
                                                     {"default", vm.is_default_view},
                                                     {"time", vm.has_time}};
  for (const auto& [name, is_set] : flags)
    text += is_set ? std::string(name) + " " : "";
  return text + "\n";
}

}  // namespace

TEST_CASE("a table as it is first shown") {
  golden::check("app/table", table_lines(Session::at_people()));
}

TEST_CASE("a table in English, with one sex fixed, a search in a list and something to undo") {
  Session session = Session::at_people();
  session.send(app::SetLanguage{base::Language::en});
  session.send(app::MoveDimension{"jk", app::Zone::fixed, 0});
  session.send(app::ToggleCategory{"kecamatan", "1603020"});
  session.send(app::TypeListSearch{"kecamatan", "agung"});
  session.send(app::TypeListSearch{"tahun", "1999"});
  session.send(app::ToggleDimensionFolded{"tahun"});
  session.send(app::ToggleFavourite{"penduduk"});
  golden::check("app/table_english", table_lines(session));
}

TEST_CASE("a rate's table says why nothing is added up") {
  Session session = Session::at_catalogue();
  session.send(app::OpenTable{"kemiskinan"});
  session.table_arrives(support::poverty_table());
  CHECK(table_vm(session.state).row_total_refusal ==
        "Tidak dijumlahkan: ukuran ini berupa tingkat, rata-rata, atau indeks.");
}

TEST_CASE("a closed parent hides its parts, and shows that some of them are picked") {
  stats::Table table = support::people_table();
  table.dimensions[0].categories[1].parent = -1;
  table.dimensions[0].categories[3].parent = -1;
  table.dimensions[0].categories[2].parent = 1;
  Session session = Session::at_catalogue();
  session.send(app::OpenTable{"penduduk"});
  session.table_arrives(table);
  session.send(app::ToggleCategory{"kecamatan", "1603020"});
  const auto rows = [&] { return table_vm(session.state).dimensions.at(0).rows; };
  REQUIRE(rows().size() == 3);
  CHECK(rows()[1].label == "Semende");
  CHECK(rows()[1].ticked == app::CategoryRow::Ticked::partly);
  session.send(app::ToggleParentOpen{"kecamatan", "1603010"});
  REQUIRE(rows().size() == 4);
  CHECK(rows()[2].depth == 1);
  CHECK(rows()[2].ticked == app::CategoryRow::Ticked::no);
}

TEST_CASE("a long list is cut, and says so") {
  stats::Table table = support::poverty_table();
  stats::Dimension villages;
  villages.code = "desa";
  villages.label = {"Desa", ""};
  table.dimensions.insert(table.dimensions.begin(), villages);
  for (int i = 0; i < 3000; ++i) {
    stats::Category category;
    category.code = std::to_string(i);
    category.label = {"Desa " + category.code, ""};
    table.dimensions[0].categories.push_back(std::move(category));
  }
  table.cells = stats::Cells::from_doubles(std::vector<double>(6000, 1.5), {});
  Session session = Session::at_catalogue();
  session.send(app::OpenTable{"kemiskinan"});
  session.table_arrives(table);
  const app::TableVm vm = table_vm(session.state);
  CHECK(vm.dimensions[0].rows.size() == 2000);
  CHECK(vm.dimensions[0].has_more);
  CHECK(vm.dimensions[0].count == "3.000 dari 3.000");
}
