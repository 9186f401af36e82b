#include "base/text.h"

#include <catch2/catch_test_macros.hpp>

namespace base {
namespace {

using Parts = std::vector<std::string_view>;

TEST_CASE("splitting keeps empty parts") {
  CHECK(split("a,,b", ',') == Parts{"a", "", "b"});
  CHECK(split("a,", ',') == Parts{"a", ""});
  CHECK(split("", ',') == Parts{""});
}

TEST_CASE("trimming takes white space off both ends, no-break spaces too") {
  CHECK(trimmed(" \t\u00A0Gelumbang \r\n") == "Gelumbang");
  CHECK(trimmed("Muara Enim") == "Muara Enim");
  CHECK(trimmed("\u00A0 ") == "");
  CHECK(trimmed("") == "");
  // The last byte of "à" is that of a no-break space, but is no space of its own.
  CHECK(trimmed("voilà") == "voilà");
}

TEST_CASE("well-formed UTF-8 is told from the rest") {
  CHECK(is_utf8(""));
  CHECK(is_utf8("Rp1.234 − jiwa/km² 𝟏"));
  CHECK_FALSE(is_utf8("\xC0\xAF"));          // An overlong '/'.
  CHECK_FALSE(is_utf8("\xE0\x80\xAF"));      // The same in three bytes.
  CHECK_FALSE(is_utf8("\xED\xA0\x80"));      // A surrogate.
  CHECK_FALSE(is_utf8("\xF4\x90\x80\x80"));  // Beyond U+10FFFF.
  CHECK_FALSE(is_utf8("\xE2\x88"));          // Cut off.
  CHECK_FALSE(is_utf8("\x80"));              // A continuation alone.
  CHECK_FALSE(is_utf8("Jumlah\xE4"));        // Latin-1.
}

TEST_CASE("the five signs of HTML become references") {
  CHECK(html_escaped("<a href=\"x\">Q&A's</a>") ==
        "&lt;a href=&quot;x&quot;&gt;Q&amp;A&#39;s&lt;/a&gt;");
}

TEST_CASE("what no markup can hold is shown to be missing") {
  using namespace std::string_view_literals;
  CHECK(printable("a\0b\x01\x1B[31m\x1F"sv) == "a\uFFFDb\uFFFD\uFFFD[31m\uFFFD");
  CHECK(printable("\uFFFE\uFFFF\uFFFD") == "\uFFFD\uFFFD\uFFFD");
  CHECK(printable("km² \t\r\n\x7F 😀") == "km² \t\r\n\x7F 😀");
  CHECK(html_escaped("<\0>"sv) == "&lt;\uFFFD&gt;");
}

TEST_CASE("everything but unreserved characters is percent-encoded") {
  CHECK(url_encoded("a-Z_0.~") == "a-Z_0.~");
  CHECK(url_encoded("jiwa/km² & +") == "jiwa%2Fkm%C2%B2%20%26%20%2B");
}

TEST_CASE("percent-encoding is undone, and broken escapes stay") {
  CHECK(url_decoded("jiwa%2Fkm%c2%b2", false) == "jiwa/km²");
  CHECK(url_decoded("a+b", true) == "a b");
  CHECK(url_decoded("a+b", false) == "a+b");
  CHECK(url_decoded("%2b", true) == "+");
  CHECK(url_decoded("100%", false) == "100%");
  CHECK(url_decoded("%4", false) == "%4");
  CHECK(url_decoded("%zz", false) == "%zz");
}

TEST_CASE("places in a pattern are filled, others stay") {
  CHECK(filled("{0} dari {1}", {"3", "7"}) == "3 dari 7");
  CHECK(filled("{1} {0} {1}", {"a", "b"}) == "b a b");
  CHECK(filled("{2} {x} {} {", {"a"}) == "{2} {x} {} {");
  CHECK(filled("{0}", {"{0}"}) == "{0}");
  CHECK(filled("{99999999999999999999}", {"a"}) == "{99999999999999999999}");
}

TEST_CASE("the form after a count is that of one only where the count is 1") {
  CHECK(filled("{0} {0|table|tables}", {"1"}) == "1 table");
  CHECK(filled("{0} {0|table|tables}", {"0"}) == "0 tables");
  CHECK(filled("{0} {0|table|tables}", {"1,001"}) == "1,001 tables");
  CHECK(filled("{0} {0|row|rows} × {1} {1|column|columns}", {"1", "21"}) == "1 row × 21 columns");
  CHECK(filled("{0|one} {1|one|many} {0|a|b|c}", {"1"}) == "{0|one} {1|one|many} {0|a|b|c}");
}

}  // namespace
}  // namespace base
