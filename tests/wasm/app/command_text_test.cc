// Commands as text: each tells its name and what it carries.
#include <catch2/catch_test_macros.hpp>

#include "wasm/app/session.h"

TEST_CASE("a command's text is its name and what it holds") {
  using app::text_from_command;
  CHECK(text_from_command(app::OpenTable{"pop-01"}) == "OpenTable pop-01");
  CHECK(text_from_command(app::ToggleCategory{"kecamatan", "1603020"}) ==
        "ToggleCategory kecamatan 1603020");
  CHECK(text_from_command(app::MoveDimension{"jk", app::Zone::heading, 2}) ==
        "MoveDimension jk heading 2");
  CHECK(text_from_command(app::CycleSort{{"2025", "L"}}) == "CycleSort 2025,L");
  CHECK(text_from_command(app::TableArrived{"a", support::bytes_from_text("12345")}) ==
        "TableArrived a 5 bytes");
  CHECK(text_from_command(app::TableArrived{"a", base::fail(base::ErrorCode::unavailable, "")}) ==
        "TableArrived a failed unavailable");
}
