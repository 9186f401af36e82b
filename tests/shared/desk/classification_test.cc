#include "desk/classification.h"

#include <string>

#include <catch2/catch_test_macros.hpp>

#include "shared/desk/office_data.h"

namespace desk {
namespace {

/// The office's file with one piece replaced: what is refused is that piece.
std::string refusal_with(const std::string& piece, const std::string& replacement) {
  std::string json = office_file("classifications.json");
  const std::size_t at = json.find(piece);
  REQUIRE(at != std::string::npos);
  json.replace(at, piece.size(), replacement);
  const auto lists = classifications_from_json(json);
  return lists ? "" : lists.error().message;
}

}  // namespace

TEST_CASE("the office's classifications have the lists of the survey of data needs") {
  const Classifications& lists = office_classifications();
  CHECK(lists.institution_category.choices.size() == 10);
  CHECK(lists.purpose.choices.size() == 5);
  CHECK(lists.education.choices.size() == 5);
  REQUIRE(lists.institution_category.find("mass_media") != nullptr);
  CHECK(lists.institution_category.find("mass_media")->label.id == "Media massa");
  CHECK(lists.institution_category.find("media") == nullptr);
}

TEST_CASE("every outcome of the program has a label, and its code reads back") {
  for (int place = 0; place <= static_cast<int>(Outcome::not_a_request); ++place) {
    const auto outcome = static_cast<Outcome>(place);
    CHECK(outcome_from_text(text_from_outcome(outcome)) == outcome);
    CHECK(office_classifications().outcome.find(text_from_outcome(outcome)) != nullptr);
  }
  CHECK_FALSE(outcome_from_text("lost"));
}

TEST_CASE("classifications that programs could not count by are refused, naming the list") {
  CHECK(refusal_with("\"code\": \"male\"", "\"code\": \"Laki-laki\"")
            .find("A code must be of a to z, 0 to 9 and _, but is \"Laki-laki\"") == 0);
  CHECK(refusal_with("\"code\": \"male\"", "\"code\": \"female\"")
            .find("The code \"female\" stands twice in its list") == 0);
  CHECK(refusal_with(", \"en\": \"Male\"", "").find("A label must be in both languages") == 0);
  CHECK(refusal_with("\"code\": \"web_form\"", "\"code\": \"form\"")
            .find("The channels must hold \"web_form\"") == 0);
  CHECK(refusal_with("\"code\": \"refused\"", "\"code\": \"denied\"")
            .find("The outcomes must hold \"refused\"") == 0);
  CHECK(refusal_with("\"sex\": {", "\"gender\": {").find("The member \"sex\"") == 0);
  CHECK(refusal_with("\"classifications\": {", "\"classifications\": {\"colour\": {}, ")
            .find("There is no classification \"colour\"") == 0);
}

}  // namespace desk
