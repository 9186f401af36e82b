#include "output/origin.h"

#include <algorithm>

#include "base/digest.h"
#include "base/json_expect.h"
#include "base/json_writer.h"
#include "base/words.h"

namespace output {
namespace {

constexpr std::string_view origin_mark = "%Lumbung-Origin ", digest_mark = "%sha256 ";
constexpr std::size_t digest_size = 64;
// End of the central directory (APPNOTE.TXT 4.3.16): 22 bytes, of which the last two are the size
// of the comment that follows.
constexpr std::string_view zip_end = "PK\x05\x06";
constexpr std::size_t zip_end_size = 22, comment_max = 65535;

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

std::vector<std::pair<std::string, std::string>> properties_from_origin(const Origin& origin,
                                                                        base::Language language) {
  const auto word = [&](base::Word word) { return std::string(base::text(word, language)); };
  return {{word(base::Word::table_code), origin.table},
          {word(base::Word::origin_version), origin.version},
          {word(base::Word::origin_fingerprint), origin_code(origin)}};
}

base::Result<std::string> sealed_file(std::string file, const Origin& origin) {
  const std::string line = std::string(origin_mark) + json_from_origin(origin) + "\n";
  const std::size_t comment = line.size() + digest_mark.size() + digest_size;
  const std::size_t start = file.rfind("startxref");
  if (file.starts_with("%PDF-") && start != std::string::npos) {
    file.insert(start, line);
  } else if (file.size() >= zip_end_size && comment <= comment_max &&
             file.compare(file.size() - zip_end_size, zip_end.size(), zip_end) == 0) {
    file[file.size() - 2] = static_cast<char>(comment & 0xff);
    file[file.size() - 1] = static_cast<char>(comment >> 8);
    file += line;
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
