// The office's own files of the desk, read once for the tests: they have to be well themselves.
#pragma once

#include <fstream>
#include <iterator>
#include <string>

#include <catch2/catch_test_macros.hpp>

#include "desk/classification.h"
#include "desk/settings.h"
#include "desk/working_time.h"

namespace desk {

inline std::string office_file(const std::string& name) {
  std::ifstream file(LUMBUNG_SOURCE_FOLDER "/data/office/" + name, std::ios::binary);
  REQUIRE(file.is_open());
  return {std::istreambuf_iterator<char>(file), {}};
}

template <class T>
T read_or_fail(base::Result<T> result) {
  if (!result) FAIL(result.error().message);
  return *std::move(result);
}

inline const Classifications& office_classifications() {
  static const Classifications lists =
      read_or_fail(classifications_from_json(office_file("classifications.json")));
  return lists;
}

inline const Calendar& office_calendar() {
  static const Calendar calendar = read_or_fail(calendar_from_json(office_file("calendar.json")));
  return calendar;
}

inline const DeskSettings& office_settings() {
  static const DeskSettings settings =
      read_or_fail(desk_settings_from_json(office_file("desk.json")));
  return settings;
}

/// "2026-11-19T09:14:00" on the office's clock.
inline base::Instant office_time(const std::string& text) {
  return read_or_fail(base::instant_from_text(text + "+07:00"));
}

}  // namespace desk
