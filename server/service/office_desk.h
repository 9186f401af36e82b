// The office's side of the desk: the queue, one ticket, and what officers make happen to it
// (docs/desk.md, "The office's addresses").
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include <tl/expected.hpp>

#include "base/instant.h"
#include "base/language.h"
#include "desk/request.h"
#include "service/desk_data.h"
#include "store/attachments.h"
#include "store/database.h"
#include "wire/office.h"

namespace service {

/// An answer, or why there is none, for the officer to read.
template <class Answer>
using OfficeResult = tl::expected<Answer, wire::OfficeFailure>;

/// Who asks.
struct OfficeCaller {
  std::string login;
  std::string name;
  desk::Role role = desk::Role::admin_web;
  base::Language language = base::Language::id;  ///< Of the timeline's titles.
  bool is_stepped_up = false;                    ///< Password and code were given just now.
};

/// Of one file, and of all files of a ticket.
inline constexpr store::AttachmentLimits office_file_limits{20 << 20, 100 << 20};

/// May be used by several threads at a time. Time is an argument throughout. Each function refuses
/// with `forbidden` what the caller's role may not do, and writes all or nothing.
class OfficeDesk {
 public:
  /// Both must outlive the desk.
  OfficeDesk(store::Database& database, const DeskData& data);

  /// Who they are to the office, and what its screens choose from.
  OfficeResult<wire::OfficeSession> session(const OfficeCaller& caller);
  OfficeResult<wire::OfficeQueue> queue(const wire::QueueWish& wish, const OfficeCaller& caller,
                                        base::Instant now);
  OfficeResult<wire::OfficeTicket> ticket(const std::string& number, const OfficeCaller& caller,
                                          base::Instant now);
  /// Who asked: the look is logged.
  OfficeResult<wire::OfficeContact> contact(const std::string& number, const OfficeCaller& caller,
                                            base::Instant now);
  /// The ticket after it. `conflict` where it has other events than the officer has seen. What the
  /// requester is to read goes out as a mail, queued in the same transaction.
  OfficeResult<wire::OfficeTicket> act(const wire::OfficeAct& act, const OfficeCaller& caller,
                                       base::Instant now);
  /// A request that came by telephone, letter, chat or in person, from the fields of
  /// desk::check_request; the same request key opens one ticket.
  OfficeResult<wire::OfficeTicket> enter(const std::vector<desk::FormField>& fields,
                                         const OfficeCaller& caller, base::Instant now);
  /// The mail that the act would send; nothing is written. The letter has no number yet.
  OfficeResult<wire::OfficePreview> preview(const wire::OfficeAct& act, const OfficeCaller& caller,
                                            base::Instant now);
  /// The letter that the act would send, as PDF; it has no number yet.
  OfficeResult<std::string> letter(const wire::OfficeAct& act, const OfficeCaller& caller,
                                   base::Instant now);
  /// A file to be sent with an act.
  OfficeResult<wire::OfficeUpload> upload(const std::string& number,
                                          const store::NewAttachment& file,
                                          const OfficeCaller& caller, base::Instant now);
  /// A file of a ticket.
  OfficeResult<store::Attachment> file(const std::string& number, const std::string& sha256,
                                       const OfficeCaller& caller);
  /// A mail that failed is due again at once.
  OfficeResult<wire::OfficeTicket> send_mail_again(std::int64_t mail, const OfficeCaller& caller,
                                                   base::Instant now);

 private:
  store::Database& database_;
  const DeskData& data_;
};

/// Both clocks of a ticket as a row shows them.
void set_clocks(wire::QueueRow& row, const desk::Ticket& ticket, const DeskData& data,
                base::Instant now, bool says_why);

/// Until when the office is open; nothing where it is closed.
std::optional<base::Instant> open_until(const desk::Calendar& calendar, base::Instant now);

/// The failure that is said where the store refused.
wire::OfficeFailure office_failure(const base::Error& error);
/// The same for what the caller's role may not do.
wire::OfficeFailure office_forbidden();
/// The status that HTTP has for it.
int status_of_failure(const wire::OfficeFailure& failure);

}  // namespace service
