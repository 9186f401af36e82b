// Controls: each draws itself, answers the pointer, and records its node with the command that it
// sends. Whoever presses it, mouse or key or the page's element, sends that same command.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "view/widget/ui.h"

namespace view {

enum class ButtonKind { plain, primary, quiet };

struct ButtonLook {
  ButtonKind kind = ButtonKind::plain;
  std::optional<Icon> icon = {};
  std::optional<Icon> icon_after = {};
  bool is_small = false;
  bool is_icon_only = false;              ///< The label is only read and shown as a tooltip.
  std::string_view disabled_reason = {};  ///< Not empty: it cannot be pressed, and this is why.
  Tri expanded = Tri::none;
  Tri pressed = Tri::none;
};

/// As wide as its label asks, in CSS pixels.
float button_width(const Ui& ui, std::string_view label, const ButtonLook& look = {});
/// Draws in `rect` and sends `command` when pressed.
void button(Ui& ui, std::string_view id, const Rect& rect, std::string_view label,
            const ButtonLook& look, app::Command command);

/// A piece of text that opens something. `href` is its address, for opening in a new tab.
struct LinkLook {
  TextStyle style{Size::body, Role::link, Face::regular, Align::left};
  int lines_max = 1;
  std::string href;
  const std::vector<stats::TextRange>* marks = nullptr;
};
/// Returns the width drawn (one line) or the height (several).
float link(Ui& ui, std::string_view id, const Rect& box, std::string_view label,
           const LinkLook& look, app::Command command);

/// A row with a box: in lists of categories and in dialogs.
struct CheckLook {
  Tri ticked = Tri::no;  ///< mixed: partly.
  bool is_radio = false;
  float indent = 0;
  std::string_view note = {};  ///< Muted, at the right end.
  const std::vector<stats::TextRange>* marks = nullptr;
  bool has_twist = false, is_open = false;  ///< A triangle that opens the children.
  Size size = Size::note;
  NodeRole role = NodeRole::checkbox;
  int level = 0;
};
void check_row(Ui& ui, std::string_view id, const Rect& rect, std::string_view label,
               const CheckLook& look, app::Command command,
               std::optional<app::Command> twist_command = {});

/// A rounded label that can be pressed.
float chip_width(const Ui& ui, std::string_view label, bool has_icon = false);
void chip(Ui& ui, std::string_view id, const Rect& rect, std::string_view label, bool is_chosen,
          std::optional<Icon> icon_after, app::Command command);

/// Side by side, one of them chosen.
struct Segment {
  std::string_view id;
  std::string_view label;
  bool is_chosen = false;
  app::Command command;
};
float segments_width(const Ui& ui, const std::vector<Segment>& segments);
void segments(Ui& ui, std::string_view id, const Rect& rect, std::string_view name,
              const std::vector<Segment>& segments);

struct TabLook {
  Icon icon;
  bool is_chosen = false;
  bool has_icon = true;
};
float tab_width(const Ui& ui, std::string_view label, bool has_icon);
void tab(Ui& ui, std::string_view id, const Rect& rect, std::string_view label, const TabLook& look,
         app::Command command);

/// A real input of the page lies over this field; the canvas draws its frame and icon.
struct FieldLook {
  std::optional<Icon> icon = {};
  std::string_view placeholder = {};
  bool is_small = false;
  bool is_search = true;
  bool has_frame = true;
  std::string_view hint = {};  ///< At the right end: the shortcut.
};
void text_field(Ui& ui, std::string_view id, const Rect& rect, std::string_view label,
                std::string_view value, const FieldLook& look,
                std::function<app::Command(std::string)> command);

/// The same of several lines, as many as the rectangle has room for.
void text_area(Ui& ui, std::string_view id, const Rect& rect, std::string_view label,
               std::string_view value, std::string_view placeholder,
               std::function<app::Command(std::string)> command);

/// A field that opens a list: shows the chosen value and a chevron. Opens the popup `popup_id`.
void select_field(Ui& ui, std::string_view id, const Rect& rect, std::string_view label,
                  std::string_view value, std::optional<Icon> icon, std::string_view popup_id);

/// A small tag.
enum class TagKind { neutral, outlined, primary, warning, info };
float tag_width(const Ui& ui, std::string_view label);
void tag(Ui& ui, const Rect& rect, std::string_view label, TagKind kind);

/// One line of a popup.
struct MenuItem {
  std::string id;
  std::string label;
  std::optional<Icon> icon = {};
  Tri ticked = Tri::none;
  std::string disabled_reason = {};
  bool has_line_above = false;
  std::optional<app::Command> command = {};
  bool keeps_open = false;
};
/// Draws the popup below (or above) `anchor`, over everything, when state.ui.popup is `popup_id`.
/// A press outside closes it.
void popup_menu(Ui& ui, std::string_view popup_id, const Rect& anchor, std::string_view name,
                std::vector<MenuItem> items, float width_min = 200);

/// White box with a thin line.
void panel(Ui& ui, const Rect& rect);

}  // namespace view
