// Addresses of the office's screens.
#include "office/state.h"

#include <catch2/catch_test_macros.hpp>

using base::Language;

TEST_CASE("each screen has an address that leads back to it") {
  wire::QueueWish mine;
  mine.tab = wire::QueueTab::mine;
  for (const office::Screen& screen :
       {office::Screen(office::QueueScreen{}), office::Screen(office::QueueScreen{mine}),
        office::Screen(office::TicketScreen{"PD/2611 0037"}),
        office::Screen(office::EntryScreen{})})
    CHECK(office::screen_from_address(
              office::address_from_screen(screen, Language::id, "/lumbung/")) == screen);
  CHECK(office::address_from_screen(office::QueueScreen{}, Language::en, "/") == "/en/office/");
  CHECK(office::address_from_screen(office::TicketScreen{"PD-1"}, Language::id, "/") ==
        "/id/petugas/tiket/?number=PD-1");
}

TEST_CASE("a code or login that is not known is shown as it is") {
  CHECK(office::label_of({}, "web_form", Language::id) == "web_form");
  CHECK(office::officer_name({}, "rina") == "rina");
}
