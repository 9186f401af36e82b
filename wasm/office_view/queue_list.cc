// The rows of the queue. Where a row stands is decided by the server; what is over has a red bar.
#include <algorithm>

#include "office_view/screens.h"

namespace office_view {
namespace {

constexpr float head_height = 36;
constexpr view::TextStyle title_style{Size::body, Role::link, Face::semibold};

/// The left edges of the columns, within the list.
struct Widths {
  float pick = 40, requester = 160, step = 140, left = 150, promise = 120, officer = 110,
        status = 160;
  float request(float all) const {
    return all - pick - requester - step - left - promise - officer - status;
  }
};

struct Seen {
  const wire::QueueRow& row;
  ClockLook clock;
};

std::string category_of(const Desk& desk, const wire::QueueRow& row) {
  if (row.institution_category.empty() || !desk.session())
    return std::string(desk.ui.word(Word::queue_private));
  return office::label_of(desk.session()->classifications.institution_category,
                          row.institution_category, desk.language());
}

std::string promise_text(const Desk& desk, const wire::QueueRow& row) {
  return row.promise ? weekday_and_day(desk, row.promise->date) : std::string();
}

/// What is to be said of the promise besides its date.
std::string promise_note(const Desk& desk, const wire::QueueRow& row) {
  if (!row.promise) return {};
  if (row.promise->is_answered) return std::string(desk.ui.word(Word::office_answered));
  if (row.promise->is_paused) return std::string(desk.ui.word(Word::office_paused));
  if (row.promise->is_late) return std::string(desk.ui.word(Word::office_late));
  return {};
}

std::string_view step_text(const Desk& desk, const wire::QueueRow& row) {
  if (row.status == desk::TicketStatus::waiting_for_requester || !row.step)
    return status_word(desk, row.status);
  return step_word(desk, row.step->step);
}

bool can_take(const Desk& desk, const wire::QueueRow& row) {
  return row.officer.empty() && row.status != desk::TicketStatus::closed &&
         office::may(desk.office, desk::Action::assign_ticket);
}

void take_button(const Desk& desk, const Rect& rect, const wire::QueueRow& row) {
  const std::string_view label = desk.ui.word(Word::queue_take);
  const view::ButtonLook look{view::ButtonKind::plain, {}, {}, true};
  Rect place = rect;
  view::button(desk.ui, "take",
               place.cut_left(view::button_width(desk.ui, label, look))
                   .centred_y(desk.ui.is_touch() ? 44 : 30),
               label, look, office::command(office::TakeTicket{row.number}));
}

void pick_box(const Desk& desk, const Rect& cell, const wire::QueueRow& row) {
  Ui& ui = desk.ui;
  const bool is_on = desk.office.picked.contains(row.number);
  const view::Touch touch = ui.touch(ui.nodes.id_of("pick"), cell);
  const Rect box{cell.middle_x() - 9, cell.middle_y() - 9, 18, 18};
  ui.paint.fill(box, is_on ? Role::primary : Role::surface, view::tokens::radius::check);
  if (is_on)
    ui.paint.icon(Icon::check, box.middle_x(), box.middle_y(), 14, Role::on_primary);
  else
    ui.paint.outline(box, touch.is_hovered ? Role::primary : Role::border_strong,
                     view::tokens::radius::check);
  const app::Command command = office::command(office::PickRow{row.number});
  if (touch.is_hovered) ui.set_cursor(1);
  if (touch.was_clicked) ui.commands.send(command);
  Node node;
  node.role = NodeRole::checkbox;
  node.name = ui.word(Word::office_pick_row, {row.number});
  node.rect = cell;
  node.checked = is_on ? Tri::yes : Tri::no;
  node.is_focusable = true;
  node.command = command;
  ui.record("pick", std::move(node));
}

/// The title as a link that is the row: what is read of it says all that its columns say.
void row_link(const Desk& desk, const Rect& rect, const Seen& seen) {
  Ui& ui = desk.ui;
  const wire::QueueRow& row = seen.row;
  const app::Command command = office::command(office::OpenTicket{row.number});
  const view::Touch touch = ui.touch(ui.nodes.id_of("open"), rect);
  if (touch.is_hovered) ui.set_cursor(1);
  if (touch.was_clicked) ui.commands.send(command);
  Node node;
  node.role = NodeRole::link;
  node.name = row.title.empty() ? row.number : row.number + ", " + row.title;
  node.description = category_of(desk, row) + ", " + std::string(status_word(desk, row.status)) +
                     ", " + std::string(step_text(desk, row)) + ", " + seen.clock.text + ", " +
                     promise_text(desk, row);
  node.rect = rect;
  node.is_focusable = true;
  node.href = office::address_from_screen(office::TicketScreen{row.number}, desk.language(),
                                          ui.state.site.base_path);
  node.command = command;
  ui.record("open", std::move(node));
}

void two_lines(const Desk& desk, const Rect& cell, std::string_view first, std::string_view second,
               Role second_ink = Role::text_muted) {
  const view::Paint& paint = desk.ui.paint;
  const float line = desk.ui.line(Size::note);
  if (second.empty()) {
    paint.text(cell, first, {Size::note, Role::text});
    return;
  }
  Rect both = Rect(cell).centred_y(2 * line);
  paint.text(both.cut_top(line), first, {Size::note, Role::text});
  paint.text(both, second, {Size::note, second_ink});
}

std::string title_of(const wire::QueueRow& row) {
  return row.title.empty() ? row.number : row.title;
}

float row_height(const Desk& desk, const wire::QueueRow& row, float width) {
  return 24 + desk.ui.paint.paragraph_height(title_of(row), title_style, width - 16, 2) +
         desk.ui.line(Size::note);
}

void columns_row(const Desk& desk, Rect rect, const Seen& seen, const Widths& widths) {
  Ui& ui = desk.ui;
  const wire::QueueRow& row = seen.row;
  const auto group = ui.group(row.number, NodeRole::listitem, row.number, rect);
  const Rect all = rect;
  if (rect.contains(ui.pointer_x(), ui.pointer_y()) || row.number == desk.office.active_row)
    ui.paint.fill(all.inset(1, 0), Role::surface_hover);
  if (seen.clock.is_over) ui.paint.fill({all.x, all.y, 3, all.h}, Role::danger);
  pick_box(desk, rect.cut_left(widths.pick), row);
  Rect request = rect.cut_left(widths.request(all.w)).inset(0, 12);
  request.w -= 16;
  const float title = ui.paint.paragraph(request, title_of(row), title_style, 2);
  request.cut_top(title);
  ui.paint.text(request.cut_top(ui.line(Size::note)),
                ui.word(Word::office_received_at, {row.number, short_time(desk, row.opened_at)}),
                {Size::note, Role::text_muted});
  two_lines(desk, rect.cut_left(widths.requester), category_of(desk, row), row.institution);
  ui.paint.text(rect.cut_left(widths.step).inset(0, 0), step_text(desk, row),
                {Size::note, Role::text});
  Rect left = rect.cut_left(widths.left);
  left.w -= 16;
  draw_clock(desk, left, seen.clock);
  two_lines(desk, rect.cut_left(widths.promise), promise_text(desk, row), promise_note(desk, row),
            row.promise && row.promise->is_late ? Role::danger : Role::text_muted);
  const Rect officer = rect.cut_left(widths.officer);
  if (can_take(desk, row))
    take_button(desk, officer, row);
  else
    ui.paint.text(officer, office::officer_name(desk.office, row.officer),
                  {Size::note, Role::text});
  Rect status = rect;
  status_tag(desk,
             status.cut_left(std::min(status.w, status_tag_width(desk, row.status))).centred_y(24),
             row.status);
  row_link(desk, all, seen);
}

void head_row(const Desk& desk, Rect rect, const Widths& widths) {
  Ui& ui = desk.ui;
  ui.paint.fill(rect, Role::surface_sunken, view::tokens::radius::panel);
  const float all = rect.w;
  rect.cut_left(widths.pick);
  const auto cell = [&](float width, Word word) {
    ui.paint.text(rect.cut_left(width), ui.word(word), {Size::note, Role::text, Face::semibold});
  };
  cell(widths.request(all), Word::queue_request);
  cell(widths.requester, Word::queue_requester);
  cell(widths.step, Word::queue_step);
  cell(widths.left, Word::queue_time_left);
  cell(widths.promise, Word::queue_promise);
  cell(widths.officer, Word::queue_officer);
  cell(widths.status, Word::ticket_status);
}

void card_row(const Desk& desk, Column& column, const Seen& seen) {
  Ui& ui = desk.ui;
  const wire::QueueRow& row = seen.row;
  const float title = ui.paint.paragraph_height(title_of(row), title_style, column.w - 32, 2);
  const Rect box = column.cut(14 + 24 + 6 + title + ui.line(Size::note) + 12 + 44 + 14);
  const auto group = ui.group(row.number, NodeRole::listitem, row.number, box);
  view::panel(ui, box);
  if (seen.clock.is_over) ui.paint.fill({box.x, box.y + 4, 4, box.h - 8}, Role::danger, 2);
  Rect inner = box.inset(16, 14);
  Rect top = inner.cut_top(24);
  status_tag(desk, top.cut_right(status_tag_width(desk, row.status)), row.status);
  ui.paint.text(top, row.number, {Size::note, Role::text_muted});
  inner.cut_top(6);
  ui.paint.paragraph(inner.cut_top(title), title_of(row), title_style, 2);
  ui.paint.text(inner.cut_top(ui.line(Size::note)), category_of(desk, row),
                {Size::note, Role::text_muted});
  inner.cut_top(12);
  if (can_take(desk, row)) {
    const float wide = 84;
    take_button(desk, inner.cut_right(wide), row);
    inner.cut_right(12);
  }
  Rect right = inner.cut_right(inner.w / 2);
  draw_clock(desk, inner, seen.clock);
  const view::TextStyle style{Size::note, Role::text_muted, Face::regular, Align::right};
  ui.paint.text(right.cut_top(22), step_text(desk, row), style);
  ui.paint.text(right.cut_top(22), promise_text(desk, row), style);
  row_link(desk, box, seen);
  column.gap(12);
}

}  // namespace

void queue_list(const Desk& desk, Column& column) {
  Ui& ui = desk.ui;
  const auto queue = app::loaded(desk.office.queue);
  const auto seen_of = [&](const wire::QueueRow& row) {
    return Seen{row, clock_look(desk, row, queue->as_of, desk.office.queue_arrived_ms)};
  };
  if (!has_columns(desk)) {
    const auto group = ui.group("rows", NodeRole::list, ui.word(Word::office_queue_title),
                                {column.x, column.y, column.w, 1});
    for (const wire::QueueRow& row : queue->rows)
      card_row(desk, column, seen_of(row));
    return;
  }
  const Widths widths;
  const float request = widths.request(column.w);
  float height = head_height;
  for (const wire::QueueRow& row : queue->rows)
    height += row_height(desk, row, request);
  Rect box = column.cut(height);
  view::panel(ui, box);
  head_row(desk, Rect(box.cut_top(head_height)).inset(1, 1), widths);
  const auto group = ui.group("rows", NodeRole::list, ui.word(Word::office_queue_title), box);
  for (const wire::QueueRow& row : queue->rows) {
    const Rect line = box.cut_top(row_height(desk, row, request));
    ui.paint.horizontal(line.x + 1, line.right() - 1, line.y, Role::border);
    columns_row(desk, line, seen_of(row), widths);
  }
}

}  // namespace office_view
