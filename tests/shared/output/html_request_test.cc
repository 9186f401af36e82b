#include "output/html_request.h"

#include <string>

#include <catch2/catch_test_macros.hpp>

#include "shared/output/sample_site.h"
#include "support/has.h"

namespace {

using support::has;

desk::Classifications sample_classifications() {
  desk::Classifications made;
  made.purpose = {{"Pemanfaatan", "Purpose"},
                  {{"research", {"Penelitian", "Research"}}, {"other", {"Lainnya", "Other"}}}};
  made.institution_category = {{"Kategori instansi", "Kind"}, {{"media", {"Media", "Media"}}}};
  return made;
}

std::string form_of(const output::RequestPage& page) {
  output::Site site = output::sample_site();
  site.has_desk = true;
  return output::request_document(output::bare_template, page, sample_classifications(), site)
      .value();
}

output::RequestPage sent_form() {
  output::RequestPage page;
  page.fields = {{"text", "Jumlah <b>desa</b>"},
                 {"purpose", "research"},
                 {"email", "a@"},
                 {"consent", "yes"},
                 {"key", "k1"},
                 {"category", "tahun=2024"}};
  page.token = "17.ab";
  page.keep_months = 24;
  return page;
}

TEST_CASE("the form keeps what was written, and carries what belongs to the server") {
  const std::string html = form_of(sent_form());
  CHECK(has(html, "Jumlah &lt;b&gt;desa&lt;/b&gt;</textarea>"));
  CHECK(has(html, "<option value=\"research\" selected>Penelitian</option>"));
  CHECK(has(html, "name=\"email\" value=\"a@\" type=\"email\""));
  CHECK(has(html, "value=\"yes\" checked"));
  CHECK(has(html, "<input type=\"hidden\" name=\"token\" value=\"17.ab\">"));
  CHECK(has(html, "<input type=\"hidden\" name=\"key\" value=\"k1\">"));
  CHECK(has(html, "<input type=\"hidden\" name=\"category\" value=\"tahun=2024\">"));
  CHECK(has(html, "24 bulan"));
  CHECK(has(html, "<a href=\"/lumbung/id/permintaan/\" aria-current=\"page\">Permintaan data</a>"));
  CHECK_FALSE(has(html, "id=\"findings\""));
}

TEST_CASE("what is wrong is told above the form and beside its field") {
  output::RequestPage page = sent_form();
  page.findings = {{"email", base::Word::finding_email, {}}};
  const std::string html = form_of(page);
  CHECK(has(html, "<a href=\"#field-email\">"));
  CHECK(has(html, "aria-describedby=\"finding-email\" aria-invalid=\"true\""));
  CHECK(has(html, "id=\"finding-email\">Tulis alamat e-mail lengkap"));
  CHECK(has(html, "|Belum terkirim: Ajukan permintaan data"));
}

TEST_CASE("what may already be there is offered, and hidden where there is nothing") {
  output::RequestPage page;
  CHECK(has(form_of(page), "id=\"offers\" aria-live=\"polite\" hidden>"));
  page.offers = {{"Penduduk", "id/tabel/pop-01/", "2010–2025"}, {"Per desa", "", "tidak tersedia"}};
  const std::string html = form_of(page);
  CHECK(has(html, "<a href=\"/lumbung/id/tabel/pop-01/\">Penduduk</a>"));
  CHECK(has(html, "<b>Per desa</b>"));
}

TEST_CASE("nothing that a requester wrote becomes an element") {
  output::RequestPage page;
  const std::string hostile = "\"><script>alert(1)</script><img src=x onerror=y>";
  for (const char* name : {"text", "name", "email", "phone", "period", "institution", "key",
                           "table", "category", "website"})
    page.fields.emplace_back(name, hostile);
  page.token = page.began_with = page.failure = hostile;
  const std::string html = form_of(page);
  CHECK_FALSE(has(html, "<script>alert"));
  CHECK_FALSE(has(html, "<img"));
}

TEST_CASE("the receipt tells number, dates and the private link") {
  output::ReceiptPage page;
  page.number = "PD-2026-0001";
  page.received = "19 November 2026, 09.14 WIB";
  page.due = "Selasa, 24 November 2026";
  page.why = {"Kamis: diterima"};
  page.text = "Jumlah <desa>";
  page.status_address = "/lumbung/id/tiket/?key=ab&x=1";
  const std::string html =
      output::receipt_document(output::bare_template, page, output::sample_site()).value();
  CHECK(has(html, "<dd>PD-2026-0001</dd>"));
  CHECK(has(html, "<dd>Selasa, 24 November 2026</dd>"));
  CHECK(has(html, "Jumlah &lt;desa&gt;"));
  CHECK(has(html, "href=\"/lumbung/id/tiket/?key=ab&amp;x=1\""));
  CHECK(has(html, "noindex"));
  CHECK_FALSE(has(html, "e-mail"));
  page.has_mail = true;
  CHECK(has(output::receipt_document(output::bare_template, page, output::sample_site()).value(),
            "juga dikirim lewat e-mail"));
}

}  // namespace
