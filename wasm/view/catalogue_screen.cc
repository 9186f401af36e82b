// The catalogue: search, subjects, filters, and one entry for each table and each thing not
// available.
#include <algorithm>

#include "base/number.h"
#include "base/variant.h"
#include "view/screens.h"
#include "view/widget/layer.h"
#include "view/widget/scroll_area.h"

namespace view {
namespace {

constexpr float gap = tokens::space::xl;

const app::CatalogueScreen& screen_of(const Ui& ui) {
  return std::get<app::CatalogueScreen>(ui.state.screen);
}

float column_margin(const Ui& ui, float width) {
  return std::max(ui.margin(), (width - tokens::extent::content_max) / 2);
}

std::string_view level_label(const Ui& ui, std::string_view level) {
  if (level == "province") return ui.word(Word::level_province);
  if (level == "regency") return ui.word(Word::level_regency);
  if (level == "district") return ui.word(Word::level_district);
  return ui.word(Word::level_village);
}

// --- Search band ---

float hero_height(const Ui& ui) {
  return ui.is_phone() ? 16 + 28 + 2 + 24 + 12 + 52 + 16
                       : 24 + 34 + 2 + 22 + 12 + 52 + 12 + 26 + 20;
}

void frequent_row(Ui& ui, Rect row, const app::CatalogueVm& vm) {
  const std::string_view label = ui.word(Word::frequent_searches);
  ui.text("frequent", row.cut_left(ui.paint.width(label, {Size::note}) + 1), label,
          {Size::note, Role::text_muted});
  row.cut_left(8);
  int number = 0;
  for (const std::string& word : vm.frequent) {
    const float width = chip_width(ui, word);
    if (width > row.w) break;
    chip(ui, "frequent" + std::to_string(number++), row.cut_left(width), word, false, {},
         app::SearchFor{word});
    row.cut_left(8);
  }
}

void search_box(Ui& ui, Rect rect, const app::CatalogueVm& vm) {
  ui.paint.fill(rect, Role::surface, tokens::radius::panel);
  ui.paint.outline(rect, Role::primary, tokens::radius::panel, 2);
  const Rect all = rect;
  const std::string_view go = ui.word(Word::search);
  const float go_width =
      ui.paint.width(go, {Size::body, Role::text, Face::semibold}) + (ui.is_phone() ? 28 : 48);
  button(ui, "go", rect.cut_right(go_width), go, {ButtonKind::primary},
         app::SearchFor{ui.state.ui.search_text});
  if (!ui.state.ui.search_text.empty())
    button(ui, "clear", rect.cut_right(44).centred_y(38), ui.word(Word::clear_filters),
           {ButtonKind::quiet, Icon::close, {}, false, true}, app::SearchFor{""});
  rect.cut_left(6);
  text_field(ui, "search", rect, ui.word(Word::search_table), ui.state.ui.search_text,
             {Icon::search, ui.word(ui.is_phone() ? Word::search_hint_short : Word::search_hint),
              false, true, false},
             [](std::string text) -> app::Command { return app::TypeSearch{std::move(text)}; });
  suggestions_panel(ui, all, vm);
}

constexpr float call_height = 136;

/// "Datanya belum ada?", and the way to ask.
void request_call(Ui& ui, Rect inner, const app::CatalogueVm& vm) {
  const auto group = ui.group("call", NodeRole::region, ui.word(Word::data_missing), inner);
  ui.heading("call title", inner.cut_top(22), ui.word(Word::data_missing), 2,
             {Size::body, Role::text, Face::semibold});
  inner.cut_top(6);
  inner.cut_top(ui.paragraph("call hint", inner, ui.word(Word::data_missing_hint),
                             {Size::note, Role::text_muted}));
  inner.cut_top(10);
  const std::string_view label = ui.word(Word::ask_for_data);
  const ButtonLook look{ButtonKind::plain, Icon::mail, {}, !ui.is_touch()};
  button(ui, "ask",
         {inner.x, inner.y, button_width(ui, label, look), ui.is_touch() ? 44.0f : 30.0f}, label,
         look, app::OpenPage{vm.request_address});
}

void hero(Ui& ui, const Rect& rect, const app::CatalogueVm& vm) {
  const auto group = ui.group("find", NodeRole::region, ui.word(Word::search), rect);
  ui.paint.fill(rect, Role::surface);
  ui.paint.horizontal(rect.x, rect.right(), rect.bottom() - 1, Role::border);
  Rect inner = rect.inset(column_margin(ui, rect.w), 0);
  inner.cut_top(ui.is_phone() ? 16 : 24);
  if (ui.is_wide() && !vm.request_address.empty()) {
    const Rect call = inner.cut_right(tokens::extent::side_panel);
    ui.paint.fill({call.x, call.y, 1, call.h - 20}, Role::border);
    request_call(ui, call.inset(gap, 12), vm);
    inner.cut_right(gap);
  }
  inner.w = std::min(inner.w, 1048.0f);
  ui.heading("title", inner.cut_top(ui.line(Size::title)), ui.word(Word::catalogue_title), 1,
             {Size::title, Role::text, Face::semibold});
  inner.cut_top(2);
  const std::string lead = ui.word(ui.is_phone() ? Word::tables_count : Word::catalogue_lead,
                                   {base::text_from_count(vm.tables_count, ui.language())});
  ui.text("lead", inner.cut_top(ui.line(Size::body)), lead, {Size::body, Role::text_muted});
  inner.cut_top(12);
  search_box(ui, inner.cut_top(52), vm);
  if (ui.is_phone()) return;
  inner.cut_top(12);
  frequent_row(ui, inner.cut_top(26), vm);
}

// --- Subject tree ---

float tree_row(const Ui& ui) { return ui.is_touch() ? 44 : 36; }

float tree_height(const Ui& ui, const app::CatalogueVm& vm) {
  return 48 + 12 + tree_row(ui) * static_cast<float>(vm.subjects.size());
}

void subject_row(Ui& ui, const Rect& rect, const app::SubjectRow& subject) {
  Rect inner = rect;
  inner.cut_left(11 + static_cast<float>(std::max(0, subject.depth - 1)) * 22);
  const std::string id = subject.code.empty() ? "all" : subject.code;
  const Rect twist = inner.cut_left(22);
  if (subject.has_children) {
    const Touch turned = ui.touch(ui.nodes.id_of(id) + "/twist", {twist.x - 4, rect.y, 28, rect.h});
    if (turned.was_clicked) ui.commands.send(app::ToggleSubjectOpen{subject.code});
    if (turned.is_hovered) ui.set_cursor(1);
  }
  const Touch touch = ui.touch(ui.nodes.id_of(id), rect);
  if (subject.is_current) {
    ui.paint.fill(rect, Role::primary_soft);
    ui.paint.fill({rect.x, rect.y, 3, rect.h}, Role::primary);
  } else if (touch.is_hovered) {
    ui.paint.fill(rect, Role::surface_hover);
  }
  const Role ink = subject.is_current ? Role::on_primary_soft : Role::text;
  const Role muted = subject.is_current ? Role::on_primary_soft : Role::text_muted;
  if (subject.code.empty())
    ui.paint.icon(Icon::folder, twist.middle_x() - 2, twist.middle_y(), 16, muted);
  else if (subject.has_children)
    ui.paint.icon(subject.is_open ? Icon::chevron_down : Icon::chevron_right, twist.middle_x() - 2,
                  twist.middle_y(), 16, muted);
  inner.cut_right(12);
  const std::string count = base::text_from_count(subject.count, ui.language());
  ui.paint.text(inner.cut_right(ui.paint.width(count, {Size::note}) + 1), count,
                {Size::note, muted});
  inner.cut_right(8);
  ui.paint.text(inner, subject.label,
                {Size::body, ink, subject.is_current ? Face::semibold : Face::regular});
  if (touch.is_hovered) ui.set_cursor(1);
  const app::Command command = app::OpenSubject{subject.code};
  if (touch.was_clicked) ui.commands.send(command);
  Node node;
  node.role = NodeRole::treeitem;
  node.name = subject.label + ", " + count;
  node.rect = rect;
  node.level = std::max(1, subject.depth);
  node.selected = subject.is_current ? Tri::yes : Tri::no;
  if (subject.has_children) node.expanded = subject.is_open ? Tri::yes : Tri::no;
  node.is_focusable = subject.is_current;
  node.command = command;
  ui.record(id, std::move(node));
}

void subject_tree(Ui& ui, const Rect& rect, const app::CatalogueVm& vm) {
  panel(ui, rect);
  Rect inner = rect;
  const Rect head = inner.cut_top(48);
  ui.heading("subjects title", head.inset(16, 0).centred_y(22), ui.word(Word::subject), 2,
             {Size::body, Role::text, Face::semibold});
  ui.paint.horizontal(head.x, head.right(), head.bottom() - 1, Role::border);
  inner.cut_top(6);
  const auto group = ui.group("subjects", NodeRole::tree, ui.word(Word::subject), inner);
  for (const app::SubjectRow& subject : vm.subjects)
    subject_row(ui, inner.cut_top(tree_row(ui)).inset(1, 0), subject);
}

// --- Filters ---

std::string years_text(const Ui& ui) {
  const app::CatalogueScreen& screen = screen_of(ui);
  if (screen.year_from == 0 && screen.year_to == 0)
    return std::string(ui.word(Word::filter_period_any));
  return std::string(ui.word(Word::filter_period)) + ": " + std::to_string(screen.year_from) + "–" +
         std::to_string(screen.year_to);
}

std::vector<MenuItem> year_items(const Ui& ui, const app::CatalogueVm& vm) {
  const app::CatalogueScreen& screen = screen_of(ui);
  std::vector<MenuItem> items;
  const bool is_any = screen.year_from == 0 && screen.year_to == 0;
  items.push_back({"any",
                   std::string(ui.word(Word::filter_period_any)),
                   {},
                   is_any ? Tri::yes : Tri::no,
                   {},
                   false,
                   app::SetYears{0, 0}});
  const auto add = [&](int from, int to) {
    const bool is_on = screen.year_from == from && screen.year_to == to;
    const std::string label =
        from == to ? std::to_string(from) : std::to_string(from) + "–" + std::to_string(to);
    items.push_back(
        {label, label, {}, is_on ? Tri::yes : Tri::no, {}, false, app::SetYears{from, to}});
  };
  for (int span : {5, 10})
    if (vm.year_last - vm.year_first >= span) add(vm.year_last - span + 1, vm.year_last);
  for (int year = vm.year_last; year >= vm.year_first && year > 0; --year)
    add(year, year);
  return items;
}

std::vector<MenuItem> level_items(const Ui& ui, const app::CatalogueVm& vm) {
  std::vector<MenuItem> items;
  for (const std::string& level : vm.area_levels)
    items.push_back({level,
                     std::string(level_label(ui, level)),
                     {},
                     screen_of(ui).area_levels.contains(level) ? Tri::yes : Tri::no,
                     {},
                     false,
                     app::ToggleAreaLevel{level},
                     true});
  return items;
}

std::vector<MenuItem> order_items(const Ui& ui) {
  const app::CatalogueScreen& screen = screen_of(ui);
  std::vector<MenuItem> items;
  const auto add = [&](std::string_view id, Word word, app::CatalogueOrder order) {
    items.push_back({std::string(id),
                     std::string(ui.word(word)),
                     {},
                     screen.order == order ? Tri::yes : Tri::no,
                     {},
                     false,
                     app::SetCatalogueOrder{order}});
  };
  if (!screen.question.empty())
    add("relevance", Word::sort_relevance, app::CatalogueOrder::relevance);
  add("newest", Word::sort_newest, app::CatalogueOrder::newest);
  add("title", Word::sort_title, app::CatalogueOrder::title);
  return items;
}

Word order_word(app::CatalogueOrder order) {
  return order == app::CatalogueOrder::title       ? Word::sort_title
         : order == app::CatalogueOrder::relevance ? Word::sort_relevance
                                                   : Word::sort_newest;
}

float filters_height(const Ui& ui) { return ui.is_phone() ? 44 + 12 + 44 : 30 + 12 + 30; }

void filter_fields(Ui& ui, Rect row, const app::CatalogueVm& vm) {
  const auto group = ui.group("filters", NodeRole::group, ui.word(Word::filter), row);
  const app::CatalogueScreen& screen = screen_of(ui);
  const float width = std::min(186.0f, (row.w - 8) / 2);
  Rect field = row.cut_left(width);
  select_field(ui, "years", field, ui.word(Word::filter_period), years_text(ui), Icon::calendar,
               "years");
  popup_menu(ui, "years", field, ui.word(Word::filter_period), year_items(ui, vm));
  row.cut_left(8);
  field = row.cut_left(width);
  std::string levels(ui.word(Word::filter_area_any));
  if (screen.area_levels.size() == 1) levels = level_label(ui, *screen.area_levels.begin());
  if (screen.area_levels.size() > 1)
    levels =
        std::string(ui.word(Word::filter_area)) + ": " + std::to_string(screen.area_levels.size());
  select_field(ui, "levels", field, ui.word(Word::filter_area), levels, Icon::map, "levels");
  popup_menu(ui, "levels", field, ui.word(Word::filter_area), level_items(ui, vm));
  if (ui.is_phone()) return;
  const bool has_filters =
      !screen.area_levels.empty() || screen.year_from != 0 || screen.year_to != 0;
  if (!has_filters) return;
  LinkLook look;
  look.style = {Size::note, Role::link, Face::regular, Align::right};
  row.cut_right(link(ui, "clear", row, ui.word(Word::clear_filters), look, app::ClearFilters{}) +
                8);
  for (const std::string& level : screen.area_levels) {
    const std::string_view label = level_label(ui, level);
    const float wide = chip_width(ui, label, true);
    if (wide > row.w) break;
    chip(ui, "chip/" + level, row.cut_right(wide).centred_y(26), label, true, Icon::close,
         app::ToggleAreaLevel{level});
    row.cut_right(8);
  }
}

void list_head(Ui& ui, Rect rect, const app::CatalogueVm& vm) {
  Rect row = rect.cut_top(ui.is_phone() ? 44 : 30);
  const app::CatalogueScreen& screen = screen_of(ui);
  const float order_width = ui.is_phone() ? 140 : 184;
  const Rect order = row.cut_right(order_width);
  select_field(ui, "order", order, ui.word(Word::sort_by), ui.word(order_word(screen.order)), {},
               "order");
  popup_menu(ui, "order", order, ui.word(Word::sort_by), order_items(ui));
  row.cut_right(8);
  if (!ui.is_phone()) {
    const std::string_view label = ui.word(Word::sort_by);
    ui.paint.text(row.cut_right(ui.paint.width(label, {Size::note}) + 1), label,
                  {Size::note, Role::text_muted});
    row.cut_right(8);
  }
  const TextStyle style{Size::heading, Role::text, Face::semibold};
  const float width = std::min(row.w, ui.paint.width(vm.heading, style) + 1);
  ui.heading("list title", row.cut_left(width).centred_y(26), vm.heading, 2, style);
  row.cut_left(8);
  // Shortened it would say nothing, and the screen's title says how many there are.
  if (ui.paint.width(vm.count, {Size::body}) <= row.w)
    ui.text("count", row, vm.count, {Size::body, Role::text_muted});
  rect.cut_top(12);
  filter_fields(ui, rect.cut_top(ui.is_phone() ? 44 : 30), vm);
}

// --- Entries ---

struct EntryLayout {
  float title = 22, meta = 20, dimensions = 20, found = 0, action = 0;
  float height() const { return 13 + title + 2 + meta + dimensions + found + action + 13; }
};

constexpr float entry_left = 16 + 24 + 12;

/// What stands at the right end of an entry: an arrow, or a star and a button.
float action_width(const Ui& ui) { return ui.is_phone() ? 24 : 150; }

EntryLayout layout_of_entry(const Ui& ui, const app::EntryVm& entry, float width) {
  EntryLayout layout;
  const float room = width - entry_left - 16 - action_width(ui);
  const TextStyle title{Size::body, Role::text, Face::semibold};
  layout.title = ui.paint.paragraph_height(entry.title, title, room, 3);
  if (entry.is_available) {
    if (ui.is_phone()) layout.meta = 40;
    layout.dimensions = ui.paint.paragraph_height(entry.dimensions, {Size::note}, room, 2) + 2;
    if (!entry.found_in.empty())
      layout.found = ui.paint.paragraph_height(entry.found_in, {Size::note}, room, 2) + 2;
  } else {
    layout.title += 26;
    layout.meta = ui.paint.paragraph_height(entry.reason, {Size::note}, room) + 2;
    layout.dimensions = entry.substitute_title.empty() ? 0 : 20;
    if (ui.is_phone() && !entry.request_address.empty()) layout.action = 10 + ui.control_height();
  }
  return layout;
}

/// "Periode 2010–2025   Satuan jiwa": label muted, value in full ink, as many as fit in each line.
void meta_line(Ui& ui, Rect rect, const app::EntryVm& entry) {
  const std::pair<Word, const std::string*> parts[] = {
      {Word::period, &entry.period}, {Word::unit, &entry.unit}, {Word::updated, &entry.updated}};
  std::string spoken;
  float x = rect.x, y = rect.y;
  const auto place = [&](std::string_view label, std::string_view value) {
    const float label_width = label.empty() ? 0 : ui.paint.width(label, {Size::note}) + 4;
    float width = label_width + ui.paint.width(value, {Size::note});
    if (x > rect.x && x + width > rect.right()) {
      x = rect.x;
      y += 20;
    }
    if (y + 20 > rect.bottom() + 1) return;
    width = std::min(width, rect.right() - x);
    if (!label.empty())
      ui.paint.text({x, y, label_width, 20}, label, {Size::note, Role::text_muted});
    ui.paint.text({x + label_width, y, width - label_width + 1, 20}, value,
                  {Size::note, label.empty() ? Role::text_muted : Role::text});
    x += width + 14;
    spoken += (spoken.empty() ? "" : ", ") + std::string(label) + (label.empty() ? "" : " ") +
              std::string(value);
  };
  for (const auto& [word, value] : parts)
    if (!value->empty()) place(ui.word(word), *value);
  if (!entry.hint.empty()) place("", entry.hint);
  Node node;
  node.name = spoken;
  node.rect = rect;
  ui.record("meta", std::move(node));
}

void available_entry(Ui& ui, const Rect& rect, const app::EntryVm& entry,
                     const EntryLayout& layout) {
  const bool is_hovered = rect.clipped_to(ui.clip()).contains(ui.pointer_x(), ui.pointer_y()) &&
                          !ui.is_touch() && !ui.state.ui.popup && !ui.state.ui.is_suggesting;
  if (is_hovered) {
    ui.paint.fill(rect, Role::surface_hover);
    ui.paint.fill({rect.x, rect.y, 3, rect.h - 1}, Role::primary);
  }
  Rect inner = rect;
  inner.cut_left(16);
  const Rect icon = inner.cut_left(24);
  ui.paint.icon(Icon::table, icon.x + 10, rect.y + 24, 20, Role::primary);
  inner.cut_left(12);
  inner.cut_right(16);
  Rect action = inner.cut_right(action_width(ui));
  inner.cut_top(13);
  LinkLook look;
  look.style = {Size::body, Role::link, Face::semibold};
  look.lines_max = layout.title > ui.line(Size::body) + 1 ? 3 : 1;
  look.marks = entry.title_marks.empty() ? nullptr : &entry.title_marks;
  const bool is_english = ui.language() == base::Language::en;
  look.href = ui.state.site.base_path + (is_english ? "en/table/" : "id/tabel/") + entry.code + "/";
  link(ui, "title", inner.cut_top(layout.title), entry.title, look, app::OpenTable{entry.code});
  inner.cut_top(2);
  meta_line(ui, inner.cut_top(layout.meta), entry);
  ui.paragraph("dimensions", inner.cut_top(layout.dimensions), entry.dimensions,
               {Size::note, Role::text_muted}, 2);
  if (layout.found > 0)
    ui.paragraph("found", inner.cut_top(layout.found), entry.found_in,
                 {Size::note, Role::on_primary_soft}, 2);

  const ButtonLook star{ButtonKind::quiet,
                        Icon::star,
                        {},
                        true,
                        true,
                        {},
                        Tri::none,
                        entry.is_favourite ? Tri::yes : Tri::no};
  if (is_hovered || entry.is_favourite)
    button(ui, "favourite", Rect{action.x, action.y, 30, action.h}.centred_y(30),
           ui.word(entry.is_favourite ? Word::favourite_remove : Word::favourite_add), star,
           app::ToggleFavourite{entry.code});
  if (is_hovered) {
    const ButtonLook small{ButtonKind::plain, {}, {}, true};
    const float width = button_width(ui, ui.word(Word::open_table), small);
    const Rect place = action.cut_right(width).centred_y(30);
    ui.paint.fill(place, Role::surface, tokens::radius::control);
    ui.paint.outline(place, Role::border_strong, tokens::radius::control);
    ui.paint.text(place, ui.word(Word::open_table),
                  {Size::note, Role::text, Face::regular, Align::centre});
  } else {
    ui.paint.icon(Icon::chevron_right, action.right() - 10, action.middle_y(), 18, Role::text);
  }
  // The whole row opens the table; what was drawn before takes its own press first.
  const Touch touch = ui.touch(ui.nodes.id_of("row"), rect);
  if (touch.is_hovered) ui.set_cursor(1);
  if (touch.was_clicked) ui.commands.send(app::OpenTable{entry.code});
}

/// At the right of an entry that is not available; on a phone below it.
void ask_button(Ui& ui, Rect place, const app::EntryVm& entry) {
  if (entry.request_address.empty()) return;
  const std::string_view label = ui.word(Word::ask_for_data);
  const ButtonLook look{ButtonKind::plain, {}, {}, !ui.is_touch()};
  const float width = button_width(ui, label, look);
  const Rect rect = ui.is_phone() ? Rect{place.x, place.bottom() - 13 - ui.control_height(), width,
                                         ui.control_height()}
                                  : place.cut_right(width).centred_y(ui.is_touch() ? 44 : 30);
  button(ui, "ask", rect, label, look, app::OpenPage{entry.request_address});
}

void missing_entry(Ui& ui, const Rect& rect, const app::EntryVm& entry, const EntryLayout& layout) {
  ui.paint.fill(rect, Role::surface_sunken);
  Rect inner = rect;
  inner.cut_left(16);
  const Rect icon = inner.cut_left(24);
  ui.paint.icon(Icon::box_empty, icon.x + 10, rect.y + 24, 20, Role::text_muted);
  inner.cut_left(12);
  inner.cut_right(16);
  const Rect action = ui.is_phone() ? inner : inner.cut_right(150);
  inner.cut_top(13);
  ui.heading("title", inner.cut_top(layout.title - 26), entry.title, 3,
             {Size::body, Role::text, Face::semibold}, 3);
  const std::string_view label = ui.word(Word::not_available);
  Rect row = inner.cut_top(26);
  row.cut_top(2);
  const Rect place = row.cut_left(tag_width(ui, label)).centred_y(22);
  tag(ui, place, label, TagKind::outlined);
  Node node;
  node.name = label;
  node.rect = place;
  ui.record("tag", std::move(node));
  inner.cut_top(2);
  ui.paragraph("reason", inner.cut_top(layout.meta), entry.reason, {Size::note, Role::text_muted});
  ask_button(ui, action, entry);
  if (entry.substitute_title.empty()) return;
  Rect line = inner.cut_top(20);
  const std::string lead = std::string(ui.word(Word::nearest_substitute)) + ": ";
  ui.paint.text(line.cut_left(ui.paint.width(lead, {Size::note}) + 1), lead,
                {Size::note, Role::text_muted});
  LinkLook look;
  look.style = {Size::note, Role::link};
  link(ui, "substitute", line, entry.substitute_title, look, app::OpenTable{entry.substitute_code});
}

void empty_list(Ui& ui, const Rect& rect, const app::CatalogueVm& vm) {
  panel(ui, rect);
  Rect inner = rect.inset(24, 24);
  const app::CatalogueScreen& screen = screen_of(ui);
  const std::string title = screen.question.empty()
                                ? std::string(ui.word(Word::empty_filter_title))
                                : ui.word(Word::empty_search_title, {screen.question});
  ui.heading("empty title", inner.cut_top(26), title, 3,
             {Size::heading, Role::text, Face::semibold});
  inner.cut_top(6);
  inner.cut_top(ui.paragraph("empty hint", inner, ui.word(Word::empty_search_hint),
                             {Size::body, Role::text_muted}));
  inner.cut_top(16);
  const std::string_view label = ui.word(Word::show_all_tables);
  const ButtonLook look{ButtonKind::primary};
  button(ui, "show all", {inner.x, inner.y, button_width(ui, label, look), ui.control_height()},
         label, look, app::OpenCatalogue{});
  if (vm.request_address.empty()) return;
  inner.cut_left(button_width(ui, label, look) + 12);
  const std::string_view ask = ui.word(Word::ask_for_data);
  const ButtonLook plain{ButtonKind::plain, Icon::mail};
  button(ui, "ask", {inner.x, inner.y, button_width(ui, ask, plain), ui.control_height()}, ask,
         plain, app::OpenPage{vm.request_address});
}

constexpr float unanswered_height = 340;

/// Where the list would stand: the search is on its way, or could not be had.
void unanswered_list(Ui& ui, const Rect& rect) {
  if (const auto* failed = std::get_if<app::Failed>(&ui.state.search_index)) {
    failed_panel(ui, rect, *failed, Word::failed_search);
    return;
  }
  panel(ui, rect);
  const auto* loading = std::get_if<app::Loading>(&ui.state.search_index);
  loading_panel(ui, rect, loading ? *loading : app::Loading{}, Word::loading_search);
}

bool is_unanswered(const app::CatalogueVm& vm) {
  return vm.is_searching || !vm.search_failure.empty();
}

float entries_height(const Ui& ui, const app::CatalogueVm& vm, float width) {
  if (is_unanswered(vm)) return unanswered_height;
  if (vm.entries.empty()) return 190;
  float height = 2;
  for (const app::EntryVm& entry : vm.entries)
    height += layout_of_entry(ui, entry, width - 2).height();
  if (vm.entries.size() < vm.entries_count) height += 16 + ui.control_height();
  return height;
}

void entries(Ui& ui, Rect rect, const app::CatalogueVm& vm) {
  if (is_unanswered(vm)) {
    unanswered_list(ui, {rect.x, rect.y, rect.w, unanswered_height});
    return;
  }
  if (vm.entries.empty()) {
    empty_list(ui, {rect.x, rect.y, rect.w, 190}, vm);
    return;
  }
  const bool has_more = vm.entries.size() < vm.entries_count;
  const float height = entries_height(ui, vm, rect.w) - (has_more ? 16 + ui.control_height() : 0);
  const Rect box{rect.x, rect.y, rect.w, height};
  const auto group = ui.group("entries", NodeRole::list, vm.heading, box);
  ui.paint.fill(box, Role::surface, tokens::radius::panel);
  Rect rest = box.inset(1);
  for (const app::EntryVm& entry : vm.entries) {
    const EntryLayout layout = layout_of_entry(ui, entry, rest.w);
    const Rect place = rest.cut_top(layout.height());
    if (!place.overlaps(ui.clip())) continue;
    const auto item = ui.group(entry.code, NodeRole::listitem, "", place);
    if (entry.is_available)
      available_entry(ui, place, entry, layout);
    else
      missing_entry(ui, place, entry, layout);
    ui.paint.horizontal(place.x, place.right(), place.bottom() - 1, Role::border);
  }
  ui.paint.outline(box, Role::border, tokens::radius::panel);
  if (!has_more) return;
  const std::string label =
      "+ " + ui.word(Word::tables_count, {std::to_string(vm.entries_count - vm.entries.size())});
  const float width = button_width(ui, label);
  button(ui, "more", {box.middle_x() - width / 2, box.bottom() + 16, width, ui.control_height()},
         label, {}, app::ShowMoreEntries{});
}

// --- Side panels ---

float side_item_height(const Ui& ui, const app::SideItem& item, float width) {
  return 20 + ui.paint.paragraph_height(item.title, {Size::body}, width - 32, 2) +
         (item.note.empty() && !item.is_new ? 0 : 24);
}

float side_panel_height(const Ui& ui, const std::vector<app::SideItem>& items, float width) {
  if (items.empty()) return 0;
  float height = 48;
  for (const app::SideItem& item : items)
    height += side_item_height(ui, item, width);
  return height + 16;
}

void side_panel(Ui& ui, Rect& column, std::string_view id, Word title,
                const std::vector<app::SideItem>& items, bool opens) {
  if (items.empty()) return;
  const Rect box = column.cut_top(side_panel_height(ui, items, column.w) - 16);
  column.cut_top(16);
  panel(ui, box);
  const auto group = ui.group(id, NodeRole::region, ui.word(title), box);
  Rect rest = box;
  const Rect head = rest.cut_top(48);
  ui.heading("title", head.inset(16, 0).centred_y(22), ui.word(title), 2,
             {Size::body, Role::text, Face::semibold});
  ui.paint.horizontal(head.x, head.right(), head.bottom() - 1, Role::border);
  for (const app::SideItem& item : items) {
    Rect place = rest.cut_top(side_item_height(ui, item, box.w));
    if (&item != &items.back())
      ui.paint.horizontal(place.x + 1, place.right() - 1, place.bottom() - 1, Role::border_grid);
    Rect inner = place.inset(16, 10);
    const float lines = ui.paint.paragraph_height(item.title, {Size::body}, inner.w, 2);
    LinkLook look;
    look.lines_max = 2;
    if (opens)
      link(ui, item.code, inner.cut_top(lines), item.title, look, app::OpenTable{item.code});
    else
      link(ui, item.code, inner.cut_top(lines), item.title, look, app::SearchFor{item.title});
    inner.cut_top(3);
    Rect line = inner.cut_top(20);
    if (!item.note.empty()) {
      const float width = ui.paint.width(item.note, {Size::note});
      ui.text(item.code + " note", line.cut_left(std::min(line.w, width + 1)), item.note,
              {Size::note, Role::text_muted});
      line.cut_left(8);
    }
    if (item.is_new)
      tag(ui, line.cut_left(tag_width(ui, ui.word(Word::new_tag))), ui.word(Word::new_tag),
          TagKind::primary);
  }
}

/// Where there is no room for it beside the search.
bool has_call_below(const Ui& ui, const app::CatalogueVm& vm) {
  return !ui.is_wide() && !vm.request_address.empty();
}

constexpr float archive_height = 48;

/// All tables in one file, under everything else.
void archive_link(Ui& ui, Rect rect) {
  const app::SiteAddresses& site = ui.state.site;
  LinkLook look;
  look.href = site.base_path + site.archive;
  link(ui, "archive", rect.cut_top(22), ui.word(Word::all_tables_archive), look,
       app::OpenPage{look.href});
  ui.text("archive size", rect.cut_top(20), "ZIP, " + size_text(ui, site.archive_bytes),
          {Size::note, Role::text_muted});
}

float side_height(const Ui& ui, const app::CatalogueVm& vm, float width) {
  return (has_call_below(ui, vm) ? call_height : 0) + side_panel_height(ui, vm.favourites, width) +
         side_panel_height(ui, vm.recent, width) + side_panel_height(ui, vm.newest, width) +
         side_panel_height(ui, vm.requested, width) +
         (ui.state.site.archive.empty() ? 0 : archive_height);
}

void side_column(Ui& ui, Rect column, const app::CatalogueVm& vm) {
  side_panel(ui, column, "favourites", Word::favourite_tables, vm.favourites, true);
  side_panel(ui, column, "recent", Word::recent_tables, vm.recent, true);
  side_panel(ui, column, "newest", Word::last_updated, vm.newest, true);
  side_panel(ui, column, "requested", Word::requested_not_available, vm.requested, false);
  if (has_call_below(ui, vm)) {
    const Rect box = column.cut_top(call_height);
    panel(ui, box);
    request_call(ui, box.inset(16, 14), vm);
  }
  if (!ui.state.site.archive.empty()) archive_link(ui, column.inset(16, 4));
}

void subject_choice(Ui& ui, const Rect& rect, const app::CatalogueVm& vm) {
  std::vector<MenuItem> items;
  std::string current(ui.word(Word::all_subjects));
  for (const app::SubjectRow& subject : vm.subjects) {
    if (subject.is_current) current = subject.label;
    items.push_back(
        {"subject/" + subject.code,
         std::string(static_cast<std::size_t>(std::max(0, subject.depth - 1)) * 4, ' ') +
             subject.label + " (" + base::text_from_count(subject.count, ui.language()) + ")",
         {},
         subject.is_current ? Tri::yes : Tri::no,
         {},
         false,
         app::OpenSubject{subject.code}});
  }
  select_field(ui, "subject", rect, ui.word(Word::subject), current, Icon::folder, "subjects");
  popup_menu(ui, "subjects", rect, ui.word(Word::subject), std::move(items), rect.w);
}

// --- Suggestions ---

using SuggestionKind = app::SuggestionVm::Kind;

app::Command command_from_suggestion(const Ui& ui, const app::SuggestionVm& suggestion) {
  switch (suggestion.kind) {
    case SuggestionKind::table:
      return app::OpenTable{suggestion.code};
    case SuggestionKind::subject:
      return app::OpenSubject{suggestion.code};
    case SuggestionKind::not_available:
      return app::SearchFor{suggestion.label};
    case SuggestionKind::request:
      return app::OpenPage{suggestion.code};
    case SuggestionKind::search_all:
      break;
  }
  return app::SearchFor{ui.state.ui.search_text};
}

/// What was found has a title over it; ways on have none.
bool has_title(SuggestionKind kind) {
  return kind != SuggestionKind::search_all && kind != SuggestionKind::request;
}

/// A line and a title over the first of each kind.
void suggestion_head(Ui& ui, Rect& rest, SuggestionKind kind, bool is_first) {
  if (!is_first) {
    const Rect line = rest.cut_top(5);
    ui.paint.horizontal(line.x, line.right(), line.y + 2, Role::border);
  }
  if (!has_title(kind)) return;
  const Word title = kind == SuggestionKind::table     ? Word::suggest_tables
                     : kind == SuggestionKind::subject ? Word::suggest_subjects
                                                       : Word::suggest_not_available;
  ui.paint.text(rest.cut_top(30).inset(16, 0), ui.word(title), {Size::note, Role::text_muted});
}

void suggestion_row(Ui& ui, const Rect& place, const app::SuggestionVm& suggestion, int number) {
  const bool is_chosen = number == ui.state.ui.suggestion;
  const std::string id = "suggestion" + std::to_string(number);
  const Touch touch = ui.touch(ui.nodes.id_of(id), place);
  if (is_chosen || touch.is_hovered) ui.paint.fill(place, Role::primary_soft);
  Rect inner = place.inset(16, 0);
  const Rect icon = inner.cut_left(20);
  constexpr Icon kinds[] = {Icon::table, Icon::folder, Icon::box_empty, Icon::search, Icon::mail};
  ui.paint.icon(kinds[static_cast<int>(suggestion.kind)], icon.middle_x(), icon.middle_y(), 20,
                Role::text_muted);
  inner.cut_left(12);
  if (!suggestion.note.empty() && !ui.is_phone()) {
    const float wide = ui.paint.width(suggestion.note, {Size::note});
    ui.paint.text(inner.cut_right(std::min(wide + 1, inner.w * 0.4f)), suggestion.note,
                  {Size::note, Role::text_muted});
    inner.cut_right(12);
  }
  const bool is_link = !has_title(suggestion.kind);
  ui.paint.marked_text(inner, suggestion.label, {Size::body, is_link ? Role::link : Role::text},
                       suggestion.marks);
  const app::Command command = command_from_suggestion(ui, suggestion);
  if (touch.is_hovered) ui.set_cursor(1);
  if (touch.was_clicked) ui.commands.send(command);
  Node node;
  node.role = NodeRole::option;
  node.name =
      suggestion.note.empty() ? suggestion.label : suggestion.label + ", " + suggestion.note;
  node.rect = place;
  node.selected = is_chosen ? Tri::yes : Tri::no;
  node.command = command;
  ui.record(id, std::move(node));
}

bool starts_kind(const app::CatalogueVm& vm, std::size_t i) {
  return i == 0 || vm.suggestions[i].kind != vm.suggestions[i - 1].kind;
}

}  // namespace

void suggestions_panel(Ui& ui, const Rect& anchor, const app::CatalogueVm& vm) {
  if (!ui.state.ui.is_suggesting || vm.suggestions.empty()) return;
  const float row = ui.is_touch() ? 48 : 42;
  float height = 12;
  for (std::size_t i = 0; i < vm.suggestions.size(); ++i) {
    height += row;
    if (!starts_kind(vm, i)) continue;
    height += (has_title(vm.suggestions[i].kind) ? 30 : 0) + (i > 0 ? 5 : 0);
  }
  const float width = std::min(std::max(anchor.w, 320.0f), ui.width() - 16);
  const Rect rect{std::max(8.0f, anchor.x), anchor.bottom() + 6, width,
                  std::min(height, ui.height() - anchor.bottom() - 16)};
  ui.overlays.push_back([&ui, &vm, rect, row, height] {
    const Layer layer(ui, LayerKind::popup, rect);
    const auto group = ui.group("suggestions", NodeRole::listbox, ui.word(Word::suggestions), rect);
    ScrollArea area(ui, "suggestions", rect.inset(1), height - 2);
    Rect rest{rect.x + 1, area.top() + 6, area.width(), height};
    for (std::size_t i = 0; i < vm.suggestions.size(); ++i) {
      if (starts_kind(vm, i)) suggestion_head(ui, rest, vm.suggestions[i].kind, i == 0);
      suggestion_row(ui, rest.cut_top(row), vm.suggestions[i], static_cast<int>(i));
    }
  });
}

void catalogue_screen(Ui& ui, const Rect& screen, const app::CatalogueVm& vm) {
  const auto group = ui.group("main", NodeRole::main, ui.word(Word::catalogue), screen);
  Rect body = screen;
  offline_band(ui, body);
  if (const auto* failed = std::get_if<app::Failed>(&ui.state.catalogue)) {
    failed_panel(ui, body, *failed, Word::failed_catalogue);
    return;
  }
  if (const auto* loading = std::get_if<app::Loading>(&ui.state.catalogue)) {
    loading_panel(ui, body, *loading, Word::loading_catalogue);
    return;
  }
  // --- Measure ---
  const float side_margin = column_margin(ui, body.w);
  const bool has_tree = !ui.is_phone(), has_side = ui.is_wide();
  const float inner_width =
      body.w - 2 * side_margin - (ui.is_touch() ? 0 : tokens::extent::scrollbar);
  const float tree_width = ui.is_tablet() ? 240 : tokens::extent::subject_panel;
  float list_width = inner_width;
  if (has_tree) list_width -= tree_width + gap;
  if (has_side) list_width -= tokens::extent::side_panel + gap;
  const float top = hero_height(ui);
  const float phone_subject = ui.is_phone() ? 44 + 12 : 0;
  float list_height = phone_subject + filters_height(ui) + 12 + entries_height(ui, vm, list_width);
  if (!has_side) list_height += 24 + side_height(ui, vm, list_width);
  float height = list_height;
  if (has_tree) height = std::max(height, tree_height(ui, vm));
  if (has_side) height = std::max(height, side_height(ui, vm, tokens::extent::side_panel));
  height += top + (ui.is_phone() ? 16 : 20) + 40;

  // --- Draw ---
  ScrollArea area(ui, "catalogue", body, height);
  Rect rest{body.x, area.top(), area.width(), height};
  hero(ui, rest.cut_top(top), vm);
  rest.cut_top(ui.is_phone() ? 16 : 20);
  rest = rest.inset(side_margin, 0);
  rest.w = inner_width;
  if (has_tree) {
    Rect column = rest.cut_left(tree_width);
    column.h = tree_height(ui, vm);
    subject_tree(ui, column, vm);
    rest.cut_left(gap);
  }
  if (has_side) {
    side_column(ui, rest.cut_right(tokens::extent::side_panel), vm);
    rest.cut_right(gap);
  }
  if (ui.is_phone()) {
    subject_choice(ui, rest.cut_top(44), vm);
    rest.cut_top(12);
  }
  list_head(ui, rest.cut_top(filters_height(ui)), vm);
  rest.cut_top(12);
  entries(ui, rest.cut_top(entries_height(ui, vm, rest.w)), vm);
  if (has_side) return;
  rest.cut_top(24);
  side_column(ui, rest, vm);
}

}  // namespace view
