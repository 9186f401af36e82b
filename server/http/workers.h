// A few threads for answers that have to wait for a disk, with a short queue before them: what does
// not fit is refused at once, so that nobody waits for an answer that comes too late.
#pragma once

#include <condition_variable>
#include <cstddef>
#include <deque>
#include <functional>
#include <mutex>
#include <thread>
#include <vector>

namespace http {

class Workers {
 public:
  Workers(std::size_t threads_count, std::size_t queue_max);
  /// Waits for the work that has begun; what still stands in the queue is done too.
  ~Workers();
  Workers(const Workers&) = delete;
  Workers& operator=(const Workers&) = delete;

  /// False where the queue is full. `work` must not throw.
  bool give(std::function<void()> work);

 private:
  void run();

  const std::size_t queue_max_;
  std::mutex mutex_;
  std::condition_variable wake_;
  std::deque<std::function<void()>> queue_;  ///< Guarded by mutex_.
  bool is_ending_ = false;                   ///< Guarded by mutex_.
  std::vector<std::thread> threads_;
};

}  // namespace http
