// The office's client without a screen: wishes in, effects out as lines of text. What the server
// would answer is made of one ticket.
#pragma once

#include <string>

#include "app/effect.h"
#include "office/update.h"
#include "wasm/app/session.h"

namespace support {

inline desk::Classifications office_lists() {
  desk::Classifications lists;
  lists.channel.choices = {{"web_form", {"Formulir web", "Web form"}},
                           {"email", {"E-mail", "E-mail"}},
                           {"phone", {"Telepon", "Telephone"}}};
  lists.unavailable_reason.choices = {
      {"regency_only", {"Hanya tingkat kabupaten", "Regency only"}}};
  return lists;
}

inline wire::OfficeTicket office_ticket(std::uint64_t events_count = 2) {
  wire::OfficeTicket ticket;
  ticket.as_of = {1'000'000};
  ticket.row.number = "PD-1";
  ticket.row.title = "Angka harapan hidup";
  ticket.row.channel = "web_form";
  ticket.row.opened_at = {999'000};
  ticket.row.events_count = events_count;
  ticket.text = "Angka harapan hidup menurut kecamatan";
  ticket.possible = {desk::EventKind::data_sent, desk::EventKind::notice_sent,
                     desk::EventKind::note_written, desk::EventKind::assigned};
  ticket.has_address = true;
  return ticket;
}

class DeskSession {
 public:
  std::string send(const app::Command& command) {
    now_ms += 10;
    std::string text;
    effects = office::update(client, office, command, now_ms);
    for (const app::Effect& effect : effects)
      text += text_from_effect(effect) + "\n";
    return text;
  }

  template <class Each>
  std::string wish(Each each) {
    return send(office::command(std::move(each)));
  }

  /// Answers the newest question whose address begins so.
  std::string answer(const std::string& address, int status, const std::string& body) {
    int newest = 0;
    for (const auto& [number, asked_address] : addresses_)
      if (asked_address.starts_with(address)) newest = number;
    return answer(newest, status, body);
  }
  std::string answer(int number, int status, const std::string& body) {
    return note(send(app::OfficeAnswered{number, status, bytes_from_text(body)}));
  }

  /// Keeps in mind which number each question had.
  std::string note(std::string lines) {
    for (const app::Effect& effect : effects)
      if (const auto* ask = std::get_if<app::AskOffice>(&effect))
        addresses_[ask->number] = ask->address;
    return lines;
  }

  static DeskSession at(const std::string& address) {
    DeskSession session;
    session.note(session.send(app::AddressChanged{address}));
    wire::OfficeSession signed_in;
    signed_in.officer = {"rina", "Rina Oktaviani"};
    signed_in.officers = {signed_in.officer, {"yogi", "Yogi"}};
    signed_in.classifications = office_lists();
    session.answer("api/office/session", 200, wire::json_from_office_session(signed_in));
    return session;
  }

  /// With the ticket there, and nothing kept on the device.
  static DeskSession at_ticket(const wire::OfficeTicket& ticket = office_ticket()) {
    DeskSession session = at("/id/petugas/tiket/?number=PD-1");
    session.answer("lumbung.office.draft.PD-1", 200, "");
    session.answer("api/office/ticket", 200, wire::json_from_office_ticket(ticket));
    return session;
  }

  std::string notice() const { return client.notice ? client.notice->text : ""; }

  app::State client;
  office::State office;
  app::Effects effects;
  double now_ms = 0;

 private:
  std::map<int, std::string> addresses_;
};

}  // namespace support
