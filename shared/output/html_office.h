// The office's queue and tickets in plain HTML: complete without a script, and what lies under the
// office's viewer where that cannot run.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/result.h"
#include "desk/settings.h"
#include "output/html.h"
#include "wire/office.h"

namespace output {

/// What every page of the office has in common.
struct OfficeFrame {
  base::Language language = base::Language::id;
  std::string officer;  ///< "Rina Oktaviani · Admin Web".
  const desk::Classifications& classifications;
  const desk::DeskSettings& settings;
  base::Zone zone;
  bool may_read_reports = false;
};

struct QueuePage {
  wire::OfficeQueue queue;
  wire::QueueWish wish;
};
base::Result<std::string> queue_document(std::string_view html_template, const OfficeFrame& frame,
                                         const QueuePage& page, const Site& site);

struct OfficeTicketPage {
  wire::OfficeTicket ticket;
  std::optional<desk::Requester> contact;      ///< Once it was asked for.
  std::optional<wire::OfficePreview> preview;  ///< Of `draft`.
  wire::OfficeAct draft;                       ///< What was written and not done yet.
  bool has_draft = false;
  std::string failure;  ///< Why it was not done.
};
base::Result<std::string> office_ticket_document(std::string_view html_template,
                                                 const OfficeFrame& frame,
                                                 const OfficeTicketPage& page, const Site& site);

/// "…tiket/?number=…", "…ticket/?number=…": one ticket.
std::string office_ticket_path(const Site& site, base::Language language);

/// The word of a button of these pages: what it asks for besides an act ("do" field).
inline constexpr std::string_view office_do_act = "act";
inline constexpr std::string_view office_do_preview = "preview";
inline constexpr std::string_view office_do_contact = "contact";
inline constexpr std::string_view office_do_mail = "mail";

}  // namespace output
