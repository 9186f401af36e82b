// Choosing and arranging: the zones with a handle for each dimension, and a list of its categories.
#include <algorithm>
#include <cmath>

#include "view/screens.h"
#include "view/widget/layer.h"
#include "view/widget/scroll_area.h"

namespace view {
namespace {

constexpr float padding = 16;
constexpr float handle_gap = 6;
constexpr float list_rows_max = 6;

float handle_height(const Ui& ui) { return ui.is_touch() ? 44 : 30; }
float list_row(const Ui& ui) { return ui.is_touch() ? 44 : 32; }

// --- Handles ---

/// Where a handle stands, so that a drag knows where it would land.
struct PlacedHandle {
  Rect rect;
  app::Zone zone;
  std::size_t place;
  const app::HandleVm* handle;
};

struct PlacedZone {
  Rect rect;
  app::Zone zone;
};

float handle_width(const Ui& ui, const app::HandleVm& handle) {
  return 4 + 20 + 6 + ui.paint.width(handle.label, {Size::note}) + 6 +
         ui.paint.width(std::to_string(handle.count), {Size::note}) + 10;
}

/// Lays handles out in lines; returns the zone's height.
float lay_out(const Ui& ui, const std::vector<app::HandleVm>& handles, const Rect& zone,
              app::Zone which, std::vector<PlacedHandle>& placed) {
  const float inset = 8, height = handle_height(ui);
  float x = zone.x + inset, y = zone.y + inset;
  for (std::size_t i = 0; i < handles.size(); ++i) {
    const float width = std::min(handle_width(ui, handles[i]), zone.w - 2 * inset);
    if (x > zone.x + inset && x + width > zone.right() - inset) {
      x = zone.x + inset;
      y += height + handle_gap;
    }
    placed.push_back({{x, y, width, height}, which, i, &handles[i]});
    x += width + handle_gap;
  }
  return y + height + inset - zone.y;
}

void draw_handle(Ui& ui, const Rect& rect, const app::HandleVm& handle, bool is_lifted,
                 bool is_hovered) {
  if (is_lifted) ui.paint.shadow(rect, tokens::radius::control);
  ui.paint.fill(rect, is_hovered ? Role::surface_hover : Role::surface, tokens::radius::control);
  ui.paint.outline(rect, is_lifted || is_hovered ? Role::primary : Role::border_strong,
                   tokens::radius::control, is_lifted ? 2.0f : 1.0f);
  Rect inner = rect;
  inner.cut_left(4);
  const Rect grip = inner.cut_left(20);
  ui.paint.icon(Icon::drag, grip.middle_x(), grip.middle_y(), 18, Role::text_muted);
  inner.cut_left(4);
  inner.cut_right(10);
  const std::string count = std::to_string(handle.count);
  const float wide = ui.paint.width(count, {Size::note});
  ui.paint.text(inner.cut_right(wide), count, {Size::note, Role::text_muted});
  inner.cut_right(6);
  ui.paint.text(inner, handle.label, {Size::note, Role::text});
}

std::vector<MenuItem> handle_items(const Ui& ui, const PlacedHandle& placed,
                                   std::size_t zone_count) {
  const std::string& code = placed.handle->code;
  const auto move = [&](std::string_view id, Word word, Icon icon, app::Zone zone,
                        std::size_t place) {
    return MenuItem{std::string(id), std::string(ui.word(word)),           icon, Tri::none, {},
                    false,           app::MoveDimension{code, zone, place}};
  };
  std::vector<MenuItem> items;
  constexpr std::size_t last = 1000;
  if (placed.zone != app::Zone::stub)
    items.push_back(move("rows", Word::move_to_rows, Icon::table, app::Zone::stub, last));
  if (placed.zone != app::Zone::heading)
    items.push_back(move("columns", Word::move_to_columns, Icon::table, app::Zone::heading, last));
  if (placed.zone != app::Zone::fixed)
    items.push_back(move("fixed", Word::move_to_fixed, Icon::lock, app::Zone::fixed, last));
  if (placed.zone != app::Zone::fixed && placed.place > 0)
    items.push_back(
        move("earlier", Word::move_earlier, Icon::arrow_left, placed.zone, placed.place - 1));
  if (placed.zone != app::Zone::fixed && placed.place + 1 < zone_count)
    items.push_back(
        move("later", Word::move_later, Icon::arrow_right, placed.zone, placed.place + 1));
  return items;
}

void handle(Ui& ui, const PlacedHandle& placed, std::size_t zone_count) {
  const std::string& code = placed.handle->code;
  const std::string id = "handle/" + code;
  const bool is_lifted = ui.memory.dragged_handle == code;
  const Touch touch = ui.touch(ui.nodes.id_of(id), placed.rect);
  ui.memory.drags.push_back(placed.rect);
  const bool is_open = ui.state.ui.popup && ui.state.ui.popup->id == id;
  if (is_lifted)
    ui.paint.outline(placed.rect, Role::border, tokens::radius::control);
  else
    draw_handle(ui, placed.rect, *placed.handle, false, touch.is_hovered || is_open);
  if (touch.is_hovered) ui.set_cursor(3);
  if (touch.was_pressed) {
    ui.memory.drag_x = ui.pointer_x();
    ui.memory.drag_y = ui.pointer_y();
  }
  const float moved =
      std::hypot(ui.pointer_x() - ui.memory.drag_x, ui.pointer_y() - ui.memory.drag_y);
  if (touch.is_held && moved > 6) ui.memory.dragged_handle = code;
  const app::Command command =
      is_open ? app::Command{app::ClosePopup{}} : app::Command{app::OpenPopup{id}};
  if (touch.was_clicked && !is_lifted) ui.commands.send(command);
  Node node;
  node.role = NodeRole::button;
  node.name = ui.word(Word::handle_menu, {placed.handle->label});
  node.rect = placed.rect;
  node.is_focusable = true;
  node.expanded = is_open ? Tri::yes : Tri::no;
  node.command = command;
  ui.record(id, std::move(node));
  popup_menu(ui, id, placed.rect, ui.word(Word::handle_menu, {placed.handle->label}),
             handle_items(ui, placed, zone_count), 200);
}

/// Follows the pointer, shows where the handle would land, and lets it go there.
void drag_handles(Ui& ui, const std::vector<PlacedHandle>& placed,
                  const std::vector<PlacedZone>& zones) {
  if (ui.memory.dragged_handle.empty()) return;
  const PlacedHandle* lifted = nullptr;
  for (const PlacedHandle& one : placed)
    if (one.handle->code == ui.memory.dragged_handle) lifted = &one;
  const float x = ui.pointer_x(), y = ui.pointer_y();
  const PlacedZone* target = nullptr;
  for (const PlacedZone& zone : zones)
    if (zone.rect.inset(-8).contains(x, y)) target = &zone;
  std::size_t place = 0;
  if (target) {
    ui.paint.outline(target->rect, Role::primary, tokens::radius::control, 2);
    float bar_x = target->rect.x + 6, bar_y = target->rect.y + 8;
    for (const PlacedHandle& one : placed) {
      if (one.zone != target->zone) continue;
      const bool is_before =
          y > one.rect.bottom() || (y >= one.rect.y - 4 && x > one.rect.middle_x());
      if (!is_before) continue;
      bar_x = one.rect.right() + 2;
      bar_y = one.rect.y;
      if (&one != lifted) ++place;
    }
    ui.paint.fill({bar_x - 1, bar_y, 3, handle_height(ui)}, Role::primary, 1);
  }
  if (lifted) {
    ui.overlays.push_back([&ui, lifted = *lifted, x, y] {
      const Rect rect{x - 20, y - lifted.rect.h / 2, lifted.rect.w, lifted.rect.h};
      const Layer layer(ui, LayerKind::tooltip, {0, 0, ui.width(), ui.height()}, false);
      draw_handle(ui, rect, *lifted.handle, true, false);
    });
  }
  ui.set_cursor(3);
  const bool is_held = ui.is_pointer_down();
  if (is_held) return;
  if (target && lifted)
    ui.commands.send(app::MoveDimension{ui.memory.dragged_handle, target->zone, place});
  ui.memory.dragged_handle.clear();
  ui.memory.wants_frame = true;
}

float zones(Ui& ui, const Rect& rect, const app::TableVm& vm, bool draws) {
  std::vector<PlacedHandle> placed;
  std::vector<PlacedZone> boxes;
  float y = rect.y + 10;
  const Rect inner{rect.x + padding, rect.y, rect.w - 2 * padding, 0};
  struct Part {
    app::Zone zone;
    Word word;
    const std::vector<app::HandleVm>* handles;
  };
  const Part parts[] = {{app::Zone::stub, Word::rows, &vm.stub},
                        {app::Zone::heading, Word::columns, &vm.heading},
                        {app::Zone::fixed, Word::fixed, &vm.fixed}};
  for (const Part& part : parts) {
    if (part.zone == app::Zone::fixed && part.handles->empty() && ui.memory.dragged_handle.empty())
      continue;
    const float title = part.zone == app::Zone::stub ? 30 : 26;
    if (draws) {
      Rect row{inner.x, y, inner.w, title};
      if (part.zone == app::Zone::stub) {
        const ButtonLook look{ButtonKind::quiet, Icon::swap, {}, true};
        button(ui, "swap", row.cut_right(button_width(ui, ui.word(Word::swap), look)).centred_y(30),
               ui.word(Word::swap), look, app::SwapStubAndHeading{});
      }
      ui.text("zone" + std::to_string(static_cast<int>(part.zone)), row, ui.word(part.word),
              {Size::note, Role::text_muted});
    }
    y += title;
    std::vector<PlacedHandle> here;
    Rect zone{inner.x, y, inner.w, 0};
    zone.h = lay_out(ui, *part.handles, zone, part.zone, here);
    if (draws) {
      ui.paint.fill(zone, Role::surface_sunken, tokens::radius::control);
      for (const PlacedHandle& one : here)
        handle(ui, one, part.handles->size());
      boxes.push_back({zone, part.zone});
      placed.insert(placed.end(), here.begin(), here.end());
    }
    y += zone.h + 4;
  }
  if (draws) drag_handles(ui, placed, boxes);
  return y + 8 - rect.y;
}

// --- Lists ---

float time_height(const Ui& ui) {
  return ui.is_touch() ? 44 + 8 + 30 + 20 + 52 : 30 + 8 + 26 + 18 + 34;
}

float section_height(const Ui& ui, const app::DimensionVm& dimension) {
  float height = 44;
  if (dimension.is_folded) return height + 1;
  if (dimension.is_time && dimension.time_labels.size() > 2 && !dimension.is_fixed)
    return height + time_height(ui) + 14;
  const auto rows = static_cast<float>(dimension.rows.size());
  const bool has_search = dimension.rows.size() > list_rows_max || !dimension.search.empty();
  if (has_search) height += ui.small_control_height() + 8;
  if (!dimension.is_fixed) height += (ui.is_touch() ? 44 : 24) + 8;
  height += std::min(list_rows_max - 0.5f, std::max(1.0f, rows)) * list_row(ui) + 2;
  return height + 14;
}

void list_buttons(Ui& ui, Rect row, const app::DimensionVm& dimension) {
  using What = app::SelectMany::What;
  LinkLook look;
  look.style = {Size::note, Role::link};
  const auto one = [&](std::string_view id, Word word, What what) {
    return link(ui, id, row, ui.word(word), look, app::SelectMany{what, dimension.code});
  };
  row.cut_left(one("all", Word::select_all, What::all) + 8);
  ui.paint.text(row.cut_left(8), "·", {Size::note, Role::text_muted});
  row.cut_left(one("none", Word::select_none, What::none));
  look.style.align = Align::right;
  one("invert", Word::select_invert, What::invert);
}

void category_list(Ui& ui, const Rect& rect, const app::DimensionVm& dimension) {
  ui.paint.fill(rect, Role::surface, tokens::radius::control);
  const NodeRole role = dimension.is_hierarchy ? NodeRole::tree
                        : dimension.is_fixed   ? NodeRole::radiogroup
                                               : NodeRole::group;
  const auto group = ui.group("list", role, dimension.label, rect);
  if (dimension.rows.empty()) {
    ui.text("none", rect.inset(10, 0), dimension.no_match, {Size::note, Role::text_muted});
  } else {
    const float height = list_row(ui);
    ScrollArea area(ui, "list/" + dimension.code, rect.inset(1),
                    height * static_cast<float>(dimension.rows.size()));
    const auto first = static_cast<std::size_t>(area.offset() / height);
    for (std::size_t i = first; i < dimension.rows.size(); ++i) {
      const Rect row{rect.x + 1, area.top() + height * static_cast<float>(i), area.width(), height};
      if (row.y > rect.bottom()) break;
      const app::CategoryRow& category = dimension.rows[i];
      CheckLook look;
      look.is_radio = dimension.is_fixed;
      if (dimension.is_hierarchy) look.role = NodeRole::treeitem;
      look.ticked = category.ticked == app::CategoryRow::Ticked::yes      ? Tri::yes
                    : category.ticked == app::CategoryRow::Ticked::partly ? Tri::mixed
                                                                          : Tri::no;
      look.indent = dimension.is_hierarchy
                        ? static_cast<float>(category.depth) * 20 + (category.has_children ? 4 : 26)
                        : 0;
      look.has_twist = category.has_children;
      look.is_open = category.is_open;
      look.level = dimension.is_hierarchy ? category.depth + 1 : 0;
      look.marks = category.marks.empty() ? nullptr : &category.marks;
      if (category.is_total) look.note = ui.word(Word::total_published);
      const app::Command command =
          dimension.is_fixed ? app::Command{app::SelectOnly{dimension.code, category.code}}
                             : app::Command{app::ToggleCategory{dimension.code, category.code}};
      check_row(ui, category.code, row, category.label, look, command,
                app::ToggleParentOpen{dimension.code, category.code});
    }
  }
  ui.paint.outline(rect, Role::border, tokens::radius::control);
}

std::vector<MenuItem> period_items(const app::DimensionVm& dimension, bool is_from) {
  std::vector<MenuItem> items;
  const std::string& from = dimension.time_codes[dimension.time_from];
  const std::string& to = dimension.time_codes[dimension.time_to];
  for (std::size_t i = dimension.time_codes.size(); i-- > 0;) {
    const std::string& code = dimension.time_codes[i];
    const std::size_t chosen = is_from ? dimension.time_from : dimension.time_to;
    items.push_back({code,
                     dimension.time_labels[i],
                     {},
                     i == chosen ? Tri::yes : Tri::no,
                     {},
                     false,
                     app::SelectRange{dimension.code, is_from ? code : from, is_from ? to : code}});
  }
  return items;
}

/// Two thumbs that snap to the periods that exist.
void period_slider(Ui& ui, const Rect& rect, const app::DimensionVm& dimension) {
  const auto last = static_cast<float>(dimension.time_codes.size() - 1);
  const Rect track{rect.x + 8, rect.middle_y() - 2, rect.w - 16, 4};
  const auto x_of = [&](std::size_t place) {
    return track.x + track.w * static_cast<float>(place) / last;
  };
  ui.paint.fill(track, Role::border, 2);
  ui.paint.fill(
      {x_of(dimension.time_from), track.y, x_of(dimension.time_to) - x_of(dimension.time_from), 4},
      Role::primary, 2);
  ui.memory.drags.push_back(rect);
  const auto thumb = [&](std::string_view id, std::size_t at, Word word, bool is_from) {
    const Rect hit{x_of(at) - 12, rect.y, 24, rect.h};
    const std::string node_id = ui.nodes.id_of(id);
    const Touch touch = ui.touch(node_id, hit);
    ui.paint.disc(x_of(at), rect.middle_y(), 8, Role::primary);
    ui.paint.disc(x_of(at), rect.middle_y(), 6,
                  touch.is_hovered ? Role::primary_soft : Role::surface);
    if (touch.is_hovered) ui.set_cursor(1);
    const auto command = [&dimension, is_from](std::size_t place) -> app::Command {
      const std::size_t from = is_from ? std::min(place, dimension.time_to) : dimension.time_from;
      const std::size_t to = is_from ? dimension.time_to : std::max(place, dimension.time_from);
      return app::SelectRange{dimension.code, dimension.time_codes[from], dimension.time_codes[to]};
    };
    if (touch.is_held) {
      const float share = std::clamp((ui.pointer_x() - track.x) / track.w, 0.0f, 1.0f);
      const auto place = static_cast<std::size_t>(std::lround(share * last));
      const std::size_t bounded =
          is_from ? std::min(place, dimension.time_to) : std::max(place, dimension.time_from);
      if (bounded != at) ui.commands.send(command(bounded));
    }
    Node node;
    node.role = NodeRole::slider;
    node.name = ui.word(word);
    node.value = dimension.time_labels[at];
    node.rect = hit;
    node.value_now = static_cast<float>(at);
    node.value_max = last;
    node.is_focusable = true;
    node.command_from_value = [command, most = dimension.time_codes.size() - 1](std::string value) {
      return command(std::min<std::size_t>(most, std::strtoul(value.c_str(), nullptr, 10)));
    };
    ui.record(id, std::move(node));
  };
  thumb("from thumb", dimension.time_from, Word::from_year, true);
  thumb("to thumb", dimension.time_to, Word::to_year, false);
}

void period_choice(Ui& ui, Rect rect, const app::DimensionVm& dimension) {
  Rect row = rect.cut_top(ui.small_control_height());
  const std::string_view to = ui.word(Word::to);
  const float between = ui.paint.width(to, {Size::note}) + 16;
  const float width = (row.w - between) / 2;
  const std::string from_id = "from/" + dimension.code, to_id = "to/" + dimension.code;
  const Rect from_rect = row.cut_left(width);
  select_field(ui, "from", from_rect, ui.word(Word::from_year),
               dimension.time_labels[dimension.time_from], {}, from_id);
  popup_menu(ui, from_id, from_rect, ui.word(Word::from_year), period_items(dimension, true),
             from_rect.w);
  ui.paint.text(row.cut_left(between), to,
                {Size::note, Role::text_muted, Face::regular, Align::centre});
  select_field(ui, "to", row, ui.word(Word::to_year), dimension.time_labels[dimension.time_to], {},
               to_id);
  popup_menu(ui, to_id, row, ui.word(Word::to_year), period_items(dimension, false), row.w);
  rect.cut_top(8);
  period_slider(ui, rect.cut_top(ui.is_touch() ? 30 : 26), dimension);
  Rect ends = rect.cut_top(18);
  ui.paint.text(ends, dimension.time_labels.front(), {Size::note, Role::text_muted});
  ui.paint.text(ends, dimension.time_labels.back(),
                {Size::note, Role::text_muted, Face::regular, Align::right});
  rect.cut_top(4);
  Rect chips = rect.cut_top(ui.is_touch() ? 44 : 26);
  const std::size_t all = dimension.time_codes.size(),
                    count = dimension.time_to - dimension.time_from + 1;
  const bool ends_now = dimension.time_to + 1 == all;
  for (int newest : {3, 5, 10}) {
    if (static_cast<std::size_t>(newest) >= all) continue;
    const std::string label = ui.word(Word::newest_n, {std::to_string(newest)});
    const float wide = chip_width(ui, label);
    if (wide > chips.w) break;
    chip(ui, "newest" + std::to_string(newest), chips.cut_left(wide), label,
         ends_now && count == static_cast<std::size_t>(newest), {},
         app::SelectNewest{dimension.code, newest});
    chips.cut_left(8);
  }
  const std::string_view label = ui.word(Word::all_periods);
  if (chip_width(ui, label) <= chips.w)
    chip(ui, "all", chips.cut_left(chip_width(ui, label)), label, count == all, {},
         app::SelectMany{app::SelectMany::What::all, dimension.code});
}

void section(Ui& ui, Rect rect, const app::DimensionVm& dimension) {
  const auto group =
      ui.group("dimension/" + dimension.code, NodeRole::group, dimension.label, rect);
  ui.paint.horizontal(rect.x, rect.right(), rect.y, Role::border);
  const Rect head = rect.cut_top(44);
  const Touch touch = ui.touch(ui.nodes.id_of("fold"), head);
  if (touch.is_hovered) {
    ui.paint.fill({head.x, head.y + 1, head.w, head.h - 1}, Role::surface_hover);
    ui.set_cursor(1);
  }
  Rect inner = head.inset(padding, 0);
  const Rect chevron = inner.cut_left(16);
  ui.paint.icon(dimension.is_folded ? Icon::chevron_right : Icon::chevron_down, chevron.middle_x(),
                chevron.middle_y(), 16, Role::text);
  inner.cut_left(8);
  const float count = ui.paint.width(dimension.count, {Size::note});
  ui.paint.text(inner.cut_right(count + 1), dimension.count, {Size::note, Role::text_muted});
  inner.cut_right(8);
  ui.paint.text(inner, dimension.label, {Size::body, Role::text, Face::semibold});
  const app::Command fold = app::ToggleDimensionFolded{dimension.code};
  if (touch.was_clicked) ui.commands.send(fold);
  Node node;
  node.role = NodeRole::button;
  node.name = dimension.label + ", " + dimension.count;
  node.rect = head;
  node.is_focusable = true;
  node.expanded = dimension.is_folded ? Tri::no : Tri::yes;
  node.command = fold;
  ui.record("fold", std::move(node));
  if (dimension.is_folded) return;

  rect = rect.inset(padding, 0);
  if (dimension.is_time && dimension.time_labels.size() > 2 && !dimension.is_fixed) {
    period_choice(ui, rect, dimension);
    return;
  }
  if (dimension.rows.size() > list_rows_max || !dimension.search.empty()) {
    const std::string label = ui.word(Word::search_in, {dimension.label});
    text_field(ui, "search", rect.cut_top(ui.small_control_height()), label, dimension.search,
               {Icon::search, label, true},
               [code = dimension.code](std::string text) -> app::Command {
                 return app::TypeListSearch{code, std::move(text)};
               });
    rect.cut_top(8);
  }
  if (!dimension.is_fixed) {
    list_buttons(ui, rect.cut_top(ui.is_touch() ? 44 : 24), dimension);
    rect.cut_top(8);
  }
  rect.h -= 14;
  category_list(ui, rect, dimension);
}

}  // namespace

void variable_panel(Ui& ui, const Rect& rect, const app::TableVm& vm) {
  const auto group = ui.group("variables", NodeRole::region, ui.word(Word::variables), rect);
  ui.paint.fill(rect, Role::surface);
  const bool is_docked = ui.state.ui.dialog != app::Dialog::variables;
  if (is_docked) ui.paint.vertical(rect.right() - 1, rect.y, rect.bottom(), Role::border);
  Rect rest{rect.x, rect.y, rect.w - (is_docked ? 1 : 0), rect.h};
  const float zones_height = zones(ui, rest, vm, false);
  float lists = 0;
  for (const app::DimensionVm& dimension : vm.dimensions)
    lists += section_height(ui, dimension);

  // On a low window everything scrolls together; else the zones stay.
  const bool zones_stay = rest.h - zones_height > 260;
  if (zones_stay) zones(ui, rest.cut_top(zones_height), vm, true);
  ScrollArea area(ui, "variables", rest, zones_stay ? lists : lists + zones_height);
  float y = area.top();
  if (!zones_stay) {
    zones(ui, {rest.x, y, area.width(), zones_height}, vm, true);
    y += zones_height;
  }
  for (const app::DimensionVm& dimension : vm.dimensions) {
    const float height = section_height(ui, dimension);
    const Rect place{rest.x, y, area.width(), height};
    if (place.overlaps(rest)) section(ui, place, dimension);
    y += height;
  }
}

}  // namespace view
