// Taking the table home: format, what of it, and how a CSV is written. One button that names the
// result.
#include <algorithm>

#include "app/update.h"
#include "view/screens.h"
#include "view/widget/layer.h"

namespace view {
namespace {

app::Command changed(const app::SaveChoice& choice) { return app::ChangeSave{choice}; }

void format_cards(Ui& ui, Rect row, const app::SaveChoice& choice) {
  const auto group = ui.group("format", NodeRole::radiogroup, ui.word(Word::save_format), row);
  struct Format {
    std::string_view id, name;
    app::FileFormat format;
    Icon icon;
  };
  const Format formats[] = {{"csv", "CSV", app::FileFormat::csv, Icon::sheet},
                            {"jsonstat", "JSON-stat", app::FileFormat::jsonstat, Icon::code}};
  const float width = (row.w - 12) / 2;
  for (const Format& format : formats) {
    const Rect card = row.cut_left(width);
    row.cut_left(12);
    const bool is_chosen = choice.format == format.format;
    const Touch touch = ui.touch(ui.nodes.id_of(format.id), card);
    ui.paint.fill(card,
                  is_chosen          ? Role::primary_soft
                  : touch.is_hovered ? Role::surface_hover
                                     : Role::surface,
                  tokens::radius::panel);
    ui.paint.outline(card, is_chosen || touch.is_hovered ? Role::primary : Role::border_strong,
                     tokens::radius::panel, is_chosen ? 2.0f : 1.0f);
    ui.paint.icon(format.icon, card.x + 28, card.middle_y(), 20,
                  is_chosen ? Role::on_primary_soft : Role::primary);
    ui.paint.text({card.x + 50, card.y, card.w - 80, card.h}, format.name,
                  {Size::body, is_chosen ? Role::on_primary_soft : Role::text, Face::semibold});
    if (is_chosen)
      ui.paint.icon(Icon::check, card.right() - 24, card.middle_y(), 20, Role::on_primary_soft);
    app::SaveChoice next = choice;
    next.format = format.format;
    if (touch.is_hovered) ui.set_cursor(1);
    if (touch.was_clicked) ui.commands.send(changed(next));
    Node node;
    node.role = NodeRole::radio;
    node.name = format.name;
    node.rect = card;
    node.checked = is_chosen ? Tri::yes : Tri::no;
    node.is_focusable = is_chosen;
    node.command = changed(next);
    ui.record(format.id, std::move(node));
  }
}

void content_rows(Ui& ui, Rect rect, const app::SaveChoice& choice, const app::TableVm& vm,
                  float row_height) {
  const auto group = ui.group("content", NodeRole::radiogroup, ui.word(Word::save_content), rect);
  app::SaveChoice shown = choice, whole = choice;
  shown.is_whole_table = false;
  whole.is_whole_table = true;
  CheckLook look;
  look.is_radio = true;
  look.size = Size::body;
  look.ticked = choice.is_whole_table ? Tri::no : Tri::yes;
  look.note = vm.size;
  check_row(ui, "shown", rect.cut_top(row_height), ui.word(Word::save_as_shown), look,
            changed(shown));
  look.ticked = choice.is_whole_table ? Tri::yes : Tri::no;
  const std::string cells = std::to_string(ui.state.grid->table().cells_count()) + " " +
                            std::string(ui.word(Word::cells));
  look.note = cells;
  check_row(ui, "whole", rect.cut_top(row_height), ui.word(Word::save_whole), look, changed(whole));
}

void csv_rows(Ui& ui, Rect rect, const app::SaveChoice& choice, float row_height) {
  const auto with = [&](auto change) {
    app::SaveChoice next = choice;
    change(next);
    return changed(next);
  };
  const float label_width = ui.is_phone() ? 130 : 180;
  Rect row = rect.cut_top(row_height);
  ui.text("separator label", row.cut_left(label_width), ui.word(Word::save_separator),
          {Size::note, Role::text_muted});
  const std::vector<Segment> separators{
      {"semicolon", ";", choice.separator == ';', with([](auto& next) { next.separator = ';'; })},
      {"comma", ",", choice.separator == ',', with([](auto& next) { next.separator = ','; })},
      {"tab", ui.word(Word::separator_tab), choice.separator == '\t',
       with([](auto& next) { next.separator = '\t'; })}};
  segments(ui, "separator",
           row.cut_left(segments_width(ui, separators)).centred_y(ui.is_touch() ? 40 : 30),
           ui.word(Word::save_separator), separators);
  row = rect.cut_top(row_height);
  ui.text("decimal label", row.cut_left(label_width), ui.word(Word::save_decimal),
          {Size::note, Role::text_muted});
  const std::vector<Segment> decimals{{"comma", ui.word(Word::decimal_comma), choice.decimal == ',',
                                       with([](auto& next) { next.decimal = ','; })},
                                      {"point", ui.word(Word::decimal_point), choice.decimal == '.',
                                       with([](auto& next) { next.decimal = '.'; })}};
  segments(ui, "decimal",
           row.cut_left(segments_width(ui, decimals)).centred_y(ui.is_touch() ? 40 : 30),
           ui.word(Word::save_decimal), decimals);
  CheckLook look;
  look.size = Size::body;
  look.ticked = choice.with_bom ? Tri::yes : Tri::no;
  check_row(ui, "bom", rect.cut_top(row_height), ui.word(Word::save_bom), look,
            with([](auto& next) { next.with_bom = !next.with_bom; }));
}

}  // namespace

void close_on_scrim(Ui& ui, const Rect& dialog) {
  const Touch touch = ui.touch("scrim", {0, 0, ui.width(), ui.height()});
  if (touch.was_clicked && !dialog.contains(ui.pointer_x(), ui.pointer_y()))
    ui.commands.send(app::CloseDialog{});
}

void save_dialog(Ui& ui, const app::TableVm& vm) {
  ui.overlays.push_back([&ui, &vm] {
    const app::SaveChoice& choice = ui.state.ui.save;
    const Layer layer(ui, LayerKind::dialog, {0, 0, ui.width(), ui.height()}, false);
    const Rect all{0, 0, ui.width(), ui.height()};
    ui.paint.fill(all, Role::scrim_alpha);

    const bool is_csv = choice.format == app::FileFormat::csv;
    const float row_height = ui.is_touch() ? 48 : 36;
    const float content =
        64 + 56 + 20 + 22 + 2 * row_height + (is_csv ? 12 + 3 * row_height : 0) + 16 + 40 + 72;
    const float width = ui.is_phone() ? ui.width() : tokens::extent::dialog_small;
    const Rect dialog{(ui.width() - width) / 2,
                      ui.is_phone() ? ui.height() - content : (ui.height() - content) / 2, width,
                      content};
    Rect rect = dialog;
    ui.paint.shadow(rect, tokens::radius::dialog);
    ui.paint.fill(rect, Role::surface_raised, tokens::radius::dialog);
    const auto group = ui.group("save", NodeRole::dialog, ui.word(Word::save_title), rect);
    const float side = ui.is_phone() ? 16 : 24;

    Rect head = rect.cut_top(64).inset(side, 0);
    button(ui, "close", head.cut_right(38).centred_y(38), ui.word(Word::close),
           {ButtonKind::quiet, Icon::close, {}, false, true}, app::CloseDialog{});
    ui.heading("title", head.centred_y(26), ui.word(Word::save_title), 2,
               {Size::heading, Role::text, Face::semibold});
    Rect foot = rect.cut_bottom(72);
    ui.paint.horizontal(foot.x, foot.right(), foot.y, Role::border);
    Rect inner = rect.inset(side, 0);
    format_cards(ui, inner.cut_top(56), choice);
    inner.cut_top(20);
    ui.text("content title", inner.cut_top(22), ui.word(Word::save_content),
            {Size::body, Role::text, Face::semibold});
    content_rows(ui, inner.cut_top(2 * row_height), choice, vm, row_height);
    if (is_csv) {
      inner.cut_top(12);
      csv_rows(ui, inner.cut_top(3 * row_height), choice, row_height);
    }
    inner.cut_top(16);
    const std::string name = app::file_name(ui.state, choice);
    ui.text("file", inner.cut_top(22), name, {Size::note, Role::text_muted});

    Rect buttons = foot.inset(side, 0);
    const std::string label = ui.word(Word::save_button, {is_csv ? "CSV" : "JSON-stat"});
    const ButtonLook primary{ButtonKind::primary, Icon::download};
    button(ui, "download",
           buttons.cut_right(button_width(ui, label, primary)).centred_y(ui.control_height()),
           label, primary, app::SaveFileAsChosen{});
    buttons.cut_right(8);
    button(
        ui, "cancel",
        buttons.cut_right(button_width(ui, ui.word(Word::cancel))).centred_y(ui.control_height()),
        ui.word(Word::cancel), {}, app::CloseDialog{});
    close_on_scrim(ui, dialog);
  });
}

}  // namespace view
