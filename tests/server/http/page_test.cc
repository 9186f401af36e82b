#include "http/page.h"

#include <string>

#include <catch2/catch_test_macros.hpp>

namespace {

using http::Fields;
using http::fields_from_form;

TEST_CASE("a form's fields come decoded and in order, a name as often as it was sent") {
  CHECK(fields_from_form("text=satu+dua%0D%0Atiga&category=tahun%3D2024&category=a&empty=&bare") ==
        Fields{{"text", "satu dua\r\ntiga"},
               {"category", "tahun=2024"},
               {"category", "a"},
               {"empty", ""},
               {"bare", ""}});
  CHECK(fields_from_form("") == Fields{});
  CHECK(fields_from_form("&&a=1&") == Fields{{"a", "1"}});
  CHECK(fields_from_form("a=b=c") == Fields{{"a", "b=c"}});
}

TEST_CASE("a broken escape stays as it stands") {
  CHECK(fields_from_form("a=%zz%4") == Fields{{"a", "%zz%4"}});
}

TEST_CASE("what is not UTF-8, and too many fields, is no form") {
  CHECK_FALSE(fields_from_form("a=%ff"));
  CHECK_FALSE(fields_from_form("%c3=1"));
  std::string many;
  for (std::size_t i = 0; i < http::fields_max; ++i)
    many += "a&";
  CHECK(fields_from_form(many));
  CHECK_FALSE(fields_from_form(many + "a"));
}

}  // namespace
