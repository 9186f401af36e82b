#include "semantics/tree.h"

#include <catch2/catch_test_macros.hpp>

using semantics::Group;
using semantics::Node;
using semantics::NodeRole;
using semantics::Tree;

namespace {

Node named(NodeRole role, std::string name) {
  Node node;
  node.role = role;
  node.name = std::move(name);
  return node;
}

}  // namespace

TEST_CASE("a node's id is its group's id and its own") {
  Tree tree;
  tree.begin_frame();
  {
    Group table(tree, "table", named(NodeRole::region, "Jumlah penduduk"));
    Group toolbar(tree, "toolbar", named(NodeRole::toolbar, "Alat"));
    CHECK(tree.id_of("save") == "table/toolbar/save");
    const Node& save = tree.add("save", named(NodeRole::button, "Simpan"));
    CHECK(save.id == "table/toolbar/save");
    CHECK(save.parent == "table/toolbar");
  }
  CHECK(tree.id_of("help") == "help");
  REQUIRE(tree.nodes().size() == 3);
  CHECK(tree.nodes()[0].id == "table");
  CHECK(tree.nodes()[0].parent.empty());
  CHECK(tree.nodes()[1].id == "table/toolbar");
  CHECK(tree.nodes()[1].parent == "table");
}

TEST_CASE("a node is found by its id and by its name") {
  Tree tree;
  tree.begin_frame();
  tree.add("first", named(NodeRole::button, "Salin"));
  tree.add("second", named(NodeRole::button, "Salin"));
  REQUIRE(tree.find("second") != nullptr);
  CHECK(tree.find("second")->name == "Salin");
  REQUIRE(tree.find_named("Salin") != nullptr);
  CHECK(tree.find_named("Salin")->id == "first");
  CHECK(tree.find("third") == nullptr);
  CHECK(tree.find_named("Simpan") == nullptr);
}

TEST_CASE("a new frame begins without the last frame's nodes") {
  Tree tree;
  tree.begin_frame();
  tree.add("save", named(NodeRole::button, "Simpan"));
  tree.begin_frame();
  CHECK(tree.nodes().empty());
  CHECK(tree.find("save") == nullptr);
  CHECK(tree.add("save", named(NodeRole::button, "Simpan")).id == "save");
}
