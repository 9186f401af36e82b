// The published site, looked up by address in an index that is made once. No path from a request
// ever reaches the file system, so that no request can leave the site.
#pragma once

#include <filesystem>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "http/http_in.h"
#include "http/http_out.h"

namespace http {

class StaticFiles {
 public:
  /// Files up to this size are held in memory, larger ones stay open on disk.
  static constexpr std::uint64_t memory_bytes_max = 1024 * 1024;

  /// Indexes every file below `folder`. A content-addressed file whose bytes do not have the hash
  /// that it is named by is answered with 503 and told in `damaged`.
  static base::Result<StaticFiles> from_folder(const std::filesystem::path& folder);

  /// The answer to GET and HEAD of a file, of a page without its last slash (a redirect), and to
  /// any other method on these (405). Nothing where the site has no such address.
  std::optional<HttpOut> answer(const HttpIn& in) const;

  /// 404 with the page of the language that the address is in.
  HttpOut not_found(const HttpIn& in) const;

  std::size_t files_count() const { return entries_.size(); }
  /// Addresses of the damaged files.
  const std::vector<std::string>& damaged() const { return damaged_; }

 private:
  enum Encoding { identity, br, gzip, encodings_count };

  /// One encoding of a file, with its header lines made ready.
  struct Variant {
    std::uint64_t bytes = 0;
    std::shared_ptr<const std::string> held;            ///< Small files.
    std::shared_ptr<const publish::Descriptor> opened;  ///< Large files.
    std::string etag;                                   ///< With its quotes.
    std::string common_fields;                          ///< Those that a 304 carries too.
    std::string content_fields;

    bool exists() const { return held || opened; }
  };
  struct Entry {
    Variant variants[encodings_count];
    bool is_damaged = false;
  };

  base::Result<void> add(const std::filesystem::path& folder, const std::string& name);
  static base::Result<Variant> variant_from_bytes(std::string bytes,
                                                  const std::filesystem::path& file);
  static HttpOut answer_from_entry(const Entry& entry, const HttpIn& in);
  static HttpOut answer_from_variant(const Variant& variant, const HttpIn& in);
  static HttpOut part_of_variant(const Variant& variant, int status, std::uint64_t first,
                                 std::uint64_t length);

  std::map<std::string, Entry, std::less<>> entries_;  ///< By address: "/id/", "/assets/….wasm".
  std::map<std::string, std::string, std::less<>> redirects_;
  std::vector<std::string> damaged_;
};

/// "application/wasm" for "….wasm", by the ending of the name.
std::string_view content_type(std::string_view name);

/// True for names that hold the hash of their content, and so never change: they may be kept for
/// ever.
///   assets/viewer.0123456789abcdef.wasm    data/<64 hexadecimal digits>.json
bool is_content_addressed(std::string_view name);

}  // namespace http
