// The office's own settings, data/office/office.json: as much of them as stands on the pages.
#pragma once

#include <string>
#include <string_view>

#include "base/language.h"
#include "base/result.h"

namespace publish {

struct Office {
  base::Text name;  ///< "Badan Pusat Statistik Kabupaten Muara Enim".
  base::Text area;  ///< "Kabupaten Muara Enim": what its figures are about.
  std::string address;
  std::string mail;
  bool has_desk = false;  ///< Requests are taken by a server beside the site (`lumbung serve`).
};

/// Fails with `invalid`, naming the member, where one is of another kind or the name is missing.
base::Result<Office> office_from_json(std::string_view bytes);

}  // namespace publish
