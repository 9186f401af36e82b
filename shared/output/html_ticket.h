// The page of a ticket, for the requester: where it stands, what was said, and what can be done.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "desk/timeline.h"
#include "output/html.h"

namespace output {

struct TicketPage {
  base::Language language = base::Language::id;
  std::string number;
  std::string status;            ///< "Diproses".
  std::string promised;          ///< "Selasa, 24 November 2026"; or why the clock stands still.
  std::vector<std::string> why;  ///< Why that date: a sentence a day.
  std::vector<desk::TimelineEntry> timeline;
  std::vector<std::string> times;  ///< Of each entry, as it is shown.
  std::string key;                 ///< Of the private link: goes along with what is sent.
  std::string failure;             ///< Why what was sent could not be taken.
  std::string written;             ///< A message that could not be taken is not lost.
  bool can_write = false;
  bool can_withdraw = false;
  bool can_rate = false;       ///< It was answered, and not rated yet.
  bool asks_to_erase = false;  ///< The requester pressed "erase" and is asked once more.
};

/// Where a ticket stands, for who has its number and the end of a telephone number, and no link.
struct StatusPage {
  base::Language language = base::Language::id;
  std::string number;    ///< As it was asked for.
  std::string status;    ///< Empty: not found, or not asked yet.
  std::string promised;  ///< As TicketPage::promised.
  std::string failure;   ///< Why there is no status.
};

base::Result<std::string> status_document(std::string_view html_template, const StatusPage& page,
                                          const Site& site);

/// The fields of their forms.
inline constexpr std::string_view ticket_key_field = "key";
inline constexpr std::string_view ticket_action_field = "action";
inline constexpr std::string_view ticket_file_field = "file";
inline constexpr std::string_view ticket_stars_field = "stars";
inline constexpr std::string_view status_action = "status";
inline constexpr std::string_view status_number_field = "number";
inline constexpr std::string_view status_phone_field = "phone";

base::Result<std::string> ticket_document(std::string_view html_template, const TicketPage& page,
                                          const Site& site);

}  // namespace output
