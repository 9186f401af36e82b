#include "http/static_files.h"

#include <filesystem>
#include <string>

#include <catch2/catch_test_macros.hpp>

#include "base/digest.h"
#include "support/temporary_folder.h"

namespace {

using http::HttpIn;
using http::HttpOut;
using http::StaticFiles;
using support::TemporaryFolder;

HttpIn request(const std::string& path, std::vector<http::HeaderField> fields = {}) {
  HttpIn in;
  in.path = path;
  in.fields = std::move(fields);
  return in;
}

StaticFiles index_of(const TemporaryFolder& folder) {
  auto files = StaticFiles::from_folder(folder.path());
  REQUIRE(files);
  return *std::move(files);
}

HttpOut answer(const StaticFiles& files, const HttpIn& in) {
  auto out = files.answer(in);
  REQUIRE(out);
  return *std::move(out);
}

std::string body(const HttpOut& out) {
  const auto& held = std::get<http::MemoryBody>(out.body);
  return held.bytes ? held.bytes->substr(held.offset, held.length) : "";
}

/// The value of a header line; empty where there is none.
std::string field(const HttpOut& out, const std::string& name) {
  const std::size_t at = out.fields.find(name + ": ");
  if (at == std::string::npos) return "";
  const std::size_t begin = at + name.size() + 2;
  return out.fields.substr(begin, out.fields.find("\r\n", begin) - begin);
}

}  // namespace

TEST_CASE("a page stands at its folder's address, and other ways to it lead there") {
  TemporaryFolder folder;
  folder.write("id/index.html", "<p>halo</p>");
  const StaticFiles files = index_of(folder);

  CHECK(body(answer(files, request("/id/"))) == "<p>halo</p>");
  CHECK(field(answer(files, request("/id/")), "Content-Type") == "text/html; charset=utf-8");
  CHECK(answer(files, request("/id")).status == 308);
  CHECK(field(answer(files, request("/id")), "Location") == "/id/");
  CHECK(field(answer(files, request("/id/index.html")), "Location") == "/id/");
  CHECK_FALSE(files.answer(request("/id/other")));
}

TEST_CASE("a redirect keeps the query") {
  TemporaryFolder folder;
  folder.write("id/index.html", "x");
  HttpIn in = request("/id");
  in.query = "urut=jumlah";
  CHECK(field(answer(index_of(folder), in), "Location") == "/id/?urut=jumlah");
}

TEST_CASE("a file can only be read") {
  TemporaryFolder folder;
  folder.write("robots.txt", "x");
  HttpIn in = request("/robots.txt");
  in.method = http::Method::post;
  const HttpOut out = answer(index_of(folder), in);
  CHECK(out.status == 405);
  CHECK(field(out, "Allow") == "GET, HEAD");
}

TEST_CASE("the best accepted encoding is sent, each with its own tag") {
  TemporaryFolder folder;
  folder.write("a.css", "plain");
  folder.write("a.css.br", "brotli");
  folder.write("a.css.gz", "gzip");
  const StaticFiles files = index_of(folder);

  const HttpOut plain = answer(files, request("/a.css"));
  const HttpOut br = answer(files, request("/a.css", {{"accept-encoding", "gzip, br"}}));
  const HttpOut gzip = answer(files, request("/a.css", {{"accept-encoding", "gzip, br;q=0.5"}}));
  CHECK(body(plain) == "plain");
  CHECK(field(plain, "Content-Encoding").empty());
  CHECK(body(br) == "brotli");
  CHECK(field(br, "Content-Encoding") == "br");
  CHECK(body(gzip) == "gzip");
  CHECK(field(gzip, "Content-Encoding") == "gzip");
  for (const HttpOut* out : {&plain, &br, &gzip})
    CHECK(field(*out, "Vary") == "Accept-Encoding");
  CHECK(field(plain, "ETag") != field(br, "ETag"));
  CHECK(field(gzip, "ETag") != field(br, "ETag"));
  CHECK(answer(files, request("/a.css", {{"accept-encoding", "identity;q=0, deflate"}})).status ==
        406);
  CHECK_FALSE(files.answer(request("/a.css.br")));
}

TEST_CASE("who has the file already gets 304 with the headers of safety") {
  TemporaryFolder folder;
  folder.write("a.txt", "x");
  const StaticFiles files = index_of(folder);
  const std::string etag = field(answer(files, request("/a.txt")), "ETag");
  const HttpOut out = answer(files, request("/a.txt", {{"if-none-match", etag}}));
  CHECK(out.status == 304);
  CHECK(out.body_bytes() == 0);
  CHECK(field(out, "ETag") == etag);
  CHECK(out.fields.find(http::security_fields()) == 0);
  CHECK(answer(files, request("/a.txt", {{"if-none-match", "\"other\""}})).status == 200);
}

TEST_CASE("a part of a file is sent, of the file itself and not of its compressed twin") {
  TemporaryFolder folder;
  folder.write("a.csv", "0123456789");
  folder.write("a.csv.br", "brotli");
  const StaticFiles files = index_of(folder);
  const HttpOut out =
      answer(files, request("/a.csv", {{"range", "bytes=2-4"}, {"accept-encoding", "br"}}));
  CHECK(out.status == 206);
  CHECK(body(out) == "234");
  CHECK(field(out, "Content-Range") == "bytes 2-4/10");
  CHECK(field(out, "Content-Length") == "3");

  const HttpOut behind = answer(files, request("/a.csv", {{"range", "bytes=10-"}}));
  CHECK(behind.status == 416);
  CHECK(field(behind, "Content-Range") == "bytes */10");
  CHECK(answer(files, request("/a.csv", {{"range", "bytes=0-1,4-5"}})).status == 200);
}

TEST_CASE("a part is only sent of the version that the client has") {
  TemporaryFolder folder;
  folder.write("a.csv", "0123456789");
  const StaticFiles files = index_of(folder);
  const std::string etag = field(answer(files, request("/a.csv")), "ETag");
  const auto status = [&](const std::string& if_range) {
    return answer(files, request("/a.csv", {{"range", "bytes=0-1"}, {"if-range", if_range}}))
        .status;
  };
  CHECK(status(etag) == 206);
  CHECK(status("\"older\"") == 200);
  CHECK(status("Sun, 06 Nov 1994 08:49:37 GMT") == 200);
}

TEST_CASE("names that hold the content's hash are kept for ever, others are asked for again") {
  const std::string hash = base::sha256_hex("{}");
  CHECK(http::is_content_addressed("data/" + hash + ".json"));
  CHECK(http::is_content_addressed("assets/viewer.0123456789abcdef.wasm"));
  CHECK_FALSE(http::is_content_addressed("data/murid.json"));
  CHECK_FALSE(http::is_content_addressed("assets/viewer.0123456789abcdeX.wasm"));
  CHECK_FALSE(http::is_content_addressed("id/index.html"));

  TemporaryFolder folder;
  folder.write("data/" + hash + ".json", "{}");
  folder.write("data/murid.json", "{}");
  const StaticFiles files = index_of(folder);
  CHECK(field(answer(files, request("/data/" + hash + ".json")), "Cache-Control") ==
        "public, max-age=31536000, immutable");
  CHECK(field(answer(files, request("/data/murid.json")), "Cache-Control") == "no-cache");
}

TEST_CASE("a file whose bytes do not have the hash in its name is not served") {
  TemporaryFolder folder;
  const std::string name = "data/" + base::sha256_hex("whole") + ".json";
  folder.write(name, "broken");
  const StaticFiles files = index_of(folder);
  CHECK(answer(files, request("/" + name)).status == 503);
  CHECK(files.damaged() == std::vector<std::string>{"/" + name});
}

TEST_CASE("a large file is sent from the disk") {
  TemporaryFolder folder;
  folder.write("big.cells", std::string(StaticFiles::memory_bytes_max + 1, 'x'));
  folder.write("fits.cells", std::string(StaticFiles::memory_bytes_max, 'x'));
  const StaticFiles files = index_of(folder);
  const HttpOut big = answer(files, request("/big.cells", {{"range", "bytes=5-9"}}));
  REQUIRE(std::holds_alternative<http::FileBody>(big.body));
  CHECK(std::get<http::FileBody>(big.body).offset == 5);
  CHECK(std::get<http::FileBody>(big.body).length == 5);
  CHECK(std::holds_alternative<http::MemoryBody>(answer(files, request("/fits.cells")).body));
}

TEST_CASE("a link that leads out of the site is no part of it") {
  TemporaryFolder outside, folder;
  outside.write("secret.txt", "secret");
  folder.write("a.txt", "x");
  std::filesystem::create_symlink(outside.path() / "secret.txt", folder.path() / "link.txt");
  std::filesystem::create_directory_symlink(outside.path(), folder.path() / "out");
  const StaticFiles files = index_of(folder);
  CHECK_FALSE(files.answer(request("/link.txt")));
  CHECK_FALSE(files.answer(request("/out/secret.txt")));
}

TEST_CASE("an address that leads nowhere is answered in the language it is in") {
  TemporaryFolder folder;
  folder.write("id/404.html", "tidak ada");
  folder.write("en/404.html", "not here");
  const StaticFiles files = index_of(folder);
  CHECK(files.not_found(request("/nope")).status == 404);
  CHECK(body(files.not_found(request("/nope"))) == "tidak ada");
  CHECK(body(files.not_found(request("/en/nope"))) == "not here");
}

TEST_CASE("endings say the type, and what is unknown is not guessed at") {
  CHECK(http::content_type("assets/viewer.wasm") == "application/wasm");
  CHECK(http::content_type("a.geojson") == "application/geo+json");
  CHECK(http::content_type("a.cells") == "application/octet-stream");
  CHECK(http::content_type("a.exe") == "application/octet-stream");
}
