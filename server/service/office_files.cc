#include "service/office_files.h"

#include <utility>

#include "publish/table_file.h"

namespace service {
namespace {

using base::ErrorCode;

struct FileKind {
  publish::Format format;
  const char* ending;
  const char* media_type;
};

constexpr FileKind workbook{publish::Format::xlsx, ".xlsx",
                            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"};
constexpr FileKind plain_table{publish::Format::csv, ".csv", "text/csv"};

}  // namespace

base::Result<std::vector<store::NewAttachment>> files_of_view(const wire::ViewToSend& view,
                                                              const DeskData& data) {
  const stats::TableCard* card = data.catalogue.find_table(view.table);
  if (!card)
    return base::fail(ErrorCode::not_found, "There is no published table of this code.",
                      view.table);
  if (!view.query.empty())
    return base::fail(ErrorCode::invalid,
                      "The server sends whole tables. Save the view in the viewer and upload it.",
                      view.query);
  publish::TableFile file = publish::table_file_from_path(
      data.site_folder / card->address, publish::Format::jsonstat, publish::Checks::readable);
  if (!file.table)
    return base::fail(ErrorCode::unavailable, "The published table cannot be read.", view.table);
  std::vector<store::NewAttachment> files;
  for (const wire::ViewFile wanted : view.files) {
    if (wanted == wire::ViewFile::pdf)
      return base::fail(ErrorCode::invalid,
                        "The server makes no PDF of tables. Save it in the viewer and upload it.",
                        view.table);
    const FileKind& kind = wanted == wire::ViewFile::xlsx ? workbook : plain_table;
    auto bytes = publish::bytes_from_table(*file.table, kind.format);
    if (!bytes) return tl::unexpected(bytes.error());
    files.push_back({view.table + kind.ending, kind.media_type, false, *std::move(bytes)});
  }
  return files;
}

}  // namespace service
