// A request for data as a form brings it, and the check that browser and server run alike.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <tl/expected.hpp>

#include "base/language.h"
#include "base/words.h"
#include "desk/classification.h"

namespace desk {

/// One category of the table that the request began with.
struct WantedCategory {
  std::string dimension;
  std::string category;
  friend bool operator==(const WantedCategory&, const WantedCategory&) = default;
};

/// What reports count and what stays after personal data is erased. Codes are those of
/// Classifications; empty: not said.
struct RequestFacts {
  std::string table;  ///< Code of the table, or of the not-available entry, it began with.
  std::vector<WantedCategory> categories;
  std::string area_level;  ///< As a table's: province, regency, district, village.
  std::string period;      ///< As typed: "2020–2025".
  std::string institution_category;
  std::string occupation;
  std::string education;
  std::string sex;
  std::string purpose;
  std::string channel;
  base::Language language = base::Language::id;
  bool accepts_survey = false;  ///< May be invited to the Survei Kebutuhan Data.

  friend bool operator==(const RequestFacts&, const RequestFacts&) = default;
};

/// Who asks. Personal data: kept apart from everything else and erased in time.
struct Requester {
  std::string name;
  std::string institution;
  std::string email;  ///< As email_from_text gives it.
  std::string phone;  ///< As phone_from_text gives it.

  friend bool operator==(const Requester&, const Requester&) = default;
};

struct Request {
  std::string text;  ///< What is wanted, in the requester's words. May hold personal data.
  RequestFacts facts;
  Requester requester;
  std::string key;  ///< Made once per draft: sending it twice is one ticket.
};

/// What is wrong with one field, said beside it.
struct Finding {
  std::string field;
  base::Word message = base::Word::finding_wanted_missing;
  std::vector<std::string> arguments;

  std::string text(base::Language language) const {
    return base::text(message, language, arguments);
  }
};

/// A form's field and what was sent in it.
using FormField = std::pair<std::string, std::string>;

/// The office writes down what came by telephone, letter, chat or in person: it names the channel,
/// may have no address to answer to, and needs consent only for an address it keeps.
enum class RequestForm : std::uint8_t { of_public, of_office };

/// In characters, not bytes.
inline constexpr std::size_t request_text_min = 10;
inline constexpr std::size_t request_text_max = 4000;
inline constexpr std::size_t request_name_max = 100;
inline constexpr std::size_t request_institution_max = 150;
inline constexpr std::size_t request_period_max = 60;
inline constexpr std::size_t request_categories_max = 200;

/// The request in a form, or everything that is wrong with it, in the order of the form.
///
///   text, table, category (may come often: "tahun=2024"), area_level, period
///   institution_category, occupation, education, sex, purpose, name, institution, email, phone
///   consent ("yes"), survey ("yes"), language ("id" or "en"), key, channel (the office's form)
///
/// Other fields belong to others (a token, a trap for machines) and are passed over.
tl::expected<Request, std::vector<Finding>> check_request(const std::vector<FormField>& fields,
                                                          const Classifications& classifications,
                                                          RequestForm form);

/// The check of a single text, for messages and answers too: well-formed, no control characters
/// but line ends and tabs. Line ends become "\n", white space around it goes.
/// Finds finding_broken_text or finding_too_long.
tl::expected<std::string, Finding> check_text(std::string_view field, std::string_view text,
                                              std::size_t characters_max);

}  // namespace desk
