// What the office's viewer asks, as documents (docs/desk.md, "The office's addresses"): OfficeDesk
// behind the door, in JSON.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "base/instant.h"
#include "http/api.h"
#include "service/desk_data.h"
#include "service/office_desk.h"
#include "service/office_door.h"

namespace service {

class OfficeApi {
 public:
  /// Both must outlive it.
  OfficeApi(OfficeDesk& desk, OfficeDoor& door) : desk_(desk), door_(door) {}

  /// One route an address. `now` is asked for each answer.
  std::vector<http::ApiRoute> routes(const std::function<base::Instant()>& now);

 private:
  OfficeDesk& desk_;
  OfficeDoor& door_;
};

/// "/api/office/": what all of its addresses begin with.
extern const std::string office_api_path;

}  // namespace service
