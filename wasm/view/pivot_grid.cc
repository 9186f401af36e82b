// The grid of figures: four panes (corner, headings, stub, body) that share two scroll places. Only
// what is in sight is asked for; whole rows and columns only, so that no figure is ever cut.
#include <algorithm>
#include <cmath>

#include "stats/cell_text.h"
#include "view/screens.h"
#include "view/widget/scroll_area.h"

namespace view {
namespace {

using stats::LineKind;
using stats::PivotGrid;

constexpr float edge_width = 30;  ///< The strip that says there are more columns.
constexpr float column_stretch_max = 190;
constexpr float heading_wish = 150;  ///< Longer headings wrap.
constexpr int heading_lines_max = 4;
constexpr float stub_wish = 300;  ///< One level of names; longer ones wrap.
constexpr float stub_padding = 16;
constexpr float indent_px = 16;

/// Everything measured for one frame, in CSS pixels.
struct GridLayout {
  const PivotGrid* grid = nullptr;
  Rect frame;
  float row = 34, heading_row = 34, last_heading_row = 34;
  float stub = 0;
  std::vector<float> stub_widths;
  std::size_t heading_levels = 1;
  bool has_pinned = false;  ///< The last row is a total and stays at the bottom.
  std::size_t rows = 0, first_row = 0, rows_in_sight = 0;
  std::size_t first_column = 0;
  std::vector<float> columns;  ///< Widths of those in sight.
  bool has_columns_before = false, has_columns_after = false;
  TextStyle cell, head;
  float gutter = tokens::extent::mark_gutter;

  float heading() const {
    return heading_row * static_cast<float>(heading_levels - 1) + last_heading_row;
  }
  float body_x() const { return frame.x + stub; }
  float body_y() const { return frame.y + heading(); }
  float columns_width() const {
    float sum = 0;
    for (float width : columns)
      sum += width;
    return sum;
  }
  float pinned_height() const { return has_pinned ? row + 2 : 0; }
};

std::string category_label(const Ui& ui, const PivotGrid& grid, const stats::Label& label) {
  if (label.is_total) return std::string(ui.word(Word::total_shown));
  const stats::Category& category =
      grid.table().dimensions[label.dimension].categories[label.category];
  return category.label.in(ui.language());
}

std::string note_marks(const PivotGrid& grid, const stats::Label& label) {
  if (label.is_total) return {};
  const std::string marks =
      stats::marks_from_numbers(grid.category_note_numbers(label.dimension, label.category));
  return marks.empty() ? marks : " " + marks;
}

std::string cell_marks(const PivotGrid& grid, std::size_t row, std::size_t column,
                       const stats::CellText& text) {
  std::string marks = text.mark;
  for (std::uint32_t note : grid.cell_notes(row, column))
    marks += stats::superscript_from_number(grid.note_number(note));
  return marks;
}

// --- Measure ---

float stub_level_width(const Ui& ui, const PivotGrid& grid, const stats::AxisLevel& level,
                       const TextStyle& style) {
  const stats::Dimension& dimension = grid.table().dimensions[level.dimension];
  float widest =
      ui.paint.width(dimension.label.in(ui.language()), {style.size, Role::text, Face::semibold});
  // A long list is measured by its longest labels in bytes: close enough, and it costs little.
  std::size_t longest = 0;
  int measured = 0;
  for (std::uint32_t index : level.categories) {
    const stats::Category& category = dimension.categories[index];
    const std::string& label = category.label.in(ui.language());
    if (label.size() + 3 < longest || ++measured > 2000) continue;
    longest = std::max(longest, label.size());
    const auto marks = note_marks(grid, {level.dimension, index, 0, 1, false});
    widest =
        std::max(widest, ui.paint.width(label + marks, {style.size, Role::text, Face::semibold}) +
                             indent_px * static_cast<float>(dimension.depth_of(index)));
  }
  return widest + stub_padding + 12;
}

void measure_stub(const Ui& ui, GridMeasures& measures, const PivotGrid& grid, float frame_width,
                  const TextStyle& style) {
  measures.stub_widths.clear();
  for (const stats::AxisLevel& level : grid.stub())
    measures.stub_widths.push_back(stub_level_width(ui, grid, level, style));
  if (grid.stub().empty()) measures.stub_widths.push_back(tokens::extent::stub_min);
  float sum = 0;
  for (float width : measures.stub_widths)
    sum += width;
  const float most = ui.is_phone() ? 140.0f : frame_width * tokens::extent::stub_max_share;
  if (measures.stub_widths.size() == 1)
    measures.stub_widths[0] = std::clamp(sum, std::min(most, tokens::extent::stub_min), most);
  else if (sum > most)
    for (float& width : measures.stub_widths)
      width *= most / sum;
}

float figure_width(const Ui& ui, const stats::GridCell& cell, const TextStyle& style) {
  return ui.paint.width(stats::text_from_cell(cell, ui.language()).figure, style);
}

/// What a column asks for before any of its cells is known: its heading and the bounds of its
/// measure.
float column_wish(const Ui& ui, const GridLayout& layout, const GridMeasures& measures,
                  std::size_t column) {
  const PivotGrid& grid = *layout.grid;
  float heading = 0;
  if (!grid.heading().empty()) {
    const stats::Label label = grid.column_label(grid.heading().size() - 1, column);
    const std::string text = category_label(ui, grid, label) + note_marks(grid, label);
    heading = ui.paint.width(text, {layout.cell.size, Role::text, Face::semibold});
    if (heading > heading_wish) {
      for (const TextLine& line : ui.paint.wrapped(text, layout.head, heading_wish))
        heading = std::min(heading, std::max(heading_wish * 0.6f, line.width));
      heading = heading_wish;
    }
  }
  float figure = 0;
  if (grid.view().pivot.calculation == stats::Calculation::none && grid.rows_count() > 0) {
    const std::uint32_t measure = grid.measure_at(0, column);
    if (measure < measures.bounds.size() && measures.bounds[measure].has_figures) {
      const int decimals = grid.table().measure().categories[measure].decimals;
      for (double value : {measures.bounds[measure].min, measures.bounds[measure].max})
        figure = std::max(
            figure, figure_width(ui, {{value, true, stats::CellStatus::final}, decimals, false},
                                 layout.head));
    }
  }
  const float padding = 8 + 2 + layout.gutter;
  return std::max({tokens::extent::column_min, heading + padding + 6, figure + padding + 8});
}

float column_width(const Ui& ui, const GridLayout& layout, GridMeasures& measures,
                   std::size_t column) {
  const auto known = measures.columns.find(column);
  if (known != measures.columns.end()) return known->second;
  const float width = column_wish(ui, layout, measures, column);
  if (measures.columns.size() > 20'000) measures.columns.clear();
  measures.columns[column] = width;
  return width;
}

/// The first column of the last screenful.
std::size_t last_first_column(const Ui& ui, const GridLayout& layout, GridMeasures& measures,
                              float room) {
  std::size_t first = layout.grid->columns_count();
  float used = 0;
  while (first > 0) {
    used += column_width(ui, layout, measures, first - 1);
    if (used > room && first < layout.grid->columns_count()) break;
    --first;
  }
  return first;
}

void choose_columns(Ui& ui, GridLayout& layout, GridMeasures& measures) {
  const std::size_t count = layout.grid->columns_count();
  Scroll& scroll = ui.memory.scrolls["grid"];
  const float room = layout.frame.w - layout.stub;
  float all = 0;
  std::size_t fitting = 0;
  while (fitting < count && all <= room)
    all += column_width(ui, layout, measures, fitting++);
  if (fitting == count && all <= room) {
    scroll.x = scroll.target_x = 0;
    const float spare = count == 0 ? 0 : (room - all) / static_cast<float>(count);
    for (std::size_t c = 0; c < count; ++c) {
      const float width = column_width(ui, layout, measures, c);
      layout.columns.push_back(std::min(width + spare, std::max(width, column_stretch_max)));
    }
    return;
  }
  const float narrow = room - edge_width;
  const std::size_t last = last_first_column(ui, layout, measures, narrow);
  scroll.target_x = std::clamp(scroll.target_x, 0.0, static_cast<double>(last));
  scroll.x = std::clamp(scroll.x, 0.0, static_cast<double>(last));
  layout.first_column = static_cast<std::size_t>(std::lround(scroll.x));
  layout.has_columns_before = layout.first_column > 0;
  float used = 0;
  for (std::size_t c = layout.first_column; c < count; ++c) {
    const float width = column_width(ui, layout, measures, c);
    if (!layout.columns.empty() && used + width > narrow) break;
    layout.columns.push_back(std::min(width, narrow));
    used += width;
  }
  layout.has_columns_after = layout.first_column + layout.columns.size() < count;
  // What is left over is shared, so that the frame is full while there is more.
  const float spare = (narrow - used) / static_cast<float>(layout.columns.size());
  if (spare > 0)
    for (float& width : layout.columns)
      width += spare;
  ui.memory.new_targets.push_back({layout.frame, "grid", layout.row, static_cast<double>(last), 0});
}

void choose_rows(Ui& ui, GridLayout& layout, float height) {
  const std::size_t all = layout.grid->rows_count();
  layout.has_pinned = all > 1 && layout.grid->row_kind(all - 1) != LineKind::plain &&
                      layout.grid->stub().size() <= 1;
  layout.rows = layout.has_pinned ? all - 1 : all;
  const float room = height - layout.heading() - layout.pinned_height();
  const auto fitting = static_cast<std::size_t>(std::max(1.0f, std::floor(room / layout.row)));
  layout.rows_in_sight = std::min(fitting, layout.rows);
  Scroll& scroll = ui.memory.scrolls["grid"];
  const auto most = static_cast<double>(layout.rows - layout.rows_in_sight);
  scroll.target_y = std::clamp(scroll.target_y, 0.0, most);
  scroll.y = std::clamp(scroll.y, 0.0, most);
  layout.first_row = static_cast<std::size_t>(std::llround(scroll.y));
  if (most > 0) {
    auto& targets = ui.memory.new_targets;
    if (!targets.empty() && targets.back().id == "grid")
      targets.back().max_y = most;
    else
      targets.push_back({layout.frame, "grid", layout.row, 0, most});
  }
}

/// The heading's last row is as high as its longest label in sight needs.
void choose_heading_height(const Ui& ui, GridLayout& layout) {
  const PivotGrid& grid = *layout.grid;
  std::size_t lines = 1;
  if (!grid.heading().empty())
    for (std::size_t i = 0; i < layout.columns.size(); ++i) {
      const stats::Label label =
          grid.column_label(grid.heading().size() - 1, layout.first_column + i);
      const std::string text = category_label(ui, grid, label) + note_marks(grid, label);
      const float width = layout.columns[i] - 10 - layout.gutter;
      if (ui.paint.width(text, layout.head) > width)
        lines = std::max(lines, ui.paint.wrapped(text, layout.head, width).size());
    }
  lines = std::min<std::size_t>(lines, heading_lines_max);
  if (lines > 1)
    layout.last_heading_row = static_cast<float>(lines) * ui.line(layout.cell.size) + 12;
}

/// True where all columns stand beside the stub as it is. If not, long names wrap rather than take
/// the place of a column of figures.
bool fits(const Ui& ui, const GridLayout& layout, GridMeasures& measures) {
  float used = layout.stub;
  for (std::size_t c = 0; c < layout.grid->columns_count() && used <= layout.frame.w; ++c)
    used += column_width(ui, layout, measures, c);
  return used <= layout.frame.w;
}

GridLayout layout_of_grid(Ui& ui, const Rect& rect) {
  GridLayout layout;
  layout.grid = ui.state.grid.get();
  layout.frame = rect;
  const bool is_compact = ui.state.preferences.density == app::Density::compact && !ui.is_touch();
  layout.row = ui.is_touch() ? tokens::row_height::touch
               : is_compact  ? tokens::row_height::compact
                             : tokens::row_height::comfortable;
  layout.heading_row = layout.last_heading_row = layout.row;
  layout.cell = {is_compact ? Size::note : Size::body, Role::text};
  layout.head = {layout.cell.size, Role::text, Face::semibold};
  layout.heading_levels = std::max<std::size_t>(1, layout.grid->heading().size());

  GridMeasures& measures = ui.memory.measures;
  const std::string key = std::to_string(static_cast<int>(layout.cell.size)) +
                          std::string(base::code_from_language(ui.language())) +
                          std::to_string(static_cast<int>(ui.width())) +
                          std::to_string(ui.paint.scale()) + (ui.is_touch() ? "t" : "");
  if (measures.bounds_table != layout.grid->table_pointer()) {
    measures.bounds_table = layout.grid->table_pointer();
    measures.bounds = stats::bounds_from_table(*measures.bounds_table);
  }
  if (measures.grid != ui.state.grid || measures.key != key) {
    measures.grid = ui.state.grid;
    measures.key = key;
    measures.columns.clear();
    measure_stub(ui, measures, *layout.grid, rect.w, layout.cell);
  }
  layout.stub_widths = measures.stub_widths;
  for (float width : layout.stub_widths)
    layout.stub += width;
  if (layout.stub_widths.size() == 1 && layout.stub > stub_wish && !fits(ui, layout, measures))
    layout.stub = layout.stub_widths[0] = stub_wish;
  return layout;
}

/// Cells wider than their column was thought to be: totals and calculated figures. Widens it for
/// the next frame.
void widen_columns(Ui& ui, const GridLayout& layout) {
  bool changed = false;
  const auto look = [&](std::size_t row) {
    for (std::size_t i = 0; i < layout.columns.size(); ++i) {
      const std::size_t column = layout.first_column + i;
      const stats::CellText text =
          stats::text_from_cell(layout.grid->at(row, column), ui.language());
      const std::string marks = cell_marks(*layout.grid, row, column, text);
      const float marks_width = std::max(layout.gutter, ui.paint.width(marks, {Size::note}) + 4);
      const float wish = ui.paint.width(text.figure, layout.head) + marks_width + 16;
      float& known = ui.memory.measures.columns[column];
      if (wish <= known + 0.5f) continue;
      known = wish;
      changed = changed || wish > layout.columns[i];
    }
  };
  for (std::size_t i = 0; i < layout.rows_in_sight; ++i)
    look(layout.first_row + i);
  if (layout.has_pinned) look(layout.rows);
  if (changed) ui.memory.wants_frame = true;
}

// --- Draw: headings ---

app::Command heading_command(const PivotGrid& grid, std::size_t column) {
  return app::CycleSort{grid.column_codes(column)};
}

Node::Sorted sorted_by(const PivotGrid& grid, std::size_t column) {
  for (const stats::Sort& sort : grid.view().pivot.sorts)
    if (sort.axis == stats::Sort::Axis::rows && sort.line == grid.column_codes(column))
      return sort.direction == stats::Direction::descending ? Node::Sorted::descending
                                                            : Node::Sorted::ascending;
  return Node::Sorted::none;
}

void draw_last_heading(Ui& ui, const GridLayout& layout, const Rect& place, std::size_t column) {
  const PivotGrid& grid = *layout.grid;
  const bool has_level = !grid.heading().empty();
  stats::Label label;
  std::string text = std::string(ui.word(Word::total));
  if (has_level) {
    label = grid.column_label(grid.heading().size() - 1, column);
    text = category_label(ui, grid, label) + note_marks(grid, label);
  } else {
    text = grid.table().measure().categories[grid.measure_at(0, column)].label.in(ui.language());
  }
  const Node::Sorted sorted = sorted_by(grid, column);
  const std::string id =
      "h" + std::to_string(layout.heading_levels - 1) + "c" + std::to_string(column);
  const Touch touch = ui.touch(ui.nodes.id_of(id), place);
  if (sorted != Node::Sorted::none)
    ui.paint.fill(place, Role::primary_soft);
  else if (touch.is_hovered)
    ui.paint.fill(place, Role::surface_hover);
  TextStyle style = layout.head;
  style.align = Align::right;
  if (sorted != Node::Sorted::none) style.colour = Role::on_primary_soft;
  Rect inner = place;
  inner.cut_left(8);
  inner.cut_right(2 + layout.gutter);
  const auto lines = ui.paint.wrapped(text, style, inner.w + 1);
  const float height = ui.line(style.size);
  const auto count = std::min<std::size_t>(lines.size(), heading_lines_max);
  float y = place.middle_y() - height * static_cast<float>(count) / 2;
  for (std::size_t i = 0; i < count; ++i, y += height) {
    const bool is_cut = i + 1 == count && count < lines.size();
    ui.paint.text({inner.x, y, inner.w, height},
                  std::string_view(text).substr(
                      lines[i].begin, (is_cut ? text.size() : lines[i].end) - lines[i].begin),
                  style);
  }
  if (sorted != Node::Sorted::none || touch.is_hovered) {
    const float x = std::max(place.x + 10, inner.right() - (count ? lines[0].width : 0) - 14);
    ui.paint.icon(sorted == Node::Sorted::ascending ? Icon::chevron_up : Icon::chevron_down, x,
                  place.middle_y() - height * static_cast<float>(count - 1) / 2, 16, style.colour);
  }
  if (touch.is_hovered) ui.set_cursor(1);
  const app::Command command = heading_command(grid, column);
  if (touch.was_clicked) ui.commands.send(command);
  Node node;
  node.role = NodeRole::columnheader;
  node.name = text;
  node.rect = place;
  node.row = static_cast<int>(layout.heading_levels) - 1;
  node.column = static_cast<int>(column + layout.stub_widths.size());
  node.sorted = sorted;
  node.is_focusable = true;
  node.command = command;
  ui.record(id, std::move(node));
}

void draw_heading_level(Ui& ui, const GridLayout& layout, std::size_t level, float y) {
  const PivotGrid& grid = *layout.grid;
  float x = layout.body_x();
  const std::size_t end = layout.first_column + layout.columns.size();
  for (std::size_t column = layout.first_column; column < end;) {
    const stats::Label label = grid.column_label(level, column);
    const std::size_t span_end = std::min(end, label.begin + label.count);
    float width = 0;
    for (std::size_t c = column; c < span_end; ++c)
      width += layout.columns[c - layout.first_column];
    const Rect place{x, y, width, layout.heading_row};
    const std::string text = category_label(ui, grid, label) + note_marks(grid, label);
    Rect inner = place;
    inner.cut_left(10);
    inner.cut_right(4);
    ui.paint.text(inner, text, layout.head);
    ui.paint.vertical(place.right() - 1, place.y, place.bottom(), Role::border);
    ui.paint.horizontal(place.x, place.right(), place.bottom() - 1, Role::border);
    Node node;
    node.role = NodeRole::columnheader;
    node.name = text;
    node.rect = place;
    node.row = static_cast<int>(level);
    node.column = static_cast<int>(column + layout.stub_widths.size());
    node.column_span = static_cast<int>(span_end - column);
    ui.record("h" + std::to_string(level) + "c" + std::to_string(column), std::move(node));
    x += width;
    column = span_end;
  }
}

void draw_headings(Ui& ui, const GridLayout& layout) {
  const float width = layout.columns_width();
  ui.paint.fill({layout.frame.x, layout.frame.y, layout.stub + width, layout.heading()},
                Role::surface_sunken);
  float y = layout.frame.y;
  for (std::size_t level = 0; level + 1 < layout.heading_levels; ++level, y += layout.heading_row)
    draw_heading_level(ui, layout, level, y);
  float x = layout.body_x();
  for (std::size_t i = 0; i < layout.columns.size(); ++i) {
    const Rect place{x, y, layout.columns[i], layout.last_heading_row};
    draw_last_heading(ui, layout, place, layout.first_column + i);
    x += layout.columns[i];
    ui.paint.vertical(x - 1, y, y + layout.last_heading_row, Role::border);
  }
  ui.paint.horizontal(layout.frame.x, layout.body_x() + width, layout.body_y() - 1, Role::border);
}

void draw_corner(Ui& ui, const GridLayout& layout) {
  const PivotGrid& grid = *layout.grid;
  float x = layout.frame.x;
  for (std::size_t level = 0; level < grid.stub().size(); ++level) {
    const stats::Dimension& dimension = grid.table().dimensions[grid.stub()[level].dimension];
    Rect place{x, layout.body_y() - layout.heading_row, layout.stub_widths[level],
               layout.heading_row};
    Rect inner = place;
    inner.cut_left(level == 0 ? stub_padding : 10);
    inner.cut_right(6);
    const std::string& text = dimension.label.in(ui.language());
    TextStyle style = layout.head;
    if (ui.paint.width(text, style) > inner.w) style.size = Size::note;
    ui.paint.text(inner, text, style);
    Node node;
    node.role = NodeRole::columnheader;
    node.name = text;
    node.rect = place;
    node.row = static_cast<int>(layout.heading_levels) - 1;
    node.column = static_cast<int>(level);
    ui.record("corner" + std::to_string(level), std::move(node));
    x += layout.stub_widths[level];
  }
}

// --- Draw: rows ---

bool is_total_row(const PivotGrid& grid, std::size_t row) {
  return grid.row_kind(row) != LineKind::plain;
}

void draw_stub_cell(Ui& ui, const GridLayout& layout, std::size_t level, std::size_t row,
                    const Rect& place, bool is_first) {
  const PivotGrid& grid = *layout.grid;
  stats::Label label;
  std::string text;
  if (grid.stub().empty()) {
    text = grid.table().measure().categories[grid.measure_at(row, 0)].label.in(ui.language());
  } else {
    label = grid.row_label(level, row);
    if (label.begin != row && !is_first) return;
    text = category_label(ui, grid, label) + note_marks(grid, label);
  }
  const bool is_total = is_total_row(grid, row);
  Rect inner = place;
  inner.cut_left(level == 0 ? stub_padding : 10);
  inner.cut_right(6);
  TextStyle style = layout.cell;
  if (is_total) style.face = Face::semibold;
  const bool fits = ui.paint.width(text, style) <= inner.w + 0.6f;
  const bool may_wrap = !fits && layout.row >= 34;
  if (may_wrap) {
    TextStyle small = style;
    small.size = Size::note;
    const float height =
        std::min(2.0f, static_cast<float>(ui.paint.wrapped(text, small, inner.w).size())) *
        (ui.line(Size::note) - 2);
    float y = inner.middle_y() - height / 2;
    const auto lines = ui.paint.wrapped(text, small, inner.w);
    for (std::size_t i = 0; i < std::min<std::size_t>(2, lines.size());
         ++i, y += ui.line(Size::note) - 2) {
      const bool is_cut = i == 1 && lines.size() > 2;
      ui.paint.text({inner.x, y, inner.w, ui.line(Size::note) - 2},
                    std::string_view(text).substr(
                        lines[i].begin, (is_cut ? text.size() : lines[i].end) - lines[i].begin),
                    small);
    }
  } else {
    ui.paint.text(inner, text, style);
  }
  const std::string id = "s" + std::to_string(level) + "r" + std::to_string(row);
  if (!fits && place.contains(ui.pointer_x(), ui.pointer_y()))
    ui.tooltip(ui.nodes.id_of(id), place, text);
  Node node;
  node.role = NodeRole::rowheader;
  node.name = text;
  node.rect = place;
  node.row = static_cast<int>(row + layout.heading_levels);
  node.column = static_cast<int>(level);
  node.row_span = grid.stub().empty() ? 1 : static_cast<int>(label.count);
  ui.record(id, std::move(node));
}

std::string spoken_cell(const Ui& ui, const stats::GridCell& cell, const stats::CellText& text) {
  const std::string_view meaning = stats::meaning_from_status(cell.cell.status, ui.language());
  if (meaning.empty()) return text.figure;
  return text.figure + ", " + std::string(meaning);
}

void draw_cell(Ui& ui, const GridLayout& layout, std::size_t row, std::size_t column,
               const Rect& place, const TextStyle& row_style) {
  const PivotGrid& grid = *layout.grid;
  const stats::GridCell cell = grid.at(row, column);
  const stats::CellText text = stats::text_from_cell(cell, ui.language());
  const std::string marks = cell_marks(grid, row, column, text);
  TextStyle style = row_style;
  style.align = Align::right;
  if (stats::replaces_figure(cell.cell.status)) style.colour = Role::text_muted;
  const float gutter =
      std::max(layout.gutter, marks.empty() ? 0 : ui.paint.width(marks, {Size::note}) + 4);
  Rect inner = place;
  inner.cut_right(2 + gutter);
  const float width = ui.paint.width(text.figure, style);
  ui.paint.line(inner.right() - width, place.y + (place.h - ui.line(style.size)) / 2, text.figure,
                style);
  if (!marks.empty())
    ui.paint.line(inner.right() + 2, place.y + (place.h - ui.line(Size::note)) / 2, marks,
                  {Size::note, Role::text_muted});
  const auto& selection = ui.state.ui.selection;
  Node node;
  node.role = NodeRole::gridcell;
  node.name = spoken_cell(ui, cell, text);
  node.rect = place;
  node.row = static_cast<int>(row + layout.heading_levels);
  node.column = static_cast<int>(column + layout.stub_widths.size());
  const bool is_active = selection && selection->row == row && selection->column == column;
  node.selected =
      selection && row >= selection->range().row_begin && row < selection->range().row_end &&
              column >= selection->range().column_begin && column < selection->range().column_end
          ? Tri::yes
          : Tri::no;
  node.is_focusable =
      selection ? is_active : row == layout.first_row && column == layout.first_column;
  node.command = app::SelectCell{row, column, false};
  ui.record("r" + std::to_string(row) + "c" + std::to_string(column), std::move(node));
}

void draw_selection(Ui& ui, const GridLayout& layout, bool is_outline) {
  if (!ui.state.ui.selection) return;
  const stats::CellRange range = ui.state.ui.selection->range();
  const auto x_of = [&](std::size_t column) {
    float x = layout.body_x();
    for (std::size_t i = 0; i < layout.columns.size() && layout.first_column + i < column; ++i)
      x += layout.columns[i];
    return x;
  };
  const auto part = [&](std::size_t begin, std::size_t end, float y) {
    const Rect rect{x_of(range.column_begin), y, x_of(range.column_end) - x_of(range.column_begin),
                    static_cast<float>(end - begin) * layout.row};
    if (rect.is_empty()) return;
    if (is_outline)
      ui.paint.outline({rect.x - 1, rect.y - 1, rect.w + 1, rect.h + 1}, Role::selection_border, 0,
                       2);
    else
      ui.paint.fill(rect, Role::selection);
  };
  const std::size_t begin = std::max(range.row_begin, layout.first_row);
  const std::size_t end =
      std::min({range.row_end, layout.first_row + layout.rows_in_sight, layout.rows});
  if (begin < end)
    part(begin, end, layout.body_y() + static_cast<float>(begin - layout.first_row) * layout.row);
  if (layout.has_pinned && range.row_end > layout.rows)
    part(layout.rows, layout.rows + 1,
         layout.body_y() + static_cast<float>(layout.rows_in_sight) * layout.row + 2);
}

void draw_row(Ui& ui, const GridLayout& layout, std::size_t row, float y, bool is_first) {
  const PivotGrid& grid = *layout.grid;
  const auto group = ui.group("row" + std::to_string(row), NodeRole::row, "",
                              {layout.frame.x, y, layout.frame.w, layout.row});
  float x = layout.frame.x;
  for (std::size_t level = 0; level < layout.stub_widths.size(); ++level) {
    draw_stub_cell(ui, layout, level, row, {x, y, layout.stub_widths[level], layout.row}, is_first);
    x += layout.stub_widths[level];
  }
  TextStyle style = layout.cell;
  if (is_total_row(grid, row)) style.face = Face::semibold;
  for (std::size_t i = 0; i < layout.columns.size(); ++i) {
    draw_cell(ui, layout, row, layout.first_column + i, {x, y, layout.columns[i], layout.row},
              style);
    x += layout.columns[i];
  }
}

void draw_lines(Ui& ui, const GridLayout& layout) {
  const PivotGrid& grid = *layout.grid;
  const float right = layout.body_x() + layout.columns_width();
  const float bottom = layout.body_y() + static_cast<float>(layout.rows_in_sight) * layout.row;
  for (std::size_t i = 0; i < layout.rows_in_sight; ++i) {
    const std::size_t row = layout.first_row + i;
    const float y = layout.body_y() + static_cast<float>(i + 1) * layout.row - 1;
    // An outer label that goes on into the next row has no line through it.
    float x = layout.frame.x;
    for (std::size_t level = 0; level + 1 < grid.stub().size(); ++level) {
      const stats::Label label = grid.row_label(level, row);
      if (label.begin + label.count <= row + 1) break;
      x += layout.stub_widths[level];
    }
    if (i + 1 < layout.rows_in_sight || !layout.has_pinned)
      ui.paint.horizontal(x, right, y, Role::border_grid);
  }
  float x = layout.body_x();
  for (std::size_t i = 0; i + 1 < layout.columns.size(); ++i) {
    x += layout.columns[i];
    ui.paint.vertical(x - 1, layout.body_y(), bottom + layout.pinned_height(), Role::border_grid);
  }
}

/// The row and column under the pointer. Outside the body: the nearest.
app::SelectCell cell_under_pointer(const Ui& ui, const GridLayout& layout) {
  const float y = ui.pointer_y() - layout.body_y();
  const auto line = static_cast<std::ptrdiff_t>(std::floor(y / layout.row));
  std::size_t row = layout.first_row;
  if (line >= static_cast<std::ptrdiff_t>(layout.rows_in_sight) && layout.has_pinned)
    row = layout.rows;
  else if (layout.rows_in_sight > 0)
    row += static_cast<std::size_t>(
        std::clamp<std::ptrdiff_t>(line, 0, static_cast<std::ptrdiff_t>(layout.rows_in_sight) - 1));
  float x = layout.body_x();
  std::size_t column = layout.first_column;
  for (std::size_t i = 0; i + 1 < layout.columns.size(); ++i) {
    x += layout.columns[i];
    if (ui.pointer_x() < x) break;
    ++column;
  }
  return {row, column, ui.is_shift_down()};
}

void answer_pointer(Ui& ui, const GridLayout& layout, const Rect& body) {
  const Touch touch = ui.touch("grid/body", body);
  if (layout.columns.empty()) return;
  const app::SelectCell under = cell_under_pointer(ui, layout);
  const auto& selection = ui.state.ui.selection;
  if (touch.was_pressed) {
    ui.commands.send(under);
  } else if (touch.is_held && selection &&
             (selection->row != under.row || selection->column != under.column)) {
    ui.commands.send(app::DragSelection{under.row, under.column});
  }
  if (touch.was_clicked && ui.state.ui.is_selecting) ui.commands.send(app::EndSelection{});
}

void draw_hover(Ui& ui, const GridLayout& layout, const Rect& body) {
  if (ui.is_touch() || ui.state.ui.is_selecting || !body.contains(ui.pointer_x(), ui.pointer_y()))
    return;
  const auto line = static_cast<std::size_t>((ui.pointer_y() - layout.body_y()) / layout.row);
  if (line >= layout.rows_in_sight) return;
  ui.paint.fill({layout.frame.x, layout.body_y() + static_cast<float>(line) * layout.row,
                 layout.stub + layout.columns_width(), layout.row - 1},
                Role::surface_hover);
}

/// Keys move the active cell; it is brought into sight.
void follow_active_cell(Ui& ui, const GridLayout& layout) {
  const auto& selection = ui.state.ui.selection;
  if (selection == ui.memory.seen_selection) return;
  ui.memory.seen_selection = selection;
  if (!selection || ui.state.ui.is_selecting) return;
  Scroll& scroll = ui.memory.scrolls["grid"];
  if (selection->row < layout.rows) {
    const auto row = static_cast<double>(selection->row);
    if (row < scroll.target_y) scroll.target_y = row;
    if (row >= scroll.target_y + static_cast<double>(layout.rows_in_sight))
      scroll.target_y = row - static_cast<double>(layout.rows_in_sight) + 1;
  }
  const auto column = static_cast<double>(selection->column);
  if (column < scroll.target_x) scroll.target_x = column;
  const auto seen = static_cast<double>(layout.columns.size());
  if (column >= scroll.target_x + seen) scroll.target_x = column - seen + 1;
  ui.memory.wants_frame = true;
}

void draw_edge(Ui& ui, const GridLayout& layout, float bottom) {
  if (!layout.has_columns_after && !layout.has_columns_before) return;
  const Rect edge{layout.frame.right() - edge_width, layout.frame.y, edge_width,
                  bottom - layout.frame.y};
  ui.paint.fill(edge, Role::surface_sunken);
  ui.paint.vertical(edge.x, edge.y, edge.bottom(), Role::border);
  Scroll& scroll = ui.memory.scrolls["grid"];
  const auto step = [&](std::string_view id, const Rect& place, Icon icon, double by) {
    const Touch touch = ui.touch(id, place);
    if (touch.is_hovered) {
      ui.paint.fill(place, Role::primary_soft);
      ui.set_cursor(1);
    }
    ui.paint.icon(icon, place.middle_x(), place.middle_y(), 20, Role::primary);
    if (touch.was_clicked) {
      scroll.target_x += by;
      ui.memory.wants_frame = true;
    }
  };
  Rect upper = edge, lower = edge;
  if (layout.has_columns_after && layout.has_columns_before) {
    upper.h = edge.h / 2;
    lower = {edge.x, edge.y + edge.h / 2, edge.w, edge.h / 2};
    ui.paint.horizontal(edge.x, edge.right(), lower.y, Role::border);
  }
  const auto count = static_cast<double>(std::max<std::size_t>(1, layout.columns.size()));
  if (layout.has_columns_after) step("grid/more columns", upper, Icon::chevron_right, count);
  if (layout.has_columns_before) step("grid/fewer columns", lower, Icon::chevron_left, -count);
}

void draw_scroll_bars(Ui& ui, const GridLayout& layout, float bottom) {
  Scroll& scroll = ui.memory.scrolls["grid"];
  const auto rows_most = static_cast<double>(layout.rows - layout.rows_in_sight);
  if (rows_most <= 0 || ui.is_touch()) return;
  const Rect track{layout.frame.right(), layout.frame.y, tokens::extent::scrollbar,
                   bottom - layout.frame.y};
  const double share = static_cast<double>(layout.rows_in_sight) / static_cast<double>(layout.rows);
  if (const auto at = scroll_bar(ui, "grid/bar", track, share, scroll.y / rows_most, false))
    scroll.y = scroll.target_y = std::round(*at * rows_most);
}

/// Corner, headings, stub and body inside `inside`, with the nodes of what is in sight.
void draw_panes(Ui& ui, const GridLayout& layout, const Rect& inside, std::string_view title) {
  const Rect body{layout.body_x(), layout.body_y(), layout.columns_width(),
                  inside.bottom() - layout.body_y()};
  const Clipped clip(ui, inside);
  Node node;
  node.role = NodeRole::grid;
  node.name = title;
  node.rect = inside;
  node.rows_count = static_cast<int>(
      std::min<std::size_t>(layout.grid->rows_count() + layout.heading_levels, INT32_MAX));
  node.columns_count = static_cast<int>(layout.grid->columns_count() + layout.stub_widths.size());
  const semantics::Group group(ui.nodes, "grid", std::move(node));
  const float pinned_y = layout.body_y() + static_cast<float>(layout.rows_in_sight) * layout.row;
  draw_hover(ui, layout, body);
  if (layout.has_pinned)
    ui.paint.fill(
        {layout.frame.x, pinned_y, layout.stub + layout.columns_width(), layout.pinned_height()},
        Role::surface_sunken);
  draw_selection(ui, layout, false);
  if (layout.has_pinned)
    ui.paint.horizontal(layout.frame.x, body.right(), pinned_y, Role::border_strong, 2);
  draw_lines(ui, layout);
  {
    const auto head =
        ui.group("head", NodeRole::row, "", {inside.x, inside.y, inside.w, layout.heading()});
    draw_headings(ui, layout);
    draw_corner(ui, layout);
  }
  for (std::size_t i = 0; i < layout.rows_in_sight; ++i)
    draw_row(ui, layout, layout.first_row + i, layout.body_y() + static_cast<float>(i) * layout.row,
             i == 0);
  if (layout.has_pinned) draw_row(ui, layout, layout.rows, pinned_y + 2, true);
  ui.paint.vertical(layout.body_x() - 2, inside.y, inside.bottom(), Role::border, 2);
  draw_selection(ui, layout, true);
  draw_edge(ui, layout, inside.bottom());
  answer_pointer(ui, layout, body);
}

}  // namespace

float pivot_grid(Ui& ui, const Rect& rect, const app::TableVm& vm) {
  // --- Measure ---
  Scroll& scroll = ui.memory.scrolls["grid"];
  glide(ui, scroll);
  Rect inside = rect.inset(1);
  const bool has_bar = !ui.is_touch();
  if (has_bar) inside.cut_right(tokens::extent::scrollbar);
  GridLayout layout = layout_of_grid(ui, inside);
  choose_columns(ui, layout, ui.memory.measures);
  choose_heading_height(ui, layout);
  choose_rows(ui, layout, inside.h);
  follow_active_cell(ui, layout);
  const bool needs_bar = has_bar && layout.rows > layout.rows_in_sight;
  const float height = layout.heading() + static_cast<float>(layout.rows_in_sight) * layout.row +
                       layout.pinned_height();
  const bool is_full = layout.has_columns_after || layout.has_columns_before;
  const float width = is_full ? inside.w : layout.stub + layout.columns_width();
  layout.frame.w = width;
  ui.memory.sight = {layout.first_row,    layout.rows_in_sight,  layout.rows,
                     layout.first_column, layout.columns.size(), layout.grid->columns_count()};

  // --- Draw ---
  const Rect frame{rect.x, rect.y, width + 2 + (needs_bar ? tokens::extent::scrollbar : 0),
                   height + 2};
  ui.paint.fill(frame, Role::surface, ui.is_phone() ? 0 : tokens::radius::panel);
  const float bottom = inside.y + height;
  draw_panes(ui, layout, {inside.x, inside.y, width, height}, vm.title);
  if (needs_bar) draw_scroll_bars(ui, layout, bottom);
  ui.paint.outline(frame, Role::border, ui.is_phone() ? 0 : tokens::radius::panel);
  widen_columns(ui, layout);
  return frame.h;
}

}  // namespace view
