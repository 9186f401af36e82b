// The private link to a ticket's page: whoever has it can read the conversation.
#pragma once

#include <string>
#include <string_view>

#include "base/language.h"
#include "service/desk_data.h"

namespace service {

/// 64 hexadecimal digits that nobody can guess. The store keeps only their hash.
std::string new_link_key();

/// The whole address, as it stands in a mail.
std::string ticket_address(const DeskData& data, base::Language language, std::string_view key);

}  // namespace service
