// The page of one ticket.
#include <catch2/catch_test_macros.hpp>

#include "output/html_office.h"
#include "shared/output/sample_office.h"
#include "shared/output/sample_site.h"
#include "support/has.h"

namespace {

using desk::EventKind;
using support::has;

output::OfficeTicketPage office_talk() {
  output::OfficeTicketPage page;
  page.ticket.row = output::office_row();
  page.ticket.text = "Mohon <data>";
  page.ticket.facts.channel = "web_form";
  page.ticket.steps = {{desk::SopStep::search, {"Cari data", "Search"}, false, true}};
  page.ticket.offers = {{"kopi", {"Produksi kopi", "Coffee"}, true, ""},
                        {"desa", {"Kopi per desa", "By village"}, false, "level"}};
  page.ticket.possible = {EventKind::assigned, EventKind::notice_sent, EventKind::data_sent};
  return page;
}

std::string ticket_html(const output::OfficeTicketPage& page) {
  return output::office_ticket_document(output::bare_template, output::office_frame(), page,
                                        output::sample_site())
      .value();
}

}  // namespace

TEST_CASE("the office sees what is wanted, and who asks only once that was asked for") {
  output::OfficeTicketPage page = office_talk();
  const std::string html = ticket_html(page);
  CHECK(has(html, "<p class=\"said\">Mohon &lt;data&gt;</p>"));
  CHECK(has(html, "aria-current=\"step\">Cari data</li>"));
  CHECK(has(html, "Kamis: hari ke-3"));
  CHECK(has(html, "value=\"contact\">Tampilkan kontak</button>"));
  page.contact = desk::Requester{"Dian", "", "dian@example.org", ""};
  CHECK(has(ticket_html(page), "<dd>dian@example.org</dd>"));
  CHECK_FALSE(has(ticket_html(page), "value=\"contact\""));
}

TEST_CASE("only what can happen is offered, with the events that were seen") {
  const std::string html = ticket_html(office_talk());
  CHECK(has(html, "name=\"kind\" value=\"notice_sent\""));
  CHECK(has(html, "name=\"kind\" value=\"data_sent\""));
  CHECK_FALSE(has(html, "name=\"kind\" value=\"redirected\""));
  CHECK(has(html, "name=\"events_count\" value=\"4\""));
  CHECK(has(html, "<option value=\"kopi\">Produksi kopi</option>"));
  CHECK_FALSE(has(html, "<option value=\"desa\""));
}

TEST_CASE("what was written and not sent is still there, beside the reason and the preview") {
  output::OfficeTicketPage page = office_talk();
  page.has_draft = true;
  page.draft.kind = EventKind::notice_sent;
  page.draft.text = "Hanya tingkat kabupaten.";
  page.failure = "Petugas lain lebih dulu.";
  page.preview = wire::OfficePreview{"dian@example.org", "Jawaban", "Yth. <Dian>", {}, "Nomor:"};
  const std::string html = ticket_html(page);
  CHECK(has(html, "role=\"alert\">Petugas lain lebih dulu.</p>"));
  CHECK(has(html, "Hanya tingkat kabupaten.</textarea>"));
  CHECK(has(html, "<pre>Yth. &lt;Dian&gt;</pre>"));
  CHECK(has(html, "<pre>Nomor:</pre>"));
}

TEST_CASE("a mail that failed can be sent again") {
  output::OfficeTicketPage page = office_talk();
  page.ticket.mails = {{7, "receipt", "dead", {0}, "550 no such user"},
                       {8, "data", "handed_over", {0}, ""}};
  const std::string html = ticket_html(page);
  CHECK(has(html, "550 no such user"));
  CHECK(has(html, "name=\"mail\" value=\"7\""));
  CHECK_FALSE(has(html, "name=\"mail\" value=\"8\""));
}
