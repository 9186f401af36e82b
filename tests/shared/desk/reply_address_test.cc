#include "desk/reply_address.h"

#include <string>

#include <catch2/catch_test_macros.hpp>

namespace desk {

TEST_CASE("an e-mail address is taken with its domain in lower case") {
  CHECK(email_from_text("  Dian.Permata@MuaraEnimKab.GO.ID ") == "Dian.Permata@muaraenimkab.go.id");
  CHECK(email_from_text("o'brien+data_1@a-b.co") == "o'brien+data_1@a-b.co");
  CHECK(email_from_text(std::string(64, 'a') + "@b.id").has_value());
}

TEST_CASE("what could be a second recipient, a header or an option is no e-mail address") {
  for (const std::string& text : {std::string(),
                                  std::string("dian"),
                                  std::string("dian@"),
                                  std::string("@go.id"),
                                  std::string("dian@goid"),
                                  std::string("dian@go.id."),
                                  std::string("dian@.go.id"),
                                  std::string("di an@go.id"),
                                  std::string("dian@go.id,rina@go.id"),
                                  std::string("dian@go.id;x"),
                                  std::string("dian@@go.id"),
                                  std::string("a@b@go.id"),
                                  std::string("-dian@go.id"),
                                  std::string(".dian@go.id"),
                                  std::string("dian.@go.id"),
                                  std::string("di..an@go.id"),
                                  std::string("<dian@go.id>"),
                                  std::string("\"d\"@go.id"),
                                  std::string("dian%x.id@go.id"),
                                  std::string("dian@[127.0.0.1]"),
                                  std::string("dian@127.0.0.1"),
                                  std::string("dian@-go.id"),
                                  std::string("dian@go-.id"),
                                  std::string("dian@go.id\r\nBcc: rina@go.id"),
                                  std::string("dian@go.id\n"),
                                  std::string("\rdian@go.id"),
                                  std::string("dian@go.id\0x", 12),
                                  std::string("dian\0@go.id", 11),
                                  std::string("di\xC3\xA4n@go.id"),
                                  std::string("dian@g\xC3\xB6.id"),
                                  std::string(65, 'a') + "@b.id",
                                  "a@" + std::string(64, 'b') + ".id",
                                  "a@" + std::string(250, 'b') + ".id"}) {
    INFO(text);
    CHECK_FALSE(email_from_text(text).has_value());
  }
}

TEST_CASE("a telephone number is taken as its country dials it") {
  for (const char* text :
       {"0812-3456-7890", "62 812 3456 7890", "+62 (812) 3456.7890", " 081234567890 ",
        "0812\xC2\xA0"
        "3456\xC2\xA0"
        "7890"}) {
    INFO(text);
    CHECK(phone_from_text(text) == "+6281234567890");
  }
  CHECK(phone_from_text("+1 212 555 0100") == "+12125550100");
  CHECK(phone_from_text("0734 421001") == "+62734421001");
}

TEST_CASE("what nobody could dial is no telephone number") {
  for (const std::string& text :
       {std::string(), std::string("0812"), std::string("+62 12345"), std::string("812345678"),
        std::string("0812345678901234"), std::string("0812 3456 7890 ext 3"),
        std::string("0812+34567890"), std::string("+0812345678"), std::string("08123456789\n"),
        std::string("0812345678\0", 11), std::string("٠٨١٢٣٤٥٦٧٨")}) {
    INFO(text);
    CHECK_FALSE(phone_from_text(text).has_value());
  }
}

}  // namespace desk
