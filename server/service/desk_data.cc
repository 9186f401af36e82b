#include "service/desk_data.h"

#include <utility>
#include <vector>

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

/// Where catalogue and search lie within the site.
struct SiteAddresses {
  std::string catalogue, search;
};

base::Result<SiteAddresses> addresses_from_mark(std::string_view mark) {
  const auto document = base::json_from_bytes(mark);
  if (!document) return tl::unexpected(document.error());
  return SiteAddresses{std::string(document->root()["catalogue"].text()),
                       std::string(document->root()["search"].text())};
}

}  // namespace

base::Result<DeskData> desk_data_from_folders(const fs::path& office, const fs::path& site) {
  DeskData data;
  data.html_template = publish::own_html_template();
  SiteAddresses addresses;
  std::vector<stats::SearchDocument> documents;
  const fs::path mark = site / publish::site_mark;
  for (const base::Result<void>& read :
       {read_into(data.calendar, office / "calendar.json", desk::calendar_from_json),
        read_into(data.classifications, office / "classifications.json",
                  desk::classifications_from_json),
        read_into(data.settings, office / "desk.json", desk::desk_settings_from_json),
        read_into(data.site, mark, publish::page_frame_from_json),
        read_into(addresses, mark, addresses_from_mark)}) {
    if (!read) return tl::unexpected(read.error());
  }
  for (const base::Result<void>& read :
       {read_into(data.catalogue, site / addresses.catalogue, wire::catalogue_from_json),
        read_into(documents, site / addresses.search, wire::search_documents_from_json)}) {
    if (!read) return tl::unexpected(read.error());
  }
  data.search = stats::SearchIndex::from_documents(std::move(documents));
  data.office_mail = data.site.contact_mail;
  return data;
}

}  // namespace service
