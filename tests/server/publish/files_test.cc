#include "publish/files.h"

#include <filesystem>

#include <catch2/catch_test_macros.hpp>

#include "support/temporary_folder.h"

using support::TemporaryFolder;

TEST_CASE("what is written is read, and the folders are made") {
  TemporaryFolder folder;
  const std::string bytes("a\0b\n", 4);
  REQUIRE(publish::write_file(folder.path() / "x" / "y" / "file", bytes));
  CHECK(publish::bytes_from_file(folder.path() / "x" / "y" / "file") == bytes);
}

TEST_CASE("a file that is not there is not found, and a folder is no file") {
  TemporaryFolder folder;
  const auto missing = publish::bytes_from_file(folder.path() / "missing");
  REQUIRE_FALSE(missing);
  CHECK(missing.error().code == base::ErrorCode::not_found);
  CHECK(missing.error().detail.find("No such file or directory") == 0);
  CHECK_FALSE(publish::bytes_from_file(folder.path()));
}

TEST_CASE("a file is replaced, and nothing is left beside it") {
  TemporaryFolder folder;
  folder.write("file", "old");
  REQUIRE(publish::replace_file(folder.path() / "file", "new"));
  CHECK(folder.read("file") == "new");
  CHECK(publish::files_below(folder.path()) == std::vector<std::string>{"file"});
}

TEST_CASE("files are listed in order, below folders too, and links are passed over") {
  TemporaryFolder folder;
  folder.write("b", "");
  folder.write("a/c", "");
  std::filesystem::create_symlink("b", folder.path() / "link");
  CHECK(publish::files_below(folder.path()) == std::vector<std::string>{"a/c", "b"});
  CHECK_FALSE(publish::files_below(folder.path() / "missing"));
}
