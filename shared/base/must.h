// MUST(condition): stops the program where our own code is wrong. Never for bad input: that is a
// Result. In the browser the page shows its plain sentence and offers a reload.
#pragma once

namespace base {

[[noreturn]] void must_failed(const char* condition, const char* file, int line);

}  // namespace base

#define MUST(condition) \
  ((condition) ? static_cast<void>(0) : ::base::must_failed(#condition, __FILE__, __LINE__))
