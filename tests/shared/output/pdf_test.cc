#include "output/pdf.h"

#include <algorithm>

#include <catch2/catch_test_macros.hpp>

#include "shared/output/sample_pdf.h"

namespace output {
namespace {

std::size_t count_of(std::string_view bytes, std::string_view part) {
  std::size_t count = 0;
  std::size_t at = bytes.find(part);
  for (; at != std::string_view::npos; at = bytes.find(part, at + 1))
    ++count;
  return count;
}

TEST_CASE("the same page and facts give the same bytes, another time gives others") {
  PdfFacts facts = sample_pdf_facts();
  const auto first = pdf_from_page(sample_page(), facts);
  const auto second = pdf_from_page(sample_page(), facts);
  REQUIRE(first);
  CHECK(*first == *second);
  facts.created += 60;
  CHECK(*pdf_from_page(sample_page(), facts) != *first);
}

TEST_CASE("a file without a time has no date") {
  PdfFacts facts = sample_pdf_facts();
  CHECK(pdf_from_page(sample_page(), facts)->find("/CreationDate") != std::string::npos);
  facts.created = 0;
  CHECK(pdf_from_page(sample_page(), facts)->find("/CreationDate") == std::string::npos);
}

TEST_CASE("progress is told sheet by sheet up to the whole") {
  std::vector<double> shares;
  const auto file =
      pdf_from_page(sample_wide_page(200, 2, "1"), sample_pdf_facts(), [&](double share) {
        shares.push_back(share);
        return true;
      });
  REQUIRE(file);
  CHECK(shares.size() == count_of(*file, "/Type /Page\n"));
  CHECK(std::is_sorted(shares.begin(), shares.end()));
  CHECK(shares.back() == 1);
}

TEST_CASE("a stopped file is none") {
  int asked = 0;
  const auto file = pdf_from_page(sample_wide_page(200, 2, "1"), sample_pdf_facts(),
                                  [&](double) { return ++asked < 2; });
  REQUIRE_FALSE(file);
  CHECK(file.error().code == base::ErrorCode::cancelled);
  CHECK(asked == 2);
}

TEST_CASE("a long file has bookmarks, a short one none") {
  const auto lengthy = pdf_from_page(sample_wide_page(400, 2, "1"), sample_pdf_facts());
  REQUIRE(lengthy);
  CHECK(count_of(*lengthy, "/Dest") == count_of(*lengthy, "/Type /Page\n"));
  const auto brief = pdf_from_page(sample_page(), sample_pdf_facts());
  CHECK(count_of(*brief, "/Dest") == 0);
}

TEST_CASE("without fonts there is no file") {
  const auto file = pdf_from_page(sample_page(), {});
  REQUIRE_FALSE(file);
  CHECK(file.error().code == base::ErrorCode::invalid);
}

}  // namespace
}  // namespace output
