// Taking the table home: format, what of it, and how a CSV is written. One button that names the
// result.
#include <algorithm>
#include <iterator>

#include "app/save.h"
#include "app/update.h"
#include "view/screens.h"
#include "view/widget/layer.h"
#include "view/widget/scroll_area.h"

namespace view {
namespace {

constexpr float says_height = 20;  // A muted line below a choice.
constexpr float says_indent = 38;
constexpr float section_title = 22;
constexpr float include_width = 288;

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

/// A row that can be chosen, and what one gets below its name.
void content_row(Ui& ui, std::string_view id, Rect rect, Word word, const std::string& says,
                 const app::SaveChoice& choice, const app::SaveChoice& next) {
  CheckLook look;
  look.is_radio = true;
  look.size = Size::body;
  look.ticked = choice == next ? Tri::yes : Tri::no;
  const Rect below = rect.cut_bottom(says_height);
  check_row(ui, id, rect, ui.word(word), look, changed(next));
  ui.text(std::string(id) + " says",
          {below.x + says_indent, below.y, below.w - says_indent, below.h}, says,
          {Size::note, Role::text_muted});
}

void content_rows(Ui& ui, Rect rect, const app::SaveChoice& choice, const app::TableVm& vm) {
  const auto group = ui.group("content", NodeRole::radiogroup, ui.word(Word::save_content), rect);
  app::SaveChoice shown = choice, whole = choice;
  shown.is_whole_table = false;
  whole.is_whole_table = true;
  const float height = rect.h / 2;
  content_row(ui, "shown", rect.cut_top(height), Word::save_as_shown,
              ui.word(Word::save_shown_says, {vm.size}), choice, shown);
  content_row(ui, "whole", rect.cut_top(height), Word::save_whole, vm.whole_size, choice, whole);
}

/// What the file may be without.
void include_rows(Ui& ui, Rect rect, const app::SaveChoice& choice, const app::TableVm& vm) {
  const auto group = ui.group("include", NodeRole::group, ui.word(Word::save_include), rect);
  const float row_height = ui.is_touch() ? 48 : 36;
  app::SaveChoice notes = choice, source = choice;
  notes.with_notes = !choice.with_notes;
  source.with_source = !choice.with_source;
  CheckLook look;
  look.size = Size::body;
  look.ticked = choice.with_notes ? Tri::yes : Tri::no;
  check_row(ui, "notes", rect.cut_top(row_height), ui.word(Word::save_notes), look, changed(notes));
  const bool must_stay = std::any_of(vm.notes.begin(), vm.notes.end(),
                                     [](const app::NoteVm& note) { return note.is_mandatory; });
  if (must_stay && !choice.with_notes) {
    const Rect says = rect.cut_top(says_height);
    ui.text("notes says", {says.x + says_indent, says.y, says.w - says_indent, says.h},
            ui.word(Word::save_notes_must), {Size::note, Role::text_muted});
  }
  look.ticked = choice.with_source ? Tri::yes : Tri::no;
  check_row(ui, "source", rect.cut_top(row_height), ui.word(Word::save_source), look,
            changed(source));
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

void file_line(Ui& ui, Rect line, const app::SaveChoice& choice) {
  const std::string about =
      ui.word(Word::save_about, {size_text(ui, app::estimated_bytes(*ui.state.grid, choice))});
  ui.paint.fill(line, Role::surface_sunken, tokens::radius::control);
  ui.paint.icon(Icon::file_text, line.x + 20, line.middle_y(), 16, Role::text_muted);
  Rect words{line.x + 40, line.y, line.w - 56, line.h};
  const TextStyle muted_size{Size::note, Role::text_muted, Face::regular, Align::right};
  ui.text("about", words.cut_right(ui.paint.width(about, muted_size) + 12), about, muted_size);
  ui.text("file", words, app::file_name(ui.state, choice), {Size::note, Role::text});
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

namespace {

/// How high the parts between head and foot are.
struct DialogHeights {
  float cards, other, content, include, csv, file;
  bool is_beside;  ///< What to include stands right of the content, not below it.

  float all() const {
    const float chosen = is_beside ? std::max(content, include) : content + include;
    return cards + 16 + section_title + other + 20 + chosen + csv + 12 + file + 16;
  }
};

DialogHeights heights_of(const Ui& ui, const app::SaveChoice& choice) {
  const bool is_csv = choice.format == app::FileFormat::csv;
  const float row = ui.is_touch() ? 48 : 36;
  DialogHeights heights{};
  heights.is_beside = !ui.is_phone();
  heights.cards = ui.is_phone() ? 3 * 68 + 2 * 8 : 104;
  heights.other = ui.is_touch() ? 44 : 38;
  heights.content = section_title + 2 * (row + says_height);
  heights.include = app::can_leave_out(choice) ? section_title + 2 * row + says_height : 0;
  heights.csv = is_csv ? 12 + (choice.is_whole_table ? 4 : 3) * row : 0;
  heights.file = choice.format == app::FileFormat::print ? 0 : 40;
  return heights;
}

void section(Ui& ui, std::string_view id, Rect& rect, Word word) {
  ui.text(id, rect.cut_top(section_title), ui.word(word), {Size::body, Role::text, Face::semibold});
}

void dialog_body(Ui& ui, Rect inner, const app::SaveChoice& choice, const app::TableVm& vm,
                 const DialogHeights& heights) {
  {
    const auto formats =
        ui.group("format", NodeRole::radiogroup, ui.word(Word::save_format), inner);
    main_cards(ui, inner.cut_top(heights.cards), choice);
    inner.cut_top(16);
    ui.text("other", inner.cut_top(section_title), ui.word(Word::save_other_formats),
            {Size::note, Role::text_muted});
    other_cards(ui, inner.cut_top(heights.other), choice);
  }
  inner.cut_top(20);
  Rect include;
  if (heights.is_beside) {
    Rect both = inner.cut_top(std::max(heights.content, heights.include));
    include = heights.include > 0 ? both.cut_right(include_width) : Rect{};
    both.cut_right(24);
    both.h = heights.content;
    section(ui, "content title", both, Word::save_content);
    content_rows(ui, both, choice, vm);
  } else {
    Rect content = inner.cut_top(heights.content);
    section(ui, "content title", content, Word::save_content);
    content_rows(ui, content, choice, vm);
    include = inner.cut_top(heights.include);
  }
  if (heights.include > 0) {
    section(ui, "include title", include, Word::save_include);
    include_rows(ui, include, choice, vm);
  }
  if (heights.csv > 0) {
    inner.cut_top(12);
    csv_rows(ui, inner.cut_top(heights.csv - 12), choice, ui.is_touch() ? 48 : 36);
  }
  inner.cut_top(12);
  if (heights.file > 0) file_line(ui, inner.cut_top(heights.file), choice);
}

}  // namespace

void save_dialog(Ui& ui, const app::TableVm& vm) {
  ui.overlays.push_back([&ui, &vm] {
    const app::SaveChoice& choice = ui.state.ui.save;
    const Layer layer(ui, LayerKind::dialog, {0, 0, ui.width(), ui.height()}, false);
    const Rect all{0, 0, ui.width(), ui.height()};
    ui.paint.fill(all, Role::scrim_alpha);

    constexpr float head_height = 64, foot_height = 72;
    const DialogHeights heights = heights_of(ui, choice);
    const float height = std::min(head_height + heights.all() + foot_height, ui.height());
    const float width = ui.is_phone() ? ui.width() : tokens::extent::dialog_large;
    const Rect dialog{(ui.width() - width) / 2,
                      ui.is_phone() ? ui.height() - height : (ui.height() - height) / 2, width,
                      height};
    Rect rect = dialog;
    ui.paint.shadow(rect, tokens::radius::dialog);
    ui.paint.fill(rect, Role::surface_raised, tokens::radius::dialog);
    const auto group = ui.group("save", NodeRole::dialog, ui.word(Word::save_title), rect);
    const float side = ui.is_phone() ? 16 : 24;

    Rect head = rect.cut_top(head_height).inset(side, 0);
    button(ui, "close", head.cut_right(38).centred_y(38), ui.word(Word::close),
           {ButtonKind::quiet, Icon::close, {}, false, true}, app::CloseDialog{});
    ui.heading("title", head.centred_y(26), ui.word(Word::save_title), 2,
               {Size::heading, Role::text, Face::semibold});
    Rect foot = rect.cut_bottom(foot_height);
    ui.paint.horizontal(foot.x, foot.right(), foot.y, Role::border);
    {
      // A telephone that lies across has less room than the choices need.
      ScrollArea area(ui, "choices", rect, heights.all());
      const Rect inner{rect.x + side, area.top(), rect.w - 2 * side, heights.all()};
      dialog_body(ui, inner, choice, vm, heights);
    }
    buttons(ui, foot.inset(side, 0), choice);
    close_on_scrim(ui, dialog);
  });
}

}  // namespace view
