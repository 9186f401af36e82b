#include "semantics/patch.h"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <string_view>
#include <utility>

#include "base/number.h"

namespace semantics {

namespace {

constexpr char record_end = '\x1e', field_end = '\x1f';

constexpr std::string_view role_names[] = {
    "banner",       "navigation",  "main",     "region",    "group",   "toolbar",
    "tablist",      "tree",        "list",     "listbox",   "menu",    "radiogroup",
    "dialog",       "alertdialog", "grid",     "row",       "heading", "text",
    "link",         "button",      "checkbox", "radio",     "tab",     "treeitem",
    "listitem",     "option",      "menuitem", "searchbox", "textbox", "slider",
    "columnheader", "rowheader",   "gridcell", "status",    "alert",   "progressbar",
    "image"};
static_assert(std::size(role_names) == node_role_count);

/// Empty where the role has no such state, so that the page leaves the attribute out.
std::string_view text_from_tri(Tri state) {
  switch (state) {
    case Tri::none:
      return "";
    case Tri::no:
      return "false";
    case Tri::yes:
      return "true";
    case Tri::mixed:
      return "mixed";
  }
  return "";
}

std::string_view text_from_sorted(Node::Sorted sorted) {
  switch (sorted) {
    case Node::Sorted::none:
      return "";
    case Node::Sorted::ascending:
      return "ascending";
    case Node::Sorted::descending:
      return "descending";
  }
  return "";
}

/// The fields of one record. Our two separators inside a text become spaces.
class Fields {
 public:
  void text(std::string_view text) {
    const auto start = static_cast<std::ptrdiff_t>(written_.size());
    written_ += text;
    std::replace_if(
        written_.begin() + start, written_.end(),
        [](char c) { return c == record_end || c == field_end; }, ' ');
    written_ += field_end;
  }
  void flag(bool is_set) { text(is_set ? "true" : ""); }
  void number(std::int32_t number) { text(std::to_string(number)); }
  void figure(float figure) { text(base::figure_from_number(figure)); }
  std::string take() { return std::move(written_); }

 private:
  std::string written_;
};

std::string body_from_node(const Node& node) {
  Fields fields;
  fields.text(node.parent);
  fields.text(role_names[static_cast<std::size_t>(node.role)]);
  fields.text(node.name);
  fields.text(node.value);
  fields.text(node.description);
  fields.text(text_from_tri(node.checked));
  fields.text(text_from_tri(node.expanded));
  fields.text(text_from_tri(node.selected));
  fields.text(text_from_tri(node.pressed));
  fields.flag(node.is_disabled);
  fields.flag(node.is_focusable);
  fields.flag(node.is_current);
  fields.number(node.level);
  fields.number(node.row);
  fields.number(node.column);
  fields.number(node.row_span);
  fields.number(node.column_span);
  fields.number(node.rows_count);
  fields.number(node.columns_count);
  fields.text(text_from_sorted(node.sorted));
  fields.figure(node.value_now);
  fields.figure(node.value_min);
  fields.figure(node.value_max);
  fields.text(node.href);
  fields.text(node.placeholder);
  fields.text(node.font);
  fields.text(node.controls);
  return fields.take();
}

/// Edges are rounded, not sizes, so that neighbours stay neighbours.
std::string place_from_rect(const base::Rect& rect) {
  const auto whole = [](float edge) { return static_cast<std::int32_t>(std::lround(edge)); };
  const std::int32_t x = whole(rect.x), y = whole(rect.y);
  Fields fields;
  fields.number(x);
  fields.number(y);
  fields.number(whole(rect.right()) - x);
  fields.number(whole(rect.bottom()) - y);
  return fields.take();
}

std::string id_field(std::string_view id) {
  Fields fields;
  fields.text(id);
  return fields.take();
}

void add_record(std::string& patch, char kind, std::string_view fields) {
  patch += kind;
  patch += field_end;
  patch += fields;
  patch += record_end;
}

}  // namespace

std::string Patcher::patch(const std::vector<Node>& nodes) {
  std::string patch;
  std::vector<std::string> order;
  order.reserve(nodes.size());
  std::unordered_map<std::string, Sent> sent;
  sent.reserve(nodes.size());
  for (const Node& node : nodes) {
    Sent now{body_from_node(node), place_from_rect(node.rect)};
    const auto before = sent_.find(node.id);
    if (before == sent_.end() || before->second.body != now.body) {
      add_record(patch, 'n', id_field(node.id) + now.place + now.body);
    } else if (before->second.place != now.place) {
      add_record(patch, 'r', id_field(node.id) + now.place);
    }
    order.push_back(node.id);
    sent.emplace(node.id, std::move(now));
  }
  if (order != order_) {
    std::string ids;
    for (const std::string& id : order)
      ids += id_field(id);
    add_record(patch, 'o', ids);
  }
  sent_ = std::move(sent);
  order_ = std::move(order);
  return patch;
}

}  // namespace semantics
