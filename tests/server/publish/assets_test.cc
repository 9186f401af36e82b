#include "publish/assets.h"

#include <catch2/catch_test_macros.hpp>

#include "publish/hash.h"

namespace {

publish::Assets assets(std::vector<publish::SiteFile> given) {
  auto made = publish::assets_from_files(std::move(given));
  REQUIRE(made);
  return *std::move(made);
}

std::string bytes_at(const publish::Assets& assets, const std::string& address) {
  for (const publish::SiteFile& file : assets.files) {
    if (file.name == address) return file.bytes;
  }
  return "(missing)";
}

}  // namespace

TEST_CASE("a file is named by its content") {
  const publish::Assets made = assets({{"viewer.wasm", "abc"}});
  CHECK(made.address("viewer.wasm") == "assets/viewer.ba7816bf8f01cfea.wasm");
  CHECK(made.address("other").empty());
  CHECK(bytes_at(made, "assets/viewer.ba7816bf8f01cfea.wasm") == "abc");
}

TEST_CASE("scripts and styles name the others by their new names") {
  const publish::Assets made =
      assets({{"boot.js", "import './viewer.js'; load(\"viewer.wasm\"); f('my-viewer.wasm');"},
              {"viewer.js", "x"},
              {"viewer.wasm", "y"},
              {"page.css", "@font-face{src:url(fonts/a.ttf)} b{c:url(\"./fonts/a.ttf?v=1\")}"},
              {"fonts/a.ttf", "z"}});
  const auto name = [&](const char* given) { return made.address(given).substr(7); };
  CHECK(bytes_at(made, made.address("boot.js")) == "import './" + name("viewer.js") + "'; load(\"" +
                                                       name("viewer.wasm") +
                                                       "\"); f('my-viewer.wasm');");
  CHECK(bytes_at(made, made.address("page.css")) == "@font-face{src:url(" + name("fonts/a.ttf") +
                                                        ")} b{c:url(\"./" + name("fonts/a.ttf") +
                                                        "?v=1\")}");
}

TEST_CASE("a change in a named file changes the name of the file that names it") {
  const std::string boot = "import './viewer.js'";
  CHECK(assets({{"boot.js", boot}, {"viewer.js", "1"}}).address("boot.js") !=
        assets({{"boot.js", boot}, {"viewer.js", "2"}}).address("boot.js"));
}

TEST_CASE("files that name each other cannot be named by their content") {
  const auto made = publish::assets_from_files({{"a.js", "'./b.js'"}, {"b.js", "'./a.js'"}});
  REQUIRE_FALSE(made);
  CHECK(made.error().code == base::ErrorCode::invalid);
}

TEST_CASE("a file may name itself") { CHECK(assets({{"a.js", "'./a.js'"}}).files.size() == 1); }
