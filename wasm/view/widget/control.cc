#include "view/widget/control.h"

#include <algorithm>

#include "view/widget/layer.h"
#include "view/widget/scroll_area.h"

namespace view {
namespace {

constexpr float icon_gap = tokens::space::s;

Size button_size(const Ui& ui, const ButtonLook& look) {
  return look.is_small && !ui.is_touch() ? Size::note : Size::body;
}

float button_padding(const Ui& ui, const ButtonLook& look) {
  if (look.kind == ButtonKind::quiet) return look.is_small ? 6 : 10;
  if (ui.is_touch()) return look.is_small ? 14 : 16;
  return look.is_small ? 10 : 14;
}

struct ButtonInk {
  Role fill = Role::surface, outline = Role::border_strong, ink = Role::text;
  bool has_fill = true, has_outline = true;
};

ButtonInk ink_of_button(const ButtonLook& look, const Touch& touch) {
  if (!look.disabled_reason.empty() && look.kind == ButtonKind::quiet)
    return {Role::disabled_fill, Role::disabled_fill, Role::text_disabled, false, false};
  if (!look.disabled_reason.empty())
    return {Role::disabled_fill, Role::disabled_fill, Role::text_disabled, true, false};
  switch (look.kind) {
    case ButtonKind::primary:
      return {touch.is_held      ? Role::primary_pressed
              : touch.is_hovered ? Role::primary_hover
                                 : Role::primary,
              Role::primary, Role::on_primary, true, false};
    case ButtonKind::quiet:
      return {touch.is_held ? Role::selection : Role::primary_soft, Role::primary, Role::link,
              touch.is_held || touch.is_hovered || look.pressed == Tri::yes, false};
    case ButtonKind::plain:
      break;
  }
  if (touch.is_held || look.pressed == Tri::yes || look.expanded == Tri::yes)
    return {Role::primary_soft, Role::primary, Role::text, true, true};
  if (touch.is_hovered) return {Role::surface_hover, Role::primary, Role::text, true, true};
  return {};
}

}  // namespace

// --- Buttons and links ---

float button_width(const Ui& ui, std::string_view label, const ButtonLook& look) {
  const float height = look.is_small ? ui.small_control_height() : ui.control_height();
  if (look.is_icon_only)
    return ui.is_touch() ? tokens::control_height::hit_target_min_touch : height;
  const Face face = look.kind == ButtonKind::primary ? Face::semibold : Face::regular;
  float width = ui.paint.width(label, {button_size(ui, look), Role::text, face});
  if (look.icon) width += (look.is_small ? 16 : 20) + icon_gap;
  if (look.icon_after) width += 16 + icon_gap;
  return width + 2 * button_padding(ui, look);
}

void button(Ui& ui, std::string_view id, const Rect& rect, std::string_view label,
            const ButtonLook& look, app::Command command) {
  const bool is_off = !look.disabled_reason.empty();
  const std::string node_id = ui.nodes.id_of(id);
  const Touch touch = ui.touch(node_id, rect);
  const ButtonInk ink = ink_of_button(look, is_off ? Touch{} : touch);
  if (ink.has_fill) ui.paint.fill(rect, ink.fill, tokens::radius::control);
  if (ink.has_outline) ui.paint.outline(rect, ink.outline, tokens::radius::control);

  const float icon_size = look.is_small ? tokens::icon_size::small : tokens::icon_size::normal;
  if (look.is_icon_only) {
    if (look.icon)
      ui.paint.icon(*look.icon, rect.middle_x(), rect.middle_y(), tokens::icon_size::normal,
                    ink.ink);
    if (touch.is_hovered) ui.tooltip(node_id, rect, is_off ? look.disabled_reason : label);
  } else {
    const Face face = look.kind == ButtonKind::primary && !is_off ? Face::semibold : Face::regular;
    const TextStyle style{button_size(ui, look), ink.ink, face};
    const float after = look.icon_after ? 16 + icon_gap : 0;
    float content = ui.paint.width(label, style) + after + (look.icon ? icon_size + icon_gap : 0);
    content = std::min(content, rect.w - 4);
    Rect inner{rect.x + (rect.w - content) / 2, rect.y, content, rect.h};
    if (look.icon) {
      ui.paint.icon(*look.icon, inner.x + icon_size / 2, inner.middle_y(), icon_size, ink.ink);
      inner.cut_left(icon_size + icon_gap);
    }
    if (look.icon_after)
      ui.paint.icon(*look.icon_after, inner.cut_right(16).middle_x(), inner.middle_y(), 16,
                    ink.ink);
    ui.paint.text(inner, label, style);
    if (is_off && touch.is_hovered) ui.tooltip(node_id, rect, look.disabled_reason);
  }

  if (touch.is_hovered && !is_off) ui.set_cursor(1);
  if (touch.was_clicked && !is_off) ui.commands.send(command);
  Node node;
  node.role = NodeRole::button;
  node.name = label;
  node.description = look.disabled_reason;
  node.rect = rect;
  node.is_disabled = is_off;
  node.is_focusable = true;
  node.expanded = look.expanded;
  node.pressed = look.pressed;
  if (!is_off) node.command = std::move(command);
  ui.record(id, std::move(node));
}

float link(Ui& ui, std::string_view id, const Rect& box, std::string_view label,
           const LinkLook& look, app::Command command) {
  float wide, high;
  if (look.lines_max == 1) {
    wide = std::min(box.w, ui.paint.width(label, look.style));
    high = box.h;
  } else {
    wide = box.w;
    high = ui.paint.paragraph_height(label, look.style, box.w, look.lines_max);
  }
  const Rect rect{look.style.align == Align::right ? box.right() - wide : box.x, box.y, wide, high};
  const Touch touch = ui.touch(ui.nodes.id_of(id), rect);
  TextStyle style = look.style;
  if (touch.is_hovered && style.colour == Role::link) style.colour = Role::primary_hover;
  if (look.lines_max != 1)
    ui.paint.paragraph({rect.x, rect.y, box.w, high}, label, style, look.lines_max);
  else if (look.marks)
    ui.paint.marked_text(rect, label, style, *look.marks);
  else
    ui.paint.text(rect, label, style);
  if (touch.is_hovered) {
    ui.set_cursor(1);
    const float baseline =
        rect.y + (look.lines_max == 1 ? (rect.h + ui.line(style.size)) / 2 : ui.line(style.size)) -
        3;
    if (look.lines_max == 1) ui.paint.horizontal(rect.x, rect.right(), baseline, style.colour);
  }
  if (touch.was_clicked) ui.commands.send(command);
  Node node;
  node.role = NodeRole::link;
  node.name = label;
  node.rect = rect;
  node.is_focusable = true;
  node.href = look.href;
  node.command = std::move(command);
  ui.record(id, std::move(node));
  return look.lines_max == 1 ? wide : high;
}

// --- Choices ---

void check_row(Ui& ui, std::string_view id, const Rect& rect, std::string_view label,
               const CheckLook& look, app::Command command,
               std::optional<app::Command> twist_command) {
  const Rect seen = rect.clipped_to(ui.clip());
  if (seen.is_empty()) return;
  Rect row = rect;
  row.cut_left(look.indent);
  Rect twist{};
  if (look.has_twist) twist = row.cut_left(ui.is_touch() ? 36 : 22);
  const std::string node_id = ui.nodes.id_of(id);
  const Touch touch = ui.touch(node_id, row);
  if (touch.is_hovered) {
    ui.paint.fill(rect, Role::surface_hover);
    ui.set_cursor(1);
  }
  if (look.has_twist && twist_command) {
    const Touch turned = ui.touch(node_id + "/twist", twist);
    ui.paint.icon(look.is_open ? Icon::chevron_down : Icon::chevron_right, twist.middle_x(),
                  twist.middle_y(), 16, Role::text_muted);
    if (turned.is_hovered) ui.set_cursor(1);
    if (turned.was_clicked) ui.commands.send(*twist_command);
  }

  row.cut_left(look.has_twist || look.indent > 0 ? 2 : 10);
  const float edge = ui.is_touch() ? 22 : 18;
  const Rect box = row.cut_left(edge).centred_y(edge);
  const bool is_on = look.ticked == Tri::yes || look.ticked == Tri::mixed;
  if (look.is_radio) {
    ui.paint.disc(box.middle_x(), box.middle_y(), edge / 2,
                  is_on ? Role::primary : Role::border_strong);
    ui.paint.disc(box.middle_x(), box.middle_y(), edge / 2 - (is_on ? 2 : 1), Role::surface);
    if (is_on) ui.paint.disc(box.middle_x(), box.middle_y(), 4, Role::primary);
  } else {
    ui.paint.fill(box, is_on ? Role::primary : Role::surface, tokens::radius::check);
    if (!is_on) ui.paint.outline(box, Role::border_strong, tokens::radius::check);
    if (is_on)
      ui.paint.icon(look.ticked == Tri::mixed ? Icon::minus : Icon::check, box.middle_x(),
                    box.middle_y(), 14, Role::on_primary);
  }
  row.cut_left(10);
  row.cut_right(10);
  const TextStyle style{look.size, Role::text};
  if (!look.note.empty()) {
    const float wide = ui.paint.width(look.note, {look.size, Role::text_muted});
    ui.paint.text(row.cut_right(wide), look.note, {look.size, Role::text_muted});
    row.cut_right(8);
  }
  if (look.marks)
    ui.paint.marked_text(row, label, style, *look.marks);
  else
    ui.paint.text(row, label, style);

  if (touch.was_clicked) ui.commands.send(command);
  Node node;
  const bool is_plain_radio = look.is_radio && look.role == NodeRole::checkbox;
  node.role = is_plain_radio ? NodeRole::radio : look.role;
  node.name =
      look.note.empty() ? std::string(label) : std::string(label) + ", " + std::string(look.note);
  node.rect = rect;
  node.checked = look.ticked;
  node.is_focusable = true;
  node.level = look.level;
  if (look.has_twist) node.expanded = look.is_open ? Tri::yes : Tri::no;
  node.command = std::move(command);
  ui.record(id, std::move(node));
}

float chip_width(const Ui& ui, std::string_view label, bool has_icon) {
  const float padding = ui.is_touch() ? 16 : 10;
  return ui.paint.width(label, {Size::note}) + 2 * padding + (has_icon ? 22 : 0);
}

void chip(Ui& ui, std::string_view id, const Rect& rect, std::string_view label, bool is_chosen,
          std::optional<Icon> icon_after, app::Command command) {
  const Touch touch = ui.touch(ui.nodes.id_of(id), rect);
  const float radius = rect.h / 2;
  const Role ink = is_chosen ? Role::on_primary_soft : Role::text;
  ui.paint.fill(rect,
                is_chosen          ? Role::primary_soft
                : touch.is_hovered ? Role::surface_hover
                                   : Role::surface,
                radius);
  if (!is_chosen || touch.is_hovered)
    ui.paint.outline(rect, touch.is_hovered ? Role::primary : Role::border_strong, radius);
  Rect inner = rect.inset(ui.is_touch() ? 16 : 10, 0);
  if (icon_after) {
    const Rect place = inner.cut_right(16);
    ui.paint.icon(*icon_after, place.middle_x(), place.middle_y(), 14, ink);
    inner.cut_right(6);
  }
  ui.paint.text(inner, label,
                {Size::note, ink, Face::regular, icon_after ? Align::left : Align::centre});
  if (touch.is_hovered) ui.set_cursor(1);
  if (touch.was_clicked) ui.commands.send(command);
  Node node;
  node.role = NodeRole::button;
  node.name = label;
  node.rect = rect;
  node.is_focusable = true;
  node.pressed = is_chosen ? Tri::yes : Tri::no;
  node.command = std::move(command);
  ui.record(id, std::move(node));
}

float segments_width(const Ui& ui, const std::vector<Segment>& segments) {
  float width = 2;
  for (const Segment& segment : segments)
    width += ui.paint.width(segment.label, {Size::note, Role::text, Face::semibold}) + 20;
  return width;
}

void segments(Ui& ui, std::string_view id, const Rect& rect, std::string_view name,
              const std::vector<Segment>& segments) {
  const auto group = ui.group(id, NodeRole::radiogroup, name, rect);
  ui.paint.fill(rect, Role::surface, tokens::radius::control);
  Rect rest = rect.inset(1);
  for (std::size_t i = 0; i < segments.size(); ++i) {
    const Segment& segment = segments[i];
    const bool is_last = i + 1 == segments.size();
    const float wide = ui.paint.width(segment.label, {Size::note, Role::text, Face::semibold}) + 20;
    const Rect place = is_last ? rest : rest.cut_left(wide);
    const Touch touch = ui.touch(ui.nodes.id_of(segment.id), place);
    if (segment.is_chosen)
      ui.paint.fill(place, Role::primary_soft, tokens::radius::control - 1);
    else if (touch.is_hovered)
      ui.paint.fill(place, Role::surface_hover, tokens::radius::control - 1);
    if (i > 0) ui.paint.vertical(place.x, place.y, place.bottom(), Role::border);
    ui.paint.text(place, segment.label,
                  {Size::note, segment.is_chosen ? Role::on_primary_soft : Role::text,
                   segment.is_chosen ? Face::semibold : Face::regular, Align::centre});
    if (touch.is_hovered) ui.set_cursor(1);
    if (touch.was_clicked) ui.commands.send(segment.command);
    Node node;
    node.role = NodeRole::radio;
    node.name = segment.label;
    node.rect = place;
    node.checked = segment.is_chosen ? Tri::yes : Tri::no;
    node.is_focusable = segment.is_chosen;
    node.command = segment.command;
    ui.record(segment.id, std::move(node));
  }
  ui.paint.outline(rect, Role::border_strong, tokens::radius::control);
}

float tab_width(const Ui& ui, std::string_view label, bool has_icon) {
  return ui.paint.width(label, {Size::body, Role::text, Face::semibold}) + 28 + (has_icon ? 28 : 0);
}

void tab(Ui& ui, std::string_view id, const Rect& rect, std::string_view label, const TabLook& look,
         app::Command command) {
  const Touch touch = ui.touch(ui.nodes.id_of(id), rect);
  if (touch.is_hovered && !look.is_chosen) ui.paint.fill(rect, Role::surface_hover);
  const Role ink = look.is_chosen || touch.is_hovered ? Role::text : Role::text_muted;
  Rect inner = rect.inset(14, 0);
  if (look.has_icon) {
    const Rect place = inner.cut_left(20);
    ui.paint.icon(look.icon, place.middle_x(), place.middle_y(), 20,
                  look.is_chosen ? Role::primary : Role::text_muted);
    inner.cut_left(8);
  }
  ui.paint.text(inner, label, {Size::body, ink, look.is_chosen ? Face::semibold : Face::regular});
  if (look.is_chosen)
    ui.paint.fill({rect.x, rect.bottom() - tokens::line_width::tab_underline, rect.w,
                   tokens::line_width::tab_underline},
                  Role::primary);
  if (touch.is_hovered) ui.set_cursor(1);
  if (touch.was_clicked) ui.commands.send(command);
  Node node;
  node.role = NodeRole::tab;
  node.name = label;
  node.rect = rect;
  node.selected = look.is_chosen ? Tri::yes : Tri::no;
  node.is_focusable = look.is_chosen;
  node.command = std::move(command);
  ui.record(id, std::move(node));
}

// --- Fields ---

void text_field(Ui& ui, std::string_view id, const Rect& rect, std::string_view label,
                std::string_view value, const FieldLook& look,
                std::function<app::Command(std::string)> command) {
  if (look.has_frame) {
    ui.paint.fill(rect, Role::surface, tokens::radius::control);
    ui.paint.outline(rect, Role::border_strong, tokens::radius::control);
  }
  Rect inner = rect.inset(look.is_small ? 8 : 12, 1);
  if (look.icon) {
    const Rect place = inner.cut_left(20);
    ui.paint.icon(*look.icon, place.middle_x() - 2, place.middle_y(), look.is_small ? 16 : 20,
                  look.has_frame ? Role::text_muted : Role::text);
    inner.cut_left(6);
  }
  if (!look.hint.empty() && value.empty()) {
    const float wide = ui.paint.width(look.hint, {Size::note});
    ui.paint.text(inner.cut_right(wide), look.hint, {Size::note, Role::text_muted});
    inner.cut_right(8);
  }
  Node node;
  node.role = look.is_search ? NodeRole::searchbox : NodeRole::textbox;
  node.name = label;
  node.value = value;
  node.placeholder = look.placeholder;
  const auto pixels = [](float size) { return std::to_string(static_cast<int>(size)); };
  node.font = std::string(ui.is_touch()   ? "16"
                          : look.is_small ? "13"
                                          : "15") +
              " " + pixels(inner.x - rect.x) + " " + pixels(rect.right() - inner.right());
  node.rect = rect;
  node.is_focusable = true;
  node.command_from_value = std::move(command);
  ui.record(id, std::move(node));
}

void text_area(Ui& ui, std::string_view id, const Rect& rect, std::string_view label,
               std::string_view value, std::string_view placeholder,
               std::function<app::Command(std::string)> command) {
  ui.paint.fill(rect, Role::surface, tokens::radius::control);
  ui.paint.outline(rect, Role::border_strong, tokens::radius::control);
  Node node;
  node.role = NodeRole::textbox;
  node.name = label;
  node.value = value;
  node.placeholder = placeholder;
  node.font = ui.is_touch() ? "16 12 12" : "15 12 12";
  node.rect = rect;
  node.rows_count = std::max(2, static_cast<int>(rect.h / ui.line(Size::body)));
  node.is_focusable = true;
  node.command_from_value = std::move(command);
  ui.record(id, std::move(node));
}

void select_field(Ui& ui, std::string_view id, const Rect& rect, std::string_view label,
                  std::string_view value, std::optional<Icon> icon, std::string_view popup_id) {
  const bool is_open = ui.state.ui.popup && ui.state.ui.popup->id == popup_id;
  const Touch touch = ui.touch(ui.nodes.id_of(id), rect);
  ui.paint.fill(rect, touch.is_hovered ? Role::surface_hover : Role::surface,
                tokens::radius::control);
  ui.paint.outline(rect, touch.is_hovered || is_open ? Role::primary : Role::border_strong,
                   tokens::radius::control);
  Rect inner = rect.inset(ui.is_touch() ? 12 : 8, 0);
  if (icon) {
    const Rect place = inner.cut_left(16);
    ui.paint.icon(*icon, place.middle_x(), place.middle_y(), 16, Role::text_muted);
    inner.cut_left(8);
  }
  const Rect chevron = inner.cut_right(16);
  ui.paint.icon(Icon::chevron_down, chevron.middle_x(), chevron.middle_y(), 16, Role::text);
  inner.cut_right(6);
  ui.paint.text(inner, value, {Size::note, Role::text});
  const app::Command command = is_open ? app::Command{app::ClosePopup{}}
                                       : app::Command{app::OpenPopup{std::string(popup_id)}};
  if (touch.is_hovered) ui.set_cursor(1);
  if (touch.was_clicked) ui.commands.send(command);
  Node node;
  node.role = NodeRole::button;
  node.name = std::string(label) + ": " + std::string(value);
  node.rect = rect;
  node.is_focusable = true;
  node.expanded = is_open ? Tri::yes : Tri::no;
  node.command = command;
  ui.record(id, std::move(node));
}

float tag_width(const Ui& ui, std::string_view label) {
  return ui.paint.width(label, {Size::note, Role::text, Face::semibold}) + 16;
}

void tag(Ui& ui, const Rect& rect, std::string_view label, TagKind kind) {
  Role fill = Role::surface_sunken, ink = Role::text;
  if (kind == TagKind::outlined) fill = Role::surface;
  if (kind == TagKind::primary) fill = Role::primary_soft, ink = Role::on_primary_soft;
  if (kind == TagKind::warning) fill = Role::warning_soft, ink = Role::on_warning_soft;
  if (kind == TagKind::info) fill = Role::info_soft, ink = Role::on_info_soft;
  ui.paint.fill(rect, fill, tokens::radius::check);
  if (kind == TagKind::outlined) ui.paint.outline(rect, Role::border_strong, tokens::radius::check);
  ui.paint.text(rect, label, {Size::note, ink, Face::semibold, Align::centre});
}

// --- Popups ---

namespace {

constexpr float popup_padding = 6;
constexpr float popup_margin = 8;

void menu_row(Ui& ui, const MenuItem& item, const Rect& row, bool is_list) {
  const std::string node_id = ui.nodes.id_of(item.id);
  const bool is_off = !item.disabled_reason.empty() || !item.command;
  const Touch touch = ui.touch(node_id, row);
  if (item.has_line_above) ui.paint.horizontal(row.x, row.right(), row.y, Role::border);
  if (touch.is_hovered && !is_off) {
    ui.paint.fill(row, Role::surface_hover);
    ui.set_cursor(1);
  }
  if (item.ticked == Tri::yes) ui.paint.fill(row, Role::primary_soft);
  Rect inner = row.inset(12, 0);
  const Role ink = is_off                    ? Role::text_disabled
                   : item.ticked == Tri::yes ? Role::on_primary_soft
                                             : Role::text;
  if (item.ticked != Tri::none) {
    const Rect place = inner.cut_left(16);
    if (item.ticked == Tri::yes)
      ui.paint.icon(Icon::check, place.middle_x(), place.middle_y(), 16, ink);
    inner.cut_left(8);
  } else if (item.icon) {
    const Rect place = inner.cut_left(16);
    ui.paint.icon(*item.icon, place.middle_x(), place.middle_y(), 16, ink);
    inner.cut_left(8);
  }
  ui.paint.text(inner, item.label,
                {ui.is_touch() ? Size::body : Size::note, ink,
                 item.ticked == Tri::yes ? Face::semibold : Face::regular});
  if (is_off && touch.is_hovered) ui.tooltip(node_id, row, item.disabled_reason);
  if (touch.was_clicked && !is_off) {
    ui.commands.send(*item.command);
    if (!item.keeps_open) ui.commands.send(app::ClosePopup{});
  }
  Node node;
  node.role = is_list ? NodeRole::option : NodeRole::menuitem;
  node.name = item.label;
  node.description = item.disabled_reason;
  node.rect = row;
  node.selected = item.ticked;
  node.is_disabled = is_off;
  node.is_focusable = true;
  if (!is_off) node.command = item.command;
  ui.record(item.id, std::move(node));
}

}  // namespace

void popup_menu(Ui& ui, std::string_view popup_id, const Rect& anchor, std::string_view name,
                std::vector<MenuItem> items, float width_min) {
  if (!ui.state.ui.popup || ui.state.ui.popup->id != popup_id || items.empty()) return;
  const float row_height = ui.is_touch() ? 44 : 34;
  float width = std::max(width_min, anchor.w);
  bool is_list = false;
  for (const MenuItem& item : items) {
    width =
        std::max(width, ui.paint.width(item.label, {ui.is_touch() ? Size::body : Size::note}) + 64);
    is_list = is_list || item.ticked != Tri::none;
  }
  width = std::min(width, ui.width() - 2 * popup_margin);
  const float content = row_height * static_cast<float>(items.size());
  const float below = ui.height() - anchor.bottom() - 2 * popup_margin;
  const float above = anchor.y - 2 * popup_margin;
  const float wanted = content + 2 * popup_padding;
  const bool goes_up = wanted > below && above > below;
  const float height = std::min(wanted, std::max(goes_up ? above : below, row_height * 3));
  const float x = std::clamp(anchor.x, popup_margin, ui.width() - width - popup_margin);
  const Rect rect{x, goes_up ? anchor.y - height - 4 : anchor.bottom() + 4, width, height};

  ui.memory.popup_anchor = anchor;
  ui.overlays.push_back([&ui, rect, row_height, is_list, items = std::move(items),
                         id = std::string(popup_id), name = std::string(name)] {
    const Layer layer(ui, LayerKind::popup, rect);
    const auto group =
        ui.group("popup/" + id, is_list ? NodeRole::listbox : NodeRole::menu, name, rect);
    const Rect inner = rect.inset(1, popup_padding);
    ScrollArea area(ui, "popup/" + id, inner, row_height * static_cast<float>(items.size()));
    for (std::size_t i = 0; i < items.size(); ++i) {
      const Rect row{inner.x, area.top() + row_height * static_cast<float>(i), area.width(),
                     row_height};
      if (row.overlaps(inner)) menu_row(ui, items[i], row, is_list);
    }
  });
}

void panel(Ui& ui, const Rect& rect) {
  ui.paint.fill(rect, Role::surface, tokens::radius::panel);
  ui.paint.outline(rect, Role::border, tokens::radius::panel);
}

}  // namespace view
