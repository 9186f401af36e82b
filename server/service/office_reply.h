// What the requester gets to read about an act of the office: the mail, and the official letter.
#pragma once

#include <optional>
#include <string>

#include "base/instant.h"
#include "base/result.h"
#include "desk/reply_template.h"
#include "service/desk_data.h"
#include "service/office_desk.h"
#include "service/ticket_record.h"
#include "wire/office.h"

namespace service {

/// The template of the mail that tells the requester of an act; nothing where none is sent.
std::optional<desk::TemplateKind> mail_of_act(const wire::OfficeAct& act);

/// What templates say, by an act and the ticket that it happens to.
struct Reply {
  const DeskData& data;
  const Record& record;
  const wire::OfficeAct& act;
  const OfficeCaller& caller;
  base::Instant now;
  std::string letter_number = {};  ///< Empty: not given yet.
  std::string link = {};           ///< To the ticket's page; empty: the letter has none.
};

/// In the requester's language.
base::Result<desk::Letter> letter_of_reply(const Reply& reply, desk::TemplateKind kind);

/// The notice as PDF. Fails with `unavailable` where the site has no fonts.
base::Result<std::string> pdf_of_notice(const Reply& reply);

}  // namespace service
