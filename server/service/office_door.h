// The office's door as pages: signing in and out, setting an account up, and the page that carries
// the office's viewer for who has signed in.
#pragma once

#include <string>
#include <vector>

#include "base/instant.h"
#include "base/language.h"
#include "http/api.h"
#include "http/page.h"
#include "service/accounts.h"
#include "service/desk_data.h"

namespace service {

class OfficeDoor {
 public:
  /// Both must outlive it.
  OfficeDoor(Accounts& accounts, const DeskData& data) : accounts_(accounts), data_(data) {}

  http::PageAnswer sign_in(base::Language language, const http::PageAsk& ask, base::Instant now);
  http::PageAnswer set_up(base::Language language, const http::PageAsk& ask, base::Instant now);
  /// POST: ends the session, and forgets its cookie.
  http::ApiAnswer sign_out(const http::ApiAsk& ask, base::Instant now);
  /// POST {"password", "code"}: the session is good for what needs a step-up, for five minutes.
  http::ApiAnswer step_up(const http::ApiAsk& ask, base::Instant now);

  /// The session that the cookies name; fails with `not_found`.
  base::Result<SignedIn> signed_in(std::string_view cookies, base::Instant now);

  // --- For the pages behind the door ---
  /// To the door, and from there back to the page that was asked for.
  http::PageAnswer sent_to_sign_in(base::Language language, const std::string& path,
                                   const http::PageAsk& ask) const;
  http::PageAnswer message(base::Language language, int status, const std::string& sentence) const;

  /// Where the link leads that sets an account up.
  std::string set_up_link(const std::string& token, bool is_first) const;

 private:
  bool is_secure() const { return data_.site.origin.starts_with("https://"); }
  std::string cookie_name() const;
  /// An empty token makes the browser forget the cookie.
  std::string cookie_of(const std::string& token) const;
  http::PageAnswer sign_in_page(base::Language language, const http::Fields& fields, int status,
                                std::string failure) const;

  Accounts& accounts_;
  const DeskData& data_;
};

/// A page that the output room has drawn.
http::PageAnswer page_of(int status, base::Result<std::string> html);
/// 303: the browser asks for `location` instead.
http::PageAnswer going_to(std::string location);

}  // namespace service
