// What the pages of a site have in common, kept with the site, so that a server can make further
// pages that look the same: the member "page" of site.json.
#pragma once

#include <string>
#include <string_view>

#include "base/json_writer.h"
#include "base/result.h"
#include "output/html.h"

namespace publish {

/// Writes the member "page". The viewer's own settings stay out: pages that a server makes are not
/// covered by it.
void write_page_frame(base::JsonWriter& json, const output::Site& site);

/// Reads it back from the whole of site.json. Fails with `invalid` where it is missing or a member
/// is of another kind: the site was made by another version of this program.
base::Result<output::Site> page_frame_from_json(std::string_view bytes);

}  // namespace publish
