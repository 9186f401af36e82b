#include "semantics/tree.h"

#include <utility>

#include "base/must.h"

namespace semantics {

void Tree::begin_frame() {
  MUST(open_.empty());
  nodes_.clear();
  places_.clear();
}

std::string Tree::id_of(std::string_view local_id) const {
  if (open_.empty()) return std::string(local_id);
  std::string id = open_.back();
  id += '/';
  id += local_id;
  return id;
}

Node& Tree::add(std::string_view local_id, Node node) {
  node.id = id_of(local_id);
  node.parent = open_.empty() ? std::string() : open_.back();
  const bool is_new = places_.emplace(node.id, nodes_.size()).second;
  MUST(is_new);
  return nodes_.emplace_back(std::move(node));
}

void Tree::open_group(std::string_view local_id, Node node) {
  std::string id = add(local_id, std::move(node)).id;
  open_.push_back(std::move(id));
}

void Tree::close_group() {
  MUST(!open_.empty());
  open_.pop_back();
}

const Node* Tree::find(std::string_view id) const {
  const auto found = places_.find(std::string(id));
  return found == places_.end() ? nullptr : &nodes_[found->second];
}

const Node* Tree::find_named(std::string_view name) const {
  for (const Node& node : nodes_) {
    if (node.name == name) return &node;
  }
  return nullptr;
}

}  // namespace semantics
