#include "http/static_files.h"

#include <algorithm>
#include <array>
#include <utility>

#include <fmt/format.h>

#include "base/digest.h"
#include "base/text.h"
#include "http/field_text.h"
#include "http/negotiation.h"

namespace http {
namespace {

constexpr std::string_view page_name = "index.html";

bool ends_with(std::string_view text, std::string_view ending) {
  return text.size() >= ending.size() && text.substr(text.size() - ending.size()) == ending;
}

bool is_hex(std::string_view text) {
  return std::all_of(text.begin(), text.end(),
                     [](char c) { return is_digit(c) || (c >= 'a' && c <= 'f'); });
}

/// The part of the file's name that is a hash of `digits` digits: the last but one between dots.
std::string_view hash_in_name(std::string_view name, std::size_t digits) {
  const std::vector<std::string_view> parts = base::split(name.substr(name.rfind('/') + 1), '.');
  if (parts.size() < 2) return {};
  const std::string_view part = parts[parts.size() - 2];
  return part.size() == digits && is_hex(part) ? part : std::string_view();
}

}  // namespace

std::string_view content_type(std::string_view name) {
  static constexpr std::array<std::pair<std::string_view, std::string_view>, 17> types = {{
      {".html", "text/html; charset=utf-8"},
      {".css", "text/css; charset=utf-8"},
      {".js", "text/javascript; charset=utf-8"},
      {".wasm", "application/wasm"},
      {".json", "application/json"},
      {".geojson", "application/geo+json"},
      {".csv", "text/csv; charset=utf-8"},
      {".cells", "application/octet-stream"},
      {".woff2", "font/woff2"},
      {".ttf", "font/ttf"},
      {".svg", "image/svg+xml"},
      {".png", "image/png"},
      {".ico", "image/x-icon"},
      {".xml", "application/xml"},
      {".txt", "text/plain; charset=utf-8"},
      {".webmanifest", "application/manifest+json"},
      {".zip", "application/zip"},
  }};
  for (const auto& [ending, type] : types) {
    if (ends_with(name, ending)) return type;
  }
  return "application/octet-stream";
}

bool is_content_addressed(std::string_view name) {
  return !hash_in_name(name, 64).empty() ||
         (name.substr(0, 7) == "assets/" && !hash_in_name(name, 16).empty());
}

base::Result<StaticFiles> StaticFiles::from_folder(const std::filesystem::path& folder) {
  const auto names = publish::files_below(folder);
  if (!names) return tl::unexpected(names.error());
  StaticFiles files;
  for (const std::string& name : *names) {
    // Compressed twins belong to the file beside them and have no address of their own.
    const bool is_twin = ends_with(name, ".br") || ends_with(name, ".gz");
    if (is_twin &&
        std::binary_search(names->begin(), names->end(), name.substr(0, name.size() - 3))) {
      continue;
    }
    if (auto added = files.add(folder, name); !added) return tl::unexpected(added.error());
  }
  return files;
}

base::Result<StaticFiles::Variant> StaticFiles::variant_from_bytes(
    std::string bytes, const std::filesystem::path& file) {
  Variant variant;
  variant.bytes = bytes.size();
  if (variant.bytes <= memory_bytes_max) {
    variant.held = std::make_shared<const std::string>(std::move(bytes));
    return variant;
  }
  auto opened = publish::open_to_read(file);
  if (!opened) return tl::unexpected(opened.error());
  variant.opened = std::make_shared<const publish::Descriptor>(*std::move(opened));
  return variant;
}

base::Result<void> StaticFiles::add(const std::filesystem::path& folder, const std::string& name) {
  static constexpr std::array<std::pair<std::string_view, std::string_view>, encodings_count>
      endings_and_codings = {{{"", ""}, {".br", "br"}, {".gz", "gzip"}}};
  std::string address = "/" + name;
  if (name == page_name || ends_with(name, "/index.html")) {
    const std::string page = address.substr(0, address.size() - page_name.size());
    redirects_.emplace(std::exchange(address, page), page);
    if (page != "/") redirects_.emplace(page.substr(0, page.size() - 1), page);
  }
  Entry& entry = entries_[address];
  std::string hash;
  bool has_twins = false;
  for (int i = 0; i < encodings_count; ++i) {
    const auto& [ending, coding] = endings_and_codings[static_cast<std::size_t>(i)];
    const std::filesystem::path file = folder / (name + std::string(ending));
    if (i != identity && !std::filesystem::is_regular_file(std::filesystem::symlink_status(file))) {
      continue;
    }
    auto bytes = publish::bytes_from_file(file);
    if (!bytes) return tl::unexpected(bytes.error());
    if (i == identity) hash = base::sha256_hex(*bytes);
    auto variant = variant_from_bytes(*std::move(bytes), file);
    if (!variant) return tl::unexpected(variant.error());
    has_twins = has_twins || i != identity;
    variant->etag = coding.empty() ? fmt::format("\"{}\"", hash.substr(0, 32))
                                   : fmt::format("\"{}-{}\"", hash.substr(0, 32), coding);
    variant->content_fields = fmt::format("Content-Type: {}\r\n", content_type(name));
    if (!coding.empty()) {
      variant->content_fields += fmt::format("Content-Encoding: {}\r\n", coding);
    }
    entry.variants[i] = *std::move(variant);
  }
  for (Variant& variant : entry.variants) {
    variant.common_fields =
        fmt::format("{}ETag: {}\r\nCache-Control: {}\r\nAccept-Ranges: bytes\r\n{}",
                    security_fields(), variant.etag,
                    is_content_addressed(name) ? "public, max-age=31536000, immutable" : "no-cache",
                    has_twins ? "Vary: Accept-Encoding\r\n" : "");
  }
  const std::string_view named_hash = hash_in_name(name, 64);
  entry.is_damaged = !named_hash.empty() && named_hash != hash;
  if (entry.is_damaged) damaged_.push_back(address);
  return {};
}

std::optional<HttpOut> StaticFiles::answer(const HttpIn& in) const {
  const auto found = entries_.find(in.path);
  const auto redirect = found == entries_.end() ? redirects_.find(in.path) : redirects_.end();
  if (found == entries_.end() && redirect == redirects_.end()) return std::nullopt;
  if (in.method != Method::get && in.method != Method::head) {
    return plain_answer(405, "This address can only be read.\n", "Allow: GET, HEAD\r\n");
  }
  if (found != entries_.end()) return answer_from_entry(found->second, in);

  // The target is one of our own addresses; only the query is the client's, and the guard has seen
  // to it that nothing in it can end a header line.
  const std::string target =
      in.query.empty() ? redirect->second : redirect->second + "?" + in.query;
  return plain_answer(308, "", fmt::format("Location: {}\r\n", target));
}

HttpOut StaticFiles::answer_from_entry(const Entry& entry, const HttpIn& in) {
  if (entry.is_damaged) {
    return plain_answer(503,
                        "This file is damaged on the server. The office has to publish it again.\n",
                        "Retry-After: 600\r\n");
  }
  // Ranges count bytes of the file itself.
  const EncodingWishes wishes = encoding_wishes(in.field("accept-encoding"));
  if (!in.field("range").empty() && wishes.identity > 0) {
    return answer_from_variant(entry.variants[identity], in);
  }
  const std::array<std::pair<Encoding, int>, encodings_count> ranked = {
      {{br, wishes.br}, {gzip, wishes.gzip}, {identity, wishes.identity}}};
  const Variant* best = nullptr;
  int best_wish = 0;
  for (const auto& [encoding, wish] : ranked) {
    if (wish > best_wish && entry.variants[encoding].exists()) {
      best = &entry.variants[encoding];
      best_wish = wish;
    }
  }
  if (!best) return plain_answer(406, "This file is not held in an encoding that is accepted.\n");
  return answer_from_variant(*best, in);
}

HttpOut StaticFiles::answer_from_variant(const Variant& variant, const HttpIn& in) {
  if (const std::string_view etags = in.field("if-none-match");
      !etags.empty() && names_etag(etags, variant.etag)) {
    HttpOut out;
    out.status = 304;
    out.fields = variant.common_fields;
    return out;
  }
  const std::string_view if_range = in.field("if-range");
  const bool is_same = if_range.empty() || if_range == variant.etag;
  const RangeWish wish = in.method == Method::get && is_same
                             ? range_wish(in.field("range"), variant.bytes)
                             : RangeWish(WholeFile{});
  if (std::holds_alternative<Unsatisfiable>(wish)) {
    return plain_answer(416, "The file ends before this range begins.\n",
                        fmt::format("Content-Range: bytes */{}\r\n", variant.bytes));
  }
  if (const auto* range = std::get_if<ByteRange>(&wish)) {
    HttpOut out = part_of_variant(variant, 206, range->first, range->length);
    out.fields += fmt::format("Content-Range: bytes {}-{}/{}\r\n", range->first,
                              range->first + range->length - 1, variant.bytes);
    return out;
  }
  return part_of_variant(variant, 200, 0, variant.bytes);
}

HttpOut StaticFiles::part_of_variant(const Variant& variant, int status, std::uint64_t first,
                                     std::uint64_t length) {
  HttpOut out;
  out.status = status;
  out.fields = fmt::format("{}{}Content-Length: {}\r\n", variant.common_fields,
                           variant.content_fields, length);
  if (variant.held) {
    out.body = MemoryBody{variant.held, first, length};
  } else {
    out.body = FileBody{variant.opened, first, length};
  }
  return out;
}

HttpOut StaticFiles::not_found(const HttpIn& in) const {
  const bool is_english = in.path.substr(0, 4) == "/en/" || in.path == "/en";
  const auto page = entries_.find(is_english ? "/en/404.html" : "/id/404.html");
  if (page == entries_.end()) return plain_answer(404, "There is no such page.\n");
  const Variant& variant = page->second.variants[identity];
  return part_of_variant(variant, 404, 0, variant.bytes);
}

}  // namespace http
