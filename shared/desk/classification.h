// The lists that a request and a ticket are described by, so that reports can count them. They are
// data, data/office/classifications.json: an office changes labels and adds codes without a
// programmer.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/language.h"
#include "base/result.h"

namespace desk {

/// How a ticket ended. The codes of this list are the program's own: reports and notices depend on
/// them; the office changes their labels only.
enum class Outcome : std::uint8_t {
  answered,         ///< The data was sent.
  partly_answered,  ///< A part was sent, the rest is not held.
  on_website,       ///< A published table answers it.
  not_held,         ///< Official notice: data not available.
  refused,          ///< May not be given: confidential, or individual data.
  redirected,       ///< Another body holds it.
  paid_service,     ///< Sold by PST (micro data, maps, publications): redirected there.
  withdrawn,        ///< The requester called it off.
  not_a_request     ///< Spam, a greeting, a test: left out of reports.
};
inline constexpr int outcomes_count = 9;
std::string_view text_from_outcome(Outcome outcome);
std::optional<Outcome> outcome_from_text(std::string_view text);

struct Choice {
  std::string code;
  base::Text label;
};

struct Classification {
  base::Text label;
  std::vector<Choice> choices;

  const Choice* find(std::string_view code) const;  ///< Null where it is none of them.
};

struct Classifications {
  Classification institution_category;
  Classification occupation;
  Classification education;
  Classification sex;
  Classification purpose;
  Classification channel;
  Classification unavailable_reason;
  Classification outcome;
};

/// The channel of the site's own form, which the list of channels must hold.
inline constexpr std::string_view channel_web_form = "web_form";
/// The same for tickets that began with an e-mail.
inline constexpr std::string_view channel_email = "email";

/// Fails with `invalid`, naming the list, where one is missing or not known, a code stands twice or
/// has other signs than a–z, 0–9 and '_', a label lacks a language, a channel of the two above is
/// missing, or the outcomes are not those of Outcome.
base::Result<Classifications> classifications_from_json(std::string_view bytes);

}  // namespace desk
