#include "publish/compress.h"

#include <brotli/decode.h>
#include <brotli/encode.h>
#include <zlib.h>

#include "base/must.h"

namespace publish {
namespace {

constexpr int gzip_window = 15 + 16;  // The largest window, and gzip's head instead of zlib's.

const std::uint8_t* bytes_of(std::string_view text) {
  return reinterpret_cast<const std::uint8_t*>(text.data());
}

constexpr std::size_t small_bytes = 4 * 1024 * 1024;
constexpr std::size_t medium_bytes = 16 * 1024 * 1024;

/// Quality 11 takes about a second for a megabyte, 9 a tenth of that, 5 a fortieth.
int brotli_quality(std::size_t size) {
  if (size <= small_bytes) return 11;
  return size <= medium_bytes ? 9 : 5;
}

/// Level 9 takes four times as long as 6 over raw cells, and saves next to nothing there.
int gzip_level(std::size_t size) { return size <= small_bytes ? 9 : 6; }

}  // namespace

std::string brotli_from_bytes(std::string_view bytes) {
  std::string compressed(BrotliEncoderMaxCompressedSize(bytes.size()), '\0');
  std::size_t size = compressed.size();
  const bool is_done = BrotliEncoderCompress(
      brotli_quality(bytes.size()), BROTLI_MAX_WINDOW_BITS, BROTLI_MODE_GENERIC, bytes.size(),
      bytes_of(bytes), &size, reinterpret_cast<std::uint8_t*>(compressed.data()));
  MUST(is_done);  // The buffer is as large as the library asks for.
  compressed.resize(size);
  return compressed;
}

std::string gzip_from_bytes(std::string_view bytes) {
  z_stream stream{};
  // The head carries no time and no name, so that the same bytes make the same file.
  MUST(deflateInit2(&stream, gzip_level(bytes.size()), Z_DEFLATED, gzip_window, 9,
                    Z_DEFAULT_STRATEGY) == Z_OK);
  std::string compressed(deflateBound(&stream, bytes.size()), '\0');
  stream.next_in = const_cast<Bytef*>(bytes_of(bytes));  // zlib reads it only.
  stream.avail_in = static_cast<uInt>(bytes.size());
  stream.next_out = reinterpret_cast<Bytef*>(compressed.data());
  stream.avail_out = static_cast<uInt>(compressed.size());
  MUST(deflate(&stream, Z_FINISH) == Z_STREAM_END);
  compressed.resize(stream.total_out);
  deflateEnd(&stream);
  return compressed;
}

std::optional<std::string> bytes_from_brotli(std::string_view compressed, std::size_t size) {
  std::string bytes(size, '\0');
  std::size_t got = size;
  const auto result = BrotliDecoderDecompress(compressed.size(), bytes_of(compressed), &got,
                                              reinterpret_cast<std::uint8_t*>(bytes.data()));
  if (result != BROTLI_DECODER_RESULT_SUCCESS || got != size) return std::nullopt;
  return bytes;
}

std::optional<std::string> bytes_from_gzip(std::string_view compressed, std::size_t size) {
  std::string bytes(size, '\0');
  z_stream stream{};
  MUST(inflateInit2(&stream, gzip_window) == Z_OK);
  stream.next_in = const_cast<Bytef*>(bytes_of(compressed));
  stream.avail_in = static_cast<uInt>(compressed.size());
  stream.next_out = reinterpret_cast<Bytef*>(bytes.data());
  stream.avail_out = static_cast<uInt>(bytes.size());
  const int result = inflate(&stream, Z_FINISH);
  const bool is_whole = result == Z_STREAM_END && stream.total_out == size && stream.avail_in == 0;
  inflateEnd(&stream);
  if (!is_whole) return std::nullopt;
  return bytes;
}

}  // namespace publish
