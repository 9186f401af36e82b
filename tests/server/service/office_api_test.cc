#include "service/office_api.h"

#include <catch2/catch_test_macros.hpp>

#include "server/service/account_fixture.h"
#include "server/service/office_fixture.h"
#include "support/has.h"

namespace {

using desk::EventKind;
using http::ApiAnswer;
using http::ApiAsk;
using support::desk_later;
using support::has;

constexpr std::string_view number_field = "PD-2026-0001";

struct Asked : support::OfficeFixture {
  service::Accounts accounts{database, support::cheap_password};
  service::OfficeDoor door{accounts, data};
  service::OfficeApi api{desk, door};
  std::vector<http::ApiRoute> routes = api.routes([] { return desk_later; });
  std::string cookie = "__Host-sid=" + signed_in_token();

  std::string signed_in_token() {
    const std::string code = support::first_account(accounts).at(0);
    return accounts.sign_in({"rina", std::string(support::good_password), code}, "c", desk_later)
        .token;
  }
  ApiAnswer ask_api(const std::string& name, ApiAsk ask) {
    ask.cookies = cookie;
    for (const http::ApiRoute& route : routes)
      if (route.path == "/api/office/" + name) return route.api(ask);
    FAIL("There is no address " + name);
    return {};
  }
  ApiAnswer get(const std::string& name, http::Fields query = {}) {
    ApiAsk ask;
    ask.query = std::move(query);
    return ask_api(name, ask);
  }
  ApiAnswer post(const std::string& name, std::string body, http::Fields query = {}) {
    ApiAsk ask;
    ask.is_change = true;
    ask.query = std::move(query);
    ask.body = std::move(body);
    return ask_api(name, ask);
  }
  wire::OfficeAct notice() const {
    wire::OfficeAct act = an_act(EventKind::notice_sent, 1);
    act.reason = data.classifications.unavailable_reason.choices.at(0).code;
    act.text = "Hanya tingkat kabupaten.";
    return act;
  }
};

/// With one request in the queue.
struct AskedOnce : Asked {
  AskedOnce() { ask(support::desk_monday, "a", "dian@example.org"); }
};

}  // namespace

TEST_CASE("every address of the office's viewer is closed to who has not signed in") {
  AskedOnce office;
  office.cookie = "__Host-sid=0000";
  CHECK(office.routes.size() == 11);
  for (const http::ApiRoute& route : office.routes) {
    const std::string name = route.path.substr(service::office_api_path.size());
    const bool is_read = name == "session" || name == "queue" || name == "ticket" || name == "file";
    const ApiAnswer answer = is_read ? office.get(name) : office.post(name, "{}");
    INFO(name);
    CHECK(answer.status == 401);
    CHECK(wire::office_failure_from_json(answer.body)->code == "signed_out");
  }
}

TEST_CASE("what changes something is not done by opening an address, nor read by sending") {
  AskedOnce office;
  CHECK(office.get("act").status == 405);
  CHECK(office.get("contact", {{"number", std::string(number_field)}}).status == 405);
  CHECK(office.post("queue", "{}").status == 405);
}

TEST_CASE("the session names the officer, what the role may do, and whom to assign to") {
  AskedOnce office;
  const auto session = wire::office_session_from_json(office.get("session").body);
  REQUIRE(session);
  CHECK(session->officer.login == "rina");
  CHECK(session->post.id == office.data.settings.posts[0].id);
  REQUIRE(session->officers.size() == 1);
  CHECK(session->officers[0].name == "Rina");
  CHECK_FALSE(session->actions.empty());
  CHECK(session->classifications.channel.find("phone") != nullptr);
}

TEST_CASE("the queue follows its query, and one ticket comes by its number") {
  AskedOnce office;
  const auto queue = wire::office_queue_from_json(office.get("queue").body);
  REQUIRE(queue);
  CHECK(queue->rows.size() == 1);
  CHECK(wire::office_queue_from_json(office.get("queue", {{"tab", "closed"}}).body)->rows.empty());
  const auto ticket = wire::office_ticket_from_json(
      office.get("ticket", {{"number", std::string(number_field)}}).body);
  REQUIRE(ticket);
  CHECK(ticket->text == "Jumlah penduduk Gelumbang");
  CHECK(office.get("ticket", {{"number", "PD-2026-0009"}}).status == 404);
}

TEST_CASE("the contact comes when it is asked for") {
  AskedOnce office;
  const ApiAnswer answer = office.post("contact", "{}", {{"number", std::string(number_field)}});
  CHECK(wire::office_contact_from_json(answer.body)->requester.email == "dian@example.org");
}

TEST_CASE("an act is previewed, seen as a letter, and done once") {
  AskedOnce office;
  const std::string act = wire::json_from_office_act(office.notice());
  const auto preview = wire::office_preview_from_json(office.post("preview", act).body);
  REQUIRE(preview);
  CHECK(preview->recipient == "dian@example.org");
  CHECK(has(preview->letter, "Hanya tingkat kabupaten."));
  const ApiAnswer letter = office.post("letter", act);
  CHECK(letter.media_type == "application/pdf");
  CHECK(letter.file_name == "PD-2026-0001.pdf");
  CHECK(letter.body.starts_with("%PDF"));
  CHECK(office.mails().size() == 1);

  const auto ticket = wire::office_ticket_from_json(office.post("act", act).body);
  REQUIRE(ticket);
  CHECK(ticket->row.status == desk::TicketStatus::closed);
  CHECK(office.mails().size() == 2);
  CHECK(office.post("act", act).status == 409);
}

TEST_CASE("only a notice has a letter") {
  AskedOnce office;
  const auto question = office.an_act(EventKind::asked_requester, 1);
  CHECK(office.post("letter", wire::json_from_office_act(question)).status == 422);
}

TEST_CASE("what is no document is told with its place") {
  AskedOnce office;
  const ApiAnswer answer = office.post("act", "{\"number\": 7}");
  CHECK(answer.status == 422);
  CHECK(has(wire::office_failure_from_json(answer.body)->message.en, "line 1"));
}

TEST_CASE("a file goes up and comes back as something to be saved") {
  AskedOnce office;
  const std::string number(number_field);
  const ApiAnswer up = office.post("upload", "a;b\n", {{"number", number}, {"name", "tabel.csv"}});
  const auto upload = wire::office_upload_from_json(up.body);
  REQUIRE(upload);
  CHECK(upload->attachment.media_type == "text/csv");
  const ApiAnswer down =
      office.get("file", {{"number", number}, {"sha256", upload->attachment.sha256}});
  CHECK(down.body == "a;b\n");
  CHECK(down.file_name == "tabel.csv");
  CHECK(down.media_type == "application/octet-stream");
  CHECK(office.post("upload", "x", {{"number", number}, {"name", "../x"}}).status == 422);
  CHECK(office.post("upload", std::string(20'971'521, 'x'), {{"number", number}, {"name", "x"}})
            .status == 413);
}

TEST_CASE("a request that came by telephone is written down, or everything wrong is told") {
  AskedOnce office;
  const std::vector<desk::FormField> fields{{"text", "Luas panen kopi 2024"},
                                            {"channel", "phone"},
                                            {"language", "id"},
                                            {"key", std::string(32, 'k')}};
  const ApiAnswer entered = office.post("enter", wire::json_from_form_fields(fields));
  INFO(entered.body);
  const auto ticket = wire::office_ticket_from_json(entered.body);
  REQUIRE(ticket);
  CHECK(ticket->row.channel == "phone");
  const ApiAnswer wrong = office.post("enter", wire::json_from_form_fields({{"text", "x"}}));
  CHECK(wrong.status == 422);
  CHECK_FALSE(wire::office_failure_from_json(wrong.body)->findings.empty());
}

TEST_CASE("a mail that is not there cannot be sent again") {
  AskedOnce office;
  CHECK(office.post("mail", wire::json_from_office_mail_again({99})).status == 404);
}
