// The addresses that are computed, answered by cpp-httplib. The library is a guest behind a wall:
// it never sees a socket, only requests that the guard has checked and written anew for it, and it
// is only asked for addresses that are registered here, letter by letter.
#pragma once

#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "http/api.h"
#include "http/http_in.h"
#include "http/http_out.h"
#include "http/page.h"

namespace http {

/// What /readyz says: empty where the server can do its work, else the reason why not.
using ReadyCheck = std::function<std::string()>;

class Routes {
 public:
  explicit Routes(ReadyCheck ready_check, std::vector<PageRoute> pages = {},
                  std::vector<ApiRoute> apis = {});
  ~Routes();
  Routes(Routes&&) noexcept;
  Routes& operator=(Routes&&) noexcept;

  bool knows(std::string_view path) const;
  /// A page, or an answer for programs, for everybody; the others are for whoever runs the server
  /// on this machine.
  bool is_page(std::string_view path) const;

  /// May be asked by several threads at a time. A route that throws is answered with a plain 500.
  HttpOut answer(const HttpIn& in) const;

 private:
  class Guest;
  std::unique_ptr<Guest> guest_;
};

}  // namespace http
