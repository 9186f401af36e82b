// The office's queue and tickets as plain pages: what OfficeDesk answers, drawn by the output room,
// and what its forms send, turned into acts.
#pragma once

#include "base/instant.h"
#include "base/language.h"
#include "http/page.h"
#include "service/desk_data.h"
#include "service/office_desk.h"
#include "service/office_door.h"
#include "store/database.h"

namespace service {

class OfficePages {
 public:
  /// All must outlive it.
  OfficePages(store::Database& database, OfficeDesk& desk, OfficeDoor& door, const DeskData& data)
      : database_(database), desk_(desk), door_(door), data_(data) {}

  /// The queue, by the query of a wire::QueueWish.
  http::PageAnswer queue(base::Language language, const http::PageAsk& ask, base::Instant now);
  /// One ticket, by "number"; and what is done to it, by the forms of that page.
  http::PageAnswer ticket(base::Language language, const http::PageAsk& ask, base::Instant now);
  /// A report by "number", "period" and "as_of"; with "file" the file of that kind.
  http::PageAnswer reports(base::Language language, const http::PageAsk& ask, base::Instant now);

 private:
  store::Database& database_;
  OfficeDesk& desk_;
  OfficeDoor& door_;
  const DeskData& data_;
};

/// What a form of a ticket's page asks for. Codes that are none are left out: the desk says what is
/// missing.
wire::OfficeAct act_from_fields(const http::Fields& fields, std::string_view login);

}  // namespace service
