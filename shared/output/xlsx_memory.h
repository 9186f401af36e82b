// Memory in the place of the temporary files and the archive that libxlsxwriter writes: it knows
// files alone, and the browser has none. Natively the same, so that both sides are one.
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <functional>
#include <string>
#include <vector>

namespace output {

/// While one lives, what libxlsxwriter makes on this thread lands in it. One at a time a thread.
class XlsxMemory {
 public:
  /// `goes_on` is asked each time another megabyte of the parts was packed, with the bytes packed
  /// so far and the bytes that there are; after false the rest is left out, so that the packing
  /// ends at once and without an error of the library.
  explicit XlsxMemory(std::function<bool(std::uint64_t packed, std::uint64_t all)> goes_on);
  XlsxMemory(const XlsxMemory&) = delete;
  XlsxMemory& operator=(const XlsxMemory&) = delete;
  /// Closes the parts that were left open, because a workbook that is given up does not.
  ~XlsxMemory();

  bool was_stopped() const { return was_stopped_; }
  std::string take_archive() { return std::move(archive_); }

  /// What the library calls instead of tmpfile(); null where there is no memory.
  std::FILE* open_part();
  /// Of the parts: written once from the beginning, then read once from the beginning. What was
  /// read is freed, so that a sheet that is copied into another part is not held twice.
  struct Part;
  void forget(const Part& part);
  void count_written(std::size_t bytes) { written_bytes_ += bytes; }
  bool count_read(std::size_t bytes);

  /// The archive: written at `archive_at`, which goes back to fill in sizes.
  std::string& archive() { return archive_; }
  std::size_t& archive_at() { return archive_at_; }

  static XlsxMemory* current();

 private:
  std::function<bool(std::uint64_t, std::uint64_t)> goes_on_;
  std::vector<Part*> parts_;
  std::string archive_;
  std::size_t archive_at_ = 0;
  std::uint64_t written_bytes_ = 0, read_bytes_ = 0, told_bytes_ = 0;
  bool was_stopped_ = false;
};

}  // namespace output
