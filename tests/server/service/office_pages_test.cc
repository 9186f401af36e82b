#include "service/office_pages.h"

#include <catch2/catch_test_macros.hpp>

#include "server/service/account_fixture.h"
#include "server/service/office_fixture.h"
#include "support/has.h"

namespace {

using base::Language;
using http::PageAnswer;
using http::PageAsk;
using support::desk_later;
using support::has;

struct Inside : support::OfficeFixture {
  service::Accounts accounts{database, support::cheap_password};
  service::OfficeDoor door{accounts, data};
  service::OfficePages pages{database, desk, door, data};
  std::string cookie = "__Host-sid=" + signed_in_token();

  std::string signed_in_token() {
    const std::string code = support::first_account(accounts).at(0);
    return accounts.sign_in({"rina", std::string(support::good_password), code}, "c", desk_later)
        .token;
  }
  PageAnswer queue(http::Fields query = {}) {
    PageAsk ask;
    ask.cookies = cookie;
    ask.query = std::move(query);
    return pages.queue(Language::id, ask, desk_later);
  }
  PageAnswer reports(http::Fields query = {}) {
    PageAsk ask;
    ask.cookies = cookie;
    ask.query = std::move(query);
    return pages.reports(Language::id, ask, desk_later);
  }
  PageAnswer sent(http::Fields form, bool is_own_page = true) {
    PageAsk ask;
    ask.cookies = cookie;
    ask.is_form = true;
    ask.is_own_page = is_own_page;
    ask.form = std::move(form);
    ask.form.emplace_back("number", "PD-2026-0001");
    return pages.ticket(Language::id, ask, desk_later);
  }
  http::Fields notice(const std::string& wish, const std::string& events_count = "1") {
    return {{"do", wish},
            {"kind", "notice_sent"},
            {"events_count", events_count},
            {"reason", data.classifications.unavailable_reason.choices.at(0).code},
            {"text", "Hanya tingkat kabupaten."}};
  }
};

}  // namespace

TEST_CASE("nothing of the office is shown to who has not signed in") {
  Inside office;
  office.ask(support::desk_monday, "a", "dian@example.org");
  CHECK(has(office.queue().html, "PD-2026-0001"));
  office.cookie = "__Host-sid=0000";
  CHECK(office.queue({{"tab", "mine"}}).location ==
        "/id/petugas/masuk/?next=%2Fid%2Fpetugas%2F%3Ftab%3Dmine");
  const PageAnswer ticket = office.sent(office.notice("act"));
  CHECK(ticket.status == 303);
  CHECK(ticket.location == "/id/petugas/masuk/?next=%2Fid%2Fpetugas%2Ftiket%2F");
  CHECK(office.mails().size() == 1);
}

TEST_CASE("a form of a foreign page does nothing") {
  Inside office;
  office.ask(support::desk_monday, "a", "dian@example.org");
  CHECK(office.sent(office.notice("act"), false).status == 403);
  CHECK(office.mails().size() == 1);
}

TEST_CASE("a notice is previewed, then sent, and the ticket's page comes back") {
  Inside office;
  office.ask(support::desk_monday, "a", "dian@example.org");
  const PageAnswer preview = office.sent(office.notice("preview"));
  CHECK(preview.status == 200);
  CHECK(has(preview.html, "<dd>dian@example.org</dd>"));
  CHECK(has(preview.html, "Hanya tingkat kabupaten.</textarea>"));
  CHECK(office.mails().size() == 1);

  const PageAnswer done = office.sent(office.notice("act"));
  INFO(done.html);
  CHECK(done.status == 303);
  CHECK(done.location == "/id/petugas/tiket/?number=PD-2026-0001");
  CHECK(office.mails().size() == 2);
}

TEST_CASE("who was slower is told, and loses no word") {
  Inside office;
  office.ask(support::desk_monday, "a", "dian@example.org");
  const PageAnswer late = office.sent(office.notice("act", "0"));
  CHECK(late.status == 409);
  CHECK(has(late.html, "role=\"alert\""));
  CHECK(has(late.html, "Hanya tingkat kabupaten.</textarea>"));
  CHECK(office.mails().size() == 1);
}

TEST_CASE("the contact is shown when it is asked for") {
  Inside office;
  office.ask(support::desk_monday, "a", "dian@example.org");
  CHECK(has(office.sent({{"do", "contact"}}).html, "dian@example.org"));
}

TEST_CASE("a form's fields become an act, and what is none is left out") {
  const wire::OfficeAct act = service::act_from_fields({{"number", "PD-1"},
                                                        {"events_count", "7x"},
                                                        {"kind", "data_sent"},
                                                        {"table", "penduduk"},

                                                        {"officer", "me"}},
                                                       "rina");
  CHECK(act.events_count == 0);
  CHECK(act.kind == desk::EventKind::data_sent);
  CHECK(act.outcome == desk::Outcome::answered);
  REQUIRE(act.views.size() == 1);
  CHECK(act.views[0].table == "penduduk");
  CHECK(act.officer == "rina");
}

TEST_CASE("a report is read on its page, and its files are those of the page's own time") {
  Inside office;
  REQUIRE(service::read_report_definitions(
      office.data, std::string(LUMBUNG_SOURCE_FOLDER) + "/data/office/reports"));
  office.ask(support::desk_monday, "a", "dian@example.org");
  const PageAnswer page = office.reports();
  CHECK(page.status == 200);
  CHECK(has(page.html, "/id/petugas/tiket/?number=PD-2026-0001"));
  CHECK(has(page.html, "as_of=2026-11-23T01%3A01%3A00Z&amp;file=pdf"));
  const http::Fields wish = {
      {"number", "16-2"}, {"period", "2026-Q4"}, {"as_of", "2026-11-23T01:01:00Z"}};
  http::Fields file = wish;
  file.emplace_back("file", "pdf");
  const PageAnswer pdf = office.reports(file);
  CHECK(pdf.media_type == "application/pdf");
  CHECK(pdf.html.starts_with("%PDF"));
  CHECK(pdf.html == office.reports(file).html);
  CHECK(office.reports({{"period", "soon"}}).status == 422);
}

TEST_CASE("reports are shown to nobody who has not signed in") {
  Inside office;
  office.cookie = "__Host-sid=0000";
  CHECK(office.reports().status == 303);
}
