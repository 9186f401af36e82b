// The catalogue without the viewer, entry by entry.
#include <catch2/catch_test_macros.hpp>

#include "output/html.h"
#include "shared/output/sample_site.h"
#include "support/has.h"

namespace output {
namespace {

using base::Language;
using support::has;

TEST_CASE("an entry has its title as a link, what there is to know, and its dimensions") {
  CHECK(has(html_from_catalogue(sample_catalogue(), sample_site(), Language::id),
            "<li class=\"entry\"><h4><a href=\"/lumbung/id/tabel/pop-01/\">Jumlah penduduk menurut "
            "kecamatan</a></h4><p class=\"meta\"><span>Periode <b>2010–2025</b></span> "
            "<span>Satuan <b>jiwa</b></span> <span>Diperbarui <b>3 Nov 2026</b></span> "
            "<span>Ada angka sementara</span></p>"
            "<p class=\"meta\">Kecamatan (22) × Tahun (16)</p></li>"));
}

TEST_CASE("an entry says nothing of what is not known") {
  stats::Catalogue catalogue = sample_catalogue();
  stats::TableCard& card = catalogue.tables[0];
  card.period_first.clear();
  card.period_last.clear();
  card.unit = {};
  card.updated = {};
  card.has_provisional = false;
  card.dimensions.clear();
  CHECK(has(html_from_catalogue(catalogue, sample_site(), Language::id),
            "kecamatan</a></h4><p class=\"meta\"></p></li>"));
}

TEST_CASE("a single period is told once") {
  stats::Catalogue catalogue = sample_catalogue();
  catalogue.tables[0].period_first = "2025";
  CHECK(has(html_from_catalogue(catalogue, sample_site(), Language::id), "Periode <b>2025</b>"));
}

TEST_CASE("data not available say why and what comes nearest") {
  CHECK(has(html_from_catalogue(sample_catalogue(), sample_site(), Language::en),
            "<li class=\"entry missing\"><h4>Life expectancy by district "
            "<span class=\"tag\">Not yet available</span></h4>"
            "<p class=\"meta\">Computed for the regency only.</p>"
            "<p class=\"meta\">Nearest substitute: "
            "<a href=\"/lumbung/en/table/pop-01/\">Population by district</a></p></li>"));
}

TEST_CASE("subjects without an entry are left out, counts are those of the tables below") {
  const std::string html = html_from_catalogue(sample_catalogue(), sample_site(), Language::id);
  CHECK(has(html, "<li><a href=\"#subject-sosial\">Sosial</a><span>1</span></li>"));
  CHECK(has(html, "<li class=\"below\"><a href=\"#subject-penduduk\">Kependudukan</a>"));
  CHECK_FALSE(has(html, "Tanpa tabel"));
}

TEST_CASE("the newest tables stand apart, newest first") {
  stats::Catalogue catalogue = sample_catalogue();
  catalogue.tables.push_back(catalogue.tables[0]);
  catalogue.tables[1].code = "newer";
  catalogue.tables[1].updated = {2026, 11, 4};
  const std::string html = html_from_catalogue(catalogue, sample_site(), Language::id);
  const std::string newest = html.substr(html.find("<aside"));
  CHECK(newest.find("/tabel/newer/") < newest.find("/tabel/pop-01/"));
}

TEST_CASE("an entry of a subject that the catalogue does not know is shown all the same") {
  stats::Catalogue strayed = sample_catalogue();
  strayed.tables[0].subject = "nowhere";
  const std::string html = html_from_catalogue(strayed, sample_site(), Language::en);
  CHECK(html.find("<section><h2>Other</h2>") != std::string::npos);
  CHECK(html.find("Population by district") != std::string::npos);
}

TEST_CASE("a substitute that does not exist is not linked") {
  stats::Catalogue made = sample_catalogue();
  made.not_available[0].substitute = "gone";
  CHECK(html_from_catalogue(made, sample_site(), Language::id).find("Pengganti") ==
        std::string::npos);
}

TEST_CASE("an empty catalogue is still a page") {
  const std::string html = html_from_catalogue({}, sample_site(), Language::id);
  CHECK(has(html, "0 tabel resmi"));
  CHECK_FALSE(has(html, "<section"));
}

}  // namespace
}  // namespace output
