#include "output/html_document.h"

#include <string>

#include <catch2/catch_test_macros.hpp>

#include "shared/output/sample_site.h"
#include "support/has.h"

namespace {

using support::has;

std::string framed(const output::Document& document, const output::Site& site) {
  return output::html_from_document(output::bare_template, document, site).value();
}

TEST_CASE("pages link to the request form only where requests are taken") {
  output::Site site = output::sample_site();
  const output::Document document;
  CHECK_FALSE(has(framed(document, site), "permintaan/"));
  site.has_desk = true;
  CHECK(has(framed(document, site), "<a href=\"/lumbung/id/permintaan/\">Permintaan data</a>"));
}

TEST_CASE("a page that the viewer does not cover starts no viewer") {
  output::Document document;
  CHECK(has(framed(document, output::sample_site()), "boot.2.js"));
  document.has_viewer = false;
  CHECK_FALSE(has(framed(document, output::sample_site()), "boot.2.js"));
  CHECK_FALSE(has(framed(document, output::sample_site()), "data-viewer"));
}

TEST_CASE("a page without an address sends its languages to the catalogue") {
  CHECK(has(framed({}, output::sample_site()), "<a href=\"/lumbung/en/\" hreflang=\"en\""));
}

}  // namespace
