// Approved texts: compares what a test made with a file that somebody has looked at.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace golden {

/// Fails the Catch2 test where `text` is not what stands in tests/golden/<name>.approved.txt
/// ("pivot/two_in_the_stub"), and prints both.
void check(std::string_view name, std::string_view text);

/// What `check` would say: nothing where `text` is the approved one. Otherwise <name>.received.txt
/// is left beside the approved file; `./test approve` accepts it.
std::optional<std::string> difference(std::string_view name, std::string_view text);

}  // namespace golden
