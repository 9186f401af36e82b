// The drawing of a table: its kinds, what it says, the drawing with its marks, notes and source.
#include <algorithm>

#include "view/screens.h"
#include "view/widget/scroll_area.h"

namespace view {
namespace {

using app::ShownPicture;

constexpr float card_padding = 18;
constexpr float reach = 16;  ///< How near the pointer has to come to a point.
constexpr std::string_view kinds_id = "chart kinds", save_id = "save picture";
constexpr TextStyle muted{Size::note, Role::text_muted};
constexpr TextStyle title_style{Size::body, Role::text, Face::semibold};

app::Command toggled(const Ui& ui, std::string_view id) {
  if (ui.state.ui.popup && ui.state.ui.popup->id == id) return app::ClosePopup{};
  return app::OpenPopup{std::string(id)};
}

Tri is_open(const Ui& ui, std::string_view id) {
  return ui.state.ui.popup && ui.state.ui.popup->id == id ? Tri::yes : Tri::no;
}

/// The kinds that the view allows side by side, or all in a menu where there is no room.
void kinds(Ui& ui, Rect& row, const wire::Picture& picture) {
  std::vector<Segment> allowed;
  std::vector<MenuItem> items;
  std::string_view chosen;
  for (const wire::PictureKind& kind : picture.kinds) {
    const bool is_chosen = kind.word == picture.kind;
    if (is_chosen) chosen = kind.label;
    items.push_back({kind.word,
                     kind.label,
                     {},
                     is_chosen ? Tri::yes : Tri::no,
                     kind.refusal,
                     false,
                     app::SetChart{kind.word}});
    if (kind.refusal.empty() || is_chosen)
      allowed.push_back({kind.word, kind.label, is_chosen, app::SetChart{kind.word}});
  }
  const float width = segments_width(ui, allowed);
  if (width <= row.w) {
    segments(ui, "kinds", row.cut_left(width), ui.word(Word::chart_kind), allowed);
    return;
  }
  const Rect field = row.cut_left(200);
  select_field(ui, "kinds", field, ui.word(Word::chart_kind), chosen, {}, kinds_id);
  popup_menu(ui, kinds_id, field, ui.word(Word::chart_kind), std::move(items));
}

/// What can be done with the drawing, from the right end of the row.
void picture_tools(Ui& ui, Rect& row) {
  const auto add = [&](std::string_view id, Word word, Icon icon, app::Command command,
                       Tri expanded = Tri::none) {
    ButtonLook look{ButtonKind::plain, icon};
    look.is_small = true;
    look.is_icon_only = ui.width() < 1200;
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
  if (touch.is_hovered)
    if (const auto hovered =
            stats::mark_at(scene, {ui.pointer_x() - place.x, ui.pointer_y() - place.y}, reach))
      pointed = hovered;
  if (!pointed) return;
  const stats::Mark& mark = scene.marks[*pointed];
  for (const stats::Ring& ring : mark.rings)
    ui.paint.shape(stats::Polygon{ring, {}, stats::Ink::area_outline_hover, 1.5f}, place.x,
                   place.y);
  const Rect bounds = stats::bounds_of(mark);
  ui.tooltip_text = read_out(mark);
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

}  // namespace

void picture_screen(Ui& ui, const Rect& rect) {
  const auto group = ui.group("picture", NodeRole::region, ui.word(Word::chart), rect);
  ui.paint.fill(rect, Role::page);
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
  Rect row = rest.cut_top(ui.small_control_height());
  rest.cut_top(12);
  picture_tools(ui, row);
  kinds(ui, row, *shown.drawn);
  card(ui, rest, shown.drawn->scene);
}

}  // namespace view
