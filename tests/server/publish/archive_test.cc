#include "publish/archive.h"

#include <catch2/catch_test_macros.hpp>

#include <archive.h>
#include <archive_entry.h>

namespace {

std::vector<publish::SiteFile> files_in(const std::string& zip) {
  std::vector<publish::SiteFile> files;
  archive* reader = archive_read_new();
  archive_read_support_format_zip(reader);
  REQUIRE(archive_read_open_memory(reader, zip.data(), zip.size()) == ARCHIVE_OK);
  archive_entry* entry = nullptr;
  while (archive_read_next_header(reader, &entry) == ARCHIVE_OK) {
    std::string bytes(static_cast<std::size_t>(archive_entry_size(entry)), '\0');
    REQUIRE(archive_read_data(reader, bytes.data(), bytes.size()) ==
            static_cast<la_ssize_t>(bytes.size()));
    files.push_back({archive_entry_pathname(entry), bytes});
  }
  archive_read_free(reader);
  return files;
}

}  // namespace

TEST_CASE("what goes into an archive comes out of it, in its order") {
  const std::vector<publish::SiteFile> files{{"b/desa.csv", "kode,nilai\n1,2\n"}, {"a.txt", ""}};
  const auto zip = publish::zip_from_files(files, 1'764'000'000);
  REQUIRE(zip);
  CHECK(zip->starts_with("PK"));
  const auto back = files_in(*zip);
  REQUIRE(back.size() == 2);
  CHECK(back[0].name == "b/desa.csv");
  CHECK(back[0].bytes == files[0].bytes);
  CHECK(back[1].name == "a.txt");
  CHECK(zip == publish::zip_from_files(files, 1'764'000'000));
}
