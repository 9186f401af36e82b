#include "office_view/parts.h"

#include <algorithm>
#include <cmath>
#include <iterator>

#include "base/text.h"

namespace office_view {
namespace {

constexpr float padding = 16;
constexpr float panel_head = 48;
constexpr float near_share = 0.7f;

std::string clock_time(const Desk& desk, int second_of_day) {
  const auto two = [](int number) { return (number < 10 ? "0" : "") + std::to_string(number); };
  const char* between = desk.language() == base::Language::en ? ":" : ".";
  return two(second_of_day / 3600) + between + two(second_of_day / 60 % 60);
}

/// "23 Nov".
std::string day_and_month(const Desk& desk, base::Date date) {
  const std::string whole = base::short_text_from_date(date, desk.language());
  return whole.substr(0, whole.rfind(' '));
}

base::Zone zone_of(const Desk& desk) {
  return desk.session() ? desk.session()->zone : base::Zone();
}

}  // namespace

bool has_columns(const Desk& desk) { return desk.ui.width() >= columns_from; }

// --- Boxes ---

void remember_height(const Desk& desk, const std::string& id, float height) {
  float& kept = desk.heights[id];
  if (std::abs(kept - height) < 0.5f) return;
  kept = height;
  desk.ui.memory.wants_frame = true;
}

float remembered_height(const Desk& desk, std::string_view id, float otherwise) {
  const auto found = desk.heights.find(id);
  return found == desk.heights.end() ? otherwise : found->second;
}

Panel::Panel(const Desk& desk, std::string_view id, Column& outer, std::string_view title,
             std::string_view note)
    : desk_(desk),
      id_(desk.ui.nodes.id_of(id)),
      outer_(outer),
      group_(desk.ui.group(id, NodeRole::region, title,
                           {outer.x, outer.y, outer.w, remembered_height(desk, id_, 200)})) {
  Ui& ui = desk.ui;
  const Rect box{outer.x, outer.y, outer.w, remembered_height(desk, id_, 200)};
  view::panel(ui, box);
  head = Rect{box.x, box.y, box.w, panel_head}.inset(padding, 0);
  ui.paint.horizontal(box.x, box.right(), box.y + panel_head, Role::border);
  if (!note.empty()) {
    const view::TextStyle muted{Size::note, Role::text_muted, Face::regular, Align::right};
    const float wide = std::min(head.w / 2, ui.paint.width(note, muted) + 1);
    ui.text("note", head.cut_right(wide), note, muted);
    head.cut_right(8);
  }
  ui.heading("title", Rect(head).centred_y(ui.line(Size::body)), title, 2,
             {Size::body, Role::text, Face::semibold});
  inner = {box.x + padding, box.y + panel_head + padding, box.w - 2 * padding};
}

Panel::~Panel() {
  const float height = inner.y + padding - outer_.y;
  remember_height(desk_, id_, height);
  outer_.y += height;
}

// --- Times and clocks ---

std::string short_time(const Desk& desk, base::Instant instant) {
  const base::LocalTime local = base::local_from_instant(instant, zone_of(desk));
  return day_and_month(desk, local.date) + ", " + clock_time(desk, local.second_of_day);
}

std::string weekday_and_day(const Desk& desk, base::Date date) {
  const std::string whole = base::weekday_text_from_date(date, desk.language());
  return whole.substr(0, whole.find(',')) + ", " + day_and_month(desk, date);
}

ClockLook clock_look(const Desk& desk, const wire::QueueRow& row, base::Instant as_of,
                     double arrived_ms) {
  ClockLook look;
  if (!row.step) return look;
  look.is_shown = true;
  const base::Instant now = office::now_from(as_of, arrived_ms, desk.ui.state.now_ms);
  const wire::StepClockNow clock = office::clock_at(*row.step, as_of, now);
  const std::int64_t left = clock.standard_seconds - clock.used_seconds;
  look.share = clock.standard_seconds <= 0
                   ? 1
                   : std::min(1.0f, static_cast<float>(clock.used_seconds) /
                                        static_cast<float>(clock.standard_seconds));
  look.is_over = left < 0;
  look.is_near = look.share >= near_share;
  look.is_paused = clock.is_paused;
  const std::string time = office::text_from_seconds(std::abs(left), desk.language());
  if (look.is_paused) {
    look.share = 0;
    look.text = desk.ui.word(Word::office_paused);
  } else {
    look.text = look.is_over ? desk.ui.word(Word::office_over_by, {time}) : time;
  }
  return look;
}

void draw_clock(const Desk& desk, const Rect& rect, const ClockLook& clock) {
  if (!clock.is_shown) return;
  const bool is_bad = clock.is_over && !clock.is_paused;
  Rect inner = Rect(rect).centred_y(30);
  Rect words = inner.cut_top(20);
  const Rect place = words.cut_left(16);
  desk.ui.paint.icon(is_bad            ? Icon::warning
                     : clock.is_paused ? Icon::pause
                                       : Icon::clock,
                     place.middle_x(), place.middle_y(), 16, is_bad ? Role::danger : Role::text);
  words.cut_left(6);
  desk.ui.paint.text(
      words, clock.text,
      {Size::note, is_bad ? Role::danger : Role::text, is_bad ? Face::semibold : Face::regular});
  inner.cut_top(4);
  Rect bar = inner.cut_top(6);
  bar.w = std::min(bar.w, 126.0f);
  desk.ui.paint.fill(bar, Role::surface_sunken, 3);
  bar.w *= clock.share;
  if (bar.w < 1) return;
  desk.ui.paint.fill(bar, is_bad ? Role::danger : clock.is_near ? Role::warning : Role::primary, 3);
}

std::string_view step_word(const Desk& desk, desk::SopStep step) {
  constexpr Word words[] = {Word::office_step_prepare, Word::office_step_search,
                            Word::office_step_save,    Word::office_step_answer,
                            Word::office_step_notice,  Word::office_step_report};
  static_assert(std::size(words) == desk::sop_steps_count);
  return desk.ui.word(words[static_cast<std::size_t>(step)]);
}

std::string_view status_word(const Desk& desk, desk::TicketStatus status) {
  return desk.ui.word(desk::word_from_ticket_status(status));
}

void status_tag(const Desk& desk, const Rect& rect, desk::TicketStatus status) {
  constexpr view::TagKind kinds[] = {view::TagKind::primary, view::TagKind::info,
                                     view::TagKind::warning, view::TagKind::neutral};
  view::tag(desk.ui, rect, status_word(desk, status), kinds[static_cast<std::size_t>(status)]);
  Node node;
  node.name = status_word(desk, status);
  node.rect = rect;
  desk.ui.record("status", std::move(node));
}

float status_tag_width(const Desk& desk, desk::TicketStatus status) {
  return view::tag_width(desk.ui, status_word(desk, status));
}

// --- Fields ---

void field_label(const Desk& desk, std::string_view id, Column& column, std::string_view label) {
  desk.ui.text(std::string(id) + " label", column.cut(desk.ui.line(Size::body)), label,
               {Size::body, Role::text, Face::semibold});
  column.gap(4);
}

void field_finding(const Desk& desk, std::string_view id, Column& column,
                   std::string_view finding) {
  if (finding.empty()) return;
  column.gap(4);
  Rect place = rest_of(column);
  const Rect icon = place.cut_left(22);
  desk.ui.paint.icon(Icon::error, icon.x + 8, icon.y + 9, 16, Role::danger);
  column.gap(desk.ui.paragraph(std::string(id) + " finding", place, finding,
                               {Size::note, Role::danger}, 0, NodeRole::alert));
}

void choice_field(const Desk& desk, const Rect& rect, const ChoiceField& field,
                  const Choices& choices, const std::function<app::Command(std::string)>& make) {
  std::string shown(field.empty);
  std::vector<view::MenuItem> items;
  const auto add = [&](const std::string& code, const std::string& label) {
    if (code == field.value) shown = label;
    items.push_back({code.empty() ? "none" : code,
                     label,
                     {},
                     code == field.value ? Tri::yes : Tri::no,
                     {},
                     false,
                     make(code)});
  };
  if (!field.empty.empty()) add("", std::string(field.empty));
  for (const auto& [code, label] : choices)
    add(code, label);
  const std::string popup = desk.ui.nodes.id_of(field.id);
  view::select_field(desk.ui, field.id, rect, field.label, shown, {}, popup);
  view::popup_menu(desk.ui, popup, rect, field.label, std::move(items));
}

Choices choices_of(const Desk& desk, const desk::Classification& list) {
  Choices choices;
  for (const desk::Choice& choice : list.choices)
    choices.emplace_back(choice.code, choice.label.in(desk.language()));
  return choices;
}

Choices officers_of(const Desk& desk) {
  Choices choices;
  if (!desk.session()) return choices;
  for (const wire::Officer& officer : desk.session()->officers)
    choices.emplace_back(officer.login, officer.name);
  return choices;
}

void chips(const Desk& desk, Column& column, const std::vector<Chip>& all) {
  const float height = desk.ui.is_touch() ? 44 : 34;
  Rect line = column.cut(height);
  for (const Chip& each : all) {
    const float width = view::chip_width(desk.ui, each.label);
    if (width > line.w && line.w < column.w) {
      column.gap(8);
      line = column.cut(height);
    }
    view::chip(desk.ui, each.id, line.cut_left(width), each.label, each.is_chosen, {},
               each.command);
    line.cut_left(8);
  }
}

}  // namespace office_view
