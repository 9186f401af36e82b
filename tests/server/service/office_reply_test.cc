// What the requester gets to read.
#include "service/office_reply.h"

#include <catch2/catch_test_macros.hpp>

#include "server/service/office_fixture.h"

namespace service {
namespace {

using desk::EventKind;
using desk::TemplateKind;

std::optional<TemplateKind> mail_of(EventKind kind, std::optional<desk::Outcome> outcome) {
  wire::OfficeAct act;
  act.kind = kind;
  act.outcome = outcome;
  return mail_of_act(act);
}

TEST_CASE("what the requester has to know goes out as a mail, and nothing else") {
  CHECK(mail_of(EventKind::asked_requester, {}) == TemplateKind::question);
  CHECK(mail_of(EventKind::message_written, {}) == TemplateKind::message);
  CHECK(mail_of(EventKind::notice_sent, {}) == TemplateKind::not_available);
  CHECK(mail_of(EventKind::data_sent, {}) == TemplateKind::data);
  CHECK(mail_of(EventKind::data_sent, desk::Outcome::partly_answered) == TemplateKind::partly);
  CHECK(mail_of(EventKind::redirected, {}) == TemplateKind::redirected);
  CHECK(mail_of(EventKind::closed, desk::Outcome::on_website) == TemplateKind::on_website);
  CHECK(mail_of(EventKind::closed, desk::Outcome::refused) == TemplateKind::refused);
  CHECK_FALSE(mail_of(EventKind::closed, desk::Outcome::not_a_request));
  CHECK_FALSE(mail_of(EventKind::note_written, {}));
  CHECK_FALSE(mail_of(EventKind::assigned, {}));
  CHECK_FALSE(mail_of(EventKind::erased, {}));
}

TEST_CASE("every mail of an act and the letter can be filled in both languages") {
  const DeskData data = support::desk_data();
  Record record;
  record.stored.number = "PD-2026-0001";
  record.events.emplace_back().text = "Jumlah {{name}}";
  record.requester.name = "Dian";
  record.ticket.opened_at = support::desk_monday;
  wire::OfficeAct act;
  act.text = "Isi surat.";
  for (const base::Language language : {base::Language::id, base::Language::en}) {
    record.ticket.facts.language = language;
    const Reply reply{data, record, act, support::sari, support::desk_later, "B-7"};
    for (const TemplateKind kind :
         {TemplateKind::question, TemplateKind::message, TemplateKind::not_available,
          TemplateKind::notice_letter, TemplateKind::data, TemplateKind::partly,
          TemplateKind::redirected, TemplateKind::on_website, TemplateKind::refused}) {
      CAPTURE(desk::text_from_template_kind(kind));
      const auto letter = letter_of_reply(reply, kind);
      REQUIRE(letter);
      CHECK(letter->subject.find("PD-2026-0001") != std::string::npos);
      CHECK(letter->body.find("Isi surat.") != std::string::npos);
      CHECK(letter->body.find("Jumlah {{name}}") != std::string::npos);
    }
  }
}

}  // namespace
}  // namespace service
