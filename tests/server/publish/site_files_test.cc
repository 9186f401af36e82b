#include "publish/site_files.h"

#include <random>

#include <catch2/catch_test_macros.hpp>

#include "publish/compress.h"
#include "publish/files.h"
#include "support/temporary_folder.h"

using publish::SiteFile;
using support::TemporaryFolder;

namespace {

const SiteFile site_mark{"site.json", "{}"};
const std::string text(1000, 'x');

std::vector<std::string> file_names(const std::filesystem::path& folder) {
  return publish::files_below(folder).value_or(std::vector<std::string>{"(no folder)"});
}

}  // namespace

TEST_CASE("a site is written with compressed twins where they are smaller") {
  TemporaryFolder folder;
  const auto out = folder.path() / "site";
  REQUIRE(publish::write_site({site_mark, {"a/b.html", text}, {"c.png", text}}, out));
  CHECK(file_names(out) ==
        std::vector<std::string>{"a/b.html", "a/b.html.br", "a/b.html.gz", "c.png", "site.json"});
  CHECK(publish::bytes_from_brotli(folder.read("site/a/b.html.br"), text.size()) == text);
  CHECK(publish::bytes_from_gzip(folder.read("site/a/b.html.gz"), text.size()) == text);
}

TEST_CASE("a large file has no twin that is hardly smaller and much slower to undo") {
  // Seven random bits in each byte: every coding saves the eighth, and none does better.
  std::string cells(1536 * 1024, '\0');
  std::minstd_rand random(1);
  for (char& c : cells)
    c = static_cast<char>(random() >> 12 & 0x7F);
  TemporaryFolder folder;
  REQUIRE(publish::write_site({site_mark, {"a.cells", cells}}, folder.path() / "site"));
  CHECK(file_names(folder.path() / "site") ==
        std::vector<std::string>{"a.cells", "a.cells.gz", "site.json"});
}

TEST_CASE("the new site replaces the old one whole and leaves nothing beside it") {
  TemporaryFolder folder;
  const auto out = folder.path() / "site";
  REQUIRE(publish::write_site({site_mark, {"old.txt", "x"}}, out));
  REQUIRE(publish::write_site({site_mark, {"new.txt", "x"}}, out));
  CHECK(file_names(folder.path()) == std::vector<std::string>{"site/new.txt", "site/site.json"});
}

TEST_CASE("what a killed run has left behind is cleared away") {
  TemporaryFolder folder;
  folder.write("site.new/half.txt", "x");
  REQUIRE(publish::write_site({site_mark}, folder.path() / "site"));
  CHECK(file_names(folder.path()) == std::vector<std::string>{"site/site.json"});
}

TEST_CASE("a folder that holds something else is left as it is") {
  TemporaryFolder folder;
  folder.write("home/diary.txt", "x");
  const auto result = publish::write_site({site_mark}, folder.path() / "home");
  REQUIRE_FALSE(result);
  CHECK(result.error().code == base::ErrorCode::conflict);
  CHECK(file_names(folder.path()) == std::vector<std::string>{"home/diary.txt"});
}

TEST_CASE("an empty folder is taken") {
  TemporaryFolder folder;
  std::filesystem::create_directory(folder.path() / "site");
  REQUIRE(publish::write_site({site_mark}, folder.path() / "site"));
  CHECK(file_names(folder.path() / "site") == std::vector<std::string>{"site.json"});
}

TEST_CASE("a twin of the last site is taken over only where it holds the same bytes") {
  TemporaryFolder folder;
  const auto out = folder.path() / "site";
  REQUIRE(publish::write_site({site_mark, {"a.html", text}}, out));
  const std::string whole = folder.read("site/a.html.br");
  folder.write("site/a.html.br", "damaged");
  REQUIRE(publish::write_site({site_mark, {"a.html", text}}, out));
  CHECK(folder.read("site/a.html.br") == whole);
}

TEST_CASE("where a file cannot be written the old site stays") {
  TemporaryFolder folder;
  const auto out = folder.path() / "site";
  REQUIRE(publish::write_site({site_mark, {"old.txt", "x"}}, out));
  // A file cannot be a folder at the same time.
  CHECK_FALSE(publish::write_site({site_mark, {"a", "x"}, {"a/b", "x"}}, out));
  CHECK(file_names(folder.path()) == std::vector<std::string>{"site/old.txt", "site/site.json"});
}
