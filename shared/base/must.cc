#include "base/must.h"

#include <cstdio>
#include <cstdlib>

namespace base {

void must_failed(const char* condition, const char* file, int line) {
  std::fprintf(stderr, "%s:%d: this must hold and does not: %s\n", file, line, condition);
  std::abort();
}

}  // namespace base
