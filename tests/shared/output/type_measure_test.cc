#include "output/type_measure.h"

#include <catch2/catch_test_macros.hpp>
#include <cmath>
#include <fstream>
#include <iterator>
#include <string>

namespace output {
namespace {

using stats::Weight;

std::string font(const std::string& name) {
  std::ifstream stream(LUMBUNG_FONT_FOLDER "/" + name, std::ios::binary);
  return {std::istreambuf_iterator<char>(stream), {}};
}

TEST_CASE("the ten digits set in body are 97.2 pixels wide, in both weights") {
  const auto measure =
      measure_from_fonts(font("LumbungSans-Regular.ttf"), font("LumbungSans-SemiBold.ttf"));
  REQUIRE(measure);
  CHECK(std::abs((*measure)("0123456789", Weight::regular, 15) - 97.2f) < 0.1f);
  CHECK(std::abs((*measure)("0123456789", Weight::semibold, 15) - 97.2f) < 0.1f);
  CHECK((*measure)("Muara Enim", Weight::semibold, 15) >
        (*measure)("Muara Enim", Weight::regular, 15));
}

TEST_CASE("characters of several bytes count once, unknown ones as the empty box") {
  const auto measure =
      measure_from_fonts(font("LumbungSans-Regular.ttf"), font("LumbungSans-SemiBold.ttf"));
  REQUIRE(measure);
  const float dash = (*measure)("–", Weight::regular, 10);
  CHECK(std::abs((*measure)("––", Weight::regular, 10) - 2 * dash) < 0.01f);
  CHECK((*measure)("漢", Weight::regular, 10) == (*measure)("字", Weight::regular, 10));
  CHECK((*measure)("漢", Weight::regular, 10) > 0);
  CHECK((*measure)("", Weight::regular, 10) == 0);
}

TEST_CASE("bytes that are no font are refused, at whatever place they end") {
  const std::string whole = font("LumbungSans-Regular.ttf");
  for (const std::size_t size : {std::size_t{0}, std::size_t{11}, std::size_t{200}})
    CHECK_FALSE(measure_from_fonts(whole.substr(0, size), whole));
  CHECK_FALSE(measure_from_fonts(whole, "no font"));
}

}  // namespace
}  // namespace output
