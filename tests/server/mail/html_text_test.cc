#include "mail/html_text.h"

#include <string>

#include <catch2/catch_test_macros.hpp>

namespace {

using mail::text_from_html;

TEST_CASE("white space counts once, and blocks begin lines") {
  CHECK(text_from_html("<p>satu\n   dua</p><div>tiga<br>empat</div>lima") ==
        "satu dua\ntiga\nempat\nlima");
  CHECK(text_from_html("<table><tr><td>a</td><td>b</td></tr><tr><td>c</td></tr></table>") ==
        "a b\nc");
}

TEST_CASE("references become letters, in any language") {
  CHECK(text_from_html("<p>PDRB &amp; IPM &lt; 5 &#8211; caf&eacute; – 数</p>") ==
        "PDRB & IPM < 5 – café – 数");
}

TEST_CASE("what nobody reads is left out") {
  CHECK(text_from_html("<style>p{}</style><script>x()</script><!-- y --><img src=z alt=w>teks") ==
        "teks");
  CHECK(text_from_html("").empty());
  CHECK(text_from_html("polos saja") == "polos saja");
}

TEST_CASE("broken and endless HTML is read as far as it goes") {
  CHECK(text_from_html("<p>a<b>b</p></i>c") == "ab\nc");
  std::string deep;
  for (int i = 0; i < 100'000; ++i)
    deep += "<div>";
  CHECK(text_from_html("awal" + deep + "akhir").starts_with("awal"));
}

}  // namespace
