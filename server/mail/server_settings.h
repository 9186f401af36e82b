// Where a mail server of the office is, and how it is spoken to.
#pragma once

#include <string>

namespace mail {

enum class Security {
  none,      ///< Only for a server on the same machine.
  starttls,  ///< Begins plainly; refused where the server cannot encrypt.
  tls        ///< Encrypted from the first byte.
};

struct ServerSettings {
  std::string host = "localhost";
  int port = 0;
  Security security = Security::none;
  std::string user, password;  ///< Both empty: the server asks for none.
  std::string ca_file;  ///< Who may sign the server's certificate; empty: the machine's list.
  // Milliseconds: until connected, without a byte of answer, and in all.
  long connect_ms = 10'000, answer_ms = 30'000, whole_ms = 120'000;
};

}  // namespace mail
