#include "output/origin.h"

#include <catch2/catch_test_macros.hpp>

namespace {

const output::Origin origin{"penduduk", std::string(64, 'a'), R"({"format": "pdf"})",
                            1'764'000'000};

const std::string pdf = "%PDF-1.3\n1 0 obj\nxref\ntrailer <<>>\nstartxref\n17\n%%EOF\n";
/// An archive without parts.
const std::string zip = "PK\x05\x06" + std::string(18, '\0');

}  // namespace

TEST_CASE("the code of an origin is short, and another one for another time") {
  output::Origin later = origin;
  ++later.created;
  const std::string code = output::origin_code(origin);
  CHECK(code.size() == 9);
  CHECK(code[4] == '-');
  CHECK(code != output::origin_code(later));
}

TEST_CASE("a sealed file tells its origin, and that it is whole") {
  for (const std::string& file : {pdf, zip}) {
    const auto sealed = output::sealed_file(file, origin);
    REQUIRE(sealed);
    const auto seal = output::seal_from_file(*sealed);
    REQUIRE(seal);
    CHECK(seal->origin == origin);
    CHECK(seal->is_whole);
  }
}

TEST_CASE("no text of an origin ends the part of the workbook that it stands in") {
  output::Origin hostile = origin;
  hostile.table = "]]>]]><script>";
  const std::string sealed = *output::sealed_file(zip, hostile);
  CHECK(sealed.find("]]>") == sealed.rfind("]]>"));
  CHECK(sealed.substr(sealed.find("]]>")).starts_with("]]></origin>"));
  CHECK(output::seal_from_file(sealed)->origin == hostile);
}

TEST_CASE("the foot of paper says when, in the time of the office, and the code, as far as known") {
  constexpr std::int64_t made = 1'795'401'600;  // 23 November 2026, 02.40 UTC.
  CHECK(output::origin_line(made, "3F0A-7D21", base::Language::en) ==
        "Made 23 November 2026, 09:40 WIB · Fingerprint 3F0A-7D21 · check it on the site");
  CHECK(output::origin_line(made, "", base::Language::id) == "Dibuat 23 November 2026, 09.40 WIB");
  CHECK(output::origin_line(0, "", base::Language::id).empty());
}

TEST_CASE("any byte that is another breaks the seal") {
  const std::string sealed = *output::sealed_file(pdf, origin);
  for (std::size_t i = 0; i < sealed.size(); ++i) {
    std::string changed = sealed;
    changed[i] = static_cast<char>(changed[i] ^ 1);
    const auto seal = output::seal_from_file(changed);
    CHECK((!seal || !seal->is_whole));
  }
  CHECK_FALSE(output::seal_from_file(sealed + "\n")->is_whole);
}

TEST_CASE("the places by which readers find their way stay where they were") {
  const std::string sealed_pdf = *output::sealed_file(pdf, origin);
  CHECK(sealed_pdf.starts_with(pdf.substr(0, pdf.find("startxref"))));
  CHECK(sealed_pdf.size() - sealed_pdf.rfind("startxref") < 1024);
  const std::string sealed_zip = *output::sealed_file(zip, origin);
  CHECK(sealed_zip.size() - sealed_zip.rfind("PK\x05\x06") < 512);
}

TEST_CASE("what cannot be sealed is refused, and what has no seal says so") {
  CHECK(output::sealed_file("a;b\n", origin).error().code == base::ErrorCode::invalid);
  CHECK(output::seal_from_file(pdf).error().code == base::ErrorCode::not_found);
  CHECK(output::seal_from_file("").error().code == base::ErrorCode::not_found);
  CHECK(output::seal_from_file("%Lumbung-Origin {}\n%sha256 ").error().code ==
        base::ErrorCode::invalid);
}
