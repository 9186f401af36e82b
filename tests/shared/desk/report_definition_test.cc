#include "desk/report_definition.h"

#include <catch2/catch_test_macros.hpp>

#include "shared/desk/office_data.h"

namespace desk {

TEST_CASE("the office's own definitions are a register and a recapitulation") {
  const auto definition_of = [](const std::string& file) {
    return read_or_fail(report_definition_from_json(office_file(file)));
  };
  const ReportDefinition register_ = definition_of("reports/16-1.json");
  CHECK(register_.is_register);
  CHECK(register_.columns.front().field == RegisterField::row);
  CHECK(register_.columns.back().field == RegisterField::officer);
  CHECK(register_.signatures.back().role == Role::division_head);
  const ReportDefinition recap = definition_of("reports/16-2.json");
  CHECK_FALSE(recap.is_register);
  CHECK(recap.sections.front().part == RecapPart::requests);
  CHECK(recap.sections.back().part == RecapPart::unmet);
}

TEST_CASE("a definition that no report understands is refused by name") {
  const auto problem = [](const std::string& rest) {
    const auto definition = report_definition_from_json(
        R"({"number": "16-1", "title": {"id": "R", "en": "R"})" + rest + "}");
    return definition ? std::string() : definition.error().message;
  };
  const std::string title = R"("title": {"id": "a", "en": "a"})";
  CHECK(problem(R"(, "columns": [{"field": "row", )" + title + "}]").empty());
  CHECK(problem(R"(, "columns": [{"field": "shoe", )" + title + "}]").find("shoe") !=
        std::string::npos);
  CHECK(problem(R"(, "sections": [{"part": "shoe", )" + title + "}]").find("shoe") !=
        std::string::npos);
  CHECK_FALSE(problem("").empty());
  CHECK(problem(R"(, "columns": [{"field": "row", )" + title +
                R"(}], "signatures": [{"role": "king", "label": {"id": "a", "en": "a"}}])")
            .find("king") != std::string::npos);
}

}  // namespace desk
