#include "output/xlsx_memory.h"

#include <algorithm>
#include <cstring>
#include <deque>
#include <memory>
#include <utility>

#include <sys/types.h>

#include <minizip/zip.h>

namespace output {
namespace {

constexpr std::size_t chunk_bytes = 1 << 18;
constexpr std::size_t told_each_bytes = 1 << 20;

thread_local XlsxMemory* current_memory = nullptr;

}  // namespace

struct XlsxMemory::Part {
  XlsxMemory* memory = nullptr;
  std::FILE* file = nullptr;
  std::deque<std::unique_ptr<char[]>> chunks;  ///< Freed ones are null.
  std::size_t written_bytes = 0;
  std::size_t read_at = 0;
};

namespace {

using Part = XlsxMemory::Part;

ssize_t write_part(void* cookie, const char* bytes, std::size_t count) {
  Part& part = *static_cast<Part*>(cookie);
  for (std::size_t done = 0; done < count;) {
    const std::size_t inside = part.written_bytes % chunk_bytes;
    if (inside == 0) part.chunks.push_back(std::make_unique<char[]>(chunk_bytes));
    const std::size_t step = std::min(count - done, chunk_bytes - inside);
    std::memcpy(part.chunks.back().get() + inside, bytes + done, step);
    part.written_bytes += step;
    done += step;
  }
  part.memory->count_written(count);
  return static_cast<ssize_t>(count);
}

ssize_t read_part(void* cookie, char* bytes, std::size_t count) {
  Part& part = *static_cast<Part*>(cookie);
  std::size_t done = 0;
  while (done < count && part.read_at < part.written_bytes) {
    const std::size_t chunk = part.read_at / chunk_bytes, inside = part.read_at % chunk_bytes;
    const std::size_t step =
        std::min({count - done, chunk_bytes - inside, part.written_bytes - part.read_at});
    if (!part.chunks[chunk]) return -1;
    std::memcpy(bytes + done, part.chunks[chunk].get() + inside, step);
    part.read_at += step;
    done += step;
    if (part.read_at % chunk_bytes == 0) part.chunks[chunk].reset();
  }
  return part.memory->count_read(done) ? static_cast<ssize_t>(done) : 0;
}

/// Back to the beginning, where reading starts; nothing else is asked for.
int seek_part(void* cookie, off_t* offset, int origin) {
  Part& part = *static_cast<Part*>(cookie);
  if (origin != SEEK_SET || *offset != 0) return -1;
  part.read_at = 0;
  return 0;
}

int close_part(void* cookie) {
  const std::unique_ptr<Part> part(static_cast<Part*>(cookie));
  part->memory->forget(*part);
  return 0;
}

// --- The archive, as minizip asks for it ---

XlsxMemory& memory_of(voidpf stream) { return *static_cast<XlsxMemory*>(stream); }

voidpf open_archive(voidpf memory, const void*, int) { return memory; }

uLong read_archive(voidpf, voidpf, void*, uLong) { return 0; }

uLong write_archive(voidpf, voidpf stream, const void* bytes, uLong count) {
  std::string& archive = memory_of(stream).archive();
  std::size_t& at = memory_of(stream).archive_at();
  if (at + count > archive.size()) archive.resize(at + count);
  std::memcpy(archive.data() + at, bytes, count);
  at += count;
  return count;
}

ZPOS64_T tell_archive(voidpf, voidpf stream) { return memory_of(stream).archive_at(); }

long seek_archive(voidpf, voidpf stream, ZPOS64_T offset, int origin) {
  XlsxMemory& memory = memory_of(stream);
  std::size_t from = 0;
  if (origin == ZLIB_FILEFUNC_SEEK_CUR) from = memory.archive_at();
  if (origin == ZLIB_FILEFUNC_SEEK_END) from = memory.archive().size();
  memory.archive_at() = from + static_cast<std::size_t>(offset);
  return 0;
}

int close_archive(voidpf, voidpf) { return 0; }
int error_of_archive(voidpf, voidpf) { return 0; }

}  // namespace

XlsxMemory::XlsxMemory(std::function<bool(std::uint64_t, std::uint64_t)> goes_on)
    : goes_on_(std::move(goes_on)) {
  current_memory = this;
}

XlsxMemory::~XlsxMemory() {
  while (!parts_.empty())
    std::fclose(parts_.back()->file);
  current_memory = nullptr;
}

XlsxMemory* XlsxMemory::current() { return current_memory; }

std::FILE* XlsxMemory::open_part() {
  auto part = std::make_unique<Part>();
  part->memory = this;
  cookie_io_functions_t functions = {};
  functions.read = read_part;
  functions.write = write_part;
  functions.seek = seek_part;
  functions.close = close_part;
  part->file = fopencookie(part.get(), "w+", functions);
  if (!part->file) return nullptr;
  parts_.push_back(part.get());
  return part.release()->file;
}

void XlsxMemory::forget(const Part& part) {
  parts_.erase(std::find(parts_.begin(), parts_.end(), &part));
}

bool XlsxMemory::count_read(std::size_t bytes) {
  read_bytes_ += bytes;
  if (read_bytes_ - told_bytes_ >= told_each_bytes && !was_stopped_) {
    told_bytes_ = read_bytes_;
    was_stopped_ = goes_on_ && !goes_on_(read_bytes_, written_bytes_);
  }
  return !was_stopped_;
}

}  // namespace output

// The names that libxlsxwriter is compiled to call (cmake/dependencies.cmake).
extern "C" {

std::FILE* lumbung_memory_file() {
  output::XlsxMemory* memory = output::XlsxMemory::current();
  return memory ? memory->open_part() : nullptr;
}

zipFile lumbung_memory_zip(const char* name, int append) {
  zlib_filefunc64_def functions = {};
  functions.zopen64_file = output::open_archive;
  functions.zread_file = output::read_archive;
  functions.zwrite_file = output::write_archive;
  functions.ztell64_file = output::tell_archive;
  functions.zseek64_file = output::seek_archive;
  functions.zclose_file = output::close_archive;
  functions.zerror_file = output::error_of_archive;
  functions.opaque = output::XlsxMemory::current();
  return functions.opaque ? zipOpen2_64(name, append, nullptr, &functions) : nullptr;
}
}
