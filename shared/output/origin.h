// Proof of origin: what a file says about where it came from, and the seal by which a change is
// seen. A sealed file holds a line "%Lumbung-Origin {…}" and ends with "%sha256 <64 digits>", the
// digest of all bytes before the digits. In a PDF document both are comments, the first one before
// "startxref", because readers look for that near the end. In a workbook, which is a ZIP archive,
// the line is a part of its own, stored as it is, and the digest is the archive's comment, which
// has to be short: LibreOffice looks for the archive's end in the last half kilobyte.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/language.h"
#include "base/result.h"

namespace output {

/// From which anybody can make the file again.
struct Origin {
  std::string table;         ///< Code.
  std::string version;       ///< SHA-256 of the table's published document.
  std::string job;           ///< What the exporter was asked for, the address of the view among it.
  std::int64_t created = 0;  ///< Seconds since 1970, UTC.
  friend bool operator==(const Origin&, const Origin&) = default;
};

/// As it stands in the seal, on one line.
std::string json_from_origin(const Origin& origin);

/// "3F0A-7D21", for the foot of a page: the beginning of the SHA-256 of all members.
std::string origin_code(const Origin& origin);

/// "Dibuat 19 November 2026, 09.40 WIB · Sidik 3F0A-7D21 · periksa keaslian di situs": what stands
/// at the foot of paper. `created` is in seconds since 1970, UTC; 0: left out, as an empty code is.
std::string origin_line(std::int64_t created, std::string_view code, base::Language language);

/// Names and values for a document's properties, in `language`: table, version, code.
std::vector<std::pair<std::string, std::string>> properties_from_origin(const Origin& origin,
                                                                        base::Language language);

/// `file` is a PDF document or a workbook whose archive has no comment. Fails with `invalid`
/// where it is neither.
base::Result<std::string> sealed_file(std::string file, const Origin& origin);

/// What a sealed file says, and whether its bytes are still those that were sealed.
struct Seal {
  Origin origin;
  bool is_whole = false;
};

/// Fails with `not_found` where the file has no seal, with `invalid` where that cannot be read.
base::Result<Seal> seal_from_file(std::string_view file);

}  // namespace output
