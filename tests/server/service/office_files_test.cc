#include "service/office_files.h"

#include <catch2/catch_test_macros.hpp>

#include "formats/jsonstat.h"
#include "server/service/desk_fixture.h"
#include "support/table_builder.h"

namespace {

struct Published : support::DeskFixture {
  support::TemporaryFolder folder;

  Published() {
    const stats::Table table = support::table("penduduk")
                                   .title("Jumlah penduduk", "Population")
                                   .time("tahun", {"2024", "2025"})
                                   .measure("jumlah", "jiwa", 0, stats::Additivity::stock)
                                   .cells({10, 12})
                                   .make();
    folder.write("data/p.json", formats::jsonstat_from_table(table));
    data.catalogue.tables[0].address = "data/p.json";
    data.site_folder = folder.path();
  }
};

}  // namespace

TEST_CASE("a published table is sent as workbook and as CSV") {
  const Published office;
  const auto files = service::files_of_view(
      {"penduduk", "", {wire::ViewFile::xlsx, wire::ViewFile::csv}}, office.data);
  REQUIRE(files);
  REQUIRE(files->size() == 2);
  CHECK(files->at(0).name == "penduduk.xlsx");
  CHECK(files->at(0).bytes.starts_with("PK"));
  CHECK(files->at(1).name == "penduduk.csv");
  CHECK(files->at(1).bytes.find("2025") != std::string::npos);
}

TEST_CASE("what the server cannot make is refused in words") {
  const Published office;
  const auto refusal = [&](const wire::ViewToSend& view) {
    return service::files_of_view(view, office.data).error().code;
  };
  CHECK(refusal({"harga", "", {wire::ViewFile::csv}}) == base::ErrorCode::not_found);
  CHECK(refusal({"penduduk", "baris=tahun", {wire::ViewFile::csv}}) == base::ErrorCode::invalid);
  CHECK(refusal({"penduduk", "", {wire::ViewFile::pdf}}) == base::ErrorCode::invalid);
}
