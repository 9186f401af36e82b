#include "mail/address.h"

#include <string>

#include <catch2/catch_test_macros.hpp>

namespace {

TEST_CASE("an address is a local part, @, and a domain of labels") {
  for (const char* text : {"rina@example.org", "r.wijaya+data@bps.go.id", "root@localhost", "a@b",
                           "o'neil@example.co.id", "x_y-z@sub-domain.example.org"}) {
    CAPTURE(text);
    CHECK(mail::is_address(text));
  }
}

TEST_CASE("what could begin a second address or end a line is no address") {
  for (const std::string text : {"",
                                 "@",
                                 "rina",
                                 "rina@",
                                 "@example.org",
                                 "a b@example.org",
                                 "a@b@c",
                                 "a@exa mple.org",
                                 "a@example..org",
                                 ".a@example.org",
                                 "a.@example.org",
                                 "a..b@example.org",
                                 "a@-b.org",
                                 "a@b-.org",
                                 "a@b.org,c@d.org",
                                 "a@b.org;c@d.org",
                                 "<a@b.org>",
                                 "\"a b\"@b.org",
                                 "a@[127.0.0.1]",
                                 "a@b.org\r\nRCPT TO:<c@d.org>",
                                 "a@b.org\n",
                                 "a\t@b.org",
                                 "rína@b.org",
                                 "a@bücher.de",
                                 "a(c)@b.org",
                                 "a@b.org "}) {
    CAPTURE(text);
    CHECK_FALSE(mail::is_address(text));
  }
  CHECK_FALSE(mail::is_address(std::string("a@b.org\0", 8)));
  CHECK_FALSE(mail::is_address(std::string(65, 'a') + "@b.org"));
}

TEST_CASE("a header's text is one line of UTF-8") {
  CHECK(mail::is_header_text("Jumlah penduduk – Muara Enim"));
  CHECK_FALSE(mail::is_header_text("a\r\nBcc: b@c.org"));
  CHECK_FALSE(mail::is_header_text("a\nb"));
  CHECK_FALSE(mail::is_header_text("\xff"));
  CHECK_FALSE(mail::is_header_text(std::string_view("a\0b", 3)));
}

}  // namespace
