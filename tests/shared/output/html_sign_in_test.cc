#include "output/html_sign_in.h"

#include <catch2/catch_test_macros.hpp>

#include "shared/output/sample_site.h"
#include "support/has.h"

using support::has;

TEST_CASE("the door has real fields that password managers know, and no script") {
  output::SignInPage page;
  page.login = "rina\"";
  page.next = "/id/petugas/?tab=mine";
  const std::string html =
      output::sign_in_document(output::bare_template, page, output::sample_site()).value();
  CHECK(has(html, "type=\"password\" autocomplete=\"current-password\""));
  CHECK(has(html, "autocomplete=\"username\""));
  CHECK(has(html, "autocomplete=\"one-time-code\""));
  CHECK(has(html, "value=\"rina&quot;\""));
  CHECK(has(html, "name=\"next\" value=\"/id/petugas/?tab=mine\""));
  CHECK_FALSE(has(html, "<script"));
  CHECK_FALSE(has(html, "role=\"alert\""));
  page.failure = "Keliru <b>";
  CHECK(has(output::sign_in_document(output::bare_template, page, output::sample_site()).value(),
            "role=\"alert\">Keliru &lt;b&gt;</p>"));
}

TEST_CASE("setting up asks for a name where there is no account yet, and tells what is wrong") {
  output::SetUpPage page;
  page.secret = "ABC234";
  page.findings = {{"password", "Terlalu pendek"}, {"token", "Tautan sudah dipakai"}};
  const auto html = [&] {
    return output::set_up_document(output::bare_template, page, output::sample_site()).value();
  };
  CHECK_FALSE(has(html(), "name=\"login\""));
  CHECK(has(html(), "<p class=\"finding\">Terlalu pendek</p>"));
  CHECK(has(html(), "role=\"alert\">Tautan sudah dipakai</p>"));
  CHECK(has(html(), "<code>ABC234</code>"));
  page.is_first = true;
  CHECK(has(html(), "name=\"login\""));
}

TEST_CASE("the recovery codes are shown with the way to sign in") {
  const std::string html = output::set_up_done_document(output::bare_template, {"aa", "bb"},
                                                        base::Language::en, output::sample_site())
                               .value();
  CHECK(has(html, "<code>aa</code>"));
  CHECK(has(html, "<code>bb</code>"));
  CHECK(has(html, "/en/office/sign-in/"));
}
