// Under the grid: what the selected cells add up to, copy, size and density.
#include <algorithm>

#include "view/screens.h"
#include "view/widget/layer.h"

namespace view {

void status_bar(Ui& ui, const Rect& rect, const app::TableVm& vm,
                const app::SelectionVm& selection) {
  const auto group = ui.group("status", NodeRole::toolbar, ui.word(Word::cells), rect);
  ui.paint.fill(rect, Role::surface);
  ui.paint.horizontal(rect.x, rect.right(), rect.y, Role::border);
  Rect row = rect.inset(24, 0);

  const app::Density density = ui.state.preferences.density;
  const std::vector<Segment> choices{
      {"comfortable", ui.word(Word::density_comfortable), density == app::Density::comfortable,
       app::SetDensity{app::Density::comfortable}},
      {"compact", ui.word(Word::density_compact), density == app::Density::compact,
       app::SetDensity{app::Density::compact}}};
  segments(ui, "density", row.cut_right(segments_width(ui, choices)).centred_y(30),
           ui.word(Word::density), choices);
  row.cut_right(16);
  const float size = ui.paint.width(vm.size, {Size::note});
  if (!ui.is_tablet()) {
    ui.text("size", row.cut_right(size + 1), vm.size, {Size::note, Role::text_muted});
    row.cut_right(16);
  }
  if (ui.state.ui.selection) {
    const ButtonLook look{ButtonKind::quiet, Icon::copy, {}, true};
    button(ui, "copy", row.cut_right(button_width(ui, ui.word(Word::copy), look)).centred_y(30),
           ui.word(Word::copy), look, app::CopyCells{});
    row.cut_right(12);
  }

  if (selection.cells.empty()) return;
  const TextStyle strong{Size::note, Role::text, Face::semibold};
  const float width = ui.paint.width(selection.cells, strong);
  ui.text("cells", row.cut_left(width + 1), selection.cells, strong);
  row.cut_left(20);
  int number = 0;
  for (const auto& [label, figure] : selection.figures) {
    const float label_width = ui.paint.width(label, {Size::note}) + 6;
    const float figure_width = ui.paint.width(figure, strong) + 1;
    if (label_width + figure_width > row.w) break;
    const Rect place = row.cut_left(label_width + figure_width);
    ui.paint.text(place, label, {Size::note, Role::text_muted});
    ui.paint.text({place.x + label_width, place.y, figure_width, place.h}, figure, strong);
    Node node;
    node.name = label + " " + figure;
    const bool is_first = number == 0;
    if (is_first) node.description = selection.sum_refusal;
    node.rect = place;
    const std::string id = "figure" + std::to_string(number++);
    if (is_first && !selection.sum_refusal.empty() &&
        place.contains(ui.pointer_x(), ui.pointer_y()))
      ui.tooltip(ui.nodes.id_of(id), place, selection.sum_refusal);
    ui.record(id, std::move(node));
    row.cut_left(20);
  }
}

void cell_panel(Ui& ui, const Rect& area, const app::CellVm& vm) {
  const float width = std::min(360.0f, ui.width() - 32);
  const float inner_width = width - 40;
  float height = 20 + 44;
  height += static_cast<float>(vm.coordinates.size()) * 22;
  for (const std::string& note : vm.notes)
    height += ui.paint.paragraph_height(note, {Size::note}, inner_width) + 6;
  height += ui.paint.paragraph_height(vm.meaning, {Size::body}, inner_width) + 20;
  if (!vm.request_address.empty()) height += 12 + ui.control_height();
  // Beside the figures, at the lower left: never over the cell that it speaks of.
  const bool is_low = ui.pointer_y() > area.y + area.h / 2;
  const Rect rect{area.right() - width - 24, is_low ? area.y + 24 : area.bottom() - height - 24,
                  width, height};
  ui.overlays.push_back([&ui, vm, rect, inner_width] {
    const Layer layer(ui, LayerKind::popup, rect);
    const auto group = ui.group("cell", NodeRole::dialog, ui.word(Word::cell_panel_title), rect);
    Rect inner = rect.inset(20, 12);
    Rect head = inner.cut_top(40);
    button(ui, "close", head.cut_right(30).centred_y(30), ui.word(Word::close),
           {ButtonKind::quiet, Icon::close, {}, true, true}, app::CloseCellPanel{});
    ui.text("figure", head, vm.unit.empty() ? vm.figure : vm.figure + " " + vm.unit,
            {Size::heading, Role::text, Face::semibold});
    inner.cut_top(ui.paragraph("meaning", inner, vm.meaning, {Size::body, Role::text}));
    int number = 0;
    for (const auto& [label, value] : vm.coordinates) {
      Rect row = inner.cut_top(22);
      Node node;
      node.name = label + ": " + value;
      node.rect = row;
      ui.paint.text(row.cut_left(inner_width * 0.4f), label, {Size::note, Role::text_muted});
      ui.paint.text(row, value, {Size::note, Role::text});
      ui.record("at" + std::to_string(number++), std::move(node));
    }
    for (const std::string& note : vm.notes) {
      inner.cut_top(6);
      inner.cut_top(ui.paragraph("note" + std::to_string(number++), inner, note,
                                 {Size::note, Role::text_muted}));
    }
    if (vm.request_address.empty()) return;
    inner.cut_top(12);
    const std::string_view label = ui.word(Word::ask_for_data);
    const ButtonLook look{ButtonKind::plain, Icon::mail};
    button(ui, "ask", {inner.x, inner.y, button_width(ui, label, look), ui.control_height()}, label,
           look, app::OpenPage{vm.request_address});
  });
}

}  // namespace view
