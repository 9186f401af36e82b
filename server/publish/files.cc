#include "publish/files.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <system_error>

#include <fmt/format.h>

namespace publish {
namespace fs = std::filesystem;

Descriptor& Descriptor::operator=(Descriptor&& other) noexcept {
  if (this != &other) {
    if (number_ >= 0) ::close(number_);
    number_ = std::exchange(other.number_, -1);
  }
  return *this;
}

Descriptor::~Descriptor() {
  if (number_ >= 0) ::close(number_);
}

std::string system_reason(int error_number, const fs::path& path) {
  return fmt::format("{}: {}", std::generic_category().message(error_number), path.string());
}

base::Result<Descriptor> open_to_read(const fs::path& path) {
  Descriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC));
  if (file.is_open()) return file;
  const auto code = errno == ENOENT ? base::ErrorCode::not_found : base::ErrorCode::unavailable;
  return base::fail(code, "The file cannot be opened.", system_reason(errno, path));
}

base::Result<std::string> bytes_from_file(const fs::path& path) {
  auto file = open_to_read(path);
  if (!file) return tl::unexpected(file.error());
  struct stat status {};
  if (::fstat(file->number(), &status) != 0 || !S_ISREG(status.st_mode)) {
    return base::fail(base::ErrorCode::invalid, "This is not a regular file.", path.string());
  }
  std::string bytes(static_cast<std::size_t>(status.st_size), '\0');
  std::size_t filled = 0;
  while (filled < bytes.size()) {
    const ssize_t count = ::read(file->number(), bytes.data() + filled, bytes.size() - filled);
    if (count < 0 && errno == EINTR) continue;
    if (count <= 0) {
      return base::fail(
          base::ErrorCode::unavailable, "The file cannot be read to its end.",
          count < 0 ? system_reason(errno, path) : "Shorter than it was: " + path.string());
    }
    filled += static_cast<std::size_t>(count);
  }
  return bytes;
}

base::Result<void> write_file(const fs::path& path, std::string_view bytes) {
  std::error_code error;
  if (path.has_parent_path()) fs::create_directories(path.parent_path(), error);
  if (error) {
    return base::fail(base::ErrorCode::unavailable, "A folder cannot be made.",
                      system_reason(error.value(), path.parent_path()));
  }
  const Descriptor file(::open(path.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0644));
  if (!file.is_open()) {
    return base::fail(base::ErrorCode::unavailable, "The file cannot be written.",
                      system_reason(errno, path));
  }
  while (!bytes.empty()) {
    const ssize_t count = ::write(file.number(), bytes.data(), bytes.size());
    if (count < 0 && errno == EINTR) continue;
    if (count < 0) {
      return base::fail(base::ErrorCode::unavailable, "The file cannot be written to its end.",
                        system_reason(errno, path));
    }
    bytes.remove_prefix(static_cast<std::size_t>(count));
  }
  return {};
}

base::Result<void> replace_file(const fs::path& path, std::string_view bytes) {
  const fs::path made = path.string() + ".new";
  if (auto written = write_file(made, bytes); !written) return written;
  if (::rename(made.c_str(), path.c_str()) == 0) return {};
  auto result = base::fail(base::ErrorCode::unavailable, "The file cannot be put in its place.",
                           system_reason(errno, path));
  ::unlink(made.c_str());
  return result;
}

base::Result<std::vector<std::string>> files_below(const fs::path& folder) {
  std::vector<std::string> names;
  std::error_code error;
  for (fs::recursive_directory_iterator at(folder, error), end; !error && at != end;
       at.increment(error)) {
    const fs::file_status status = at->symlink_status(error);
    if (error) break;
    if (fs::is_regular_file(status)) {
      names.push_back(at->path().lexically_relative(folder).generic_string());
    }
  }
  if (error) {
    return base::fail(base::ErrorCode::unavailable, "The folder cannot be listed.",
                      system_reason(error.value(), folder));
  }
  std::sort(names.begin(), names.end());
  return names;
}

}  // namespace publish
