// One table: title, tabs and tools, the variable panel, the grid, notes, and the status bar.
#include <algorithm>
#include <functional>
#include <vector>

#include "app/picture.h"
#include "base/variant.h"
#include "stats/cell_text.h"
#include "view/screens.h"
#include "view/widget/layer.h"
#include "view/widget/scroll_area.h"

namespace view {
namespace {

constexpr float folded_panel = 44;

// --- Title block ---

void path_line(Ui& ui, Rect row, const app::TableVm& vm) {
  const auto group = ui.group("path", NodeRole::navigation, ui.word(Word::catalogue), row);
  LinkLook look;
  look.style = {Size::note, Role::link};
  row.cut_left(link(ui, "catalogue", row, ui.word(Word::catalogue), look, app::OpenCatalogue{}));
  for (const auto& [code, label] : vm.path) {
    const Rect place = row.cut_left(20);
    ui.paint.icon(Icon::chevron_right, place.middle_x(), place.middle_y(), 14, Role::text_muted);
    row.cut_left(link(ui, code, row, label, look, app::OpenSubject{code}));
  }
}

/// Several measures have several units, which a phone shows in two lines.
float facts_height(const Ui& ui, const app::TableVm& vm, float width) {
  if (!ui.is_phone()) return 18;
  return std::max(18.0f, ui.paint.paragraph_height(vm.unit_line, {Size::note}, width, 2));
}

/// Facts in one line, as many as fit; unit first, which is always shown.
void facts_line(Ui& ui, Rect row, const app::TableVm& vm) {
  if (row.h > 18) {
    ui.paragraph("fact1", row, vm.unit_line, {Size::note, Role::text_muted}, 2);
    return;
  }
  const std::string* facts[] = {&vm.unit_line, &vm.code_line, &vm.updated_line,
                                &vm.next_update_line};
  int number = 0;
  for (const std::string* fact : facts) {
    ++number;
    if (fact->empty() || (ui.is_phone() && fact == &vm.code_line)) continue;
    const float width = ui.paint.width(*fact, {Size::note});
    if (width > row.w && number > 1) continue;
    ui.text("fact" + std::to_string(number), row.cut_left(width + 1), *fact,
            {Size::note, Role::text_muted});
    row.cut_left(16);
  }
}

/// The title with the marks of the notes on the whole table.
std::string marked_title(const Ui& ui, const app::TableVm& vm) {
  const std::string marks = stats::title_marks(*ui.state.grid);
  return marks.empty() ? vm.title : vm.title + " " + marks;
}

float title_height(const Ui& ui, const app::TableVm& vm, float width) {
  const int lines = ui.height() < tokens::breakpoint::short_height ? 1 : 3;
  const float title = ui.paint.paragraph_height(
      marked_title(ui, vm), {Size::title, Role::text, Face::semibold}, width, lines);
  float fixed = 0;
  for (const std::string& line : vm.fixed_lines)
    fixed += line.empty() ? 0 : 18.0f;
  return 12 + 18 + 2 + title + 2 + facts_height(ui, vm, width) + (fixed > 0 ? 18 : 0) + 6;
}

void title_block(Ui& ui, Rect rect, const app::TableVm& vm) {
  rect.cut_top(12);
  path_line(ui, rect.cut_top(18), vm);
  rect.cut_top(2);
  const int lines = ui.height() < tokens::breakpoint::short_height ? 1 : 3;
  const TextStyle style{Size::title, Role::text, Face::semibold};
  const std::string text = marked_title(ui, vm);
  const Rect title = rect.cut_top(ui.paint.paragraph_height(text, style, rect.w, lines));
  ui.heading("title", title, text, 1, style, lines);
  rect.cut_top(2);
  facts_line(ui, rect.cut_top(facts_height(ui, vm, rect.w)), vm);
  if (vm.fixed_lines.empty()) return;
  std::string fixed;
  for (const std::string& line : vm.fixed_lines)
    fixed += (fixed.empty() ? "" : " · ") + line;
  ui.text("fixed", rect.cut_top(18), fixed, {Size::note, Role::text_muted});
}

// --- Tabs and tools ---

void tabs(Ui& ui, Rect row) {
  const auto group = ui.group("tabs", NodeRole::tablist, ui.word(Word::table), row);
  const auto& screen = std::get<app::TableScreen>(ui.state.screen);
  const bool has_icons = !ui.is_phone() && !ui.is_tablet();
  const auto one = [&](std::string_view id, Word word, Icon icon, app::TableTab which) {
    const Rect rect = row.cut_left(tab_width(ui, ui.word(word), has_icons));
    tab(ui, id, rect, ui.word(word), {icon, screen.tab == which, has_icons}, app::OpenTab{which});
    row.cut_left(4);
  };
  one("table", Word::table, Icon::table, app::TableTab::table);
  one("chart", Word::chart, Icon::chart_line, app::TableTab::chart);
  if (screen.tab == app::TableTab::map || !app::map_address(ui.state).empty())
    one("map", Word::map, Icon::map, app::TableTab::map);
  one("metadata", Word::metadata, Icon::info, app::TableTab::metadata);
}

/// Tools take their places from the right end of the row, and are drawn, and so read, from the
/// left.
class ToolRow {
 public:
  ToolRow(Ui& ui, const Rect& row) : ui_(ui), rest_(row) {}

  /// With its word where there is room. Returns its place.
  Rect add(std::string id, Word word, ButtonLook look, app::Command command) {
    if (look.kind != ButtonKind::primary && ui_.width() < 1200) look.is_icon_only = true;
    const float width = button_width(ui_, ui_.word(word), look);
    const Rect place = rest_.cut_right(width).centred_y(ui_.control_height());
    rest_.cut_right(8);
    keep(std::move(id), word, look, std::move(command), place);
    return place;
  }

  /// An icon alone, close to its neighbours.
  void add_small(std::string id, Word word, ButtonLook look, app::Command command) {
    const float edge = ui_.is_touch() ? 44 : 38;
    keep(std::move(id), word, look, std::move(command), rest_.cut_right(edge).centred_y(edge));
  }

  void draw() {
    for (auto tool = tools_.rbegin(); tool != tools_.rend(); ++tool)
      (*tool)();
  }

 private:
  void keep(std::string id, Word word, const ButtonLook& look, app::Command command,
            const Rect& place) {
    tools_.push_back([this, id = std::move(id), word, look, command = std::move(command), place] {
      button(ui_, id, place, ui_.word(word), look, command);
    });
  }

  Ui& ui_;
  Rect rest_;
  std::vector<std::function<void()>> tools_;  ///< Rightmost first.
};

std::vector<MenuItem> arrangement_items(const Ui& ui, const app::TableVm& vm) {
  const stats::PivotSpec& pivot = ui.state.grid->view().pivot;
  const auto tick = [](bool is_on) { return is_on ? Tri::yes : Tri::no; };
  std::vector<MenuItem> items;
  constexpr Word words[] = {Word::calc_none,   Word::calc_share_column,   Word::calc_share_row,
                            Word::calc_change, Word::calc_change_percent, Word::calc_rank};
  static_assert(std::size(words) == stats::calculation_count);
  for (int i = 0; i < stats::calculation_count; ++i) {
    const auto calculation = static_cast<stats::Calculation>(i);
    const bool needs_time = calculation == stats::Calculation::change ||
                            calculation == stats::Calculation::change_percent;
    if (needs_time && !vm.has_time) continue;
    items.push_back({"calculation" + std::to_string(i),
                     std::string(ui.word(words[i])),
                     {},
                     tick(pivot.calculation == calculation),
                     {},
                     false,
                     app::SetCalculation{calculation}});
  }
  items.push_back({"row total",
                   std::string(ui.word(Word::row_total)),
                   {},
                   tick(pivot.row_total),
                   vm.row_total_refusal,
                   true,
                   app::ToggleRowTotal{}});
  items.push_back({"column total",
                   std::string(ui.word(Word::column_total)),
                   {},
                   tick(pivot.column_total),
                   vm.column_total_refusal,
                   false,
                   app::ToggleColumnTotal{}});
  items.push_back({"hide empty",
                   std::string(ui.word(Word::hide_empty)),
                   {},
                   tick(pivot.hide_empty),
                   {},
                   false,
                   app::ToggleHideEmpty{}});
  items.push_back({"reset",
                   std::string(ui.word(Word::reset_view)),
                   {},
                   Tri::no,
                   vm.is_default_view ? " " : "",
                   true,
                   app::ResetView{}});
  return items;
}

void table_tools(Ui& ui, const Rect& rect, const app::TableVm& vm) {
  const auto group = ui.group("tools", NodeRole::toolbar, ui.word(Word::table), rect);
  ToolRow row(ui, rect);
  row.add("save", Word::save, {ButtonKind::primary, Icon::download},
          app::OpenDialog{app::Dialog::save});
  row.add("print", Word::print, {ButtonKind::plain, Icon::print}, app::PrintTable{});
  row.add("share", Word::share, {ButtonKind::plain, Icon::share}, app::CopyLink{});
  const bool is_open = ui.state.ui.popup && ui.state.ui.popup->id == "calculations";
  ButtonLook look{ButtonKind::plain, Icon::sigma, Icon::chevron_down};
  look.expanded = is_open ? Tri::yes : Tri::no;
  const Rect calculations = row.add(
      "calculations", Word::calculations, look,
      is_open ? app::Command{app::ClosePopup{}} : app::Command{app::OpenPopup{"calculations"}});
  const auto small = [&](std::string id, Word word, Icon icon, bool is_off, app::Command command,
                         Tri pressed = Tri::none) {
    ButtonLook quiet{ButtonKind::quiet, icon, {}, false, true};
    if (is_off) quiet.disabled_reason = ui.word(word);
    quiet.pressed = pressed;
    row.add_small(std::move(id), word, quiet, std::move(command));
  };
  const std::string& code = std::get<app::TableScreen>(ui.state.screen).code;
  small("favourite", vm.is_favourite ? Word::favourite_remove : Word::favourite_add, Icon::star,
        false, app::ToggleFavourite{code}, vm.is_favourite ? Tri::yes : Tri::no);
  small("redo", Word::redo, Icon::redo, !vm.can_redo, app::Redo{});
  small("undo", Word::undo, Icon::undo, !vm.can_undo, app::Undo{});
  if (ui.is_tablet())
    row.add("variables", Word::variables, {ButtonKind::plain, Icon::sliders},
            app::OpenDialog{app::Dialog::variables});
  row.draw();
  popup_menu(ui, "calculations", calculations, ui.word(Word::calculations),
             arrangement_items(ui, vm), 280);
}

// --- Body ---

void folded_variables(Ui& ui, const Rect& rect) {
  ui.paint.fill(rect, Role::surface);
  ui.paint.vertical(rect.right() - 1, rect.y, rect.bottom(), Role::border);
  button(ui, "unfold", {rect.x + 3, rect.y + 8, 38, 38}, ui.word(Word::unfold_panel),
         {ButtonKind::quiet, Icon::sliders, {}, false, true}, app::TogglePanelFolded{});
}

void empty_grid_panel(Ui& ui, const Rect& rect) {
  const bool is_hidden = ui.state.grid->view().pivot.hide_empty;
  panel(ui, {rect.x, rect.y, rect.w, 120});
  ui.paragraph("empty", {rect.x + 24, rect.y + 24, rect.w - 48, 44},
               ui.word(is_hidden ? Word::empty_grid_hidden : Word::empty_grid),
               {Size::body, Role::text_muted}, 2);
  const std::string_view label = ui.word(is_hidden ? Word::hide_empty : Word::reset_view);
  const ButtonLook look;
  button(ui, "show", {rect.x + 24, rect.y + 70, button_width(ui, label, look), ui.control_height()},
         label, look,
         is_hidden ? app::Command{app::ToggleHideEmpty{}} : app::Command{app::ResetView{}});
}

void phone_notes(Ui& ui, Rect rect, const app::TableVm& vm) {
  ui.paint.horizontal(rect.x, rect.right(), rect.y, Role::border);
  rect = rect.inset(16, 8);
  std::string symbols(ui.word(Word::symbols));
  for (std::size_t i = 0; i < vm.legend.size() && i < 2; ++i)
    symbols += (i == 0 ? " " : " · ") + vm.legend[i].first + " " + vm.legend[i].second;
  std::string first = vm.legend.empty() ? vm.source_line : symbols;
  if (!vm.notes.empty())
    first += " · " + ui.word(Word::notes_count, {std::to_string(vm.notes.size())});
  ui.text("summary", rect.cut_top(20), first, {Size::note, Role::text_muted});
  Rect row = rect.cut_top(24);
  const GridSight& sight = ui.memory.sight;
  std::string shown = std::to_string(sight.column_begin + 1);
  if (sight.columns > 1) shown += "–" + std::to_string(sight.column_begin + sight.columns);
  const std::string columns = ui.word(sight.columns > 1 ? Word::columns_shown : Word::column_shown,
                                      {shown, std::to_string(sight.columns_all)});
  if (sight.columns < sight.columns_all) {
    const float width = ui.paint.width(columns, {Size::note});
    ui.text("columns", row.cut_right(width + 1), columns, {Size::note, Role::text_muted});
  }
  LinkLook look;
  look.style = {Size::note, Role::link};
  link(ui, "all", row, ui.word(Word::notes_and_source), look, app::OpenDialog{app::Dialog::notes});
}

void grid_and_notes(Ui& ui, Rect rect, const app::TableVm& vm) {
  const auto group = ui.group("table", NodeRole::region, vm.title, rect);
  ui.paint.fill(rect, Role::page);
  const bool is_phone = ui.is_phone();
  if (!is_phone) rect = {rect.x + 16, rect.y + 16, rect.w - 32, rect.h - 16};
  if (ui.state.grid->rows_count() == 0 || ui.state.grid->columns_count() == 0) {
    empty_grid_panel(ui, rect);
    return;
  }
  const float notes = is_phone ? 62 : std::min(notes_height(ui, rect.w, vm), rect.h * 0.4f);
  const float used = pivot_grid(ui, {rect.x, rect.y, rect.w, rect.h - notes}, vm);
  rect.cut_top(used);
  if (is_phone)
    phone_notes(ui, {rect.x, rect.y, rect.w, 62}, vm);
  else
    notes_panel(ui, {rect.x, rect.y, rect.w, std::max(notes, rect.h)}, vm);
}

void bottom_bar(Ui& ui, const Rect& bar) {
  const auto group = ui.group("bottom", NodeRole::toolbar, ui.word(Word::table), bar);
  ui.paint.fill(bar, Role::surface);
  ui.paint.horizontal(bar.x, bar.right(), bar.y, Role::border);
  struct Item {
    std::string_view id;
    Word word;
    Icon icon;
    app::Command command;
  };
  const std::string& code = std::get<app::TableScreen>(ui.state.screen).code;
  const Item items[] = {
      {"variables", Word::variables, Icon::sliders, app::OpenDialog{app::Dialog::variables}},
      {"save", Word::save, Icon::download, app::OpenDialog{app::Dialog::save}},
      {"share", Word::share, Icon::share, app::CopyLink{}},
      {"favourite", Word::favourite_table, Icon::star, app::ToggleFavourite{code}},
  };
  const float width = bar.w / static_cast<float>(std::size(items));
  Rect rest = bar;
  for (const Item& item : items) {
    const Rect rect = rest.cut_left(width);
    const Touch touch = ui.touch(ui.nodes.id_of(item.id), rect);
    if (touch.is_held) ui.paint.fill(rect, Role::primary_soft);
    ui.paint.icon(item.icon, rect.middle_x(), rect.y + 20, 20, Role::text);
    ui.paint.text({rect.x, rect.y + 34, rect.w, 18}, ui.word(item.word),
                  {Size::note, Role::text, Face::regular, Align::centre});
    if (touch.was_clicked) ui.commands.send(item.command);
    Node node;
    node.role = NodeRole::button;
    node.name = ui.word(item.word);
    node.rect = rect;
    node.is_focusable = true;
    node.command = item.command;
    ui.record(item.id, std::move(node));
  }
}

// --- Sheets and drawers ---

void sheet_head(Ui& ui, Rect row, std::string_view title) {
  row = row.inset(16, 0);
  button(ui, "close", row.cut_right(44).centred_y(44), ui.word(Word::close),
         {ButtonKind::quiet, Icon::close, {}, false, true}, app::CloseDialog{});
  ui.heading("sheet title", row.centred_y(26), title, 2,
             {Size::heading, Role::text, Face::semibold});
}

void scrim(Ui& ui) { ui.paint.fill({0, 0, ui.width(), ui.height()}, Role::scrim_alpha); }

void variables_sheet(Ui& ui, const app::TableVm& vm) {
  ui.overlays.push_back([&ui, &vm] {
    const Layer layer(ui, LayerKind::dialog, {0, 0, ui.width(), ui.height()}, false);
    scrim(ui);
    const Rect sheet = ui.is_phone() ? Rect{0, 48, ui.width(), ui.height() - 48}
                                     : Rect{0, 0, tokens::extent::variable_panel + 48, ui.height()};
    Rect rect = sheet;
    ui.paint.fill(rect, Role::surface_raised, ui.is_phone() ? tokens::radius::dialog : 0);
    const auto group = ui.group("sheet", NodeRole::dialog, ui.word(Word::variables), rect);
    sheet_head(ui, rect.cut_top(56), ui.word(Word::variables));
    Rect foot = rect.cut_bottom(72);
    ui.paint.horizontal(foot.x, foot.right(), foot.y, Role::border);
    const std::string label =
        ui.word(Word::show_result, {std::to_string(ui.state.grid->rows_count()),
                                    std::to_string(ui.state.grid->columns_count())});
    button(ui, "show", foot.inset(16, 12), label, {ButtonKind::primary}, app::CloseDialog{});
    variable_panel(ui, rect, vm);
    close_on_scrim(ui, sheet);
  });
}

void notes_sheet(Ui& ui, const app::TableVm& vm) {
  ui.overlays.push_back([&ui, &vm] {
    const Layer layer(ui, LayerKind::dialog, {0, 0, ui.width(), ui.height()}, false);
    scrim(ui);
    const Rect sheet = ui.is_phone() ? Rect{0, ui.height() * 0.25f, ui.width(), ui.height() * 0.75f}
                                     : Rect{(ui.width() - 560) / 2, 96, 560, ui.height() - 192};
    Rect rect = sheet;
    ui.paint.fill(rect, Role::surface_raised, tokens::radius::dialog);
    const auto group = ui.group("sheet", NodeRole::dialog, ui.word(Word::notes), rect);
    sheet_head(ui, rect.cut_top(56), ui.word(Word::notes));
    const float height = notes_height(ui, rect.w - 32, vm) + 24;
    ScrollArea area(ui, "notes sheet", rect.inset(16, 0), height);
    notes_panel(ui, {rect.x + 16, area.top(), area.width() - 32, height}, vm);
    close_on_scrim(ui, sheet);
  });
}

}  // namespace

void table_screen(Ui& ui, const Rect& body, const app::TableVm* vm,
                  const app::SelectionVm* selection) {
  const auto group = ui.group("main", NodeRole::main,
                              vm ? std::string_view(vm->title) : ui.word(Word::table), body);
  const auto& screen = std::get<app::TableScreen>(ui.state.screen);
  if (!vm) {
    Rect place = body;
    offline_band(ui, place);
    const auto held = ui.state.tables.find(screen.code);
    if (held == ui.state.tables.end()) {
      if (const auto* failed = std::get_if<app::Failed>(&ui.state.catalogue))
        failed_panel(ui, place, *failed, Word::failed_catalogue);
      else if (const auto* loading = std::get_if<app::Loading>(&ui.state.catalogue))
        loading_panel(ui, place, *loading, Word::loading_table);
      return;
    }
    if (const auto* failed = std::get_if<app::Failed>(&held->second))
      failed_panel(ui, place, *failed, Word::failed_table);
    else if (const auto* loading = std::get_if<app::Loading>(&held->second))
      loading_panel(ui, place, *loading, Word::loading_table);
    return;
  }
  Rect rest = body;
  const Rect head =
      rest.cut_top(title_height(ui, *vm, body.w - 2 * ui.margin()) + (ui.is_phone() ? 48 : 46));
  ui.paint.fill(head, Role::surface);
  ui.paint.horizontal(head.x, head.right(), head.bottom() - 1, Role::border);
  Rect block = head.inset(ui.margin(), 0);
  Rect tool_row = block.cut_bottom(ui.is_phone() ? 48 : 46);
  title_block(ui, block, *vm);
  tool_row.h -= 1;
  tabs(ui, tool_row);
  if (!ui.is_phone()) table_tools(ui, {tool_row.x, tool_row.y, tool_row.w, tool_row.h - 4}, *vm);
  const Rect bar = ui.is_phone() ? rest.cut_bottom(tokens::extent::bottom_bar_phone) : Rect{};
  offline_band(ui, rest);

  if (screen.tab == app::TableTab::metadata) {
    metadata_panel(ui, rest, *vm);
  } else {
    const Rect status = ui.is_phone() ? Rect{} : rest.cut_bottom(tokens::extent::status_bar);
    if (!ui.is_phone() && !ui.is_tablet()) {
      if (ui.state.preferences.is_panel_folded)
        folded_variables(ui, rest.cut_left(folded_panel));
      else
        variable_panel(ui, rest.cut_left(tokens::extent::variable_panel), *vm);
    }
    if (screen.tab == app::TableTab::chart || screen.tab == app::TableTab::map)
      picture_screen(ui, rest);
    else
      grid_and_notes(ui, rest, *vm);
    if (!ui.is_phone()) status_bar(ui, status, *vm, *selection);
    if (ui.state.ui.is_cell_panel_open)
      if (const auto cell = app::cell_vm(ui.state)) cell_panel(ui, rest, *cell);
  }
  if (ui.is_phone()) bottom_bar(ui, bar);
  symbols_popup(ui, *vm);
  switch (ui.state.ui.dialog) {
    case app::Dialog::save:
      save_dialog(ui, *vm);
      break;
    case app::Dialog::variables:
      variables_sheet(ui, *vm);
      break;
    case app::Dialog::notes:
      notes_sheet(ui, *vm);
      break;
    default:
      break;
  }
}

}  // namespace view
