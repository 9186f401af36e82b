// What is written is HTML, whatever the texts say.
#include "output/markup.h"

#include <catch2/catch_test_macros.hpp>

namespace output {
namespace {

TEST_CASE("texts and attribute values are escaped") {
  Markup html;
  html.element("a", "<b>&", {{"title", "\"'<"}});
  CHECK(html.take() == "<a title=\"&quot;&#39;&lt;\">&lt;b&gt;&amp;</a>");
}

TEST_CASE("an attribute without a value stands bare, one without a name is left out") {
  Markup html;
  html.open("button", {{"hidden", ""}, {"", "unseen"}, {"id", "go"}});
  CHECK(html.take() == "<button hidden id=\"go\">");
}

TEST_CASE("an element holds what is written between its ends") {
  Markup html;
  html.open("p");
  html.text("1 < 2");
  html.html("<br>");
  html.close("p");
  html.line();
  CHECK(html.take() == "<p>1 &lt; 2<br></p>\n");
}

}  // namespace
}  // namespace output
