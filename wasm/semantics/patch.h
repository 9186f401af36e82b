// What the page must change so that its elements are the nodes again.
#pragma once

#include <string>
#include <unordered_map>
#include <vector>

#include "semantics/node.h"

namespace semantics {

/// Compares each frame's nodes with those the page has, and writes the difference as text.
///
/// Records end with U+001E, fields with U+001F. "n" id x y w h parent role name value …: a node
/// that is new or changed. "r" id x y w h: only its place changed. "o" id id id…, last: the ids in
/// order, when any came, went or moved. Places are whole CSS pixels. The fields of "n" are listed
/// in web/semantic.js beside the code that reads them.
class Patcher {
 public:
  /// Empty where nothing changed.
  std::string patch(const std::vector<Node>& nodes);

 private:
  struct Sent {
    std::string body;  ///< Everything but the place.
    std::string place;
  };
  std::unordered_map<std::string, Sent> sent_;
  std::vector<std::string> order_;
};

}  // namespace semantics
