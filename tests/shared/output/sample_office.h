// A page of the office for the tests, with an office's own lists.
#pragma once

#include <fstream>
#include <iterator>
#include <string>

#include "output/html_office.h"

namespace output {

inline std::string office_file(const std::string& name) {
  std::ifstream file(std::string(LUMBUNG_SOURCE_FOLDER) + "/data/office/" + name);
  return {std::istreambuf_iterator<char>(file), {}};
}

inline const desk::Classifications& office_lists() {
  static const auto lists =
      desk::classifications_from_json(office_file("classifications.json")).value();
  return lists;
}

inline const desk::DeskSettings& office_settings() {
  static const auto settings = desk::desk_settings_from_json(office_file("desk.json")).value();
  return settings;
}

inline OfficeFrame office_frame() {
  return {base::Language::id, "Rina · Admin Web", office_lists(), office_settings(), base::Zone{}};
}

inline wire::QueueRow office_row() {
  wire::QueueRow row;
  row.number = "PD-2026-0007";
  row.title = "Luas panen <kopi>";
  row.institution = "CV Sinar Semende";
  row.status = desk::TicketStatus::in_progress;
  row.officer = "rina";
  row.opened_at = {1'795'395'600};
  row.step = wire::StepClockNow{desk::SopStep::search, 300, 1020, false, {}};
  row.promise = wire::PromiseNow{{2026, 11, 26}, false, false, false, {{"Kamis: hari ke-3", ""}}};
  row.events_count = 4;
  return row;
}

}  // namespace output
