#include "publish/archive.h"

#include <memory>

#include <archive.h>
#include <archive_entry.h>

namespace publish {
namespace {

la_ssize_t append(archive*, void* zip, const void* bytes, std::size_t size) {
  static_cast<std::string*>(zip)->append(static_cast<const char*>(bytes), size);
  return static_cast<la_ssize_t>(size);
}

bool was_written(archive* writer, const SiteFile& file, std::int64_t modified) {
  const std::unique_ptr<archive_entry, decltype(&archive_entry_free)> entry(archive_entry_new(),
                                                                            archive_entry_free);
  archive_entry_set_pathname(entry.get(), file.name.c_str());
  archive_entry_set_size(entry.get(), static_cast<la_int64_t>(file.bytes.size()));
  archive_entry_set_filetype(entry.get(), AE_IFREG);
  archive_entry_set_perm(entry.get(), 0644);
  archive_entry_set_mtime(entry.get(), modified, 0);
  return archive_write_header(writer, entry.get()) == ARCHIVE_OK &&
         archive_write_data(writer, file.bytes.data(), file.bytes.size()) ==
             static_cast<la_ssize_t>(file.bytes.size());
}

}  // namespace

base::Result<std::string> zip_from_files(const std::vector<SiteFile>& files,
                                         std::int64_t modified) {
  std::string zip;
  const std::unique_ptr<archive, decltype(&archive_write_free)> writer(archive_write_new(),
                                                                       archive_write_free);
  bool is_well = archive_write_set_format_zip(writer.get()) == ARCHIVE_OK &&
                 archive_write_open(writer.get(), &zip, nullptr, append, nullptr) == ARCHIVE_OK;
  for (const SiteFile& file : files)
    is_well = is_well && was_written(writer.get(), file, modified);
  is_well = is_well && archive_write_close(writer.get()) == ARCHIVE_OK;
  if (is_well) return zip;
  const char* words = archive_error_string(writer.get());
  return base::fail(base::ErrorCode::internal, "The archive of all tables could not be made.",
                    words ? words : "");
}

}  // namespace publish
