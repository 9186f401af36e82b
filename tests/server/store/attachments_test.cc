#include "store/attachments.h"

#include "server/store/test_store.h"

using namespace store_test;

namespace {

constexpr store::AttachmentLimits limits = {.bytes_max = 1000, .ticket_bytes_max = 1500};

base::Result<store::AttachmentInfo> add(TestStore& store, std::int64_t ticket_id,
                                        const std::string& name, const std::string& bytes) {
  return store.write([&](Transaction& t) {
    return add_attachment(t, ticket_id, {name, "application/pdf", false, bytes}, limits, at(4));
  });
}

}  // namespace

STORE_TEST("a file comes back byte for byte, by its digest") {
  const std::int64_t id = open_one(store).id;
  std::string bytes;
  for (int i = 0; i < 512; ++i)
    bytes += static_cast<char>(i);
  const store::AttachmentInfo info = value(add(store, id, "tabel.pdf", bytes));
  CHECK(info.sha256 == "110009dcee21620b166f3abfecb5eff7a873be729d1c2d53822e7acc5f34eb9b");
  CHECK(info.bytes_count == 512);
  CHECK(info.added_at == at(4));
  const auto read = store.seen([&](Transaction& t) { return read_attachment(t, id, info.sha256); });
  CHECK(read.bytes == bytes);
  CHECK(read.info == info);
  CHECK(read.info.name == "tabel.pdf");
  CHECK(read.info.mime_type == "application/pdf");
}

STORE_TEST("the same file twice is there once, with its first name") {
  const std::int64_t id = open_one(store).id;
  value(add(store, id, "a.pdf", "same"));
  CHECK(value(add(store, id, "b.pdf", "same")).name == "a.pdf");
  CHECK(store.seen([&](Transaction& t) { return attachments_of_ticket(t, id); }).size() == 1);
}

STORE_TEST("a file is found by its own ticket only") {
  const std::int64_t own = open_one(store, "key-1").id;
  const std::int64_t other = open_one(store, "key-2").id;
  const auto info = value(add(store, own, "a.pdf", "bytes"));
  const auto foreign =
      store.read([&](Transaction& t) { return read_attachment(t, other, info.sha256); });
  REQUIRE_FALSE(foreign);
  CHECK(foreign.error().code == base::ErrorCode::not_found);
}

STORE_TEST("files are refused beyond the limits, where they are empty, and without a ticket") {
  const std::int64_t id = open_one(store).id;
  const auto code = [&](std::int64_t ticket_id, const std::string& bytes) {
    const auto refused = add(store, ticket_id, "x", bytes);
    REQUIRE_FALSE(refused);
    return refused.error().code;
  };
  CHECK(code(id, std::string(1001, 'x')) == base::ErrorCode::too_large);
  CHECK(code(id, "") == base::ErrorCode::invalid);
  CHECK(code(77, "x") == base::ErrorCode::not_found);
  CHECK(add(store, id, "a", std::string(1000, 'a')));
  CHECK(code(id, std::string(501, 'b')) == base::ErrorCode::too_large);
  CHECK(add(store, id, "b", std::string(500, 'b')));
}
