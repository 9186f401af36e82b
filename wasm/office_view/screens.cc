#include "office_view/screens.h"

#include <memory>

#include "base/variant.h"

namespace office_view {

view::Screens office_screens(const office::State& office) {
  return [&office, heights = std::make_shared<Heights>()](Ui& ui) {
    const Desk desk{ui, office, *heights};
    const Rect body = frame(desk);
    std::visit(base::on{[&](const office::QueueScreen&) { queue_screen(desk, body); },
                        [&](const office::TicketScreen&) { ticket_screen(desk, body); },
                        [&](const office::EntryScreen&) { entry_screen(desk, body); }},
               office.screen);
  };
}

}  // namespace office_view
