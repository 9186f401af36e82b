// Runs a fuzz target over files instead of invented bytes: the main of every target outside the
// preset `fuzz`. Prints the number of inputs; the sanitizers stop the program where one is broken.

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>
#include <string>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

namespace {

bool replay(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  if (!file) {
    std::cerr << "The input " << path << " cannot be read.\n";
    return false;
  }
  const std::string bytes{std::istreambuf_iterator<char>(file), {}};
  std::cout << "replaying " << path.filename().string() << std::endl;
  LLVMFuzzerTestOneInput(reinterpret_cast<const std::uint8_t*>(bytes.data()), bytes.size());
  return true;
}

}  // namespace

int main(int arguments_count, char** arguments) {
  int inputs_count = 0;
  for (int i = 1; i < arguments_count; ++i) {
    for (const auto& entry : std::filesystem::recursive_directory_iterator(arguments[i])) {
      if (!entry.is_regular_file()) continue;
      if (!replay(entry.path())) return 1;
      ++inputs_count;
    }
  }
  if (inputs_count == 0) {
    std::cerr << "No input was given: name a folder of inputs.\n";
    return 1;
  }
  std::cout << inputs_count << " inputs replayed\n";
}
