#include "semantics/patch.h"

#include <algorithm>

#include <catch2/catch_test_macros.hpp>

using semantics::Node;
using semantics::NodeRole;
using semantics::Patcher;
using semantics::Tri;

namespace {

Node button(std::string id, std::string name, base::Rect rect = {10, 20, 30, 40}) {
  Node node;
  node.id = std::move(id);
  node.role = NodeRole::button;
  node.name = std::move(name);
  node.rect = rect;
  return node;
}

/// With separators that can be read: | after a field, a line for a record.
std::string readable(std::string patch) {
  std::replace(patch.begin(), patch.end(), '\x1f', '|');
  std::replace(patch.begin(), patch.end(), '\x1e', '\n');
  return patch;
}

}  // namespace

TEST_CASE("the first patch has every node and their order") {
  Patcher patcher;
  CHECK(readable(patcher.patch({button("a", "Simpan"), button("b", "Salin")})) ==
        "n|a|10|20|30|40||button|Simpan||||||||||0|-1|-1|1|1|0|0||0|0|0|||||\n"
        "n|b|10|20|30|40||button|Salin||||||||||0|-1|-1|1|1|0|0||0|0|0|||||\n"
        "o|a|b|\n");
}

TEST_CASE("every field of a node has its place in the record") {
  Node node = button("grid/cell", "39.908", {0.4f, 0.6f, 99.2f, 20});
  node.parent = "grid";
  node.role = NodeRole::gridcell;
  node.value = "v";
  node.description = "angka sementara";
  node.checked = Tri::mixed;
  node.expanded = Tri::no;
  node.selected = Tri::yes;
  node.pressed = Tri::no;
  node.is_disabled = true;
  node.is_focusable = true;
  node.is_current = true;
  node.level = 2;
  node.row = 3;
  node.column = 4;
  node.row_span = 5;
  node.column_span = 6;
  node.rows_count = 7;
  node.columns_count = 8;
  node.sorted = Node::Sorted::descending;
  node.value_now = 0.5f;
  node.value_min = -1;
  node.value_max = 2024;
  node.href = "/id/";
  node.placeholder = "Cari";
  node.font = "15";
  node.controls = "menu";
  Patcher patcher;
  CHECK(readable(patcher.patch({node})) ==
        "n|grid/cell|0|1|100|20|grid|gridcell|39.908|v|angka sementara|mixed|false|true|false|true|"
        "true|true|2|3|4|5|6|7|8|descending|0.5|-1|2024|/id/|Cari|15|menu|\n"
        "o|grid/cell|\n");
}

TEST_CASE("a frame like the last one needs no patch") {
  Patcher patcher;
  patcher.patch({button("a", "Simpan")});
  CHECK(patcher.patch({button("a", "Simpan")}).empty());
}

TEST_CASE("a node that only moved is sent as its place") {
  Patcher patcher;
  patcher.patch({button("a", "Simpan"), button("b", "Salin")});
  CHECK(readable(patcher.patch({button("a", "Simpan"), button("b", "Salin", {1, 2, 3, 4})})) ==
        "r|b|1|2|3|4|\n");
}

TEST_CASE("a move of less than half a pixel is no change") {
  Patcher patcher;
  patcher.patch({button("a", "Simpan", {10, 20, 30, 40})});
  CHECK(patcher.patch({button("a", "Simpan", {10.2f, 19.8f, 30.1f, 40})}).empty());
}

TEST_CASE("a node that changed is sent whole, and the order is not") {
  Patcher patcher;
  patcher.patch({button("a", "Simpan"), button("b", "Salin")});
  CHECK(readable(patcher.patch({button("a", "Simpan"), button("b", "Tempel")})) ==
        "n|b|10|20|30|40||button|Tempel||||||||||0|-1|-1|1|1|0|0||0|0|0|||||\n");
}

TEST_CASE("a node that went is missing from the new order") {
  Patcher patcher;
  patcher.patch({button("a", "Simpan"), button("b", "Salin")});
  CHECK(readable(patcher.patch({button("b", "Salin")})) == "o|b|\n");
  CHECK(readable(patcher.patch({})) == "o|\n");
}

TEST_CASE("nodes that changed places are sent as the new order alone") {
  Patcher patcher;
  patcher.patch({button("a", "Simpan"), button("b", "Salin")});
  CHECK(readable(patcher.patch({button("b", "Salin"), button("a", "Simpan")})) == "o|b|a|\n");
}

TEST_CASE("a node that comes back is sent again") {
  Patcher patcher;
  const std::string first = patcher.patch({button("a", "Simpan")});
  patcher.patch({});
  CHECK(patcher.patch({button("a", "Simpan")}) == first);
}

TEST_CASE("separators inside a text cannot end its field") {
  Patcher patcher;
  CHECK(readable(patcher.patch({button("a", "Sim\x1fpan\x1e!")}))
            .starts_with("n|a|10|20|30|40||button|Sim pan !|"));
}
