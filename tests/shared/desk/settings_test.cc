#include "desk/settings.h"

#include <string>

#include <catch2/catch_test_macros.hpp>

#include "shared/desk/office_data.h"

namespace desk {
namespace {

/// The office's file with one piece replaced: what is refused is that piece.
std::string settings_refusal(const std::string& piece, const std::string& replacement) {
  std::string json = office_file("desk.json");
  const std::size_t at = json.find(piece);
  REQUIRE(at != std::string::npos);
  json.replace(at, piece.size(), replacement);
  const auto settings = desk_settings_from_json(json);
  return settings ? "" : settings.error().message;
}

}  // namespace

TEST_CASE("the office's settings have the standards of the SOP") {
  const DeskSettings& settings = office_settings();
  std::vector<std::int64_t> minutes;
  for (const SopStandard& step : settings.sop)
    minutes.push_back(step.standard_seconds / 60);
  CHECK(minutes == std::vector<std::int64_t>{120, 5, 5, 5, 5, 60});
  CHECK(settings.standard(SopStep::notice).label.id == "Surat tidak tersedia");
  CHECK(settings.ticket_number.fill({2026, 11, 19}, 42) == "PD-2026-0042");
  CHECK(settings.reply_working_days == 3);
  CHECK(settings.retention_months == 12);
  CHECK(settings.posts[static_cast<std::size_t>(Role::division_head)].id == "Kabid");
}

TEST_CASE("settings that are missing or out of range are refused by name") {
  CHECK(settings_refusal("\"reply_working_days\": 3", "\"reply_working_days\": 0")
            .find("The member \"reply_working_days\" must be 1 to 100") == 0);
  CHECK(settings_refusal("\"retention_months\": 12", "\"retention_months\": 121")
            .find("The member \"retention_months\" must be 1 to 120") == 0);
  CHECK(settings_refusal("\"standard_minutes\": 120", "\"standard_minutes\": \"2 jam\"")
            .find("\"standard_minutes\"") != std::string::npos);
  CHECK(settings_refusal("PD-{year}-{number:4}", "PD-{number:4}")
            .find("A pattern for numbers must be such as") == 0);
  CHECK(settings_refusal("\"notice\": {", "\"surat\": {").find("\"notice\"") != std::string::npos);
  CHECK(settings_refusal("\"operator\": {", "\"root\": {").find("\"operator\"") !=
        std::string::npos);
}

}  // namespace desk
