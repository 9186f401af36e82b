// Who a mail is from and to.
#pragma once

#include <string>
#include <string_view>

namespace mail {

/// "Rina Wijaya" <rina@example.org>; the name may be empty, and is any text of one line.
struct Address {
  std::string name;
  std::string address;

  friend bool operator==(const Address&, const Address&) = default;
};

/// True for exactly one address as a mail server of the field takes it: a local part of at most 64
/// letters, digits and !#$%&'*+-/=?^_`{|}~. and a domain of labels with a dot between them (RFC
/// 5321 without quoted local parts and address literals; "root@localhost" is one too). Nothing that
/// could end a line or begin a second address is among these signs.
bool is_address(std::string_view text);

/// True where `text` can stand in a header: UTF-8 in one line, without control characters.
bool is_header_text(std::string_view text);

}  // namespace mail
