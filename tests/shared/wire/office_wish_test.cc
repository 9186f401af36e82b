// What the queue is asked for, as an address.
#include <catch2/catch_test_macros.hpp>

#include "wire/office.h"

TEST_CASE("a wish is the query of an address and is read from it again") {
  wire::QueueWish wish;
  wish.tab = wire::QueueTab::mine;
  wish.mark = wire::QueueMark::due_today;
  wish.order = wire::QueueOrder::newest;
  wish.channel = "phone";
  wish.institution_category = "government";
  wish.officer = "sari";
  wish.text = "padi & jagung";
  wish.offset = 50;
  const std::string query = wire::query_from_queue_wish(wish);
  CHECK(query ==
        "tab=mine&mark=due_today&order=newest&channel=phone&institution_category=government"
        "&officer=sari&text=padi%20%26%20jagung&offset=50");
  CHECK(wire::queue_wish_from_query(query) == wish);
}

TEST_CASE("an empty wish is an empty query") {
  CHECK(wire::query_from_queue_wish({}).empty());
  CHECK(wire::queue_wish_from_query("") == wire::QueueWish{});
}

TEST_CASE("what a wish does not know is passed over") {
  CHECK(wire::queue_wish_from_query("tab=all&order=&mark=x&offset=-1&spam=1&tab&&=") ==
        wire::QueueWish{});
  CHECK(wire::queue_wish_from_query("text=a+b").text == "a b");
  CHECK(wire::queue_wish_from_query("text=%FF").text.empty());
}
