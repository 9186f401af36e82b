// One ticket, and who may see and do what.
#include <string>

#include <catch2/catch_test_macros.hpp>

#include "server/service/office_fixture.h"
#include "store/people.h"

namespace service {
namespace {

using desk::EventKind;
using support::desk_later;
using support::desk_monday;
using support::sari;

TEST_CASE("a ticket shows its words and steps, and who asked only where that is asked for") {
  support::OfficeFixture office;
  office.ask(desk_monday, "a", "dian@example.org");
  const auto ticket = office.desk.ticket("PD-2026-0001", sari, desk_later);
  REQUIRE(ticket);
  CHECK(ticket->text == "Jumlah penduduk Gelumbang");
  CHECK(ticket->table_title.id == "Jumlah penduduk");
  CHECK(ticket->has_address);
  CHECK(ticket->steps[0].is_current);
  CHECK(ticket->steps[2].step == desk::SopStep::answer);
  CHECK_FALSE(ticket->row.promise->why.empty());
  CHECK(ticket->mails[0].kind == "receipt");
  CHECK(wire::json_from_office_ticket(*ticket).find("dian@example.org") == std::string::npos);

  const auto contact = office.desk.contact("PD-2026-0001", sari, desk_later);
  REQUIRE(contact);
  CHECK(contact->requester.email == "dian@example.org");
  const auto views =
      office.database.read([](store::Transaction& t) { return store::views_of_person(t, 1); })
          .value();
  CHECK(views.back().viewer.actor == "sari");
  CHECK(views.back().viewer.purpose == "contact");
}

TEST_CASE("each role may do what the table of the desk says, and nothing else") {
  support::OfficeFixture office;
  office.ask(desk_monday, "a", "dian@example.org");
  const auto code = [](const auto& result) { return result ? std::string() : result.error().code; };
  for (int place = 0; place < desk::roles_count; ++place) {
    OfficeCaller caller = sari;
    caller.role = static_cast<desk::Role>(place);
    const auto is_right = [&](desk::Action action, const std::string& failure) {
      CAPTURE(place, desk::text_from_action(action));
      CHECK((failure != "forbidden") == desk::may(caller.role, action));
    };
    const std::string number = "PD-2026-0001";
    is_right(desk::Action::read_queue, code(office.desk.queue({}, caller, desk_later)));
    is_right(desk::Action::read_ticket, code(office.desk.ticket(number, caller, desk_later)));
    is_right(desk::Action::read_contact, code(office.desk.contact(number, caller, desk_later)));
    is_right(desk::Action::read_ticket, code(office.desk.file(number, "0", caller)));
    is_right(desk::Action::send_data,
             code(office.desk.upload(number, {"a", "b", false, ""}, caller, desk_later)));
    is_right(desk::Action::retry_mail, code(office.desk.send_mail_again(999, caller, desk_later)));
    for (int kind_place = 0; kind_place < desk::event_kinds_count; ++kind_place) {
      const auto kind = static_cast<EventKind>(kind_place);
      // Nothing happens: nobody has seen so many events.
      const wire::OfficeAct act = office.an_act(kind, 99);
      const auto action = desk::action_of(kind, desk::Actor::officer);
      const bool is_act = action && kind != EventKind::opened && kind != EventKind::corrected;
      CAPTURE(place, kind_place);
      CHECK((code(office.desk.act(act, caller, desk_later)) != "forbidden") ==
            (is_act && desk::may(caller.role, *action)));
      CHECK((code(office.desk.preview(act, caller, desk_later)) != "forbidden") ==
            (is_act && desk::may(caller.role, *action)));
    }
  }
}

}  // namespace
}  // namespace service
