// A reply as it is kept, checked and sent.
#include <catch2/catch_test_macros.hpp>

#include "wasm/office/desk_session.h"

using base::Word;
using desk::EventKind;

TEST_CASE("a draft comes back from the device as it was kept") {
  office::Draft draft;
  draft.kind = EventKind::data_sent;
  draft.is_part = true;
  draft.text = "Baris satu\n\"dua\"";
  draft.reason = "regency_only";
  draft.views = {{"penduduk", "baris=jk", {wire::ViewFile::pdf, wire::ViewFile::csv}}};
  draft.uploads = {{"a.xlsx", std::string(64, 'a'), 1234}};
  CHECK(office::draft_from_json(office::json_from_draft(draft)) == draft);
  CHECK(office::draft_from_json("nonsense") == office::Draft{});
  CHECK(office::draft_from_json("{\"kind\": \"no such\"}") == office::Draft{});
}

TEST_CASE("a draft says what it still lacks") {
  const wire::OfficeTicket ticket = support::office_ticket();
  office::Draft draft;
  draft.kind = EventKind::notice_sent;
  CHECK(office::refusal_of(draft, ticket) == Word::office_refuse_reason);
  draft.reason = "regency_only";
  CHECK(office::refusal_of(draft, ticket) == Word::office_refuse_text);
  draft.text = "Hanya tingkat kabupaten.";
  CHECK_FALSE(office::refusal_of(draft, ticket));
  draft.kind = EventKind::data_sent;
  CHECK(office::refusal_of(draft, ticket) == Word::office_refuse_attachment);
  draft.kind = EventKind::redirected;
  CHECK(office::refusal_of(draft, ticket) == Word::office_refuse_status);
}

TEST_CASE("nothing is mailed where there is no address, and a note needs none") {
  wire::OfficeTicket ticket = support::office_ticket();
  ticket.has_address = false;
  office::Draft draft;
  draft.kind = EventKind::notice_sent;
  CHECK(office::refusal_of(draft, ticket) == Word::office_refuse_address);
  draft.kind = EventKind::note_written;
  draft.text = "Sudah ditelepon";
  CHECK_FALSE(office::refusal_of(draft, ticket));
}

TEST_CASE("an act holds only what its kind needs") {
  office::Draft draft;
  draft.kind = EventKind::notice_sent;
  draft.text = "Belum ada";
  draft.reason = "regency_only";
  draft.owner = "Bappeda";
  draft.views = {{"penduduk", {}, {wire::ViewFile::xlsx}}};
  wire::OfficeAct act = office::act_from_draft(draft, support::office_ticket(7));
  CHECK(act.events_count == 7);
  CHECK(act.reason == "regency_only");
  CHECK(act.owner.empty());
  CHECK(act.views.empty());
  draft.kind = EventKind::data_sent;
  act = office::act_from_draft(draft, support::office_ticket());
  CHECK(act.outcome == desk::Outcome::answered);
  CHECK(act.reason.empty());
  CHECK(act.views == draft.views);
}

TEST_CASE("what is closed because a table answers it names that table") {
  office::Draft draft;
  draft.kind = EventKind::closed;
  draft.outcome = "on_website";
  wire::OfficeTicket ticket = support::office_ticket();
  ticket.possible.push_back(EventKind::closed);
  CHECK(office::refusal_of(draft, ticket) == Word::office_choose_table);
  draft.substitute = "penduduk";
  CHECK_FALSE(office::refusal_of(draft, ticket));
  CHECK(office::act_from_draft(draft, ticket).substitute == "penduduk");
}
