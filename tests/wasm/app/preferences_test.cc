#include "app/preferences.h"

#include <catch2/catch_test_macros.hpp>

namespace {

app::Preferences changed_preferences() {
  app::Preferences preferences;
  preferences.theme = app::Theme::dark;
  preferences.density = app::Density::compact;
  preferences.is_panel_folded = true;
  preferences.favourites = {"penduduk", "a\"b"};
  preferences.recent = {"kemiskinan"};
  preferences.save = {app::FileFormat::jsonstat, true, '\t', '.', false, {}, false, false};
  return preferences;
}

}  // namespace

TEST_CASE("preferences come back from their text") {
  CHECK(app::preferences_from_json(app::json_from_preferences(changed_preferences())) ==
        changed_preferences());
  CHECK(app::preferences_from_json(app::json_from_preferences({})) == app::Preferences{});
}

TEST_CASE("preferences that cannot be read are as if never kept") {
  for (const char* text : {"", "{", "[]", "7", R"({"theme": 3, "recent": "x", "save": []})"}) {
    CAPTURE(text);
    CHECK(app::preferences_from_json(text) == app::Preferences{});
  }
}

TEST_CASE("what can be read of preferences is kept, the rest is as if never kept") {
  const app::Preferences preferences = app::preferences_from_json(
      R"({"theme": "dark", "density": "tiny", "favourites": ["a", 1, ""],
          "save": {"separator": "##", "decimal": "."}})");
  CHECK(preferences.theme == app::Theme::dark);
  CHECK(preferences.density == app::Density::comfortable);
  CHECK(preferences.favourites == std::vector<std::string>{"a"});
  CHECK(preferences.save.separator == ';');
  CHECK(preferences.save.decimal == '.');
}

TEST_CASE("a format that the dialog does not offer is as if never kept") {
  for (const std::string format : {"svg", "png", "picture"}) {
    CAPTURE(format);
    CHECK(app::preferences_from_json(R"({"save": {"format": ")" + format + "\"}}").save.format ==
          app::FileFormat::xlsx);
  }
}

TEST_CASE("at most eight recent tables are kept") {
  CHECK(app::preferences_from_json(R"({"recent": ["1","2","3","4","5","6","7","8","9"]})")
            .recent.size() == 8);
}
