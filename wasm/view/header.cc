// Strip and header: the same over every screen.
#include <algorithm>

#include "app/address.h"
#include "view/screens.h"

namespace view {
namespace {

std::string address_of(const Ui& ui, std::string_view path) {
  return ui.state.site.base_path + std::string(base::code_from_language(ui.language())) + "/" +
         std::string(path);
}

void strip(Ui& ui, Rect rect) {
  ui.paint.fill(rect, Role::strip);
  Rect inner = rect.inset(ui.margin(), 0);
  const Rect lock = inner.cut_left(16);
  ui.paint.icon(Icon::lock, lock.middle_x(), lock.middle_y(), 16, Role::on_strip_muted);
  inner.cut_left(8);
  ui.text("strip", inner, ui.word(ui.is_phone() ? Word::site_strip_short : Word::site_strip),
          {Size::note, Role::on_strip});
}

void brand(Ui& ui, Rect& bar) {
  const float name_width =
      ui.paint.width(ui.word(Word::site_name), {Size::heading, Role::text, Face::semibold});
  const bool has_subtitle = ui.width() >= 1200;
  const float text_width =
      has_subtitle
          ? std::max(name_width, ui.paint.width(ui.word(Word::site_subtitle), {Size::note}))
          : name_width;
  const float mark = ui.is_phone() ? 36 : 40;
  const Rect rect = bar.cut_left(mark + 12 + text_width);
  const Touch touch = ui.touch("brand", rect);
  Rect inner = rect;
  ui.paint.mark(inner.cut_left(mark).centred_y(mark));
  inner.cut_left(12);
  if (has_subtitle) {
    ui.paint.line(inner.x, inner.middle_y() - 23, ui.word(Word::site_name),
                  {Size::heading, Role::text, Face::semibold});
    ui.paint.line(inner.x, inner.middle_y() + 1, ui.word(Word::site_subtitle),
                  {Size::note, Role::text_muted});
  } else {
    ui.paint.text(inner, ui.word(Word::site_name), {Size::heading, Role::text, Face::semibold});
  }
  if (touch.is_hovered) ui.set_cursor(1);
  if (touch.was_clicked) ui.commands.send(app::OpenCatalogue{});
  Node node;
  node.role = NodeRole::link;
  node.name = std::string(ui.word(Word::site_name)) + ", " + std::string(ui.word(Word::catalogue));
  node.rect = rect;
  node.is_focusable = true;
  node.href = address_of(ui, "");
  node.command = app::OpenCatalogue{};
  ui.record("brand", std::move(node));
}

struct NavigationLink {
  std::string_view id;
  Word label;
  bool is_here = false;
  std::string href;
  app::Command command;
};

void navigation_link(Ui& ui, Rect& bar, NavigationLink target) {
  const std::string_view label = ui.word(target.label);
  const TextStyle style{Size::body, Role::text, target.is_here ? Face::semibold : Face::regular,
                        Align::centre};
  const Rect rect = bar.cut_left(ui.paint.width(label, style) + 24);
  const Touch touch = ui.touch(ui.nodes.id_of(target.id), rect);
  if (touch.is_hovered) ui.paint.fill(rect, Role::surface_hover);
  ui.paint.text(rect, label, style);
  if (target.is_here) ui.paint.fill({rect.x, rect.bottom() - 4, rect.w, 3}, Role::primary);
  if (touch.is_hovered) ui.set_cursor(1);
  if (touch.was_clicked) ui.commands.send(target.command);
  Node node;
  node.role = NodeRole::link;
  node.name = label;
  node.rect = rect;
  node.is_focusable = true;
  node.is_current = target.is_here;
  node.href = std::move(target.href);
  node.command = std::move(target.command);
  ui.record(target.id, std::move(node));
}

void navigation(Ui& ui, Rect& bar) {
  const auto group = ui.group("navigation", NodeRole::navigation, ui.word(Word::navigation), bar);
  // Every screen of the viewer stands under the catalogue.
  navigation_link(ui, bar,
                  {"catalogue", Word::catalogue, true, address_of(ui, ""), app::OpenCatalogue{}});
  if (!ui.state.site.has_desk) return;
  const std::string form = app::request_address(ui.state, {});
  navigation_link(ui, bar, {"requests", Word::requests, false, form, app::OpenPage{form}});
}

std::vector<Segment> languages(const Ui& ui) {
  return {{"id", "ID", ui.language() == base::Language::id, app::SetLanguage{base::Language::id}},
          {"en", "EN", ui.language() == base::Language::en, app::SetLanguage{base::Language::en}}};
}

void phone_menu(Ui& ui, const Rect& anchor) {
  const bool is_dark = ui.state.is_dark();
  const bool is_english = ui.language() == base::Language::en;
  std::vector<MenuItem> items;
  items.push_back({"catalogue",
                   std::string(ui.word(Word::catalogue)),
                   Icon::folder,
                   Tri::none,
                   {},
                   false,
                   app::OpenCatalogue{}});
  if (ui.state.site.has_desk)
    items.push_back({"requests",
                     std::string(ui.word(Word::requests)),
                     Icon::mail,
                     Tri::none,
                     {},
                     false,
                     app::OpenPage{app::request_address(ui.state, {})}});
  items.push_back({"language",
                   is_english ? "Bahasa Indonesia" : "English",
                   Icon::globe,
                   Tri::none,
                   {},
                   false,
                   app::SetLanguage{is_english ? base::Language::id : base::Language::en}});
  items.push_back({"theme",
                   std::string(ui.word(is_dark ? Word::theme_light : Word::theme_dark)),
                   is_dark ? Icon::sun : Icon::moon,
                   Tri::none,
                   {},
                   false,
                   app::SetTheme{is_dark ? app::Theme::light : app::Theme::dark}});
  items.push_back({"text",
                   std::string(ui.word(Word::text_view)),
                   Icon::file_text,
                   Tri::none,
                   {},
                   false,
                   app::OpenTextView{}});
  popup_menu(ui, "menu", anchor, ui.word(Word::menu), std::move(items), 240);
}

void search(Ui& ui, const Rect& rect, const app::CatalogueVm* catalogue) {
  text_field(ui, "search", rect, ui.word(Word::search_table), ui.state.ui.search_text,
             {Icon::search, ui.word(Word::search_table), false, true, true, "/"},
             [](std::string text) -> app::Command { return app::TypeSearch{std::move(text)}; });
  if (catalogue) suggestions_panel(ui, {rect.right() - 560, rect.y, 560, rect.h}, *catalogue);
}

/// From the right end: places are taken from there, but drawn, and so read, from the left.
void right_side(Ui& ui, Rect bar, const app::CatalogueVm* catalogue, bool has_search) {
  const std::string_view text_view = ui.word(Word::text_view);
  const bool has_label = ui.width() >= 1200;
  ButtonLook text_look{ButtonKind::quiet, {}, {}, false, !has_label};
  if (!has_label) text_look.icon = Icon::file_text;
  const Rect text_place = bar.cut_right(button_width(ui, text_view, text_look)).centred_y(38);
  bar.cut_right(8);
  const float edge = ui.is_touch() ? 44 : 38;
  const Rect theme_place = bar.cut_right(edge).centred_y(edge);
  bar.cut_right(8);
  const std::vector<Segment> choices = languages(ui);
  const Rect language_place =
      bar.cut_right(segments_width(ui, choices)).centred_y(ui.is_touch() ? 44 : 30);
  bar.cut_right(16);
  if (has_search) search(ui, bar.cut_right(std::min(320.0f, bar.w)).centred_y(38), catalogue);
  segments(ui, "language", language_place, ui.word(Word::language), choices);
  const bool is_dark = ui.state.is_dark();
  button(ui, "theme", theme_place, ui.word(is_dark ? Word::theme_light : Word::theme_dark),
         {ButtonKind::quiet, is_dark ? Icon::sun : Icon::moon, {}, false, true},
         app::SetTheme{is_dark ? app::Theme::light : app::Theme::dark});
  button(ui, "text view", text_place, text_view, text_look, app::OpenTextView{});
}

}  // namespace

Rect header(Ui& ui, const app::CatalogueVm* catalogue) {
  Rect window{0, 0, ui.width(), ui.height()};
  const auto group = ui.group("header", NodeRole::banner, ui.word(Word::site_name), window);
  if (ui.height() >= tokens::breakpoint::short_height)
    strip(ui, window.cut_top(tokens::extent::strip));
  Rect bar = window.cut_top(ui.is_phone() ? tokens::extent::header_phone : tokens::extent::header);
  ui.paint.fill(bar, Role::surface);
  ui.paint.horizontal(bar.x, bar.right(), bar.bottom() - 1, Role::border);
  bar = bar.inset(ui.margin(), 0);
  const bool is_catalogue = std::holds_alternative<app::CatalogueScreen>(ui.state.screen);
  brand(ui, bar);
  if (ui.is_phone()) {
    const Rect menu = bar.cut_right(44).centred_y(44);
    if (!is_catalogue)
      button(ui, "search", bar.cut_right(44).centred_y(44), ui.word(Word::search_table),
             {ButtonKind::quiet, Icon::search, {}, false, true}, app::OpenCatalogue{});
    const bool is_open = ui.state.ui.popup && ui.state.ui.popup->id == "menu";
    button(ui, "menu", menu, ui.word(Word::menu),
           {ButtonKind::quiet, Icon::menu, {}, false, true, {}, is_open ? Tri::yes : Tri::no},
           is_open ? app::Command{app::ClosePopup{}} : app::Command{app::OpenPopup{"menu"}});
    phone_menu(ui, menu);
    return window;
  }
  bar.cut_left(24);
  if (!ui.is_tablet()) navigation(ui, bar);
  right_side(ui, bar, catalogue, !is_catalogue);
  return window;
}

}  // namespace view
