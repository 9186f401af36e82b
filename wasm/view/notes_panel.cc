// Under the grid: the legend of the marks in use, the notes, and the source, which is always shown.
#include <algorithm>

#include "view/screens.h"
#include "view/widget/scroll_area.h"

namespace view {
namespace {

constexpr float line_px = 19;

std::string note_text(const app::NoteVm& note) {
  return note.mark.empty() ? note.text : note.mark + " " + note.text;
}

/// The legend in lines that fit the width. Draws where `ui` is given.
float legend(const Ui& ui, Ui* draw, const Rect& rect, const app::TableVm& vm) {
  if (vm.legend.empty()) return 0;
  float x = rect.x, y = rect.y;
  const auto place = [&](std::string_view id, const std::string& text, Face face) {
    const float width = ui.paint.width(text, {Size::note, Role::text, face});
    if (x > rect.x && x + width > rect.right()) {
      x = rect.x;
      y += line_px;
    }
    if (draw)
      draw->text(id, {x, y, width + 1, line_px}, text,
                 {Size::note, face == Face::semibold ? Role::text : Role::text_muted, face});
    x += width + 18;
  };
  place("symbols", std::string(ui.word(Word::symbols)), Face::semibold);
  int number = 0;
  for (const auto& [mark, meaning] : vm.legend)
    place("symbol" + std::to_string(number++), mark + " " + meaning, Face::regular);
  return y + line_px - rect.y;
}

}  // namespace

float notes_height(const Ui& ui, float width, const app::TableVm& vm) {
  const float room = std::min(width - 4, 1100.0f);
  float height = 10 + legend(ui, nullptr, {0, 0, room, 0}, vm);
  for (const app::NoteVm& note : vm.notes)
    height += ui.paint.paragraph_height(note_text(note), {Size::note}, room) + 1;
  height += ui.paint.paragraph_height(vm.source_line, {Size::note}, room);
  return height + 10;
}

void notes_panel(Ui& ui, const Rect& rect, const app::TableVm& vm) {
  const auto group = ui.group("notes", NodeRole::region, ui.word(Word::notes), rect);
  const Clipped clip(ui, rect);
  Rect rest{rect.x + 2, rect.y + 10, std::min(rect.w - 4, 1100.0f), rect.h - 10};
  rest.cut_top(legend(ui, &ui, rest, vm));
  int number = 0;
  for (const app::NoteVm& note : vm.notes) {
    const std::string text = note_text(note);
    rest.cut_top(ui.paragraph("note" + std::to_string(number++), rest, text,
                              {Size::note, note.is_mandatory ? Role::text : Role::text_muted}) +
                 1);
  }
  ui.paragraph("source", rest, vm.source_line, {Size::note, Role::text_muted});
}

void metadata_panel(Ui& ui, const Rect& rect, const app::TableVm& vm) {
  const auto group = ui.group("metadata", NodeRole::region, ui.word(Word::metadata), rect);
  ui.paint.fill(rect, Role::page);
  const bool is_phone = ui.is_phone();
  const float width = std::min(rect.w - 2 * (is_phone ? 0.0f : ui.margin()), 960.0f);
  const float label_width = is_phone ? width - 32 : 220;
  const float value_width = is_phone ? width - 32 : width - label_width - 48;
  const auto row_height = [&](const app::MetadataRow& row) {
    const float value = ui.paint.paragraph_height(row.value, {Size::body}, value_width);
    return is_phone ? value + 18 + 16 : std::max(value, ui.line(Size::body)) + 16;
  };
  float height = 32 + notes_height(ui, width - 32, vm) + 40;
  for (const app::MetadataRow& row : vm.metadata)
    height += row_height(row);
  const float left = is_phone ? rect.x : rect.x + ui.margin();
  ScrollArea area(ui, "metadata", rect, height);
  Rect panel_rect{left, area.top() + 16, width, height - 32};
  panel(ui, panel_rect);
  Rect rest = panel_rect.inset(16, 8);
  int number = 0;
  for (const app::MetadataRow& row : vm.metadata) {
    Rect line = rest.cut_top(row_height(row));
    const std::string id = "row" + std::to_string(number++);
    ui.paint.horizontal(line.x, line.right(), line.bottom() - 1, Role::border_grid);
    line = line.inset(0, 8);
    const Rect label = is_phone ? line.cut_top(18) : line.cut_left(label_width);
    ui.text(id + " label", is_phone ? label : Rect{label.x, label.y, label.w, ui.line(Size::body)},
            row.label, {is_phone ? Size::note : Size::body, Role::text_muted});
    ui.paragraph(id + " value", {line.x, line.y, value_width, line.h}, row.value,
                 {Size::body, Role::text});
  }
  notes_panel(ui, {rest.x, rest.y, rest.w, notes_height(ui, rest.w, vm)}, vm);
}

}  // namespace view
