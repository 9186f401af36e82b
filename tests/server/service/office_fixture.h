// The office's side of a desk, with requests that have come in.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "server/service/desk_fixture.h"
#include "service/office_desk.h"
#include "service/ticket_record.h"
#include "store/outbox.h"
#include "store/tickets.h"

namespace support {

/// A minute after the first request.
inline constexpr base::Instant desk_later{desk_monday.seconds + 60};

/// May do everything that an office does with tickets.
inline const service::OfficeCaller sari{"sari", "Sari", desk::Role::admin_web, base::Language::id};

struct OfficeFixture : DeskFixture {
  OfficeFixture() : desk(database, data) {}

  /// A request that came at `at`; another key is another request.
  void ask(base::Instant at, const std::string& key, const std::string& email) {
    service::NewRecord record;
    record.request.facts.table = "penduduk";
    record.request.facts.channel = "web_form";
    record.request.facts.institution_category = key == "b" ? "other" : "government";
    record.request.text = "Jumlah penduduk Gelumbang";
    record.request.requester = {"Dian", "Dinas", email, ""};
    record.opened.at = at;
    record.opened.actor = desk::Actor::requester;
    record.opened.body = desk::Opened{record.request.facts, {2026, 11, 26}};
    record.opened.text = record.request.text;
    record.request_key_sha256 = std::string(64, key[0]);
    record.link_sha256 = std::string(64, static_cast<char>(key[0] + 5));
    record.title = "Jumlah penduduk";
    database
        .write([&](store::Transaction& t) {
          return service::open_record(t, data, record, "https://x/");
        })
        .value();
  }

  wire::OfficeAct an_act(desk::EventKind kind, std::uint64_t events_count) const {
    wire::OfficeAct act;
    act.number = "PD-2026-0001";
    act.events_count = events_count;
    act.kind = kind;
    return act;
  }

  std::vector<store::Mail> mails() {
    return database
        .read([](store::Transaction& t) -> base::Result<std::vector<store::Mail>> {
          const auto ticket = store::find_ticket(t, "PD-2026-0001");
          return store::mails_of_ticket(t, ticket->id);
        })
        .value();
  }

  service::OfficeDesk desk;
};

}  // namespace support
