// The office's screens, headless: what is drawn is named, what is named can be pressed, and each
// wish comes to the office's client.
#include "office_view/screens.h"

#include <memory>

#include <catch2/catch_test_macros.hpp>

#include "support/has.h"
#include "support/headless.h"
#include "wasm/office/desk_session.h"

namespace {

using desk::EventKind;
using support::DeskSession;
using support::has;
using support::Headless;

/// The office's client with its face; `desk` is what it knows.
struct OfficeFace {
  explicit OfficeFace(DeskSession started, float width = 1440, float height = 900)
      : desk(std::make_unique<DeskSession>(std::move(started))) {
    desk->client.window.width = width;
    desk->client.window.height = height;
    ui = std::make_unique<Headless>(
        desk->client, office_view::office_screens(desk->office),
        [this](const app::Command& command, double) {
          desk->note(desk->send(command));
          return desk->client;
        },
        width, height);
  }

  /// The server answers, and the screen is drawn anew.
  void answer(const std::string& address, const std::string& body) {
    desk->answer(address, 200, body);
    ui->session.state = desk->client;
    ui->settle();
  }
  std::string outline() { return ui->outline(); }

  std::unique_ptr<DeskSession> desk;
  std::unique_ptr<Headless> ui;
};

wire::OfficeQueue two_rows() {
  wire::OfficeQueue queue;
  queue.as_of = {1'795'395'600};  // Monday 23 November 2026, 08:00 WIB.
  queue.counts.open = 2;
  queue.counts.over_step = 1;
  queue.rows_count = 2;
  wire::QueueRow late;
  late.number = "PD-1";
  late.title = "Luas panen kopi menurut desa";
  late.channel = "web_form";
  late.status = desk::TicketStatus::in_progress;
  late.officer = "yogi";
  late.opened_at = {1'795'390'000};
  late.step = wire::StepClockNow{desk::SopStep::search, 300, 1020, false, {}};
  late.promise = wire::PromiseNow{{2026, 11, 26}, false, false, false, {}};
  wire::QueueRow fresh = late;
  fresh.number = "PD-2";
  fresh.title = "Penduduk Sungai Rotan";
  fresh.officer.clear();
  fresh.status = desk::TicketStatus::received;
  fresh.step->used_seconds = 100;
  queue.rows = {late, fresh};
  return queue;
}

/// Signed in as who may do everything that these screens offer.
std::string admin_session() {
  wire::OfficeSession session;
  session.officer = {"rina", "Rina Oktaviani"};
  session.post = {"Admin Web", "Web admin"};
  for (int place = 0; place < desk::actions_count; ++place) {
    const auto action = static_cast<desk::Action>(place);
    if (desk::may(desk::Role::admin_web, action)) session.actions.push_back(action);
  }
  session.officers = {session.officer, {"yogi", "Yogi"}};
  session.classifications = support::office_lists();
  return wire::json_from_office_session(session);
}

OfficeFace at_queue(float width = 1440, float height = 900) {
  DeskSession session;
  session.note(session.send(app::AddressChanged{"/id/petugas/"}));
  session.answer("api/office/session", 200, admin_session());
  session.answer("api/office/queue", 200, wire::json_from_office_queue(two_rows()));
  return OfficeFace(std::move(session), width, height);
}

OfficeFace at_ticket(float width = 1440, float height = 900) {
  DeskSession session;
  session.note(session.send(app::AddressChanged{"/id/petugas/tiket/?number=PD-1"}));
  session.answer("api/office/session", 200, admin_session());
  session.answer("lumbung.office.draft.PD-1", 200, "");
  wire::OfficeTicket ticket = support::office_ticket();
  ticket.possible.push_back(EventKind::closed);
  ticket.offers = {{"penduduk", {"Jumlah penduduk", "Population"}, true, ""}};
  ticket.steps = {{desk::SopStep::search, {"Cari data", "Search"}, false, true}};
  ticket.timeline = {{{1'795'395'600},
                      EventKind::opened,
                      desk::TimelineEntry::Side::requester,
                      "Permintaan diterima",
                      "",
                      {},
                      ""}};
  session.answer("api/office/ticket", 200, wire::json_from_office_ticket(ticket));
  return OfficeFace(std::move(session), width, height);
}

bool is_control(const semantics::Node& node) {
  return node.command && node.role != semantics::NodeRole::gridcell;
}

/// Presses every control of the screen and says which sent nothing.
std::string silent_controls(OfficeFace& face) {
  face.ui->decides = false;
  std::vector<std::string> ids;
  for (const semantics::Node& node : face.ui->nodes.nodes())
    if (is_control(node)) ids.push_back(node.id);
  REQUIRE(ids.size() > 5);
  std::string silent;
  for (const std::string& id : ids)
    if (face.ui->press_id(id).empty()) silent += id + "\n";
  face.ui->decides = true;
  return silent;
}

}  // namespace

TEST_CASE("the queue names its numbers, its tabs and its rows, with both clocks in words") {
  OfficeFace face = at_queue();
  const std::string seen = face.outline();
  CHECK(has(seen, "button Lewat waktu: 1, Langkah SOP"));
  CHECK(has(seen, "tab Terbuka  2 [selected]"));
  CHECK(has(seen, "link PD-1, Luas panen kopi menurut desa"));
  CHECK(has(seen, "Rina Oktaviani · Admin Web"));
  const semantics::Node* row = face.ui->nodes.find("queue/rows/PD-1/open");
  REQUIRE(row);
  CHECK(row->description == "Perorangan, Diproses, Cari data, Lewat 12 menit, Kamis, 26 Nov");
}

TEST_CASE("every control of every screen answers to the pointer, on a desk and on a phone") {
  for (const auto& [width, height] : {std::pair(1440.0f, 900.0f), std::pair(390.0f, 2400.0f)}) {
    OfficeFace queue = at_queue(width, height);
    CHECK(silent_controls(queue) == "");
    OfficeFace ticket = at_ticket(width, height);
    CHECK(silent_controls(ticket) == "");
  }
}

TEST_CASE("a row is opened, and a request that nobody has is taken") {
  OfficeFace face = at_queue();
  face.ui->press_id("queue/rows/PD-2/take");
  CHECK(face.desk->office.asked.rbegin()->second.what == office::Asked::What::take);
  face.ui->press_id("queue/rows/PD-2/open");
  CHECK(std::get<office::TicketScreen>(face.desk->office.screen).number == "PD-2");
}

TEST_CASE("on a phone the queue is cards without sideways room, and says the same") {
  OfficeFace face = at_queue(390, 844);
  CHECK(face.ui->nodes.find("queue/rows/PD-1/open"));
  for (const semantics::Node& node : face.ui->nodes.nodes())
    CHECK(node.rect.right() <= 390);
}

TEST_CASE("an empty list says so, and a failure offers another try") {
  OfficeFace face = at_queue();
  wire::OfficeQueue none = two_rows();
  none.rows.clear();
  none.rows_count = 0;
  face.ui->press_id("queue/tabs/closed");
  face.answer("api/office/queue", wire::json_from_office_queue(none));
  CHECK(has(face.outline(), "heading Tidak ada permintaan di sini."));

  DeskSession failed;
  failed.note(failed.send(app::AddressChanged{"/id/petugas/"}));
  failed.answer("api/office/queue", 503, "");
  CHECK(has(OfficeFace(std::move(failed)).outline(), "button Coba lagi"));
}

TEST_CASE("a notice is chosen, given its reason, and seen as it will arrive") {
  OfficeFace face = at_ticket();
  face.ui->press("Data tidak tersedia");
  CHECK(has(face.outline(), "status Pilih alasan dahulu."));
  face.ui->press("Alasan: Pilih alasan");
  face.ui->press("Hanya tingkat kabupaten");
  CHECK(face.desk->office.ticket.draft.reason == "regency_only");
  CHECK(has(face.outline(), "textbox Isi = Hanya tingkat kabupaten."));
  CHECK(has(face.outline(), "button Unduh surat PDF"));
  face.ui->press("Kirim e-mail");
  CHECK(face.desk->office.ticket.is_sending);
  CHECK(has(face.outline(), "button Mengirim… [off]"));
}

TEST_CASE("the contact is hidden until it is asked for") {
  OfficeFace face = at_ticket();
  CHECK_FALSE(has(face.outline(), "dian@example.org"));
  face.ui->press("Tampilkan kontak");
  face.answer("api/office/contact",
              wire::json_from_office_contact({{"Dian", "", "dian@example.org", ""}}));
  CHECK(has(face.outline(), "dian@example.org"));
}

TEST_CASE("what is near is attached with a press") {
  OfficeFace face = at_ticket();
  face.ui->press_id("ticket/request/offer0/attach");
  REQUIRE(face.desk->office.ticket.draft.views.size() == 1);
  CHECK(has(face.outline(), "group Tampilan tabel penduduk"));
}

TEST_CASE("a request is written down, and what is wrong stands beside its field") {
  OfficeFace face = at_queue(1440, 1800);  // High enough that nothing has to be scrolled to.
  face.ui->press_id("queue/enter");
  CHECK(has(face.outline(), "heading Catat permintaan"));
  const semantics::Node* wanted = face.ui->nodes.find("entry/form/text");
  REQUIRE(wanted);
  CHECK(wanted->rows_count > 1);
  face.ui->press("Catat");
  CHECK(face.desk->office.entry_findings.contains("text"));
  CHECK(face.ui->nodes.find("entry/form/text finding"));
}
