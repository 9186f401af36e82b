// Files of published tables for the requester, made by the server as publishing makes them.
#pragma once

#include <string>
#include <vector>

#include "base/result.h"
#include "service/desk_data.h"
#include "store/attachments.h"
#include "wire/office.h"

namespace service {

/// One file for each kind that is asked for: the table as it is first shown, with everything that
/// it says of itself. Fails with `not_found` for a table that is not published, with `invalid` for
/// a chosen view or a PDF, which the viewer makes and the server does not.
base::Result<std::vector<store::NewAttachment>> files_of_view(const wire::ViewToSend& view,
                                                              const DeskData& data);

}  // namespace service
