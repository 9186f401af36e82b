// The readers of the catalogue and of the search file under any bytes: they answer, and writing
// what they accepted comes to rest, so that the same data published twice gives the same bytes.
#include "wire/catalogue.h"

#include "fuzz/fuzz.h"

namespace {

std::string difference(const std::string& one, const std::string& other) {
  return one == other ? "" : one + "\n is not \n" + other;
}

void check_catalogue(std::string_view bytes) {
  const auto catalogue = wire::catalogue_from_json(bytes);
  if (!catalogue) return;
  const std::string written = wire::json_from_catalogue(*catalogue);
  const auto again = wire::catalogue_from_json(written);
  fuzz::must_hold("what is written can be read", again ? "" : again.error().message);
  fuzz::must_hold("the catalogue is written alike",
                  difference(written, wire::json_from_catalogue(*again)));
}

void check_search(std::string_view bytes) {
  const auto documents = wire::search_documents_from_json(bytes);
  if (!documents) return;
  const std::string written = wire::json_from_search_documents(*documents);
  const auto again = wire::search_documents_from_json(written);
  fuzz::must_hold("what is written can be read", again ? "" : again.error().message);
  fuzz::must_hold("the search file is written alike",
                  difference(written, wire::json_from_search_documents(*again)));
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes = fuzz::text_from_input(data, size);
  check_catalogue(bytes);
  check_search(bytes);
  return 0;
}
