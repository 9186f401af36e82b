// One ticket: its steps and clocks, what is wanted, the reply with its preview, and the action bar.
#include <algorithm>

#include "office_view/screens.h"
#include "view/screens.h"
#include "view/widget/scroll_area.h"

namespace office_view {
namespace {

constexpr float bar_height = 64;

bool can_happen(const wire::OfficeTicket& ticket, desk::EventKind kind) {
  return std::find(ticket.possible.begin(), ticket.possible.end(), kind) != ticket.possible.end();
}

// --- Head ---

void officer_field(const Desk& desk, const Rect& rect, const wire::OfficeTicket& ticket) {
  choice_field(desk, rect,
               {"officer", desk.ui.word(Word::queue_officer), desk.ui.word(Word::office_nobody),
                ticket.row.officer},
               officers_of(desk), [](std::string login) {
                 return office::command(office::AssignTicket{std::move(login)});
               });
}

void head(const Desk& desk, Column& column, const wire::OfficeTicket& ticket) {
  Ui& ui = desk.ui;
  Rect path = column.cut(ui.line(Size::note) + 4);
  view::LinkLook look;
  look.style.size = Size::note;
  look.href = office::address_from_screen(office::QueueScreen{desk.office.queue_wish},
                                          desk.language(), ui.state.site.base_path);
  const float wide = view::link(ui, "queue", path, ui.word(Word::office_queue_title), look,
                                office::command(office::OpenQueue{desk.office.queue_wish}));
  path.cut_left(wide + 6);
  const Rect between = path.cut_left(14);
  ui.paint.icon(Icon::chevron_right, between.middle_x(), between.middle_y(), 14, Role::text_muted);
  path.cut_left(6);
  ui.text("number", path, ticket.row.number, {Size::note, Role::text_muted});

  const float field = ui.is_touch() ? 44 : 38;
  const float tag = status_tag_width(desk, ticket.row.status);
  const bool can_assign = can_happen(ticket, desk::EventKind::assigned);
  const float side = tag + (can_assign ? 12 + 200 : 0);
  const view::TextStyle style{ui.is_phone() ? Size::heading : Size::title, Role::text,
                              Face::semibold};
  const std::string title =
      ticket.row.title.empty() ? std::string(ui.word(Word::office_untitled)) : ticket.row.title;
  const float room = ui.is_phone() ? column.w : column.w - side - 16;
  const float height = std::max(field, ui.paint.paragraph_height(title, style, room, 3));
  Rect row = column.cut(height);
  if (!ui.is_phone()) {
    Rect right = row.cut_right(side);
    if (can_assign) officer_field(desk, right.cut_right(200).centred_y(field), ticket);
    status_tag(desk, right.cut_left(tag).centred_y(24), ticket.row.status);
  }
  const float lines = ui.paint.paragraph_height(title, style, room, 3);
  ui.heading("title", {row.x, row.y + (row.h - lines) / 2, room, lines}, title, 1, style, 3);
  if (ui.is_phone()) {
    Rect line = column.cut(field + 8);
    line.cut_top(8);
    status_tag(desk, line.cut_left(tag).centred_y(24), ticket.row.status);
    line.cut_left(12);
    if (can_assign) officer_field(desk, line, ticket);
  }
  column.gap(panel_gap);
}

// --- Steps ---

void step_mark(Ui& ui, const Rect& place, const wire::OfficeStep& step, std::size_t number) {
  const float x = place.x + 12, y = place.middle_y();
  if (step.is_current) {
    ui.paint.disc(x, y, 12, Role::primary);
  } else {
    ui.paint.disc(x, y, 12, step.is_done ? Role::primary_soft : Role::border_strong);
    if (!step.is_done) ui.paint.disc(x, y, 11, Role::surface);
  }
  if (step.is_done && !step.is_current)
    ui.paint.icon(Icon::check, x, y, 14, Role::on_primary_soft);
  else
    ui.paint.text({place.x, place.y, 24, place.h}, std::to_string(number),
                  {Size::note, step.is_current ? Role::on_primary : Role::text, Face::semibold,
                   Align::centre});
}

void steps(const Desk& desk, Rect row, const wire::OfficeTicket& ticket) {
  Ui& ui = desk.ui;
  const auto group = ui.group("steps", NodeRole::group, ui.word(Word::queue_step), row);
  for (std::size_t i = 0; i < ticket.steps.size(); ++i) {
    const wire::OfficeStep& step = ticket.steps[i];
    const std::string label = step.label.in(desk.language());
    const view::TextStyle style{Size::body, step.is_current ? Role::text : Role::text_muted,
                                step.is_current ? Face::semibold : Face::regular};
    // On the phone only the step that is due has its name.
    const bool has_name = !ui.is_phone() || step.is_current;
    const float wide = 32 + (has_name ? ui.paint.width(label, style) + 1 : 0);
    const Rect place = row.cut_left(wide);
    step_mark(ui, place, step, i + 1);
    if (has_name) ui.paint.text({place.x + 32, place.y, place.w - 32, place.h}, label, style);
    Node node;
    node.role = NodeRole::text;
    node.name = std::to_string(i + 1) + ". " + label;
    node.rect = place;
    node.is_current = step.is_current;
    ui.record("step" + std::to_string(i), std::move(node));
    if (i + 1 == ticket.steps.size()) break;
    const Rect line = row.cut_left(ui.is_phone() ? 16 : 40);
    ui.paint.horizontal(line.x + 4, line.right() - 4, line.middle_y(), Role::border);
  }
}

void clocks(const Desk& desk, Rect row, const wire::OfficeTicket& ticket) {
  Ui& ui = desk.ui;
  const ClockLook clock = clock_look(desk, ticket.row, ticket.as_of, desk.office.ticket.arrived_ms);
  const float line = ui.line(Size::note);
  if (clock.is_shown) {
    Rect place = row.cut_left(190);
    const std::string standard =
        office::text_from_seconds(ticket.row.step->standard_seconds, desk.language());
    ui.text("standard", place.cut_top(line), ui.word(Word::office_step_clock, {standard}),
            {Size::note, Role::text_muted});
    const Role ink = clock.is_over && !clock.is_paused ? Role::danger : Role::text;
    const Rect icon = place.cut_left(16);
    ui.paint.icon(ink == Role::danger ? Icon::warning : Icon::clock, icon.middle_x(),
                  icon.middle_y(), 16, ink);
    place.cut_left(6);
    ui.text("clock", place, clock.text, {Size::body, ink, Face::semibold});
    row.cut_left(16);
  }
  if (!ticket.row.promise) return;
  ui.text("promise label", row.cut_top(line), ui.word(Word::queue_promise),
          {Size::note, Role::text_muted});
  const std::string date = weekday_and_day(desk, ticket.row.promise->date);
  const view::TextStyle style{Size::body, ticket.row.promise->is_late ? Role::danger : Role::text,
                              Face::semibold};
  ui.text("promise", row.cut_left(ui.paint.width(date, style) + 1), date, style);
  row.cut_left(8);
  if (ticket.row.promise->why.empty()) return;
  const std::string_view label = ui.word(Word::why_this_date);
  const view::ButtonLook look{view::ButtonKind::quiet, {}, {}, true};
  view::button(ui, "why", row.cut_left(std::min(row.w, view::button_width(ui, label, look))), label,
               look, office::command(office::ToggleWhy{}));
}

void steps_panel(const Desk& desk, Column& column, const wire::OfficeTicket& ticket) {
  Ui& ui = desk.ui;
  const std::string id = ui.nodes.id_of("progress");
  const float top = column.y;
  view::panel(ui, {column.x, top, column.w, remembered_height(desk, id, 66)});
  Column inner{column.x + 16, column.y + 12, column.w - 32};
  const float clocks_height = ui.line(Size::note) + ui.line(Size::body);
  const bool is_narrow = column.w < 1000;
  Rect row = inner.cut(is_narrow ? 28 : clocks_height);
  if (!is_narrow) clocks(desk, row.cut_right(460), ticket);
  steps(desk, row.centred_y(28), ticket);
  if (is_narrow) {
    inner.gap(10);
    clocks(desk, inner.cut(clocks_height), ticket);
  }
  if (desk.office.ticket.shows_why && ticket.row.promise) {
    inner.gap(8);
    int number = 0;
    for (const base::Text& why : ticket.row.promise->why)
      inner.gap(ui.paragraph("why" + std::to_string(number++), rest_of(inner),
                             why.in(desk.language()), {Size::note, Role::text_muted}));
  }
  for (const wire::OfficeStep& step : ticket.steps) {
    const bool is_ended_by_hand =
        step.step == desk::SopStep::search || step.step == desk::SopStep::save;
    if (!step.is_current || !is_ended_by_hand || !can_happen(ticket, desk::EventKind::step_done))
      continue;
    inner.gap(10);
    const std::string label = ui.word(Word::office_finish_step, {step.label.in(desk.language())});
    const view::ButtonLook look{view::ButtonKind::plain, Icon::check, {}, true};
    Rect line = inner.cut(ui.is_touch() ? 44 : 30);
    view::button(ui, "finish step", line.cut_left(view::button_width(ui, label, look)), label, look,
                 office::command(office::FinishStep{step.step}));
  }
  column.y = inner.y + 12;
  remember_height(desk, id, column.y - top);
  column.gap(panel_gap);
}

// --- Action bar ---

bool is_letter_ready(const Desk& desk, const wire::OfficeTicket& ticket) {
  const office::Draft& draft = desk.office.ticket.draft;
  return draft.kind == desk::EventKind::notice_sent && !office::refusal_of(draft, ticket);
}

void action_bar(const Desk& desk, const Rect& rect, const wire::OfficeTicket& ticket) {
  Ui& ui = desk.ui;
  const office::TicketView& view = desk.office.ticket;
  const auto group = ui.group("actions", NodeRole::toolbar, ui.word(Word::office_reply), rect);
  ui.paint.fill(rect, Role::surface);
  ui.paint.horizontal(rect.x, rect.right(), rect.y, Role::border);
  Rect row = rect.inset(ui.is_phone() ? 16 : 24, 0).centred_y(ui.control_height());
  const bool is_mail = office::makes_mail(view.draft.kind);
  view::ButtonLook look{view::ButtonKind::primary, is_mail ? Icon::send : Icon::check};
  const std::string_view sending = ui.word(Word::office_sending);
  if (view.is_sending) look.disabled_reason = sending;
  const std::string_view label =
      view.is_sending ? sending : ui.word(is_mail ? Word::office_send_mail : Word::office_save);
  view::button(ui, "send", row.cut_left(view::button_width(ui, label, look)), label, look,
               office::command(office::SendDraft{}));
  row.cut_left(12);
  if (is_letter_ready(desk, ticket)) {
    const view::ButtonLook paper{view::ButtonKind::plain, Icon::file_text};
    const std::string_view letter = ui.word(Word::office_download_letter);
    view::button(ui, "letter", row.cut_left(std::min(row.w, view::button_width(ui, letter, paper))),
                 letter, paper, office::command(office::DownloadLetter{}));
    row.cut_left(12);
  }
  if (ui.is_phone()) return;
  view::TextStyle style{Size::note, Role::text_muted, Face::regular, Align::right};
  if (!view.failure.empty()) {
    style.colour = Role::danger;
    ui.text("failure", row, view.failure, style, NodeRole::alert);
  } else if (view.draft_kept_ms >= 0) {
    ui.text("kept", row, ui.word(Word::office_draft_kept), style, NodeRole::status);
  }
}

void content(const Desk& desk, Column column, float top, const wire::OfficeTicket& ticket) {
  Ui& ui = desk.ui;
  head(desk, column, ticket);
  steps_panel(desk, column, ticket);
  if (has_columns(desk)) {
    const float half = (column.w - 16) / 2;
    Column left{column.x, column.y, half};
    Column right{column.x + half + 16, column.y, half};
    request_panel(desk, left, ticket);
    reply_panel(desk, left, ticket);
    preview_panel(desk, right, ticket);
    history_panel(desk, right, ticket);
    column.y = std::max(left.y, right.y);
  } else {
    request_panel(desk, column, ticket);
    const bool shows_preview = desk.office.ticket.shows_preview;
    const std::vector<view::Segment> sides{
        {"write", ui.word(Word::office_write_reply), !shows_preview,
         office::command(office::ShowPreview{false})},
        {"preview", ui.word(Word::office_preview), shows_preview,
         office::command(office::ShowPreview{true})}};
    view::segments(ui, "side", column.cut(ui.is_touch() ? 44 : 34), ui.word(Word::office_reply),
                   sides);
    column.gap(panel_gap);
    shows_preview ? preview_panel(desk, column, ticket) : reply_panel(desk, column, ticket);
    history_panel(desk, column, ticket);
  }
  remember_height(desk, "ticket", column.y + 24 - top);
}

}  // namespace

void ticket_screen(const Desk& desk, const Rect& body) {
  Ui& ui = desk.ui;
  const auto group = ui.group("ticket", NodeRole::main, desk.office.ticket.number, body);
  Rect rest = body;
  view::offline_band(ui, rest);
  const auto ticket = app::loaded(desk.office.ticket.ticket);
  if (const auto* failed = std::get_if<app::Failed>(&desk.office.ticket.ticket)) {
    view::failed_panel(ui, rest, *failed, Word::office_failed_ticket);
    return;
  }
  if (const auto* loading = std::get_if<app::Loading>(&desk.office.ticket.ticket)) {
    view::loading_panel(ui, rest, *loading, Word::office_loading_ticket);
    return;
  }
  if (!ticket) return;
  const bool has_reply = !ticket->possible.empty();
  const Rect bar = has_reply ? rest.cut_bottom(bar_height) : Rect{};
  {
    view::ScrollArea area(ui, "ticket", rest, remembered_height(desk, "ticket", rest.h));
    const float margin = ui.is_phone() ? 16 : 24;
    content(desk, {rest.x + margin, area.top() + 16, area.width() - 2 * margin}, area.top(),
            *ticket);
  }
  if (has_reply) action_bar(desk, bar, *ticket);
}

}  // namespace office_view
