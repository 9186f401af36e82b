// The nodes of one frame, and the last frame's for the page's questions.
#pragma once

#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "semantics/node.h"

namespace semantics {

class Tree {
 public:
  void begin_frame();
  /// Adds a leaf to the open group. Its id is made from the group's: "table/toolbar" + "save".
  /// Two nodes of one id are a mistake of ours: MUST.
  Node& add(std::string_view local_id, Node node);
  void open_group(std::string_view local_id, Node node);
  void close_group();
  /// The id that `local_id` would get in the open group.
  std::string id_of(std::string_view local_id) const;

  const std::vector<Node>& nodes() const { return nodes_; }
  const Node* find(std::string_view id) const;
  const Node* find_named(std::string_view name) const;  ///< For tests: the first of this name.

 private:
  std::vector<Node> nodes_;
  std::unordered_map<std::string, std::size_t> places_;  ///< Id → place in nodes_.
  std::vector<std::string> open_;                        ///< Ids of the groups, outermost first.
};

/// A group for the time of a scope.
class Group {
 public:
  Group(Tree& tree, std::string_view local_id, Node node) : tree_(tree) {
    tree_.open_group(local_id, std::move(node));
  }
  ~Group() { tree_.close_group(); }
  Group(const Group&) = delete;
  Group& operator=(const Group&) = delete;

 private:
  Tree& tree_;
};

}  // namespace semantics
