#include "app/suggestions.h"

#include <catch2/catch_test_macros.hpp>

#include "wasm/app/session.h"

using app::SuggestionVm;
using app::TypeSearch;
using support::Session;

namespace {

/// "table penduduk", "subject penduduk", … one a line.
std::string suggestion_lines(const Session& session) {
  constexpr std::string_view kinds[] = {"table", "subject", "not_available", "all", "request"};
  std::string text;
  for (const SuggestionVm& row : app::suggestions_from_state(session.state)) {
    text += std::string(kinds[static_cast<std::size_t>(row.kind)]) + " " + row.code + "\n";
  }
  return text;
}

}  // namespace

TEST_CASE("one letter suggests nothing") {
  Session session = Session::at_catalogue();
  CHECK(session.send(TypeSearch{"p"}).empty());
  session.send(app::Suggest{});
  CHECK(suggestion_lines(session).empty());
}

TEST_CASE("suggestions are tables, subjects, what is not available, and the search for all") {
  Session session = Session::at_catalogue();
  session.send(TypeSearch{"penduduk"});
  session.send(app::Suggest{});
  CHECK(suggestion_lines(session) ==
        "table penduduk\ntable kemiskinan\nsubject penduduk\nsubject kependudukan\n"
        "not_available harapan-hidup\nall \nrequest /id/permintaan/?text=penduduk\n");
}

TEST_CASE("suggestions come when the search file does, where it was late") {
  Session session = Session::at_people();
  session.send(TypeSearch{"harapan"});
  session.send(app::Suggest{});
  CHECK(suggestion_lines(session).empty());
  session.search_arrives();
  CHECK(suggestion_lines(session) ==
        "not_available harapan-hidup\nall \nrequest /id/permintaan/?text=harapan\n");
}

TEST_CASE("letters are counted as a reader counts them") {
  CHECK(!app::is_long_enough_to_suggest("é"));
  CHECK(!app::is_long_enough_to_suggest(" a "));
  CHECK(app::is_long_enough_to_suggest("éa"));
}

TEST_CASE("the last suggestion is to ask the office, with what was typed") {
  Session session = Session::at_catalogue();
  session.send(TypeSearch{"air & sanitasi"});
  session.send(app::Suggest{});
  const int last = static_cast<int>(app::suggestions_from_state(session.state).size()) - 1;
  session.send(app::MoveSuggestion{last});
  CHECK(session.send(app::ChooseSuggestion{}) ==
        "LeaveFor /id/permintaan/?text=air%20%26%20sanitasi\n");
}

TEST_CASE("a site that takes no requests offers none") {
  Session session = Session::at_catalogue();
  session.state.site.has_desk = false;
  session.send(TypeSearch{"penduduk"});
  session.send(app::Suggest{});
  CHECK(suggestion_lines(session).ends_with("all \n"));
}
