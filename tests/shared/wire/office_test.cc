// The office's documents: what is written is read again, and what is wrong is named.
#include "wire/office.h"

#include <catch2/catch_test_macros.hpp>

namespace {

constexpr base::Instant at{1'795'395'600};

wire::QueueRow full_row() {
  wire::QueueRow row;
  row.number = "PD-2026-0042";
  row.title = "Jumlah penduduk \"A\"";
  row.institution = "Dinas";
  row.institution_category = "government";
  row.channel = "web_form";
  row.status = desk::TicketStatus::closed;
  row.outcome = desk::Outcome::not_a_request;
  row.officer = "sari";
  row.opened_at = at;
  row.step = wire::StepClockNow{desk::SopStep::report, 300, 12, true, at};
  row.promise = wire::PromiseNow{{2026, 11, 27}, true, true, true, {{"Jumat", "Friday"}}};
  row.events_count = 9;
  return row;
}

constexpr std::string_view full_row_text =
    R"({"number": "PD-2026-0042", "title": "Jumlah penduduk \"A\"", "institution": "Dinas", )"
    R"("institution_category": "government", "channel": "web_form", "status": "closed", )"
    R"("outcome": "not_a_request", "officer": "sari", "opened_at": "2026-11-23T01:00:00Z", )"
    R"("step": {"step": "report", "standard_seconds": 300, "used_seconds": 12, )"
    R"("is_paused": true, "runs_until": "2026-11-23T01:00:00Z"}, )"
    R"("promise": {"date": "2026-11-27", "is_paused": true, "is_answered": true, )"
    R"("is_late": true, "why": [{"id": "Jumat", "en": "Friday"}]}, "events_count": 9})";

/// The message of an act's reader.
std::string act_message(const std::string& json) {
  const auto act = wire::office_act_from_json(json);
  return act ? "" : act.error().message;
}

}  // namespace

TEST_CASE("the queue is written with every member and read again") {
  wire::OfficeQueue queue;
  queue.as_of = at;
  queue.open_until = at;
  queue.counts = {1, 2, 3, 4, 5, 6, 7, 8, 9};
  queue.rows = {full_row()};
  queue.rows_count = 51;
  const std::string json = wire::json_from_office_queue(queue);
  CHECK(json == R"({"as_of": "2026-11-23T01:00:00Z", "open_until": "2026-11-23T01:00:00Z", )"
                R"("counts": {"open": 1, "mine": 2, "unassigned": 3, "waiting": 4, "closed": 5, )"
                R"("over_step": 6, "due_today": 7, "answered_this_month": 8, )"
                R"("on_time_this_month": 9}, "rows": [)" +
                    std::string(full_row_text) + R"(], "rows_count": 51})");
  const auto read = wire::office_queue_from_json(json);
  REQUIRE(read);
  CHECK(read->as_of == at);
  CHECK(read->open_until == at);
  CHECK(read->counts == queue.counts);
  CHECK(read->rows == queue.rows);
  CHECK(read->rows_count == 51);
}

TEST_CASE("a row without what may be missing is short, and read as empty again") {
  wire::OfficeQueue queue;
  queue.rows.emplace_back();
  const std::string json = wire::json_from_office_queue(queue);
  CHECK(json.find(R"("rows": [{"status": "received", "opened_at": "1970-01-01T00:00:00Z", )"
                  R"("events_count": 0}])") != std::string::npos);
  const auto read = wire::office_queue_from_json(json);
  REQUIRE(read);
  CHECK(read->rows == queue.rows);
  CHECK_FALSE(read->open_until);
}

TEST_CASE("a ticket is written with every member and read again") {
  wire::OfficeTicket ticket;
  ticket.as_of = at;
  ticket.row = full_row();
  ticket.facts = {"penduduk", {{"tahun", "2024"}}, "village", "2024", "a", "b", "c", "d", "e",
                  "phone",    base::Language::en,  true};
  ticket.text = "Baris\nkedua";
  ticket.table_title = {"Jumlah", "Number"};
  ticket.steps = {{desk::SopStep::save, {"Simpan", "Save"}, true, true}};
  ticket.offers = {{"harga", {"Harga", "Price"}, false, "not_collected"}};
  ticket.timeline = {{at,
                      desk::EventKind::due_recomputed,
                      desk::TimelineEntry::Side::office,
                      "Judul",
                      "Isi",
                      {{"a.pdf", "application/pdf", "00ff", 7}},
                      "sari"}};
  ticket.mails = {{-7, "receipt", "dead", at, "550"}};
  ticket.possible = {desk::EventKind::opened, desk::EventKind::due_recomputed};
  ticket.has_address = true;
  ticket.is_erased = true;
  const std::string json = wire::json_from_office_ticket(ticket);
  CHECK(json == R"({"as_of": "2026-11-23T01:00:00Z", "row": )" + std::string(full_row_text) +
                    R"(, "facts": {"table": "penduduk", )"
                    R"("categories": [{"dimension": "tahun", "category": "2024"}], )"
                    R"("area_level": "village", "period": "2024", "institution_category": "a", )"
                    R"("occupation": "b", "education": "c", "sex": "d", "purpose": "e", )"
                    R"("channel": "phone", "language": "en", "accepts_survey": true}, )"
                    R"("text": "Baris\nkedua", "table_title": {"id": "Jumlah", "en": "Number"}, )"
                    R"("steps": [{"step": "save", "label": {"id": "Simpan", "en": "Save"}, )"
                    R"("is_done": true, "is_current": true}], )"
                    R"("offers": [{"code": "harga", "title": {"id": "Harga", "en": "Price"}, )"
                    R"("is_available": false, "reason": "not_collected"}], )"
                    R"("timeline": [{"at": "2026-11-23T01:00:00Z", "kind": "due_recomputed", )"
                    R"("side": "office", "title": "Judul", "text": "Isi", "attachments": )"
                    R"([{"name": "a.pdf", "media_type": "application/pdf", "sha256": "00ff", )"
                    R"("bytes": 7}], "account": "sari"}], )"
                    R"("mails": [{"id": -7, "kind": "receipt", "state": "dead", )"
                    R"("queued_at": "2026-11-23T01:00:00Z", "last_error": "550"}], )"
                    R"("possible": ["opened", "due_recomputed"], "has_address": true, )"
                    R"("is_erased": true})");
  const auto read = wire::office_ticket_from_json(json);
  REQUIRE(read);
  CHECK(read->facts == ticket.facts);
  CHECK(read->mails[0].id == -7);
  CHECK(wire::json_from_office_ticket(*read) == json);
}

TEST_CASE("an act is written with every member and read again") {
  wire::OfficeAct act;
  act.number = "PD-2026-0042";
  act.events_count = 3;
  act.kind = desk::EventKind::data_sent;
  act.text = "Terlampir.";
  act.officer = "sari";
  act.step = desk::SopStep::save;
  act.reason = "not_collected";
  act.substitute = "penduduk";
  act.owner = "Dinas";
  act.outcome = desk::Outcome::partly_answered;
  act.views = {{"penduduk", "rows=tahun", {wire::ViewFile::xlsx, wire::ViewFile::csv}}};
  act.uploads = {"00ff"};
  act.closes = false;
  const std::string json = wire::json_from_office_act(act);
  CHECK(json == R"({"number": "PD-2026-0042", "events_count": 3, "kind": "data_sent", )"
                R"("text": "Terlampir.", "officer": "sari", "step": "save", )"
                R"("reason": "not_collected", "substitute": "penduduk", "owner": "Dinas", )"
                R"("outcome": "partly_answered", "views": [{"table": "penduduk", )"
                R"("query": "rows=tahun", "files": ["xlsx", "csv"]}], "uploads": ["00ff"], )"
                R"("closes": false})");
  const auto read = wire::office_act_from_json(json);
  REQUIRE(read);
  CHECK(*read == act);
}

TEST_CASE("a session is written with every member and read again") {
  wire::OfficeSession session;
  session.officer = {"sari", "Sari"};
  session.role = desk::Role::operator_;
  session.post = {"Pengelola", "Operator"};
  session.actions = {desk::Action::send_request, desk::Action::change_settings};
  session.officers = {{"budi", "Budi"}};
  session.classifications.sex = {{"Jenis kelamin", "Sex"}, {{"f", {"Perempuan", "Female"}}}};
  session.zone = {-150, "NST"};
  const std::string json = wire::json_from_office_session(session);
  CHECK(json.find(R"("role": "operator")") != std::string::npos);
  CHECK(json.find(R"("zone": {"offset_minutes": -150, "name": "NST"})") != std::string::npos);
  const auto read = wire::office_session_from_json(json);
  REQUIRE(read);
  CHECK(read->actions == session.actions);
  CHECK(read->officers == session.officers);
  CHECK(read->classifications.sex.choices[0].label.en == "Female");
  CHECK(read->zone.offset_minutes == -150);
  CHECK(wire::json_from_office_session(*read) == json);
}

TEST_CASE("the small documents are read as they were written") {
  const auto preview = wire::office_preview_from_json(wire::json_from_office_preview(
      {"a@b.example", "Hal", "Isi", {{"a.pdf", "application/pdf", "", 7}}, "Surat"}));
  REQUIRE(preview);
  CHECK(preview->recipient == "a@b.example");
  CHECK(preview->subject == "Hal");
  CHECK(preview->body == "Isi");
  CHECK(preview->attachments[0].bytes == 7);
  CHECK(preview->letter == "Surat");

  const desk::Requester requester{"Ani", "Dinas", "a@b.example", "+6281"};
  CHECK(wire::office_contact_from_json(wire::json_from_office_contact({requester}))->requester ==
        requester);
  CHECK(wire::office_upload_from_json(
            wire::json_from_office_upload({{"a.pdf", "application/pdf", "00ff", 7}}))
            ->attachment.sha256 == "00ff");
  CHECK(wire::office_mail_again_from_json(wire::json_from_office_mail_again({7}))->id == 7);

  const std::vector<desk::FormField> fields = {{"text", "a"}, {"category", "x"}, {"category", ""}};
  CHECK(wire::form_fields_from_json(wire::json_from_form_fields(fields)) == fields);

  const auto failure = wire::office_failure_from_json(wire::json_from_office_failure(
      {"invalid", {"Salah", "Wrong"}, "text", {{"email", {"Surel", "Mail"}}}}));
  REQUIRE(failure);
  CHECK(failure->code == "invalid");
  CHECK(failure->message == base::Text{"Salah", "Wrong"});
  CHECK(failure->field == "text");
  CHECK(failure->findings[0].field == "email");
  CHECK(failure->findings[0].message.en == "Mail");
}

TEST_CASE("an act that is not well-formed is refused, with the member and its place") {
  CHECK(act_message("[]") ==
        "The member \"document\" must be an object, but is an array (line 1, column 1).");
  CHECK(act_message(R"({"number": 5})") ==
        "The member \"number\" must be a text, but is a number (line 1, column 12).");
  CHECK(act_message(R"({"events_count": 1, "closes": true})") ==
        "The member \"kind\" is missing (line 1, column 1).");
  CHECK(act_message(R"({"events_count": -1})") ==
        "The member \"events_count\" must be a whole number, but is -1 (line 1, column 18).");
  CHECK(act_message(R"({"events_count": 1.5})") ==
        "The member \"events_count\" must be a whole number, but is 1.5 (line 1, column 18).");
  CHECK(act_message(R"({"events_count": 1, "kind": "explode"})") ==
        "The member \"kind\" must be a known code, but is \"explode\" (line 1, column 29).");
  CHECK(act_message(R"({"events_count": 1, "kind": "closed", "outcome": "bad"})")
            .find("\"outcome\" must be a known code") != std::string::npos);
  CHECK(act_message(R"({"events_count": 1, "kind": "closed", "closes": true, )"
                    R"("uploads": [1]})")
            .find("\"uploads\" must be a text") != std::string::npos);
  CHECK(act_message(R"({"events_count": 1, "kind": "closed", "views": [{"files": ["exe"]}]})")
            .find("\"files\" must be a known code") != std::string::npos);
  CHECK_FALSE(act_message("{").empty());
}

TEST_CASE("a time that is none is refused with its place") {
  std::string json = wire::json_from_office_queue({});
  json.replace(json.find("1970"), 4, "year");
  const auto read = wire::office_queue_from_json(json);
  REQUIRE_FALSE(read);
  CHECK(read.error().code == base::ErrorCode::invalid);
  CHECK(read.error().message ==
        "The member \"as_of\" must be a date or a time, but is \"year-01-01T00:00:00Z\" "
        "(line 1, column 11).");
}
