// The public's side of the desk: the request form, the receipt, and the page of a ticket.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/instant.h"
#include "base/language.h"
#include "desk/clocks.h"
#include "desk/request.h"
#include "output/html_request.h"
#include "output/html_ticket.h"
#include "service/desk_data.h"
#include "service/desk_key.h"
#include "service/form_token.h"
#include "service/request_limits.h"
#include "service/ticket_record.h"
#include "store/attachments.h"
#include "store/database.h"

namespace service {

/// A page and its status: 200, 404 no such ticket, 422 something is wrong with the form, 429 too
/// many, 503 the store cannot take it now.
struct PageText {
  int status = 200;
  std::string html;
  std::int64_t retry_after_seconds = 0;  ///< With 429; else 0.
};

/// May be used by several threads at a time. Time is an argument throughout.
class RequestDesk {
 public:
  /// Database and data must outlive the desk.
  RequestDesk(store::Database& database, const DeskData& data, const DeskKey& key,
              const DeskLimits& limits = {});

  /// The empty form. `query` may fill in text, table, category, area_level and period.
  PageText form(base::Language language, const std::vector<desk::FormField>& query,
                base::Instant now) const;

  /// What is to be said of a form that is still being written, as JSON: "offers" (title, address,
  /// note) for its text, and "findings" (field, message) of the check that sending makes.
  std::string check(base::Language language, const std::vector<desk::FormField>& fields) const;

  /// A form that was sent: the receipt, or the form again with what is wrong. The same request key
  /// opens one ticket, however often it is sent, and gives the same receipt. A client beyond the
  /// limit gets 429 and the form with all that was written in it.
  PageText send(base::Language language, const std::vector<desk::FormField>& fields,
                std::string_view client, base::Instant now);

  /// The page of the ticket that `key` opens: status, both dates, and the conversation.
  PageText ticket(base::Language language, std::string_view key, base::Instant now);

  /// A file of the conversation that the key's page shows. Fails with `not_found`.
  base::Result<store::Attachment> file(std::string_view key, const std::string& sha256,
                                       base::Instant now);

  /// The form that asks for a ticket's number and the last four digits of a telephone number.
  PageText status_form(base::Language language) const;

  /// What was sent with it: status and promise, and nothing that anybody wrote. The same 404 for a
  /// number that is none and for digits that do not match; 429 for too many attempts.
  PageText status(base::Language language, const std::vector<desk::FormField>& fields,
                  std::string_view client, base::Instant now);

  /// What was sent from a ticket's page: `action` is message (with `text`), withdraw, rate (with
  /// `stars`, and `text` where there are words), or erase (with `confirmed` = yes).
  PageText act(base::Language language, const std::vector<desk::FormField>& fields,
               base::Instant now);

 private:
  struct Opening;
  base::Result<Opening> opening_of(const NewRecord& record, const std::string& link,
                                   std::string_view client);
  PageText form_page(base::Language language, std::vector<desk::FormField> fields,
                     std::vector<desk::Finding> findings, std::string failure, int status,
                     base::Instant now) const;
  /// When a request that came in at `received` is to be answered.
  desk::Deadline promise_to(base::Instant received) const;
  /// What the page of a ticket says of its promise; empty where there is none to keep any more.
  std::string promise_text(const desk::Clocks& clocks, base::Language language) const;
  PageText status_page(output::StatusPage page, int status) const;
  /// Its day, as the office's clock has it.
  base::Date date_of(const desk::Deadline& deadline) const;
  std::vector<output::Offer> offers_for(const std::string& text, base::Language language) const;
  PageText open(base::Language language, const std::vector<desk::FormField>& fields,
                const desk::Request& request, std::string_view client, base::Instant now);
  PageText shown_ticket(base::Language language, std::string_view key, std::string failure,
                        std::string written, bool asks_to_erase, base::Instant now);
  PageText message(base::Language language, int status, base::Word title, base::Word hint) const;

  store::Database& database_;
  const DeskData& data_;
  FormTokens tokens_;
  RequestLimits limits_;
};

/// The key of a ticket's private link, from the key of the request that opened it. The store keeps
/// only the hash of either, so that who reads the database cannot open a ticket's page.
std::string link_key(std::string_view request_key);

}  // namespace service
