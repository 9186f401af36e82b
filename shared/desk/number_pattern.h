// Numbers of tickets and letters, as the office writes them: "PD-2026-0042".
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "base/result.h"

namespace desk {

/// "PD-{year}-{number:4}": {year} is 2026, {year:2} is 26, {month} is 11, {number:4} is the running
/// number with at least four digits. Numbers run on within a year and begin anew with the next.
class NumberPattern {
 public:
  /// Fails with `invalid` where a place is not known or does not end, the year or the number is
  /// missing (two tickets would share a number), or a sign is not printable ASCII.
  static base::Result<NumberPattern> from_text(std::string_view text);

  /// `number` counts from 1 within the year of `date`.
  std::string fill(base::Date date, std::uint64_t number) const;

 private:
  struct Part {
    enum class Kind : std::uint8_t { text, year, month, number };
    Kind kind = Kind::text;
    std::string text;
    std::size_t digits = 0;
  };
  static base::Result<Part> part_from_place(std::string_view place);
  bool has(Part::Kind kind) const;

  std::vector<Part> parts_;
};

}  // namespace desk
