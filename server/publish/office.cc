#include "publish/office.h"

#include "base/json.h"
#include "base/json_expect.h"

namespace publish {

base::Result<Office> office_from_json(std::string_view bytes) {
  const auto document = base::json_from_bytes(bytes);
  if (!document) return tl::unexpected(document.error());
  const base::JsonValue root = document->root();
  base::JsonExpect expect;
  expect.as_object(root, "The file");
  expect.needed(root, "name", base::JsonValue::Kind::object);
  Office office;
  office.name = expect.text_pair(root, "name");
  office.area = expect.text_pair(root, "area");
  office.address = expect.text(root, "address");
  office.mail = expect.text(root, "mail");
  office.has_desk = expect.truth(root, "desk", false);
  if (!expect.is_well()) return tl::unexpected(expect.error());
  return office;
}

}  // namespace publish
