#include "desk/request.h"

#include <algorithm>
#include <string>

#include <catch2/catch_test_macros.hpp>

#include "shared/desk/office_data.h"

namespace desk {
namespace {

using base::Word;
using Fields = std::vector<FormField>;

Fields good_form() {
  return {{"text", "Jumlah penduduk Sungai Rotan 2023"},
          {"table", "penduduk-jenis-kelamin"},
          {"category", "tahun=2023"},
          {"category", "wilayah=16.03.26"},
          {"area_level", "village"},
          {"period", "2023"},
          {"institution_category", "local_government"},
          {"purpose", "government"},
          {"name", " Dian Permata "},
          {"institution", "Bappeda"},
          {"email", "dian@muaraenimkab.go.id"},
          {"consent", "yes"},
          {"language", "id"},
          {"key", "0123456789abcdef"}};
}

/// The good form with one field set to something else, or added.
Fields form_with(const std::string& field, const std::string& value) {
  Fields form = good_form();
  for (FormField& each : form) {
    if (each.first != field) continue;
    each.second = value;
    return form;
  }
  form.push_back({field, value});
  return form;
}

/// "email: finding_email" for each finding, as its sentence in English.
std::vector<std::string> findings_in(const Fields& form,
                                     RequestForm kind = RequestForm::of_public) {
  std::vector<std::string> texts;
  const auto request = check_request(form, office_classifications(), kind);
  if (!request)
    for (const Finding& finding : request.error())
      texts.push_back(finding.field + ": " + finding.text(base::Language::en));
  return texts;
}

std::vector<std::string> said(const std::string& field, Word word,
                              const std::vector<std::string>& arguments = {}) {
  return {field + ": " + base::text(word, base::Language::en, arguments)};
}

}  // namespace

TEST_CASE("a well-filled form is a request, its personal part by itself") {
  const auto request = check_request(good_form(), office_classifications(), RequestForm::of_public);
  REQUIRE(request.has_value());
  CHECK(request->text == "Jumlah penduduk Sungai Rotan 2023");
  CHECK(request->requester == Requester{"Dian Permata", "Bappeda", "dian@muaraenimkab.go.id", ""});
  CHECK(request->facts.categories ==
        std::vector<WantedCategory>{{"tahun", "2023"}, {"wilayah", "16.03.26"}});
  CHECK(request->facts.channel == "web_form");
  CHECK(request->facts.occupation.empty());
  CHECK_FALSE(request->facts.accepts_survey);
  CHECK(request->key == "0123456789abcdef");
}

TEST_CASE("only the text, one address, consent, language and key are needed") {
  CHECK(findings_in({{"text", "Luas panen kopi"},
                     {"phone", "0812 3456 7890"},
                     {"consent", "yes"},
                     {"language", "en"},
                     {"key", "0123456789abcdef"}})
            .empty());
}

TEST_CASE("an empty form is told everything at once, in the order of its fields") {
  std::vector<std::string> fields;
  const auto request = check_request({}, office_classifications(), RequestForm::of_public);
  REQUIRE_FALSE(request.has_value());
  for (const Finding& finding : request.error())
    fields.push_back(finding.field);
  CHECK(fields == std::vector<std::string>{"text", "language", "email", "consent", "key"});
}

TEST_CASE("each field says beside itself what is wrong with it") {
  CHECK(findings_in(form_with("text", "kopi")) == said("text", Word::finding_too_short, {"10"}));
  CHECK(findings_in(form_with("text", "  ")) == said("text", Word::finding_wanted_missing));
  CHECK(findings_in(form_with("table", "../secret")) == said("table", Word::finding_table));
  CHECK(findings_in(form_with("category", "tahun")) == said("category", Word::finding_categories));
  CHECK(findings_in(form_with("area_level", "moon")) == said("area_level", Word::finding_choice));
  CHECK(findings_in(form_with("purpose", "Penelitian")) == said("purpose", Word::finding_choice));
  CHECK(findings_in(form_with("sex", "x")) == said("sex", Word::finding_choice));
  CHECK(findings_in(form_with("email", "dian.permata@")) == said("email", Word::finding_email));
  CHECK(findings_in(form_with("email", "")) == said("email", Word::finding_reply_channel));
  CHECK(findings_in(form_with("phone", "12")) == said("phone", Word::finding_phone));
  CHECK(findings_in(form_with("consent", "no")) == said("consent", Word::finding_consent));
  CHECK(findings_in(form_with("language", "fr")) == said("language", Word::finding_choice));
  CHECK(findings_in(form_with("key", "short")) == said("key", Word::finding_incomplete_form));
}

TEST_CASE("lengths count characters, and the last one that fits is taken") {
  std::string longest;
  for (std::size_t count = 0; count < request_text_max; ++count)
    longest += "é";
  CHECK(findings_in(form_with("text", longest)).empty());
  CHECK(findings_in(form_with("text", longest + "é")) ==
        said("text", Word::finding_too_long, {"4000"}));
  CHECK(findings_in(form_with("name", std::string(100, 'a'))).empty());
  CHECK(findings_in(form_with("name", std::string(101, 'a'))) ==
        said("name", Word::finding_too_long, {"100"}));
  CHECK(findings_in(form_with("institution", std::string(151, 'a'))) ==
        said("institution", Word::finding_too_long, {"150"}));
  CHECK(findings_in(form_with("period", std::string(61, '2'))) ==
        said("period", Word::finding_too_long, {"60"}));
}

TEST_CASE("control characters, turned writing and broken UTF-8 are refused in every text") {
  for (const std::string& bad :
       {std::string("Dian\r\nBcc: x"), std::string("Dian\0x", 6), std::string("Dian\x1B[31m"),
        std::string("Dian\x7F"), std::string("Dian\xC2\x85"), std::string("Dian\xE2\x80\xAE gnp"),
        std::string("Dian\xE2\x81\xA6"), std::string("Dian\xFF"), std::string("\xC3")}) {
    CHECK(findings_in(form_with("name", bad)) == said("name", Word::finding_broken_text));
  }
  CHECK(findings_in(form_with("name", "Dian\xE2\x80\x99s \xE2\x81\xB0")).empty());
  CHECK(findings_in(form_with("text", std::string("Luas panen\0kopi", 15))) ==
        said("text", Word::finding_broken_text));
}

TEST_CASE("the wanted text keeps its lines, with plain line ends") {
  const auto request = check_request(form_with("text", "\r\nBaris satu\r\n\tdua\rtiga\n"),
                                     office_classifications(), RequestForm::of_public);
  REQUIRE(request.has_value());
  CHECK(request->text == "Baris satu\n\tdua\ntiga");
}

TEST_CASE("a field that is sent twice was not sent by our form") {
  Fields form = good_form();
  form.push_back({"email", "rina@example.id"});
  CHECK(findings_in(form)[0] == said("email", Word::finding_incomplete_form)[0]);
}

TEST_CASE("fields of others are passed over") {
  CHECK(findings_in(form_with("website", "")).empty());
  CHECK(findings_in(form_with("token", "\x01")).empty());
}

TEST_CASE("more categories than a request may name are refused") {
  Fields form = good_form();
  for (std::size_t count = 2; count < request_categories_max; ++count)
    form.push_back({"category", "desa=" + std::to_string(count)});
  CHECK(findings_in(form).empty());
  form.push_back({"category", "desa=last"});
  CHECK(findings_in(form) == said("category", Word::finding_categories));
}

TEST_CASE("the office writes down a request of someone without an address, and names the channel") {
  Fields form = {{"text", "Luas panen kopi menurut desa"},
                 {"channel", "walk_in"},
                 {"language", "id"},
                 {"key", "0123456789abcdef"}};
  CHECK(findings_in(form, RequestForm::of_office).empty());
  form[1].second = "";
  CHECK(findings_in(form, RequestForm::of_office) == said("channel", Word::finding_choice));
  form[1].second = "phone";
  form.push_back({"phone", "081234567890"});
  CHECK(findings_in(form, RequestForm::of_office) == said("consent", Word::finding_consent));
}

}  // namespace desk
