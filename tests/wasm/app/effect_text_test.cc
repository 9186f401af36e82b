// Effects as text: each tells its name and what it carries.
#include "app/effect.h"

#include <catch2/catch_test_macros.hpp>

TEST_CASE("an effect's text is its name and what it holds") {
  CHECK(text_from_effect(app::FetchTable{"pop-01", "data/ab.json"}) ==
        "FetchTable pop-01 data/ab.json");
  CHECK(text_from_effect(app::SetAddress{"/id/", "Katalog", true}) == "PushAddress /id/ (Katalog)");
}
