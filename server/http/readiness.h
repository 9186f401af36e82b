// Whether the server can do its work: what /readyz asks.
#pragma once

#include <chrono>
#include <filesystem>
#include <mutex>
#include <string>

namespace http {

/// Tries the state folder by writing to it, at most once in ten seconds however often it is asked.
class StateProbe {
 public:
  /// Below this the disk counts as full.
  static constexpr std::uintmax_t free_bytes_min = 50 * 1024 * 1024;

  explicit StateProbe(std::filesystem::path folder) : folder_(std::move(folder)) {}

  /// Empty where the folder takes what is written and has room; else the reason, without paths.
  std::string why_not_ready();

 private:
  std::string tried() const;

  const std::filesystem::path folder_;
  std::mutex mutex_;
  std::chrono::steady_clock::time_point valid_until_;  ///< Guarded by mutex_.
  std::string last_;                                   ///< Guarded by mutex_.
};

}  // namespace http
