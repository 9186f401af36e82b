// What the office's client asks of the world, and what becomes of the answers. Only for the files
// of this room.
#pragma once

#include <string>

#include "app/command.h"
#include "app/effect.h"
#include "office/state.h"

namespace office {

/// Both halves of what the client knows.
struct Office {
  app::State& client;
  State& office;
};

/// Where the device keeps what is not sent yet.
std::string draft_key_of(const std::string& number);
inline constexpr std::string_view entry_key = "lumbung.office.entry";

/// Under the site's base path: "api/office/queue".
std::string api_address(std::string_view name_and_query);

/// Keeps in mind what the answer will belong to.
app::AskOffice ask(Office& o, Asked asked, std::string what, std::string address,
                   std::string body = {});
app::AskOffice get(Office& o, Asked asked, std::string_view name_and_query);
app::AskOffice post(Office& o, Asked asked, std::string_view name_and_query, std::string body);

/// The list of the wish; `what`: queue or quiet_queue.
app::AskOffice ask_queue(Office& o, Asked::What what);

app::SetAddress address_of(const Office& o, bool push);
/// Shows the screen and asks for what is missing.
app::Effects show_screen(Office& o, Screen screen);
/// The same, as a step for the back button.
app::Effects go_to(Office& o, Screen screen);
app::Effects ask_ticket(Office& o);

/// suggested_text of the draft.
std::string text_suggested(const Office& o);

/// Keeps the draft on the device, and asks for a preview when the typing rests.
app::Effects draft_changed(Office& o);

app::Effects send_entry(Office& o);
app::AskOffice keep_entry(Office& o);

app::Effects answered(Office& o, const app::OfficeAnswered& answer);

/// The next tick of the clocks in sight; one at a time.
app::Effects tick_wanted(Office& o);

}  // namespace office
