// Under the grid: the legend of the marks in use, the notes, and the source, which is always shown.
#include <algorithm>

#include "view/screens.h"
#include "view/widget/layer.h"
#include "view/widget/scroll_area.h"

namespace view {
namespace {

constexpr float line_px = 19;
constexpr std::string_view symbols_id = "symbols";

bool has_symbols_open(const Ui& ui) {
  return ui.state.ui.popup && ui.state.ui.popup->id == symbols_id;
}

std::string note_text(const app::NoteVm& note) {
  return note.mark.empty() ? note.text : note.mark + " " + note.text;
}

void all_symbols_link(Ui& ui, const Rect& rect) {
  LinkLook look;
  look.style = {Size::note, Role::link};
  const bool is_open = has_symbols_open(ui);
  if (is_open) ui.memory.popup_anchor = rect;
  link(ui, "all symbols", rect, ui.word(Word::all_symbols), look,
       is_open ? app::Command{app::ClosePopup{}}
               : app::Command{app::OpenPopup{std::string(symbols_id)}});
}

/// The legend in lines that fit the width, and the way to all symbols. Draws where `draw` is given.
float legend(const Ui& ui, Ui* draw, const Rect& rect, const app::TableVm& vm) {
  float x = rect.x, y = rect.y;
  const auto take = [&](std::string_view text, Face face) {
    const float width = ui.paint.width(text, {Size::note, Role::text, face});
    if (x > rect.x && x + width > rect.right()) {
      x = rect.x;
      y += line_px;
    }
    const Rect taken{x, y, width + 1, line_px};
    x += width + 18;
    return taken;
  };
  const auto place = [&](std::string_view id, std::string_view text, Face face) {
    const Rect taken = take(text, face);
    if (draw)
      draw->text(id, taken, text,
                 {Size::note, face == Face::semibold ? Role::text : Role::text_muted, face});
  };
  place("symbols", ui.word(Word::symbols), Face::semibold);
  int number = 0;
  for (const auto& [mark, meaning] : vm.legend)
    place("symbol" + std::to_string(number++), mark + " " + meaning, Face::regular);
  const Rect all = take(ui.word(Word::all_symbols), Face::regular);
  if (draw) all_symbols_link(*draw, all);
  return y + line_px - rect.y;
}

/// Whether a file is from here: the reader's question, and what answers it.
void file_check(Ui& ui, Rect rect) {
  rect.cut_top(16);
  const ButtonLook look{ButtonKind::plain, Icon::file_text};
  const std::string_view name = ui.word(Word::file_check);
  button(ui, "check file",
         {rect.x, rect.y, std::min(rect.w, button_width(ui, name, look)), ui.control_height()},
         name, look, app::CheckFile{});
  rect.cut_top(ui.control_height() + 4);
  ui.paragraph("check says", rect, ui.word(Word::file_check_says), {Size::note, Role::text_muted});
}

}  // namespace

void symbols_popup(Ui& ui, const app::TableVm& vm) {
  if (!has_symbols_open(ui)) return;
  ui.overlays.push_back([&ui, &vm] {
    constexpr float mark_width = 36, row_height = 26, head_height = 48, padding = 12;
    const Rect anchor = ui.memory.popup_anchor;
    const float width = std::min(320.0f, ui.width() - 16);
    const float height =
        head_height + row_height * static_cast<float>(vm.all_symbols.size()) + padding;
    const bool goes_up = anchor.y > ui.height() / 2;
    const Rect rect{std::clamp(anchor.x, 8.0f, ui.width() - width - 8),
                    std::clamp(goes_up ? anchor.y - height - 4 : anchor.bottom() + 4, 8.0f,
                               std::max(8.0f, ui.height() - height - 8)),
                    width, height};
    const bool is_over_sheet = ui.state.ui.dialog != app::Dialog::none;
    const Layer layer(ui, is_over_sheet ? LayerKind::dialog_popup : LayerKind::popup, rect);
    const auto group =
        ui.group("popup/symbols", NodeRole::dialog, ui.word(Word::all_symbols), rect);
    Rect inner = rect.inset(16, 0);
    Rect head = inner.cut_top(head_height);
    const float edge = ui.is_touch() ? 44 : 30;
    const Rect close = head.cut_right(edge).centred_y(edge);
    ui.heading("title", head.centred_y(26), ui.word(Word::all_symbols), 2,
               {Size::body, Role::text, Face::semibold});
    button(ui, "close", close, ui.word(Word::close),
           {ButtonKind::quiet, Icon::close, {}, true, true}, app::ClosePopup{});
    int number = 0;
    for (const auto& [mark, meaning] : vm.all_symbols) {
      Rect row = inner.cut_top(row_height);
      Node node;
      node.name = mark + " " + meaning;
      node.rect = row;
      ui.paint.text(row.cut_left(mark_width), mark, {Size::body, Role::text, Face::semibold});
      ui.paint.text(row, meaning, {Size::body, Role::text_muted});
      ui.record("symbol" + std::to_string(number++), std::move(node));
    }
  });
}

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
    const float label = ui.paint.paragraph_height(row.label, {Size::body}, label_width - 16);
    return is_phone ? value + 18 + 16 : std::max(value, label) + 16;
  };
  const float check_height = ui.is_touch() ? 112 : 88;
  float height = 32 + notes_height(ui, width - 32, vm) + 40 + check_height;
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
    ui.paragraph(id + " label", {label.x, label.y, label_width - 16, label.h}, row.label,
                 {is_phone ? Size::note : Size::body, Role::text_muted});
    ui.paragraph(id + " value", {line.x, line.y, value_width, line.h}, row.value,
                 {Size::body, Role::text});
  }
  notes_panel(ui, rest.cut_top(notes_height(ui, rest.w, vm)), vm);
  file_check(ui, rest.cut_top(check_height));
}

}  // namespace view
