#include "service/desk_data.h"

#include "base/json.h"
#include "publish/files.h"
#include "publish/page_frame.h"
#include "publish/site.h"
#include "wire/catalogue.h"

namespace service {
namespace {

namespace fs = std::filesystem;

/// Reads the file by `read`, and names it in the error.
template <class Value, class Read>
base::Result<void> read_into(Value& value, const fs::path& path, Read read) {
  const auto bytes = publish::bytes_from_file(path);
  if (!bytes) return tl::unexpected(bytes.error());
  auto made = read(*bytes);
  if (!made) {
    base::Error error = made.error();
    error.detail += (error.detail.empty() ? "" : " ") + path.string();
    return tl::unexpected(error);
  }
  value = *std::move(made);
  return {};
}

base::Result<std::string> catalogue_address(std::string_view mark) {
  const auto document = base::json_from_bytes(mark);
  if (!document) return tl::unexpected(document.error());
  return std::string(document->root()["catalogue"].text());
}

}  // namespace

base::Result<DeskData> desk_data_from_folders(const fs::path& office, const fs::path& site) {
  DeskData data;
  data.html_template = publish::own_html_template();
  std::string catalogue;
  const fs::path mark = site / publish::site_mark;
  for (const base::Result<void>& read :
       {read_into(data.calendar, office / "calendar.json", desk::calendar_from_json),
        read_into(data.classifications, office / "classifications.json",
                  desk::classifications_from_json),
        read_into(data.settings, office / "desk.json", desk::desk_settings_from_json),
        read_into(data.site, mark, publish::page_frame_from_json),
        read_into(catalogue, mark, catalogue_address)}) {
    if (!read) return tl::unexpected(read.error());
  }
  if (auto read = read_into(data.catalogue, site / catalogue, wire::catalogue_from_json); !read)
    return tl::unexpected(read.error());
  data.office_mail = data.site.contact_mail;
  return data;
}

}  // namespace service
