// The pages of a data request: the form, and the receipt for what was sent. Plain HTML that needs
// no script.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "desk/request.h"
#include "output/html.h"

namespace output {

/// Something published that may already be what is wanted.
struct Offer {
  std::string title;
  std::string address;  ///< Relative to the site, or absolute; empty: it cannot be opened.
  std::string note;     ///< "2010–2025 · jiwa".
};

/// The form as it stands: what was written so far, and what is wrong with it.
struct RequestPage {
  base::Language language = base::Language::id;
  std::vector<desk::FormField> fields;  ///< By name, as check_request reads them.
  std::vector<desk::Finding> findings;  ///< Empty before it was sent.
  std::string failure;     ///< Why it could not be taken, though nothing is wrong with it.
  std::string began_with;  ///< "Penduduk menurut kecamatan · Sungai Rotan · 2023"; may be empty.
  std::vector<Offer> offers;
  std::string token;  ///< Goes along unread, for the server to tell how old the form is.
  int reply_working_days = 3;
  int keep_months = 12;  ///< After which name and address are erased.
};

/// The names of the fields that belong to the server alone.
inline constexpr std::string_view form_token_field = "token";
/// People do not see this field, programs fill it in.
inline constexpr std::string_view form_trap_field = "website";

base::Result<std::string> request_document(std::string_view html_template, const RequestPage& page,
                                           const desk::Classifications& classifications,
                                           const Site& site);

/// What a requester gets at once, and may print. Says nothing that would have to be kept secret
/// from whoever looks at the screen, but for the link.
struct ReceiptPage {
  base::Language language = base::Language::id;
  std::string number;            ///< "PD-2026-0042".
  std::string received;          ///< "Kamis, 19 November 2026, 09.14 WIB".
  std::string due;               ///< "Selasa, 24 November 2026".
  std::vector<std::string> why;  ///< Why that date: a sentence a day.
  std::string text;              ///< What was asked for.
  std::string status_address;    ///< The private link.
  bool has_mail = false;         ///< The receipt goes to an e-mail address, too.
};

base::Result<std::string> receipt_document(std::string_view html_template, const ReceiptPage& page,
                                           const Site& site);

}  // namespace output
