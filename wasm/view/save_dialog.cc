// Taking the table home: format, what of it, and how a CSV is written. One button that names the
// result.
#include <algorithm>
#include <iterator>

#include "app/update.h"
#include "view/screens.h"
#include "view/widget/layer.h"

namespace view {
namespace {

app::Command changed(const app::SaveChoice& choice) { return app::ChangeSave{choice}; }

struct Format {
  std::string_view id, name;
  app::FileFormat format;
  Icon icon;
  Word says;
};

/// What the office hands out, in the order of its procedure.
constexpr Format main_formats[] = {
    {"xlsx", "Excel", app::FileFormat::xlsx, Icon::sheet, Word::save_excel_says},
    {"pdf", "PDF", app::FileFormat::pdf, Icon::file_text, Word::save_pdf_says},
    {"print", "", app::FileFormat::print, Icon::print, Word::save_print_says}};
constexpr Format other_formats[] = {
    {"csv", "CSV", app::FileFormat::csv, Icon::sheet, Word::save_other_formats},
    {"jsonstat", "JSON-stat", app::FileFormat::jsonstat, Icon::code, Word::save_other_formats}};

std::string_view name_of(const Ui& ui, const Format& format) {
  return format.format == app::FileFormat::print ? ui.word(Word::print) : format.name;
}

const Format& format_of(app::FileFormat wanted) {
  const auto is_wanted = [&](const Format& format) { return format.format == wanted; };
  const auto* found = std::find_if(std::begin(main_formats), std::end(main_formats), is_wanted);
  if (found != std::end(main_formats)) return *found;
  return *std::find_if(std::begin(other_formats), std::end(other_formats), is_wanted);
}

/// The frame of a choice, and its node. The place for what stands inside.
void format_choice(Ui& ui, const Rect& card, const app::SaveChoice& choice, const Format& format) {
  const bool is_chosen = choice.format == format.format;
  const Touch touch = ui.touch(ui.nodes.id_of(format.id), card);
  ui.paint.fill(card,
                is_chosen          ? Role::primary_soft
                : touch.is_hovered ? Role::surface_hover
                                   : Role::surface,
                tokens::radius::panel);
  ui.paint.outline(card, is_chosen || touch.is_hovered ? Role::primary : Role::border_strong,
                   tokens::radius::panel, is_chosen ? 2.0f : 1.0f);
  app::SaveChoice next = choice;
  next.format = format.format;
  if (touch.is_hovered) ui.set_cursor(1);
  if (touch.was_clicked) ui.commands.send(changed(next));
  Node node;
  node.role = NodeRole::radio;
  node.name = name_of(ui, format);
  node.rect = card;
  node.checked = is_chosen ? Tri::yes : Tri::no;
  node.is_focusable = is_chosen;
  node.command = changed(next);
  ui.record(format.id, std::move(node));
}

/// Large: icon, name, and what one gets. On a phone one below the other.
void main_cards(Ui& ui, Rect rect, const app::SaveChoice& choice) {
  const bool is_phone = ui.is_phone();
  const float gap = 12;
  const auto count = static_cast<float>(std::size(main_formats));
  const float width = is_phone ? rect.w : (rect.w - (count - 1) * gap) / count;
  const float height = is_phone ? (rect.h - (count - 1) * 8) / count : rect.h;
  for (const Format& format : main_formats) {
    const Rect card = is_phone ? rect.cut_top(height) : rect.cut_left(width);
    is_phone ? rect.cut_top(8) : rect.cut_left(gap);
    format_choice(ui, card, choice, format);
    const bool is_chosen = choice.format == format.format;
    const Role on = is_chosen ? Role::on_primary_soft : Role::text;
    ui.paint.icon(format.icon, card.x + 26, card.y + 26, 20, on);
    ui.paint.text({card.x + 46, card.y + 14, card.w - 80, 24}, name_of(ui, format),
                  {Size::body, on, Face::semibold});
    const Role muted = is_chosen ? Role::on_primary_soft : Role::text_muted;
    ui.paint.paragraph({card.x + 46, card.y + 38, card.w - 60, card.h - 44}, ui.word(format.says),
                       {Size::note, muted}, is_phone ? 1 : 3);
    if (is_chosen)
      ui.paint.icon(Icon::check, card.right() - 24, card.y + 26, 20, Role::on_primary_soft);
  }
}

void other_cards(Ui& ui, Rect rect, const app::SaveChoice& choice) {
  const float gap = 8;
  const float width = (rect.w - gap) / 2;
  for (const Format& format : other_formats) {
    const Rect card = rect.cut_left(width);
    rect.cut_left(gap);
    format_choice(ui, card, choice, format);
    const bool is_chosen = choice.format == format.format;
    ui.paint.text(card, format.name,
                  {Size::body, is_chosen ? Role::on_primary_soft : Role::text,
                   is_chosen ? Face::semibold : Face::regular, Align::centre});
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
  look.note = vm.whole_size;
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
  if (choice.is_whole_table) {
    row = rect.cut_top(row_height);
    ui.text("labels label", row.cut_left(label_width), ui.word(Word::save_labels),
            {Size::note, Role::text_muted});
    const auto labels = [&](std::string_view id, Word word, app::CsvLabels wanted) {
      return Segment{id, ui.word(word), choice.labels == wanted,
                     with([=](auto& next) { next.labels = wanted; })};
    };
    const std::vector<Segment> all{labels("codes", Word::labels_codes, app::CsvLabels::codes),
                                   labels("labels", Word::labels_labels, app::CsvLabels::labels),
                                   labels("both", Word::labels_both, app::CsvLabels::both)};
    segments(ui, "labels", row.cut_left(segments_width(ui, all)).centred_y(ui.is_touch() ? 40 : 30),
             ui.word(Word::save_labels), all);
  }
  CheckLook look;
  look.size = Size::body;
  look.ticked = choice.with_bom ? Tri::yes : Tri::no;
  check_row(ui, "bom", rect.cut_top(row_height), ui.word(Word::save_bom), look,
            with([](auto& next) { next.with_bom = !next.with_bom; }));
}

void file_line(Ui& ui, Rect line, const std::string& name) {
  ui.paint.fill(line, Role::surface_sunken, tokens::radius::control);
  ui.paint.icon(Icon::file_text, line.x + 20, line.middle_y(), 16, Role::text_muted);
  ui.text("file", {line.x + 40, line.y, line.w - 56, line.h}, name, {Size::note, Role::text});
}

/// The primary button names what one gets.
void buttons(Ui& ui, Rect rect, const app::SaveChoice& choice) {
  const bool is_print = choice.format == app::FileFormat::print;
  const std::string name(name_of(ui, format_of(choice.format)));
  const std::string label = is_print ? name : ui.word(Word::save_button, {name});
  const ButtonLook primary{ButtonKind::primary, is_print ? Icon::print : Icon::download};
  button(ui, "download",
         rect.cut_right(button_width(ui, label, primary)).centred_y(ui.control_height()), label,
         primary, app::SaveFileAsChosen{});
  rect.cut_right(8);
  button(ui, "cancel",
         rect.cut_right(button_width(ui, ui.word(Word::cancel))).centred_y(ui.control_height()),
         ui.word(Word::cancel), {}, app::CloseDialog{});
  if (!ui.is_phone())
    ui.text("on device", rect.inset(0, 0), ui.word(Word::save_on_device),
            {Size::note, Role::text_muted});
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
    const float csv_rows_count = choice.is_whole_table ? 4 : 3;
    const bool is_print = choice.format == app::FileFormat::print;
    const float row_height = ui.is_touch() ? 48 : 36;
    const float cards = ui.is_phone() ? 3 * 68 + 2 * 8 : 104;
    const float other = ui.is_touch() ? 44 : 38;
    const float content = 64 + cards + 16 + 22 + other + 20 + 22 + 2 * row_height +
                          (is_csv ? 12 + csv_rows_count * row_height : 0) + 12 + 40 + 16 + 72;
    const float width = ui.is_phone() ? ui.width() : tokens::extent::dialog_large;
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
    {
      const auto formats =
          ui.group("format", NodeRole::radiogroup, ui.word(Word::save_format), inner);
      main_cards(ui, inner.cut_top(cards), choice);
      inner.cut_top(16);
      ui.text("other", inner.cut_top(22), ui.word(Word::save_other_formats),
              {Size::note, Role::text_muted});
      other_cards(ui, inner.cut_top(other), choice);
    }
    inner.cut_top(20);
    ui.text("content title", inner.cut_top(22), ui.word(Word::save_content),
            {Size::body, Role::text, Face::semibold});
    content_rows(ui, inner.cut_top(2 * row_height), choice, vm, row_height);
    if (is_csv) {
      inner.cut_top(12);
      csv_rows(ui, inner.cut_top(csv_rows_count * row_height), choice, row_height);
    }
    inner.cut_top(12);
    if (!is_print) file_line(ui, inner.cut_top(40), app::file_name(ui.state, choice));
    buttons(ui, foot.inset(side, 0), choice);
    close_on_scrim(ui, dialog);
  });
}

}  // namespace view
