#include "http/readiness.h"

#include <system_error>

#include "publish/files.h"

namespace http {

std::string StateProbe::why_not_ready() {
  const std::lock_guard lock(mutex_);
  const auto now = std::chrono::steady_clock::now();
  if (now >= valid_until_) {
    last_ = tried();
    valid_until_ = now + std::chrono::seconds(10);
  }
  return last_;
}

std::string StateProbe::tried() const {
  const std::filesystem::path probe = folder_ / "probe";
  if (!publish::write_file(probe, "probe\n")) return "The state folder cannot be written to.";
  std::error_code error;
  const std::filesystem::space_info space = std::filesystem::space(folder_, error);
  if (error) return "The disk of the state folder does not say how full it is.";
  if (space.available < free_bytes_min) return "The disk of the state folder is full.";
  return {};
}

}  // namespace http
