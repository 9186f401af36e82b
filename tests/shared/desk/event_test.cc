#include "desk/event.h"

#include <string>

#include <catch2/catch_test_macros.hpp>

namespace desk {
namespace {

RequestFacts small_facts() {
  RequestFacts facts;
  facts.table = "penduduk";
  facts.categories = {{"tahun", "2023"}};
  facts.purpose = "research";
  facts.channel = "web_form";
  facts.language = base::Language::en;
  facts.accepts_survey = true;
  return facts;
}

/// A body of each kind, in their order.
std::vector<EventBody> all_bodies() {
  return {Opened{small_facts(), {2026, 11, 24}},
          AddressConfirmed{},
          Assigned{"rina"},
          StepDone{SopStep::save},
          AskedRequester{},
          RequesterAnswered{},
          NoteWritten{},
          MessageWritten{},
          NoticeSent{"B-214/16030/VS.300/11/2026", "level", "pembangunan-manusia"},
          DataSent{"penduduk"},
          Redirected{"Dinas Pertanian"},
          Corrected{small_facts()},
          Withdrawn{},
          Closed{Outcome::not_held},
          Reopened{},
          Rated{4},
          Erased{},
          DueRecomputed{{2026, 11, 24}, {2026, 11, 25}}};
}

}  // namespace

TEST_CASE("every kind of event is written and reads back the same") {
  const std::vector<EventBody> bodies = all_bodies();
  REQUIRE(bodies.size() == event_kinds_count);
  for (std::size_t at = 0; at < bodies.size(); ++at) {
    const auto kind = static_cast<EventKind>(at);
    INFO(text_from_event_kind(kind));
    REQUIRE(bodies[at].index() == at);
    CHECK(event_kind_from_text(text_from_event_kind(kind)) == kind);
    const std::string json = json_from_event_body(bodies[at]);
    const auto read = event_body_from_json(kind, json);
    REQUIRE(read.has_value());
    CHECK(read->index() == at);
    CHECK(json_from_event_body(*read) == json);
  }
}

TEST_CASE("the body of an opened ticket holds facts and no person") {
  CHECK(json_from_event_body(all_bodies()[0]) ==
        R"({"table": "penduduk", "purpose": "research", "channel": "web_form", )"
        R"("categories": [["tahun", "2023"]], "language": "en", "accepts_survey": true, )"
        R"("due": "2026-11-24"})");
}

TEST_CASE("a body that is not of its kind is refused, naming the member") {
  const auto refusal = [](EventKind kind, std::string_view json) {
    const auto body = event_body_from_json(kind, json);
    return body ? std::string() : body.error().message;
  };
  CHECK(refusal(EventKind::closed, "{}").find("\"outcome\"") != std::string::npos);
  CHECK(refusal(EventKind::closed, R"({"outcome": "lost"})") ==
        "The member \"outcome\" must be a known code, but is \"lost\" (line 1, column 1).");
  CHECK(refusal(EventKind::rated, R"({"stars": 6})").find("must be 1 to 5") != std::string::npos);
  CHECK(refusal(EventKind::rated, R"({})").find("must be 1 to 5") != std::string::npos);
  CHECK(refusal(EventKind::step_done, R"({"step": "rest"})").find("\"rest\"") != std::string::npos);
  CHECK(refusal(EventKind::opened, R"({"language": "id"})").find("\"due\"") != std::string::npos);
  CHECK(refusal(EventKind::opened, R"({"language": "fr", "due": "2026-11-24"})").find("id or en") !=
        std::string::npos);
  CHECK(refusal(EventKind::corrected, R"({"language": "id", "categories": [["tahun"]]})")
            .find("an array of dimension and category") != std::string::npos);
  CHECK(refusal(EventKind::withdrawn, "[]").find("object") != std::string::npos);
  CHECK_FALSE(refusal(EventKind::withdrawn, "").empty());
}

TEST_CASE("names of steps and kinds that do not exist are nothing") {
  CHECK_FALSE(event_kind_from_text("deleted"));
  CHECK_FALSE(sop_step_from_text("rest"));
  CHECK(sop_step_from_text("notice") == SopStep::notice);
}

}  // namespace desk
