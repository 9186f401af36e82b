#include "service/desk_data.h"

#include <algorithm>
#include <system_error>
#include <utility>
#include <vector>

#include "base/json.h"
#include "base/json_expect.h"
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

/// Where catalogue, search and fonts lie within the site.
struct SiteAddresses {
  std::string catalogue, search;
  std::vector<std::string> fonts;
};

base::Result<SiteAddresses> addresses_from_mark(std::string_view mark) {
  const auto document = base::json_from_bytes(mark);
  if (!document) return tl::unexpected(document.error());
  SiteAddresses addresses{std::string(document->root()["catalogue"].text()),
                          std::string(document->root()["search"].text()),
                          {}};
  for (const base::JsonValue font : document->root()["fonts"].elements())
    addresses.fonts.emplace_back(font.text());
  return addresses;
}

base::Result<std::vector<std::string>> letterhead_from_json(std::string_view bytes) {
  const auto document = base::json_from_bytes(bytes);
  if (!document) return tl::unexpected(document.error());
  base::JsonExpect expect;
  expect.as_object(document->root(), "The file");
  auto lines = expect.texts(document->root(), "letterhead");
  if (!expect.is_well()) return tl::unexpected(expect.error());
  return lines;
}

base::Result<void> read_fonts(Letterhead& letterhead, const SiteAddresses& addresses,
                              const fs::path& site) {
  for (const std::string& address : addresses.fonts) {
    auto bytes = publish::bytes_from_file(site / address);
    if (!bytes) return tl::unexpected(bytes.error());
    const bool is_semibold = address.find("SemiBold") != std::string::npos;
    (is_semibold ? letterhead.semibold_font : letterhead.regular_font) = *std::move(bytes);
  }
  return {};
}

}  // namespace

base::Result<void> read_reply_templates(DeskData& data, const fs::path& folder) {
  for (int place = 0; place < desk::template_kinds_count; ++place) {
    const auto kind = static_cast<desk::TemplateKind>(place);
    for (const base::Language language : {base::Language::id, base::Language::en}) {
      auto& made =
          data.templates.at(static_cast<std::size_t>(place)).at(static_cast<std::size_t>(language));
      const std::string name = std::string(desk::text_from_template_kind(kind)) + "." +
                               std::string(base::code_from_language(language)) + ".txt";
      const auto read = read_into(made, folder / name, [kind](std::string_view bytes) {
        return desk::reply_template_from_text(kind, bytes);
      });
      if (!read) return read;
    }
  }
  return {};
}

base::Result<void> read_report_definitions(DeskData& data, const fs::path& folder) {
  std::error_code error;
  std::vector<fs::path> files;
  for (const fs::directory_entry& entry : fs::directory_iterator(folder, error))
    if (entry.path().extension() == ".json") files.push_back(entry.path());
  if (error && error != std::errc::no_such_file_or_directory)
    return base::fail(base::ErrorCode::unavailable, "The folder of reports cannot be read.",
                      folder.string());
  std::sort(files.begin(), files.end());
  for (const fs::path& file : files) {
    const auto read =
        read_into(data.reports.emplace_back(), file, desk::report_definition_from_json);
    if (!read) return read;
  }
  return {};
}

base::Result<DeskData> desk_data_from_folders(const fs::path& office, const fs::path& site) {
  DeskData data;
  data.site_folder = site;
  data.html_template = publish::own_html_template();
  SiteAddresses addresses;
  std::vector<stats::SearchDocument> documents;
  const fs::path mark = site / publish::site_mark;
  for (const base::Result<void>& read :
       {read_into(data.calendar, office / "calendar.json", desk::calendar_from_json),
        read_into(data.classifications, office / "classifications.json",
                  desk::classifications_from_json),
        read_into(data.settings, office / "desk.json", desk::desk_settings_from_json),
        read_into(data.letterhead.lines, office / "office.json", letterhead_from_json),
        read_reply_templates(data, office / "templates"),
        read_report_definitions(data, office / "reports"),
        read_into(data.site, mark, publish::page_frame_from_json),
        read_into(addresses, mark, addresses_from_mark)}) {
    if (!read) return tl::unexpected(read.error());
  }
  for (const base::Result<void>& read :
       {read_into(data.catalogue, site / addresses.catalogue, wire::catalogue_from_json),
        read_into(documents, site / addresses.search, wire::search_documents_from_json)}) {
    if (!read) return tl::unexpected(read.error());
  }
  if (auto read = read_fonts(data.letterhead, addresses, site); !read)
    return tl::unexpected(read.error());
  data.search = stats::SearchIndex::from_documents(std::move(documents));
  data.office_mail = data.site.contact_mail;
  return data;
}

}  // namespace service
