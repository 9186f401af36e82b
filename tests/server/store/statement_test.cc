#include "store/statement.h"

#include "server/store/test_store.h"
#include "store/failure.h"

using namespace store_test;
using store::Statement;

STORE_TEST("every kind of value comes back as it went in, and a missing one as missing") {
  store.written([](Transaction& t) -> base::Result<void> {
    std::string text;
    std::int64_t big = 0;
    int small = 0;
    bool yes = false;
    store::Time time;
    std::optional<std::string> no_text = "set before";
    std::optional<store::Time> no_time = at(1);
    std::optional<std::int64_t> no_number = 5;
    const std::string integer = t.engine() == Engine::sqlite ? "INTEGER" : "BIGINT";
    Statement ask(t, "SELECT CAST(:text AS TEXT), CAST(:big AS " + integer + "), CAST(:small AS " +
                         integer + "), CAST(:yes AS " + integer + "), CAST(:time AS " + integer +
                         "), CAST(:no_text AS TEXT), CAST(:none AS " + integer +
                         "), CAST(:none AS " + integer + ")");
    ask.bind("text", "na\xC3\xAFve")
        .bind("big", std::int64_t{9'007'199'254'740'993})
        .bind("small", std::int64_t{-7})
        .bind("yes", true)
        .bind("time", at(3))
        .bind("no_text", std::optional<std::string>())
        .bind("none", std::optional<store::Time>());
    REQUIRE(ask.into(text, big, small, yes, time, no_text, no_time, no_number).first());
    CHECK(text == "na\xC3\xAFve");
    CHECK(big == 9'007'199'254'740'993);
    CHECK(small == -7);
    CHECK(yes);
    CHECK(time == at(3));
    CHECK_FALSE(no_text);
    CHECK_FALSE(no_time);
    CHECK_FALSE(no_number);
    return {};
  });
}

STORE_TEST("a missing value where one is needed is an error of ours") {
  const auto failed = store.read([](Transaction& t) {
    return at_door(t, [&]() -> base::Result<std::string> {
      std::string text;
      Statement(t, "SELECT CAST(NULL AS TEXT)").into(text).first();
      return text;
    });
  });
  REQUIRE_FALSE(failed);
  CHECK(failed.error().code == base::ErrorCode::internal);
}

STORE_TEST("rows come one after the other, and end") {
  store.written([](Transaction& t) -> base::Result<void> {
    std::int64_t number = 0;
    Statement rows(t, "SELECT 1 AS n UNION ALL SELECT 2 ORDER BY n");
    rows.into(number);
    CHECK(rows.next());
    CHECK(number == 1);
    CHECK(rows.next());
    CHECK(number == 2);
    CHECK_FALSE(rows.next());
    return {};
  });
}
