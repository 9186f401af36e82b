#include "output/origin.h"

#include <algorithm>
#include <chrono>
#include <cstdio>

#include <zlib.h>

#include "base/date.h"
#include "base/digest.h"
#include "base/json_expect.h"
#include "base/json_writer.h"
#include "base/words.h"

namespace output {
namespace {

constexpr std::string_view origin_mark = "%Lumbung-Origin ", digest_mark = "%sha256 ";
constexpr std::size_t digest_size = 64;

// --- ZIP (APPNOTE.TXT 4.3) ---

constexpr std::size_t end_size = 22;  ///< Of the end of the central directory, without a comment.
constexpr std::string_view part_name = "docProps/lumbung.xml";

/// In the byte order of the format.
void append_number(std::string& bytes, std::uint32_t number, int size) {
  for (int byte = 0; byte < size; ++byte)
    bytes += static_cast<char>(number >> (8 * byte) & 0xff);
}

std::uint32_t number_at(std::string_view bytes, std::size_t at, int size) {
  std::uint32_t number = 0;
  for (int byte = 0; byte < size; ++byte)
    number |= std::uint32_t{static_cast<unsigned char>(bytes[at + byte])} << (8 * byte);
  return number;
}

/// What stands of a part both before its bytes and in the central directory: version 2.0, not
/// compressed, the first day that the format knows.
void append_part_facts(std::string& bytes, const std::string& part) {
  const auto* data = reinterpret_cast<const unsigned char*>(part.data());
  const auto size = static_cast<std::uint32_t>(part.size());
  append_number(bytes, 20, 2);
  append_number(bytes, 0, 4);
  append_number(bytes, 0x00210000, 4);
  append_number(bytes, static_cast<std::uint32_t>(crc32(0, data, size)), 4);
  append_number(bytes, size, 4);
  append_number(bytes, size, 4);
  append_number(bytes, static_cast<std::uint32_t>(part_name.size()), 2);
  append_number(bytes, 0, 2);
}

/// The archive with one part more, and room for a comment of `comment_size` bytes behind it.
std::string archive_with_part(std::string_view archive, const std::string& part,
                              std::size_t comment_size) {
  const std::string_view end = archive.substr(archive.size() - end_size);
  const std::uint32_t count = number_at(end, 10, 2), directory_size = number_at(end, 12, 4),
                      directory = number_at(end, 16, 4);
  std::string bytes(archive.substr(0, directory));
  bytes += "PK\x03\x04";
  append_part_facts(bytes, part);
  (bytes += part_name) += part;
  const auto moved = static_cast<std::uint32_t>(bytes.size());
  bytes += archive.substr(directory, directory_size);
  bytes += "PK\x01\x02";
  append_number(bytes, 20, 2);
  append_part_facts(bytes, part);
  bytes.append(2 + 2 + 2 + 4, '\0');  // No comment, one disk, no attributes.
  append_number(bytes, directory, 4);
  bytes += part_name;
  const auto grown = static_cast<std::uint32_t>(bytes.size()) - moved;
  bytes += end.substr(0, 8);
  append_number(bytes, count + 1, 2);
  append_number(bytes, count + 1, 2);
  append_number(bytes, grown, 4);
  append_number(bytes, moved, 4);
  append_number(bytes, static_cast<std::uint32_t>(comment_size), 2);
  return bytes;
}

bool is_archive(std::string_view file) {
  if (file.size() < end_size) return false;
  const std::string_view end = file.substr(file.size() - end_size);
  return end.starts_with("PK\x05\x06") &&
         std::uint64_t{number_at(end, 16, 4)} + number_at(end, 12, 4) + end_size == file.size();
}

/// JSON that does not end the CDATA section that it stands in: within its texts, and nowhere else
/// may these three stand together, the escape means the same.
std::string inside_cdata(std::string json) {
  constexpr std::string_view end = "]]>", same = "]]\\u003e";
  for (std::size_t at = json.find(end); at != std::string::npos; at = json.find(end, at))
    json.replace(at, end.size(), same);
  return json;
}

base::Result<Origin> origin_from_json(std::string_view text) {
  const auto document = base::json_from_bytes(text);
  if (!document) return tl::unexpected<base::Error>(document.error());
  base::JsonExpect expect;
  const base::JsonValue root = document->root();
  Origin origin;
  origin.table = expect.needed_text(root, "table");
  origin.version = expect.needed_text(root, "version");
  origin.job = expect.needed_text(root, "job");
  const std::string created = expect.needed_text(root, "created");
  if (!expect.is_well()) return tl::unexpected<base::Error>(expect.error());
  const auto seconds = base::whole_from_figure(created);
  if (!seconds)
    return base::fail(base::ErrorCode::invalid,
                      "The file's seal must say when it was made, but says " + created + ".");
  origin.created = static_cast<std::int64_t>(*seconds);
  return origin;
}

// --- The foot ---

constexpr std::int64_t wib_seconds = 7 * 60 * 60;

/// "19 November 2026, 09.40": the time of the office's zone, which has no summer time.
std::string made_text(std::int64_t created, base::Language language) {
  const std::int64_t local = created + wib_seconds;
  const std::int64_t day = local / 86400, second = local % 86400;
  const std::chrono::year_month_day date{
      std::chrono::sys_days{std::chrono::days{static_cast<int>(day)}}};
  const base::Date named{static_cast<int>(date.year()),
                         static_cast<int>(static_cast<unsigned>(date.month())),
                         static_cast<int>(static_cast<unsigned>(date.day()))};
  char clock[8];
  std::snprintf(clock, sizeof clock, language == base::Language::id ? "%02d.%02d" : "%02d:%02d",
                static_cast<int>(second / 3600), static_cast<int>(second / 60 % 60));
  return base::text_from_date(named, language) + ", " + clock;
}

}  // namespace

std::string json_from_origin(const Origin& origin) {
  base::JsonWriter json;
  json.open_object();
  json.text_member("table", origin.table);
  json.text_member("version", origin.version);
  json.text_member("job", origin.job);
  json.text_member("created", std::to_string(origin.created));
  json.close_object();
  return std::move(json).take();
}

std::string origin_code(const Origin& origin) {
  std::string code = base::sha256_hex(json_from_origin(origin)).substr(0, 8);
  for (char& digit : code)
    if (digit >= 'a') digit = static_cast<char>(digit - 'a' + 'A');
  return code.insert(4, "-");
}

std::string origin_line(std::int64_t created, std::string_view code, base::Language language) {
  std::string line;
  if (created > 0) line = base::text(base::Word::made_at, language, {made_text(created, language)});
  if (!code.empty()) {
    line += (line.empty() ? "" : " · ") +
            base::text(base::Word::origin_code, language, {std::string(code)});
  }
  return line;
}

std::vector<std::pair<std::string, std::string>> properties_from_origin(const Origin& origin,
                                                                        base::Language language) {
  const auto word = [&](base::Word word) { return std::string(base::text(word, language)); };
  return {{word(base::Word::table_code), origin.table},
          {word(base::Word::origin_version), origin.version},
          {word(base::Word::origin_fingerprint), origin_code(origin)}};
}

base::Result<std::string> sealed_file(std::string file, const Origin& origin) {
  const std::string line = std::string(origin_mark) + json_from_origin(origin) + "\n";
  const std::size_t start = file.rfind("startxref");
  if (file.starts_with("%PDF-") && start != std::string::npos) {
    file.insert(start, line);
  } else if (is_archive(file)) {
    // Parts ending in .xml are XML by the workbook's table of contents.
    file = archive_with_part(file, "<origin><![CDATA[\n" + inside_cdata(line) + "]]></origin>\n",
                             digest_mark.size() + digest_size);
  } else {
    return base::fail(base::ErrorCode::invalid,
                      "Only a PDF document or an archive without a comment can be sealed.");
  }
  file += digest_mark;
  return file += base::sha256_hex(file);
}

base::Result<Seal> seal_from_file(std::string_view file) {
  const std::size_t line = file.rfind(origin_mark);
  if (line == std::string_view::npos)
    return base::fail(base::ErrorCode::not_found, "The file has no seal of its origin.");
  const std::string_view rest = file.substr(line + origin_mark.size());
  const auto origin = origin_from_json(rest.substr(0, rest.find('\n')));
  if (!origin) return tl::unexpected<base::Error>(origin.error());
  const std::size_t sealed = file.size() - std::min(file.size(), digest_size);
  const bool has_digest = file.substr(0, sealed).ends_with(digest_mark);
  return Seal{*origin,
              has_digest && file.substr(sealed) == base::sha256_hex(file.substr(0, sealed))};
}

}  // namespace output
