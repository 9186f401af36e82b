// The catalogue as its screen shows it.
#include "app/view_model.h"

#include <catch2/catch_test_macros.hpp>

#include "support/golden.h"
#include "wasm/app/session.h"
#include "wasm/app/vm_lines.h"

using support::add;
using support::marked;
using support::Session;

namespace {

std::string subject_lines(const app::CatalogueVm& vm) {
  std::string text;
  for (const app::SubjectRow& row : vm.subjects) {
    text += std::string(static_cast<std::size_t>(row.depth) * 2, ' ') + row.label + " " +
            std::to_string(row.count);
    text += row.is_current ? " current" : "";
    text += row.has_children ? (row.is_open ? " open" : " closed") : "";
    text += "\n";
  }
  return text;
}

std::string entry_lines(const app::EntryVm& entry) {
  std::string text = "- " + marked(entry.title, entry.title_marks) +
                     (entry.is_available ? "" : " (not available)") +
                     (entry.is_favourite ? " (favourite)" : "") + "\n";
  add(text, "  facts", entry.period + " / " + entry.unit + " / " + entry.updated);
  add(text, "  hint", entry.hint);
  add(text, "  dimensions", entry.dimensions);
  add(text, "  found", entry.found_in);
  add(text, "  reason", entry.reason);
  add(text, "  substitute", entry.substitute_title);
  return text;
}

std::string side_lines(std::string_view name, const std::vector<app::SideItem>& items) {
  std::string text;
  for (const app::SideItem& item : items) {
    text += std::string(name) + ": " + item.title + " / " + item.note +
            (item.is_new ? " / new" : "") + "\n";
  }
  return text;
}

std::string catalogue_lines(const Session& session) {
  const app::CatalogueVm vm = catalogue_vm(session.state);
  std::string text = vm.heading + " — " + vm.count + "\n\n" + subject_lines(vm) + "\n";
  for (const app::EntryVm& entry : vm.entries)
    text += entry_lines(entry);
  text += "\n" + side_lines("newest", vm.newest) + side_lines("recent", vm.recent) +
          side_lines("favourite", vm.favourites) + side_lines("requested", vm.requested);
  for (const std::string& frequent : vm.frequent)
    text += "frequent: " + frequent + "\n";
  for (const app::SuggestionVm& row : vm.suggestions) {
    text += "suggestion: " + marked(row.label, row.marks) + " / " + row.note + "\n";
  }
  text += "years: " + std::to_string(vm.year_first) + " to " + std::to_string(vm.year_last) + "\n";
  for (const std::string& level : vm.area_levels)
    text += "level: " + level + "\n";
  add(text, "search", vm.is_searching ? "waiting" : vm.search_failure);
  return text;
}

std::size_t count_of(const app::CatalogueVm& vm, const std::string& subject) {
  for (const app::SubjectRow& row : vm.subjects) {
    if (row.code == subject) return row.count;
  }
  return 0;
}

}  // namespace

TEST_CASE("the catalogue as a reader finds it") {
  Session session = Session::at_catalogue("?subjek=penduduk");
  session.state.preferences.recent = {"kemiskinan", "withdrawn"};
  session.state.preferences.favourites = {"penduduk"};
  golden::check("app/catalogue", catalogue_lines(session));
}

TEST_CASE("the catalogue in English, searched, with suggestions") {
  Session session = Session::at_catalogue();
  session.send(app::SetLanguage{base::Language::en});
  session.send(app::SearchFor{"district"});
  session.send(app::TypeSearch{"life"});
  session.send(app::Suggest{});
  golden::check("app/catalogue_search_english", catalogue_lines(session));
}

TEST_CASE("each count in the tree is the number of entries that its subject lists") {
  for (const std::string query : {"?", "?wilayah=district", "?tahun=2024-", "?cari=penduduk",
                                  "?cari=kecamatan&wilayah=regency"}) {
    CAPTURE(query);
    const app::CatalogueVm all = catalogue_vm(Session::at_catalogue(query).state);
    CHECK(count_of(all, "") == all.entries_count);
    for (const stats::Subject& subject : support::small_catalogue().subjects) {
      Session session = Session::at_catalogue(query + "&subjek=" + subject.code);
      const app::CatalogueVm vm = catalogue_vm(session.state);
      CHECK(count_of(vm, subject.code) == vm.entries_count);
    }
  }
}

TEST_CASE("no filter hides what the office was asked for and does not have") {
  const app::CatalogueVm vm =
      catalogue_vm(Session::at_catalogue("?wilayah=province&tahun=1900-1901").state);
  REQUIRE(vm.entries.size() == 1);
  CHECK(!vm.entries[0].is_available);
  CHECK(vm.count == "0 tabel, 1 belum tersedia");
}

TEST_CASE("the year filter takes every table whose period touches it") {
  const auto titles = [](const std::string& query) {
    std::string text;
    for (const app::EntryVm& entry : catalogue_vm(Session::at_catalogue(query).state).entries) {
      if (entry.is_available) text += entry.code + " ";
    }
    return text;
  };
  CHECK(titles("?tahun=2021-2022") == "kemiskinan ");
  CHECK(titles("?tahun=2021-2023") == "penduduk kemiskinan ");
  CHECK(titles("?tahun=-2020") == "kemiskinan ");
  CHECK(titles("?tahun=2025-") == "penduduk ");
}

TEST_CASE("the list goes by date, title or relevance") {
  const auto first = [](const std::string& query) {
    return catalogue_vm(Session::at_catalogue(query).state).entries.at(0).code;
  };
  CHECK(first("") == "penduduk");
  CHECK(first("?urut=title") == "harapan-hidup");
  CHECK(first("?cari=miskin") == "kemiskinan");
}

TEST_CASE("a question waits for the search file, and says so where that fails") {
  Session session;
  session.send(app::AddressChanged{"/id/?cari=padi"});
  session.catalogue_arrives();
  CHECK(catalogue_vm(session.state).is_searching);
  session.send(app::SearchIndexArrived{base::fail(base::ErrorCode::unavailable, "", "")});
  const app::CatalogueVm vm = catalogue_vm(session.state);
  CHECK(!vm.is_searching);
  CHECK(vm.search_failure.starts_with("Sambungan terputus"));
}

TEST_CASE("without a catalogue there is nothing to show") {
  CHECK(catalogue_vm(app::State{}).entries.empty());
}

TEST_CASE("what is not available can be asked for, and so can what was searched for") {
  const app::CatalogueVm vm = catalogue_vm(Session::at_catalogue("?cari=harapan%20hidup").state);
  CHECK(vm.request_address == "/id/permintaan/?text=harapan%20hidup");
  CHECK(vm.entries.at(0).request_address == "/id/permintaan/?table=harapan-hidup");
}
