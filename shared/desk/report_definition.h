// What a report of the office looks like: data/office/reports/*.json. The office puts its own form
// in there without a programmer.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/language.h"
#include "base/result.h"
#include "desk/access.h"

namespace desk {

/// A column of the register: what it says of one request.
enum class RegisterField : std::uint8_t {
  row,
  ticket,
  opened,
  channel,
  requester,  ///< Masked: who asked is no part of a report.
  institution_category,
  occupation,
  education,
  sex,
  wanted,
  area_level,
  data_period,
  purpose,
  outcome,
  letter,
  answer_minutes,
  standard_minutes,
  in_time,
  officer
};

/// A part of the recapitulation.
enum class RecapPart : std::uint8_t {
  requests,
  channel,
  institution_category,
  purpose,
  subject,
  education,
  occupation,
  sex,
  sop_steps,
  most_wanted,
  unmet
};

struct RegisterColumn {
  RegisterField field = RegisterField::row;
  base::Text title;
};

struct RecapSection {
  RecapPart part = RecapPart::requests;
  base::Text title;
};

/// One place for a signature.
struct ReportSignature {
  base::Text label;  ///< "Menyetujui".
  Role role = Role::admin_web;
  std::string name;  ///< Empty: written by hand.
};

/// The register has columns, the recapitulation has sections.
struct ReportDefinition {
  std::string number;  ///< "16-1".
  base::Text title;
  bool is_register = true;
  std::vector<RegisterColumn> columns;
  std::vector<RecapSection> sections;
  std::vector<ReportSignature> signatures;
};

/// Fails with `invalid`, naming the member, where one is missing, of another kind or not known.
base::Result<ReportDefinition> report_definition_from_json(std::string_view bytes);

}  // namespace desk
