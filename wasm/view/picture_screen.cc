// The drawing of a table: what may be chosen about it, what it says, the drawing with its marks,
// notes and source.
#include <algorithm>

#include "app/picture.h"
#include "view/screens.h"
#include "view/widget/scroll_area.h"

namespace view {
namespace {

using app::ShownPicture;

constexpr float card_padding = 18;
constexpr float point_reach = 16;  ///< How near the pointer has to come to a point.
constexpr float field_width_min = 112, field_width_max = 224, field_gap = 8, label_height = 20;
constexpr std::string_view save_id = "save picture";
constexpr TextStyle muted{Size::note, Role::text_muted};
constexpr TextStyle title_style{Size::body, Role::text, Face::semibold};

app::Command toggled(const Ui& ui, std::string_view id) {
  if (ui.state.ui.popup && ui.state.ui.popup->id == id) return app::ClosePopup{};
  return app::OpenPopup{std::string(id)};
}

Tri is_open(const Ui& ui, std::string_view id) {
  return ui.state.ui.popup && ui.state.ui.popup->id == id ? Tri::yes : Tri::no;
}

bool is_map(const Ui& ui) {
  return std::get<app::TableScreen>(ui.state.screen).tab == app::TableTab::map;
}

/// A field that opens a menu of the options.
void option_field(Ui& ui, const Rect& field, const wire::PictureChoice& choice) {
  std::vector<MenuItem> items;
  std::string_view chosen;
  for (const wire::PictureOption& option : choice.options) {
    const bool is_chosen = option.word == choice.chosen;
    if (is_chosen) chosen = option.label;
    items.push_back({option.word,
                     option.label,
                     {},
                     is_chosen ? Tri::yes : Tri::no,
                     option.refusal,
                     false,
                     app::SetPicture{choice.name, option.word}});
  }
  const std::string popup = "picture " + choice.name;
  select_field(ui, choice.name, field, choice.label, chosen, {}, popup);
  popup_menu(ui, popup, field, choice.label, std::move(items));
}

/// The options that the view allows side by side, or all in a menu where there is no room.
void option_row(Ui& ui, Rect& row, const wire::PictureChoice& choice) {
  std::vector<Segment> allowed;
  for (const wire::PictureOption& option : choice.options) {
    const bool is_chosen = option.word == choice.chosen;
    if (option.refusal.empty() || is_chosen)
      allowed.push_back(
          {option.word, option.label, is_chosen, app::SetPicture{choice.name, option.word}});
  }
  const float width = segments_width(ui, allowed);
  if (width <= row.w)
    segments(ui, choice.name, row.cut_left(width), choice.label, allowed);
  else
    option_field(ui, row.cut_left(200), choice);
}

/// Figures that the reader types: as the address has them, but in the reader's language.
void figures_field(Ui& ui, const Rect& field, const wire::PictureChoice& choice) {
  const auto& chosen = std::get<app::TableScreen>(ui.state.screen).picture;
  const auto found = chosen.find(choice.name);
  const std::string typed =
      found == chosen.end() ? "" : app::typed_from_figures(found->second, ui.language());
  FieldLook look;
  look.placeholder = choice.hint;
  look.is_small = true;
  look.is_search = false;
  text_field(ui, choice.name, field, choice.label, typed, look,
             [name = choice.name, language = ui.language()](const std::string& text) {
               return app::SetPicture{name, app::figures_from_typed(text, language)};
             });
}

/// Room for its label, and for whichever option is chosen.
float field_width(const Ui& ui, const wire::PictureChoice& choice) {
  constexpr float frame_and_chevron = 40;
  float width = ui.paint.width(choice.label, muted);
  for (const wire::PictureOption& option : choice.options)
    width = std::max(width, ui.paint.width(option.label, muted) + frame_and_chevron);
  if (choice.options.empty()) width = field_width_max;
  return std::clamp(width, field_width_min, field_width_max);
}

/// Fields under their labels, from left to right: `row` first, then as many more of `rest` as they
/// need.
void labelled_fields(Ui& ui, Rect row, Rect& rest, const std::vector<wire::PictureChoice>& all) {
  const float height = row.h;
  for (const wire::PictureChoice& choice : all) {
    const float width = ui.is_phone() ? (rest.w - field_gap) / 2 : field_width(ui, choice);
    if (row.w < width) {
      rest.cut_top(field_gap);
      row = rest.cut_top(height);
    }
    Rect field = row.cut_left(width);
    row.cut_left(field_gap);
    ui.paint.text(field.cut_top(label_height), choice.label, muted);
    if (choice.options.empty())
      figures_field(ui, field, choice);
    else
      option_field(ui, field, choice);
  }
}

/// What can be done with the drawing, from the right end of the row.
void picture_tools(Ui& ui, Rect& row, bool are_icons) {
  const auto add = [&](std::string_view id, Word word, Icon icon, app::Command command,
                       Tri expanded = Tri::none) {
    ButtonLook look{ButtonKind::plain, icon};
    look.is_small = true;
    look.is_icon_only = are_icons || ui.width() < 1200;
    look.expanded = expanded;
    const Rect place = row.cut_right(button_width(ui, ui.word(word), look));
    row.cut_right(8);
    button(ui, id, place, ui.word(word), look, std::move(command));
    return place;
  };
  add("as table", Word::view_as_table, Icon::table, app::OpenTab{app::TableTab::table});
  add("copy", Word::copy_sentence, Icon::copy, app::CopySentence{});
  const Rect save =
      add("save", Word::save_picture, Icon::image, toggled(ui, save_id), is_open(ui, save_id));
  popup_menu(
      ui, save_id, save, ui.word(Word::save_picture),
      {{"svg", "SVG", {}, Tri::none, {}, false, app::SavePicture{app::FileFormat::svg}},
       {"png", "PNG", {}, Tri::none, {}, false, app::SavePicture{app::FileFormat::png}},
       {"pdf", "PDF", {}, Tri::none, {}, false, app::SavePicture{app::FileFormat::chart_pdf}}});
}

/// A line for its name, each value, and its status.
std::string tooltip_of(const stats::Mark& mark) {
  std::string text = mark.name;
  for (const std::string& value : mark.values)
    text += "\n" + value;
  if (!mark.status.empty()) text += "\n" + mark.status;
  return text;
}

std::string read_out(const stats::Mark& mark) {
  std::string text = mark.name + ":";
  for (const std::string& value : mark.values)
    text += " " + value;
  if (!mark.status.empty()) text += ", " + mark.status;
  return text;
}

/// The drawing as an image that arrow keys walk through, and each mark for those who read.
void record_marks(Ui& ui, const Rect& place, const stats::Scene& scene) {
  const auto& active = ui.state.picture.mark;
  Node whole;
  whole.role = NodeRole::image;
  whole.name = scene.sentence.empty() ? scene.title : scene.sentence;
  if (active) whole.description = read_out(scene.marks[*active]);
  whole.rect = place;
  whole.is_focusable = true;
  ui.record("drawing", std::move(whole));
  const auto group = ui.group("marks", NodeRole::list, scene.title, place);
  for (std::size_t i = 0; i < scene.marks.size(); ++i) {
    const Rect bounds = stats::bounds_of(scene.marks[i]);
    Node node;
    node.role = NodeRole::listitem;
    node.name = read_out(scene.marks[i]);
    node.rect = {place.x + bounds.x, place.y + bounds.y, bounds.w, bounds.h};
    ui.record("mark" + std::to_string(i), std::move(node));
  }
  if (!active) return;
  ui.text("active", {place.x, place.y, 1, 1}, read_out(scene.marks[*active]), muted,
          NodeRole::status);
}

void drawing(Ui& ui, const Rect& place, const stats::Scene& scene) {
  for (const stats::Shape& shape : scene.shapes)
    ui.paint.shape(shape, place.x, place.y);
  record_marks(ui, place, scene);
  const Touch touch = ui.touch("drawing touch", place);
  auto pointed = ui.state.picture.mark;
  // Areas are pointed at where they are; what is beside them is no part of any.
  const float reach = is_map(ui) ? 0 : point_reach;
  if (touch.is_hovered)
    if (const auto hovered =
            stats::mark_at(scene, {ui.pointer_x() - place.x, ui.pointer_y() - place.y}, reach))
      pointed = hovered;
  if (!pointed) return;
  const stats::Mark& mark = scene.marks[*pointed];
  const auto outline = [&](const stats::Ring& ring, float width) {
    ui.paint.shape(stats::Polygon{ring, {}, stats::Ink::area_outline_hover, width}, place.x,
                   place.y);
  };
  for (const stats::Ring& ring : mark.rings)
    outline(ring, is_map(ui) ? 2.5f : 1.5f);
  if (!mark.row.is_empty()) outline(stats::ring_from_box(mark.row), 1);
  const Rect bounds = stats::bounds_of(mark);
  ui.tooltip_text = tooltip_of(mark);
  ui.tooltip_anchor = {place.x + bounds.x, place.y + bounds.y, bounds.w, bounds.h};
}

std::vector<std::string> foot_of(const Ui& ui, const stats::Scene& scene) {
  std::vector<std::string> lines = scene.notes;
  if (!scene.source.empty())
    lines.push_back(std::string(ui.word(Word::source)) + ": " + scene.source);
  return lines;
}

/// Title, drawing, notes and source in a white box, which scrolls where it is higher than the room.
void card(Ui& ui, const Rect& rect, const stats::Scene& scene) {
  const float width = rect.w - 2 * card_padding - 12;
  const std::vector<std::string> foot = foot_of(ui, scene);
  const std::string& said = scene.refusal.empty() ? scene.subtitle : scene.refusal;
  float height = 2 * card_padding + scene.height + 24;
  height += ui.paint.paragraph_height(scene.title, title_style, width);
  height += ui.paint.paragraph_height(said, muted, width);
  for (const std::string& line : foot)
    height += ui.paint.paragraph_height(line, muted, width);

  ScrollArea area(ui, "picture", rect, height);
  Rect inner{rect.x, area.top(), rect.w - 12, height};
  panel(ui, inner);
  inner = inner.inset(card_padding);
  ui.heading("title", {inner.x, inner.y, width, ui.line(Size::body)}, scene.title, 2, title_style,
             3);
  inner.cut_top(ui.paint.paragraph_height(scene.title, title_style, width, 3));
  inner.cut_top(ui.paragraph("subtitle", inner, said, muted));
  inner.cut_top(12);
  if (scene.refusal.empty()) drawing(ui, {inner.x, inner.y, scene.width, scene.height}, scene);
  inner.cut_top(scene.height + 12);
  int number = 0;
  for (const std::string& line : foot)
    inner.cut_top(ui.paragraph("note" + std::to_string(number++), inner, line, muted));
}

/// What may be chosen, and what can be done with the drawing.
void controls(Ui& ui, Rect& rest, const wire::Picture& picture) {
  const bool has_labels = picture.choices.size() > 1;
  const float height = ui.small_control_height();
  Rect row = rest.cut_top(height + (has_labels ? label_height : 0));
  Rect tools = row;
  tools.cut_top(row.h - height);
  picture_tools(ui, tools, has_labels);
  row.w = tools.w;
  if (has_labels)
    labelled_fields(ui, row, rest, picture.choices);
  else if (!picture.choices.empty())
    option_row(ui, row, picture.choices.front());
  rest.cut_top(12);
}

/// Says why there can be no map: the catalogue, which knows the outlines, has none or is not there.
void no_outlines(Ui& ui, const Rect& rect) {
  if (const auto* failed = std::get_if<app::Failed>(&ui.state.catalogue))
    failed_panel(ui, rect, *failed, Word::map_failed);
  else if (app::loaded(ui.state.catalogue))
    ui.paragraph("no outlines", rect.inset(16, 12), ui.word(Word::map_no_outlines), {});
}

}  // namespace

void picture_screen(Ui& ui, const Rect& rect) {
  const auto group =
      ui.group("picture", NodeRole::region, ui.word(is_map(ui) ? Word::map : Word::chart), rect);
  ui.paint.fill(rect, Role::page);
  if (!app::shows_picture(ui.state)) return no_outlines(ui, rect);
  const ShownPicture& shown = ui.state.picture;
  if (shown.failed) {
    const bool is_network = *shown.failed == base::ErrorCode::unavailable;
    failed_panel(ui, rect, {{}, is_network ? Word::export_network_failed : Word::export_failed, {}},
                 Word::picture_failed);
    return;
  }
  Rect rest = rect.inset(16, 12);
  if (!shown.drawn) {
    constexpr double quiet_ms = 200;
    if (ui.state.now_ms - shown.since_ms < quiet_ms)
      ui.memory.wants_frame = true;
    else
      ui.text("drawing", rest.cut_top(24), ui.word(Word::drawing_picture), muted, NodeRole::status);
    return;
  }
  controls(ui, rest, *shown.drawn);
  card(ui, rest, shown.drawn->scene);
}

}  // namespace view
