#include "publish/site_files.h"

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <atomic>
#include <cerrno>
#include <cstdio>
#include <optional>
#include <system_error>
#include <thread>

#include <fmt/format.h>

#include "base/must.h"
#include "publish/compress.h"
#include "publish/files.h"

namespace publish {
namespace {

namespace fs = std::filesystem;

/// Larger files are asked for by range, which a twin does not serve.
constexpr std::size_t compressed_bytes_max = 512 * 1024 * 1024;

/// A twin is worth its place on the disk and in memory where it saves at least a twentieth.
bool is_worth_it(std::size_t compressed, std::size_t plain) {
  return compressed + plain / 20 < plain;
}

struct Coding {
  std::string_view ending;
  std::string (*compress)(std::string_view bytes);
  std::optional<std::string> (*decompress)(std::string_view compressed, std::size_t size);
};
constexpr std::array<Coding, 2> codings = {
    {{".gz", gzip_from_bytes, bytes_from_gzip}, {".br", brotli_from_bytes, bytes_from_brotli}}};
/// From here on a browser waits longer for brotli to be undone than for gzip.
constexpr std::size_t slow_brotli_bytes = 1024 * 1024;

/// Compressing costs far more than reading: what the last site holds is taken where it is whole.
std::string twin_of(const SiteFile& file, const Coding& coding, const fs::path& last_site) {
  const auto last = bytes_from_file(last_site / (file.name + std::string(coding.ending)));
  if (last && coding.decompress(*last, file.bytes.size()) == file.bytes) return *last;
  return coding.compress(file.bytes);
}

base::Result<void> write_with_twins(const SiteFile& file, const fs::path& folder,
                                    const fs::path& last_site) {
  if (auto written = write_file(folder / file.name, file.bytes); !written) return written;
  if (!is_compressible(file.name) || file.bytes.size() > compressed_bytes_max) return {};
  // What the next twin has to beat: the file, and for a large one the twin that is undone sooner.
  std::size_t smallest = file.bytes.size();
  for (const Coding& coding : codings) {
    const std::string twin = twin_of(file, coding, last_site);
    if (!is_worth_it(twin.size(), smallest)) continue;
    if (file.bytes.size() >= slow_brotli_bytes) smallest = twin.size();
    auto written = write_file(folder / (file.name + std::string(coding.ending)), twin);
    if (!written) return written;
  }
  return {};
}

/// On every core: compressing is most of the work of making a site.
base::Result<void> write_all(const std::vector<SiteFile>& files, const fs::path& folder,
                             const fs::path& last_site) {
  std::atomic<std::size_t> next{0};
  std::vector<base::Result<void>> results(files.size());
  const auto work = [&] {
    for (std::size_t i = next++; i < files.size(); i = next++) {
      results[i] = write_with_twins(files[i], folder, last_site);
    }
  };
  std::vector<std::thread> threads;
  for (unsigned i = 1; i < std::max(1u, std::thread::hardware_concurrency()); ++i) {
    threads.emplace_back(work);
  }
  work();
  for (std::thread& thread : threads)
    thread.join();
  for (const base::Result<void>& result : results) {
    if (!result) return result;
  }
  return {};
}

base::Result<void> failed(std::string message, const fs::path& path) {
  return base::fail(base::ErrorCode::unavailable, std::move(message), system_reason(errno, path));
}

/// One builder at a time for the sites in a folder; waits for the others.
base::Result<Descriptor> lock_folder(const fs::path& folder) {
  Descriptor lock(::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
  while (lock.is_open() && ::flock(lock.number(), LOCK_EX) != 0) {
    if (errno != EINTR) lock = Descriptor();
  }
  if (lock.is_open()) return lock;
  return base::fail(base::ErrorCode::unavailable, "The folder of the site cannot be locked.",
                    system_reason(errno, folder));
}

/// Puts `made` in the place of `out` and what stood there in the place of `made`.
base::Result<void> exchange(const fs::path& made, const fs::path& out) {
  if (!fs::exists(out)) {
    if (::rename(made.c_str(), out.c_str()) == 0) return {};
    return failed("The new site cannot be put in its place.", out);
  }
  if (::renameat2(AT_FDCWD, made.c_str(), AT_FDCWD, out.c_str(), RENAME_EXCHANGE) == 0) return {};
  if (errno != EINVAL && errno != ENOSYS) {
    return failed("The new site cannot be put in the place of the old one.", out);
  }
  // A file system that cannot exchange two folders: for a moment there is no site by that name. A
  // server that runs holds its files open and does not notice.
  const fs::path old = made.string() + "-old";
  std::error_code error;
  fs::remove_all(old, error);
  if (::rename(out.c_str(), old.c_str()) != 0 || ::rename(made.c_str(), out.c_str()) != 0) {
    auto result = failed("The new site cannot be put in the place of the old one.", out);
    if (!fs::exists(out)) fs::rename(old, out, error);
    return result;
  }
  fs::rename(old, made, error);
  return {};
}

}  // namespace

bool is_compressible(std::string_view name) {
  constexpr std::array<std::string_view, 11> endings = {".html", ".css",     ".js",  ".wasm",
                                                        ".json", ".geojson", ".csv", ".cells",
                                                        ".svg",  ".xml",     ".ttf"};
  return std::any_of(endings.begin(), endings.end(), [&](std::string_view ending) {
    return name.size() > ending.size() && name.substr(name.size() - ending.size()) == ending;
  });
}

base::Result<void> write_site(const std::vector<SiteFile>& files, const fs::path& out_given) {
  MUST(std::any_of(files.begin(), files.end(),
                   [](const SiteFile& file) { return file.name == site_mark; }));
  std::error_code error;
  const fs::path out = fs::absolute(out_given / "").parent_path();
  if (fs::exists(out) && !fs::is_empty(out, error) && !fs::exists(out / site_mark)) {
    return base::fail(base::ErrorCode::conflict,
                      "The folder holds something else than a site, so it is left as it is. Name "
                      "another one, or empty it.",
                      out.string());
  }
  fs::create_directories(out.parent_path(), error);
  if (error) {
    return base::fail(base::ErrorCode::unavailable, "A folder cannot be made.",
                      system_reason(error.value(), out.parent_path()));
  }
  const auto lock = lock_folder(out.parent_path());
  if (!lock) return tl::unexpected(lock.error());

  const fs::path made = out.string() + ".new";
  fs::remove_all(made, error);  // Left behind by a process that was killed.
  if (auto written = write_all(files, made, out); !written) {
    fs::remove_all(made, error);
    return written;
  }
  // On the disk before it is in its place: a power cut must not leave names without bytes.
  const Descriptor folder(::open(made.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
  if (!folder.is_open() || ::syncfs(folder.number()) != 0) {
    return failed("The new site cannot be made safe on the disk.", made);
  }
  if (auto exchanged = exchange(made, out); !exchanged) return exchanged;
  ::fsync(lock->number());
  fs::remove_all(made, error);  // The old site now; the next run tries again where this fails.
  return {};
}

}  // namespace publish
