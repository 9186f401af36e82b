// What the worker calls (web/export_worker.js), in this order: the document, its cells where it
// names some, fonts and outlines where the file needs them, then the job. A file's seal is read
// beforehand. Texts and bytes that are handed over stay ours until the worker ends; it makes one
// file and goes.
#include <emscripten/emscripten.h>

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>

#include "base/digest.h"
#include "base/must.h"
#include "exporter/module.h"
#include "formats/jsonstat.h"
#include "formats/sidecar.h"

// clang-format would take the JavaScript for C++.
// clang-format off
EM_JS(void, js_progress, (double share), {
  Module.progress(share);
});
// clang-format on

namespace {

/// Everything of the one file.
struct Work {
  std::optional<formats::JsonstatDocument> document;
  std::string version;  ///< Of the document.
  std::string_view regular_font, semibold_font;
  std::string_view outlines;
  std::string file;   ///< Once it is made.
  std::string seal;   ///< Of the file that is looked at.
  base::Error error;  ///< Of the call that failed.
} work;

std::string_view text(const char* begin, std::uint32_t size) { return {begin, size}; }

std::span<const std::byte> bytes(const void* begin, std::uint32_t size) {
  return {static_cast<const std::byte*>(begin), size};
}

int failed(base::Error error) {
  work.error = std::move(error);
  return -1;
}

const char* handed(std::string_view text, std::uint32_t* size) {
  *size = static_cast<std::uint32_t>(text.size());
  return text.data();
}

}  // namespace

extern "C" {

/// 0 where the table is whole, 1 where its cells are still wanted (exporter_cells_address), -1
/// where the document cannot be read.
EMSCRIPTEN_KEEPALIVE int exporter_take_document(const char* json, std::uint32_t size) {
  auto read = formats::table_from_jsonstat(text(json, size));
  if (!read) return failed(read.error());
  work.version = base::sha256_hex(text(json, size));
  work.document = std::move(*read);
  return work.document->sidecar.address.empty() ? 0 : 1;
}

EMSCRIPTEN_KEEPALIVE const char* exporter_cells_address(std::uint32_t* size) {
  return handed(work.document->sidecar.address, size);
}

/// 0, or -1 where the cells are not those of the document.
EMSCRIPTEN_KEEPALIVE int exporter_take_cells(const void* begin, std::uint32_t size) {
  stats::Table& table = work.document->table;
  const std::shared_ptr<const void> owner(begin, [](const void*) {});
  auto cells = formats::cells_from_sidecar(owner, bytes(begin, size), table.cells_expected());
  if (!cells) return failed(cells.error());
  table.cells = std::move(*cells);
  return 0;
}

EMSCRIPTEN_KEEPALIVE void exporter_take_fonts(const char* regular, std::uint32_t regular_size,
                                              const char* semibold, std::uint32_t semibold_size) {
  work.regular_font = text(regular, regular_size);
  work.semibold_font = text(semibold, semibold_size);
}

/// GeoJSON.
EMSCRIPTEN_KEEPALIVE void exporter_take_outlines(const char* json, std::uint32_t size) {
  work.outlines = text(json, size);
}

/// 0 where the file is made (exporter_file), else -1.
EMSCRIPTEN_KEEPALIVE int exporter_run(const char* job_json, std::uint32_t job_size,
                                      const char* surroundings_json,
                                      std::uint32_t surroundings_size) {
  MUST(work.document);
  const auto job = exporter::job_from_json(text(job_json, job_size));
  if (!job) return failed(job.error());
  auto surroundings = exporter::surroundings_from_json(text(surroundings_json, surroundings_size));
  if (!surroundings) return failed(surroundings.error());
  surroundings->version = work.version;
  surroundings->regular_font = work.regular_font;
  surroundings->semibold_font = work.semibold_font;
  surroundings->outlines = work.outlines;
  const auto table = std::make_shared<const stats::Table>(std::move(work.document->table));
  auto file = exporter::maker(*job, table, *surroundings, [](double share) {
    js_progress(share);
    return true;  // The page stops a worker by ending it.
  });
  if (!file) return failed(file.error());
  work.file = std::move(*file);
  return 0;
}

EMSCRIPTEN_KEEPALIVE const char* exporter_file(std::uint32_t* size) {
  return handed(work.file, size);
}

/// 1 where the bytes are those that were sealed, 0 where they are others, -1 where there is no
/// seal. What it says is exporter_seal.
EMSCRIPTEN_KEEPALIVE int exporter_read_seal(const char* file, std::uint32_t size) {
  auto seal = output::seal_from_file(text(file, size));
  if (!seal) return failed(seal.error());
  work.seal = output::json_from_origin(seal->origin);
  return seal->is_whole ? 1 : 0;
}

/// JSON (output::json_from_origin).
EMSCRIPTEN_KEEPALIVE const char* exporter_seal(std::uint32_t* size) {
  return handed(work.seal, size);
}

/// SHA-256 of the document that was taken.
EMSCRIPTEN_KEEPALIVE const char* exporter_version(std::uint32_t* size) {
  return handed(work.version, size);
}

/// "too_large": the word of the error's code.
EMSCRIPTEN_KEEPALIVE const char* exporter_error_code(std::uint32_t* size) {
  return handed(base::text_from_error_code(work.error.code), size);
}

EMSCRIPTEN_KEEPALIVE const char* exporter_error_message(std::uint32_t* size) {
  return handed(work.error.message, size);
}

}  // extern "C"
