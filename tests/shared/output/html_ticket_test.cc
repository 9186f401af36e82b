#include "output/html_ticket.h"

#include <string>

#include <catch2/catch_test_macros.hpp>

#include "shared/output/sample_site.h"
#include "support/has.h"

namespace {

using support::has;

output::TicketPage talk() {
  output::TicketPage page;
  page.number = "PD-2026-0001";
  page.status = "Diproses";
  page.promised = "Selasa, 24 November 2026";
  page.key = "ab\"cd";
  desk::TimelineEntry asked;
  asked.title = "Permintaan diterima";
  asked.side = desk::TimelineEntry::Side::requester;
  asked.text = "Data <desa>";
  desk::TimelineEntry said = asked;
  said.title = "Pesan kantor";
  said.side = desk::TimelineEntry::Side::office;
  said.text = "Sedang dicari";
  page.timeline = {asked, said};
  page.times = {"09.14", "09.37"};
  return page;
}

std::string html_of(const output::TicketPage& page) {
  return output::ticket_document(output::bare_template, page, output::sample_site()).value();
}

TEST_CASE("a ticket's page tells where it stands and what was said by whom") {
  const std::string html = html_of(talk());
  CHECK(has(html, "<h1>PD-2026-0001</h1>"));
  CHECK(has(html, "<dd>Diproses</dd>"));
  CHECK(has(html, "<p class=\"said\">Data &lt;desa&gt;</p>"));
  CHECK(has(html, "<b>Pesan kantor</b> · 09.37"));
  CHECK(has(html, "<p class=\"said office\">Sedang dicari</p>"));
  CHECK(has(html, "noindex"));
}

TEST_CASE("only what can be done is offered") {
  output::TicketPage page = talk();
  CHECK_FALSE(has(html_of(page), "value=\"message\""));
  CHECK_FALSE(has(html_of(page), "value=\"withdraw\""));
  CHECK(has(html_of(page), "value=\"erase\""));
  page.can_write = page.can_withdraw = true;
  page.written = "belum terkirim";
  CHECK(has(html_of(page), "belum terkirim</textarea>"));
  CHECK(has(html_of(page), "value=\"withdraw\""));
}

TEST_CASE("erasing is asked once more") {
  output::TicketPage page = talk();
  CHECK_FALSE(has(html_of(page), "name=\"confirmed\""));
  page.asks_to_erase = true;
  CHECK(has(html_of(page), "name=\"confirmed\" value=\"yes\""));
}

TEST_CASE("the key of the link goes along with every form") {
  output::TicketPage page = talk();
  page.can_write = page.can_withdraw = true;
  const std::string html = html_of(page);
  std::size_t forms = 0, keys = 0;
  for (std::size_t at = 0; (at = html.find("<form", at)) != std::string::npos; ++at)
    ++forms;
  for (std::size_t at = 0;
       (at = html.find("name=\"key\" value=\"ab&quot;cd\"", at)) != std::string::npos; ++at)
    ++keys;
  CHECK(forms == 3);
  CHECK(keys == forms);
}

}  // namespace
