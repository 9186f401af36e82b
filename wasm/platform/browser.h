// Performs effects in the browser, and turns its answers into commands.
#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <string>

#include "app/command.h"
#include "app/effect.h"
#include "base/result.h"

namespace platform {

/// Memory from malloc, which is the answer's from now on.
app::Bytes bytes_from_malloc(void* bytes, std::size_t size);

class Browser {
 public:
  /// Most answers come later, through the functions below; a saved file's comes at once.
  void perform(app::Effect effect);

  /// How a fetch can end without bytes.
  enum class FetchFailure { network, status, memory };

  // --- Answers. Each names its question by number; one that is no longer asked is passed over. ---
  void fetch_progressed(int request, double received, double total, app::Commands& commands) const;
  /// `bytes` came from malloc and is ours now.
  void fetch_arrived(int request, void* bytes, std::size_t size, app::Commands& commands);
  /// `status` is the server's, where there is one. 404: `not_found`; others stand in `detail`.
  void fetch_failed(int request, FetchFailure failure, int status, app::Commands& commands);
  void copy_finished(int request, bool ok, app::Commands& commands);

 private:
  struct Fetch {
    enum class What { catalogue, search_index, table, sidecar, picture } what;
    std::string code;  ///< Of a table or its cells.
    std::string address;
    std::uint64_t bytes = 0;  ///< How many are expected; 0: unknown. Of a picture: its number.
  };
  struct Copy {
    std::size_t cells = 0;
    bool is_link = false;
  };

  void start_fetch(Fetch fetch);
  std::optional<Fetch> take_fetch(int request);
  static void send_answer(Fetch fetch, base::Result<app::Bytes> answer, app::Commands& commands);

  std::map<int, Fetch> fetches_;
  std::map<int, Copy> copies_;
  int requests_count_ = 0;
};

}  // namespace platform
