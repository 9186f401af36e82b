// Files as values: whole reads and writes with the system's reason where one fails.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/result.h"

namespace publish {

/// Owns an open file descriptor.
class Descriptor {
 public:
  Descriptor() = default;
  explicit Descriptor(int number) : number_(number) {}
  Descriptor(Descriptor&& other) noexcept : number_(std::exchange(other.number_, -1)) {}
  Descriptor& operator=(Descriptor&& other) noexcept;
  ~Descriptor();

  int number() const { return number_; }
  bool is_open() const { return number_ >= 0; }

 private:
  int number_ = -1;
};

/// "No such file or directory: PATH", for the `detail` of an error.
std::string system_reason(int error_number, const std::filesystem::path& path);

/// Open for reading; fails with `not_found` or `unavailable`. Symbolic links are followed.
base::Result<Descriptor> open_to_read(const std::filesystem::path& path);

/// All bytes of the file.
base::Result<std::string> bytes_from_file(const std::filesystem::path& path);

/// Makes the file and the folders above it. An existing file is overwritten.
base::Result<void> write_file(const std::filesystem::path& path, std::string_view bytes);

/// The same in one step: whoever reads the file finds the old bytes or the new ones.
base::Result<void> replace_file(const std::filesystem::path& path, std::string_view bytes);

/// Regular files under `folder`, relative to it, with '/' between names, sorted. Symbolic links are
/// passed over: a link could lead out of the folder.
base::Result<std::vector<std::string>> files_below(const std::filesystem::path& folder);

}  // namespace publish
