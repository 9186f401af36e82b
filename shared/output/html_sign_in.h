// The office's door in plain HTML: signing in, and setting an account up. No script, so that
// password managers, paste and every browser work (ASVS 5.0, 6.2.6 and 6.2.7).
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/result.h"
#include "output/html.h"

namespace output {

struct SignInPage {
  base::Language language = base::Language::id;
  std::string login;    ///< As it was typed.
  std::string next;     ///< Where to go then; a path of ours.
  std::string failure;  ///< One sentence that does not tell which field was wrong.
};
base::Result<std::string> sign_in_document(std::string_view html_template, const SignInPage& page,
                                           const Site& site);

struct SetUpPage {
  base::Language language = base::Language::id;
  std::string token;      ///< Of the link: goes along.
  bool is_first = false;  ///< The first account of all: asks for login and name, too.
  std::string login, name;
  std::string secret;  ///< For the app, in base 32.
  std::string qr_svg;  ///< The same as a picture, made by our own code.
  std::vector<std::pair<std::string, std::string>> findings;  ///< Field and sentence.
};
base::Result<std::string> set_up_document(std::string_view html_template, const SetUpPage& page,
                                          const Site& site);

/// What is shown once: the recovery codes, and the way to sign in.
base::Result<std::string> set_up_done_document(std::string_view html_template,
                                               const std::vector<std::string>& codes,
                                               base::Language language, const Site& site);

/// "/lumbung/id/petugas/", "/lumbung/en/office/": the office's viewer.
std::string office_path(const Site& site, base::Language language);
/// "…masuk/", "…sign-in/".
std::string sign_in_path(const Site& site, base::Language language);
/// "…akun/", "…account/": sets an account up.
std::string set_up_path(const Site& site, base::Language language);

}  // namespace output
