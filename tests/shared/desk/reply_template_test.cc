#include "desk/reply_template.h"

#include <filesystem>
#include <set>
#include <string>

#include <catch2/catch_test_macros.hpp>

#include "shared/desk/office_data.h"

namespace desk {
namespace {

/// A value for each variable of a kind: "<name>".
TemplateValues values_for(TemplateKind kind) {
  TemplateValues values;
  for (const std::string_view name : variables_of(kind))
    values.push_back({std::string(name), "<" + std::string(name) + ">"});
  return values;
}

std::string template_refusal(const std::string& bytes) {
  const auto read = reply_template_from_text(TemplateKind::message, bytes);
  return read ? "" : read.error().message;
}

ReplyTemplate message_template(const std::string& body) {
  return read_or_fail(
      reply_template_from_text(TemplateKind::message, "Permintaan {{number}}\n\n" + body));
}

/// The body of a message with these values of name, wanted and text; the rest is empty.
std::string body_with(const std::string& body, const std::string& name, const std::string& wanted) {
  TemplateValues values;
  for (const std::string_view variable : variables_of(TemplateKind::message)) {
    values.push_back({std::string(variable), variable == "name"     ? name
                                             : variable == "wanted" ? wanted
                                                                    : ""});
  }
  return read_or_fail(letter_from_template(message_template(body), values)).body;
}

}  // namespace

TEST_CASE("the office has every template in both languages, and each can be filled") {
  std::set<std::string> files;
  for (int place = 0; place < template_kinds_count; ++place) {
    const auto kind = static_cast<TemplateKind>(place);
    CHECK(template_kind_from_text(text_from_template_kind(kind)) == kind);
    for (const char* language : {"id", "en"}) {
      const std::string file = std::string(text_from_template_kind(kind)) + "." + language + ".txt";
      INFO(file);
      files.insert(file);
      const ReplyTemplate read =
          read_or_fail(reply_template_from_text(kind, office_file("templates/" + file)));
      const Letter letter = read_or_fail(letter_from_template(read, values_for(kind)));
      CHECK(letter.subject.find("<number>") != std::string::npos);
      CHECK((letter.subject + letter.body).find("{{") == std::string::npos);
    }
  }
  for (const auto& entry :
       std::filesystem::directory_iterator(LUMBUNG_SOURCE_FOLDER "/data/office/templates"))
    CHECK(files.count(entry.path().filename().string()) == 1);
  CHECK_FALSE(template_kind_from_text("spam"));
}

TEST_CASE("a receipt cannot repeat what a stranger typed") {
  for (const std::string_view name : variables_of(TemplateKind::receipt))
    for (const std::string_view typed : {"name", "institution", "wanted", "text"})
      CHECK(name != typed);
  CHECK_FALSE(
      reply_template_from_text(TemplateKind::receipt, "{{number}}\n\nYth. {{name}}\n").has_value());
}

TEST_CASE("a template is filled with its values, whatever stands in them") {
  CHECK(body_with("Yth. {{ name }}, {{wanted}}\n", "Dian", "{{name}} & <b>") ==
        "Yth. Dian, {{name}} & <b>\n");
}

TEST_CASE("a line without any value is left out, and so are empty lines in a row") {
  const std::string body = "Yth. {{name}},\n\nTabel: {{wanted}}\n\n\nSalam {{name}}{{wanted}}\n\n";
  CHECK(body_with(body, "Dian", "") == "Yth. Dian,\n\nSalam Dian\n");
  CHECK(body_with(body, "", "X") == "Tabel: X\n\nSalam X\n");
}

TEST_CASE("values that are missing, of no variable, or longer than a line of subject are refused") {
  const ReplyTemplate read = message_template("Yth. {{name}}\n");
  const auto refusal = [&](const TemplateValues& values) {
    const auto letter = letter_from_template(read, values);
    return letter ? "" : letter.error().message;
  };
  CHECK(refusal({{"number", "PD-1"}}) == "The value of {{name}} is missing.");
  CHECK(refusal({{"number", "PD-1"}, {"name", "D"}, {"password", "x"}}) ==
        "The value of {{password}} belongs to no variable of this template.");
  CHECK(refusal({{"number", "PD-1\r\nBcc: x@y.id"}, {"name", "D"}}) ==
        "A subject must be one line.");
  CHECK(refusal({{"number", "PD-1"}, {"name", "D\nE"}}).empty());
}

TEST_CASE("a file that is no template is refused with what is wrong") {
  const std::string head =
      "The template message must have a subject with {{number}}, an empty line, and a text: ";
  CHECK(template_refusal("") == head + "the first lines are not so.");
  CHECK(template_refusal("Perihal {{number}}\nIsi\n") == head + "the first lines are not so.");
  CHECK(template_refusal("Perihal\n\nIsi\n") == head + "the subject is \"Perihal\".");
  CHECK(template_refusal("{{number}}\n\n \n") == head + "there is no text.");
  CHECK(template_refusal("{{number}}\n\nYth. {{nama}}\n")
            .find(head + "{{nama}} is not known; "
                         "there are number link") == 0);
  CHECK(template_refusal("{{number}}\n\nYth. {{name\n") ==
        head + "a {{ is not closed in \"Yth. {{name\" (line 3).");
  CHECK(template_refusal("{{number}}\n\n\xFF\n") == head + "its file is not UTF-8.");
  CHECK(template_refusal("{{number}}\r\n\r\nYth. {{name}}\r\n").empty());
}

}  // namespace desk
