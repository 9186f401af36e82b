// What stands around each of the office's screens: strip, header, and the rail at the left.
#include <algorithm>

#include "office_view/screens.h"

namespace office_view {
namespace {

constexpr float rail_wide = 216, rail_narrow = 64;

void strip(Ui& ui, const Rect& rect) {
  ui.paint.fill(rect, Role::strip);
  Rect inner = rect.inset(ui.margin(), 0);
  const Rect lock = inner.cut_left(16);
  ui.paint.icon(Icon::lock, lock.middle_x(), lock.middle_y(), 16, Role::on_strip_muted);
  inner.cut_left(8);
  ui.text("strip", inner, ui.word(ui.is_phone() ? Word::site_strip_short : Word::site_strip),
          {Size::note, Role::on_strip});
}

void brand(Ui& ui, Rect& bar) {
  const float mark = ui.is_phone() ? 36 : 40;
  Rect inner = bar.cut_left(mark + 12 + 150);
  ui.paint.mark(inner.cut_left(mark).centred_y(mark));
  inner.cut_left(12);
  ui.paint.line(inner.x, inner.middle_y() - 23, ui.word(Word::site_name),
                {Size::heading, Role::text, Face::semibold});
  ui.text("room", {inner.x, inner.middle_y() + 1, inner.w, ui.line(Size::note)},
          ui.word(Word::office_title), {Size::note, Role::text_muted});
}

app::Command other_theme(const Ui& ui) {
  return app::SetTheme{ui.state.is_dark() ? app::Theme::light : app::Theme::dark};
}

/// "Rina Oktaviani · Admin Web".
std::string officer_text(const Desk& desk) {
  const wire::OfficeSession* session = desk.session();
  if (!session) return {};
  return session->officer.name + " · " + session->post.in(desk.language());
}

void right_side(const Desk& desk, Rect bar) {
  Ui& ui = desk.ui;
  const std::string officer = officer_text(desk);
  if (!officer.empty()) {
    const float wide = ui.paint.width(officer, {Size::note}) + 44;
    const Rect chip = bar.cut_right(wide).centred_y(26);
    ui.paint.fill(chip, Role::primary_soft, 13);
    ui.paint.icon(Icon::user, chip.x + 18, chip.middle_y(), 16, Role::on_primary_soft);
    ui.text("officer", {chip.x + 32, chip.y, chip.w - 40, chip.h}, officer,
            {Size::note, Role::on_primary_soft});
    bar.cut_right(12);
  }
  const float edge = ui.is_touch() ? 44 : 38;
  const bool is_dark = ui.state.is_dark();
  const Rect theme = bar.cut_right(edge).centred_y(edge);
  bar.cut_right(8);
  const std::vector<view::Segment> languages{
      {"id", "ID", !(ui.language() == base::Language::en), app::SetLanguage{base::Language::id}},
      {"en", "EN", ui.language() == base::Language::en, app::SetLanguage{base::Language::en}}};
  view::segments(
      ui, "language",
      bar.cut_right(view::segments_width(ui, languages)).centred_y(ui.is_touch() ? 44 : 30),
      ui.word(Word::language), languages);
  view::button(ui, "theme", theme, ui.word(is_dark ? Word::theme_light : Word::theme_dark),
               {view::ButtonKind::quiet, is_dark ? Icon::sun : Icon::moon, {}, false, true},
               other_theme(ui));
}

struct Place {
  std::string_view id;
  std::string label;
  Icon icon;
  bool is_here = false;
  std::string note;  ///< At the right end: how many.
  app::Command command;
};

std::vector<Place> places(const Desk& desk) {
  const Ui& ui = desk.ui;
  const auto queue = app::loaded(desk.office.queue);
  const bool is_entry = std::holds_alternative<office::EntryScreen>(desk.office.screen);
  std::vector<Place> all;
  all.push_back({"queue", std::string(ui.word(Word::office_queue)), Icon::inbox, !is_entry,
                 queue ? std::to_string(queue->counts.open) : std::string(),
                 office::command(office::OpenQueue{})});
  if (office::may(desk.office, desk::Action::enter_request))
    all.push_back({"enter",
                   std::string(ui.word(Word::office_enter)),
                   Icon::pen,
                   is_entry,
                   {},
                   office::command(office::OpenEntry{})});
  all.push_back({"public",
                 std::string(ui.word(Word::office_public_site)),
                 Icon::globe,
                 false,
                 {},
                 office::command(office::OpenPublicSite{})});
  all.push_back({"sign out",
                 std::string(ui.word(Word::office_sign_out)),
                 Icon::exit,
                 false,
                 {},
                 office::command(office::SignOut{})});
  return all;
}

void rail_link(Ui& ui, const Rect& rect, const Place& place, bool has_label) {
  const view::Touch touch = ui.touch(ui.nodes.id_of(place.id), rect);
  if (place.is_here)
    ui.paint.fill(rect, Role::primary_soft, view::tokens::radius::control);
  else if (touch.is_hovered)
    ui.paint.fill(rect, Role::surface_hover, view::tokens::radius::control);
  const Role ink = place.is_here ? Role::on_primary_soft : Role::text;
  Rect inner = rect.inset(12, 0);
  const Rect icon = inner.cut_left(20);
  ui.paint.icon(place.icon, icon.middle_x(), icon.middle_y(), 20, ink);
  inner.cut_left(10);
  const view::TextStyle style{Size::body, ink, place.is_here ? Face::semibold : Face::regular};
  if (has_label) {
    ui.paint.text(inner.cut_right(ui.paint.width(place.note, style) + 1), place.note,
                  {Size::note, ink, Face::semibold, Align::right});
    ui.paint.text(inner, place.label, style);
  } else if (touch.is_hovered) {
    ui.tooltip(ui.nodes.id_of(place.id), rect, place.label);
  }
  if (touch.is_hovered) ui.set_cursor(1);
  if (touch.was_clicked) ui.commands.send(place.command);
  Node node;
  node.role = NodeRole::button;
  node.name = place.label;
  node.rect = rect;
  node.is_focusable = true;
  node.is_current = place.is_here;
  node.command = place.command;
  ui.record(place.id, std::move(node));
}

void rail(const Desk& desk, const Rect& rect) {
  Ui& ui = desk.ui;
  const auto group = ui.group("rail", NodeRole::navigation, ui.word(Word::navigation), rect);
  ui.paint.fill(rect, Role::surface);
  ui.paint.vertical(rect.right() - 1, rect.y, rect.bottom(), Role::border);
  Rect inner = rect.inset(8, 12);
  const float height = ui.is_touch() ? 44 : 40;
  const std::vector<Place> all = places(desk);
  // The ways out stand at the foot.
  Rect foot = inner.cut_bottom(2 * height + 4);
  for (std::size_t i = 0; i < all.size(); ++i) {
    Rect& side = i + 2 < all.size() ? inner : foot;
    rail_link(ui, side.cut_top(height), all[i], rect.w > rail_narrow);
    side.cut_top(2);
  }
}

void phone_menu(const Desk& desk, const Rect& anchor) {
  Ui& ui = desk.ui;
  const bool is_english = ui.language() == base::Language::en;
  const bool is_dark = ui.state.is_dark();
  std::vector<view::MenuItem> items;
  for (const Place& place : places(desk))
    items.push_back(
        {std::string(place.id), place.label, place.icon, Tri::none, {}, false, place.command});
  items.push_back({"language",
                   is_english ? "Bahasa Indonesia" : "English",
                   Icon::globe,
                   Tri::none,
                   {},
                   true,
                   app::SetLanguage{is_english ? base::Language::id : base::Language::en}});
  items.push_back({"theme",
                   std::string(ui.word(is_dark ? Word::theme_light : Word::theme_dark)),
                   is_dark ? Icon::sun : Icon::moon,
                   Tri::none,
                   {},
                   false,
                   other_theme(ui)});
  view::popup_menu(ui, "menu", anchor, ui.word(Word::menu), std::move(items), 240);
}

}  // namespace

Rect frame(const Desk& desk) {
  Ui& ui = desk.ui;
  Rect window{0, 0, ui.width(), ui.height()};
  {
    const auto group = ui.group("header", NodeRole::banner, ui.word(Word::office_title), window);
    if (ui.height() >= view::tokens::breakpoint::short_height)
      strip(ui, window.cut_top(view::tokens::extent::strip));
    Rect bar = window.cut_top(ui.is_phone() ? view::tokens::extent::header_phone
                                            : view::tokens::extent::header);
    ui.paint.fill(bar, Role::surface);
    ui.paint.horizontal(bar.x, bar.right(), bar.bottom() - 1, Role::border);
    bar = bar.inset(ui.margin(), 0);
    brand(ui, bar);
    if (ui.is_phone()) {
      const Rect menu = bar.cut_right(44).centred_y(44);
      const bool is_open = ui.state.ui.popup && ui.state.ui.popup->id == "menu";
      view::button(
          ui, "menu", menu, ui.word(Word::menu),
          {view::ButtonKind::quiet, Icon::menu, {}, false, true, {}, is_open ? Tri::yes : Tri::no},
          is_open ? app::Command{app::ClosePopup{}} : app::Command{app::OpenPopup{"menu"}});
      phone_menu(desk, menu);
      return window;
    }
    right_side(desk, bar);
  }
  rail(desk, window.cut_left(ui.is_tablet() ? rail_narrow : rail_wide));
  return window;
}

}  // namespace office_view
