#include "publish/page_frame.h"

#include <utility>

#include "base/json.h"
#include "base/json_expect.h"

namespace publish {
namespace {

using output::Site;

/// The members of plain text, by name.
constexpr std::pair<const char*, std::string Site::*> frame_texts[] = {
    {"base_path", &Site::base_path},
    {"origin", &Site::origin},
    {"style_address", &Site::style_address},
    {"style_integrity", &Site::style_integrity},
    {"office_style_address", &Site::office_style_address},
    {"office_style_integrity", &Site::office_style_integrity},
    {"icon_address", &Site::icon_address},
    {"contact_address", &Site::contact_address},
    {"contact_mail", &Site::contact_mail},
    {"request_script", &Site::request_script},
    {"request_integrity", &Site::request_integrity},
    {"boot_address", &Site::boot_address},
    {"boot_integrity", &Site::boot_integrity}};

}  // namespace

void write_page_frame(base::JsonWriter& json, const Site& site) {
  json.key("page");
  json.open_object();
  json.set_pair_member("name", site.name);
  json.set_pair_member("place", site.place);
  for (const auto& [name, member] : frame_texts)
    json.text_member(name, site.*member);
  json.key("desk");
  json.truth(site.has_desk);
  json.close_object();
}

base::Result<Site> page_frame_from_json(std::string_view bytes) {
  const auto document = base::json_from_bytes(bytes);
  if (!document) return tl::unexpected(document.error());
  const base::JsonValue root = document->root();
  base::JsonExpect expect;
  expect.as_object(root, "The file");
  const base::JsonValue page = expect.needed(root, "page", base::JsonValue::Kind::object);
  Site site;
  if (page) {
    site.name = expect.text_pair(page, "name");
    site.place = expect.text_pair(page, "place");
    for (const auto& [name, member] : frame_texts)
      site.*member = expect.text(page, name);
    site.has_desk = expect.truth(page, "desk", false);
  }
  site.viewer_json = expect.text(root, "viewer_json");
  if (!expect.is_well()) return tl::unexpected(expect.error());
  return site;
}

}  // namespace publish
