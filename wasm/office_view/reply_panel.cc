// What the officer answers: the outcome first, which says what else is needed; and the mail as it
// will arrive.
#include <algorithm>
#include <iterator>

#include "office_view/screens.h"

namespace office_view {
namespace {

using desk::EventKind;

const office::Draft& draft_of(const Desk& desk) { return desk.office.ticket.draft; }

app::Command set_draft(std::string member, std::string value) {
  return office::command(office::SetDraft{std::move(member), std::move(value)});
}

std::function<app::Command(std::string)> draft_setter(std::string member) {
  return [member = std::move(member)](std::string value) {
    return set_draft(member, std::move(value));
  };
}

struct Outcome {
  EventKind kind;
  bool is_part;
  Word label;
};

constexpr Outcome outcomes[] = {{EventKind::data_sent, false, Word::office_send_data},
                                {EventKind::notice_sent, false, Word::office_send_notice},
                                {EventKind::data_sent, true, Word::office_send_part},
                                {EventKind::asked_requester, false, Word::office_ask},
                                {EventKind::message_written, false, Word::office_message},
                                {EventKind::redirected, false, Word::office_redirect},
                                {EventKind::note_written, false, Word::office_note},
                                {EventKind::closed, false, Word::office_close_ticket},
                                {EventKind::reopened, false, Word::office_reopen}};

void outcome_chips(const Desk& desk, Column& column, const wire::OfficeTicket& ticket) {
  const auto group = desk.ui.group("outcome", NodeRole::group, desk.ui.word(Word::office_outcome),
                                   {column.x, column.y, column.w, 34});
  std::vector<Chip> all;
  for (const Outcome& outcome : outcomes) {
    const auto& possible = ticket.possible;
    if (std::find(possible.begin(), possible.end(), outcome.kind) == possible.end()) continue;
    const std::string kind(desk::text_from_event_kind(outcome.kind));
    const office::Draft& draft = draft_of(desk);
    all.push_back({outcome.is_part ? "part" : kind, std::string(desk.ui.word(outcome.label)),
                   draft.kind == outcome.kind && draft.is_part == outcome.is_part,
                   outcome.is_part ? set_draft("part", "yes") : set_draft("kind", kind)});
  }
  chips(desk, column, all);
}

/// Published tables that come near what is wanted.
Choices substitutes(const Desk& desk, const wire::OfficeTicket& ticket) {
  Choices choices;
  for (const wire::OfficeOffer& offer : ticket.offers)
    if (offer.is_available) choices.emplace_back(offer.code, offer.title.in(desk.language()));
  return choices;
}

void labelled_choice(const Desk& desk, Column column, const ChoiceField& field,
                     const Choices& choices) {
  field_label(desk, field.id, column, field.label);
  choice_field(desk, column.cut(desk.ui.control_height()), field, choices,
               draft_setter(std::string(field.id)));
}

/// Reason and substitute stand side by side where there is room.
void notice_fields(const Desk& desk, Column& column, const wire::OfficeTicket& ticket) {
  Ui& ui = desk.ui;
  const office::Draft& draft = draft_of(desk);
  const bool is_notice = draft.kind == EventKind::notice_sent;
  const float height = ui.line(Size::body) + 4 + ui.control_height();
  const bool is_beside = column.w >= 460 && is_notice;
  const float half = is_beside ? (column.w - 12) / 2 : column.w;
  column.gap(panel_gap);
  const ChoiceField reason{"reason", ui.word(Word::office_reason),
                           ui.word(Word::office_choose_reason), draft.reason};
  if (desk.session())
    labelled_choice(desk, {column.x, column.y, half}, reason,
                    choices_of(desk, desk.session()->classifications.unavailable_reason));
  if (is_notice) {
    if (!is_beside) column.gap(height + panel_gap);
    labelled_choice(desk, {is_beside ? column.x + half + 12 : column.x, column.y, half},
                    {"substitute", ui.word(Word::office_substitute),
                     ui.word(Word::office_no_substitute), draft.substitute},
                    substitutes(desk, ticket));
  }
  column.gap(height);
}

void close_fields(const Desk& desk, Column& column, const wire::OfficeTicket& ticket) {
  Ui& ui = desk.ui;
  const office::Draft& draft = draft_of(desk);
  const float height = ui.line(Size::body) + 4 + ui.control_height();
  column.gap(panel_gap);
  if (desk.session())
    labelled_choice(desk, column,
                    {"outcome", ui.word(Word::office_outcome), ui.word(Word::office_choose_outcome),
                     draft.outcome},
                    choices_of(desk, desk.session()->classifications.outcome));
  column.gap(height);
  if (!office::needs_substitute(draft)) return;
  column.gap(panel_gap);
  labelled_choice(desk, column,
                  {"substitute", ui.word(Word::office_table_that_answers),
                   ui.word(Word::office_choose_table), draft.substitute},
                  substitutes(desk, ticket));
  column.gap(height);
}

// --- Attachments ---

void view_row(const Desk& desk, Column& column, const wire::ViewToSend& view, std::size_t place) {
  Ui& ui = desk.ui;
  const std::string name = ui.word(Word::office_view_of, {view.table});
  const auto group = ui.group("view" + std::to_string(place), NodeRole::group, name,
                              {column.x, column.y, column.w, 44});
  Rect row = column.cut(ui.is_touch() ? 52 : 44);
  ui.paint.outline(row, Role::border, view::tokens::radius::control);
  row = row.inset(12, 0);
  const float height = ui.is_touch() ? 44 : 26;
  view::button(ui, "remove", row.cut_right(height).centred_y(height),
               ui.word(Word::office_remove, {name}),
               {view::ButtonKind::quiet, Icon::close, {}, true, true},
               office::command(office::RemoveView{place}));
  const auto file_chip = [&](std::string_view id, std::string_view label, wire::ViewFile file) {
    row.cut_right(6);
    const bool is_on = std::find(view.files.begin(), view.files.end(), file) != view.files.end();
    view::chip(ui, id, row.cut_right(view::chip_width(ui, label)).centred_y(height), label, is_on,
               {}, office::command(office::ToggleViewFile{place, file}));
  };
  file_chip("csv", "CSV", wire::ViewFile::csv);
  file_chip("xlsx", "Excel", wire::ViewFile::xlsx);
  const Rect icon = row.cut_left(28);
  ui.paint.icon(Icon::table, icon.x + 10, icon.middle_y(), 20, Role::text_muted);
  ui.text("name", row, name, {Size::body, Role::text});
  column.gap(8);
}

void upload_row(const Desk& desk, Column& column, const office::Upload& upload, std::size_t place) {
  Ui& ui = desk.ui;
  const auto group = ui.group("upload" + std::to_string(place), NodeRole::group, upload.name,
                              {column.x, column.y, column.w, 44});
  Rect row = column.cut(ui.is_touch() ? 52 : 44);
  ui.paint.outline(row, Role::border, view::tokens::radius::control);
  row = row.inset(12, 0);
  const float height = ui.is_touch() ? 44 : 26;
  view::button(ui, "remove", row.cut_right(height).centred_y(height),
               ui.word(Word::office_remove, {upload.name}),
               {view::ButtonKind::quiet, Icon::close, {}, true, true},
               office::command(office::RemoveUpload{place}));
  const std::string size = std::to_string((upload.bytes + 999) / 1000) + " kB";
  row.cut_right(8);
  ui.text("size", row.cut_right(ui.paint.width(size, {Size::note}) + 1), size,
          {Size::note, Role::text_muted});
  const Rect icon = row.cut_left(28);
  ui.paint.icon(Icon::file, icon.x + 10, icon.middle_y(), 20, Role::text_muted);
  ui.text("name", row, upload.name, {Size::body, Role::text});
  column.gap(8);
}

/// The code of a table is typed.
void code_line(const Desk& desk, Column& column) {
  Ui& ui = desk.ui;
  const std::string& code = desk.office.ticket.view_code;
  Rect row = column.cut(ui.control_height());
  const std::string_view label = ui.word(Word::office_offer_attach);
  view::button(ui, "attach", row.cut_right(view::button_width(ui, label)), label, {},
               office::command(office::AttachView{code}));
  row.cut_right(8);
  const std::string_view name = ui.word(Word::office_view_code);
  view::text_field(
      ui, "view code", row, name, code, {Icon::table, name, false, false, true, {}},
      [](std::string text) { return office::command(office::TypeViewCode{std::move(text)}); });
  column.gap(8);
}

void attachments(const Desk& desk, Column& column) {
  Ui& ui = desk.ui;
  const office::Draft& draft = draft_of(desk);
  column.gap(panel_gap);
  field_label(desk, "attachments", column, ui.word(Word::office_attachments));
  for (std::size_t i = 0; i < draft.views.size(); ++i)
    view_row(desk, column, draft.views[i], i);
  for (std::size_t i = 0; i < draft.uploads.size(); ++i)
    upload_row(desk, column, draft.uploads[i], i);
  if (desk.office.ticket.is_attaching) code_line(desk, column);
  Rect row = column.cut(ui.control_height());
  const auto add = [&](std::string_view id, Word word, Icon icon, app::Command command) {
    const std::string_view label = ui.word(word);
    const view::ButtonLook look{view::ButtonKind::plain, icon, {}, true};
    const float wide = view::button_width(ui, label, look);
    if (wide > row.w) {
      column.gap(8);
      row = column.cut(ui.control_height());
    }
    view::button(ui, id, row.cut_left(wide).centred_y(ui.is_touch() ? 44 : 30), label, look,
                 std::move(command));
    row.cut_left(8);
  };
  add("attach view", Word::office_attach_view, Icon::table,
      office::command(office::OpenAttaching{}));
  add("upload", Word::office_upload, Icon::upload, office::command(office::ChooseUpload{}));
}

void text_part(const Desk& desk, Column& column) {
  Ui& ui = desk.ui;
  const office::Draft& draft = draft_of(desk);
  column.gap(panel_gap);
  field_label(desk, "text", column, ui.word(Word::office_text));
  const bool is_mail = office::makes_mail(draft.kind);
  const std::string_view hint = ui.word(is_mail ? Word::office_text_hint : Word::office_note_hint);
  column.gap(ui.paragraph("text hint", rest_of(column), hint, {Size::note, Role::text_muted}));
  column.gap(4);
  view::text_area(ui, "text", column.cut(116), ui.word(Word::office_text), draft.text, {},
                  draft_setter("text"));
}

}  // namespace

void reply_panel(const Desk& desk, Column& column, const wire::OfficeTicket& ticket) {
  if (ticket.possible.empty()) return;
  Ui& ui = desk.ui;
  {
    Panel panel(desk, "reply", column, ui.word(Word::office_reply));
    Column& inner = panel.inner;
    const office::Draft& draft = draft_of(desk);
    field_label(desk, "outcome", inner, ui.word(Word::office_outcome));
    outcome_chips(desk, inner, ticket);
    if (office::needs_reason(draft)) notice_fields(desk, inner, ticket);
    if (draft.kind == EventKind::closed) close_fields(desk, inner, ticket);
    if (draft.kind == EventKind::redirected) {
      inner.gap(panel_gap);
      field_label(desk, "owner", inner, ui.word(Word::office_owner));
      view::text_field(ui, "owner", inner.cut(ui.control_height()), ui.word(Word::office_owner),
                       draft.owner, {{}, ui.word(Word::office_owner_hint), false, false, true, {}},
                       draft_setter("owner"));
    }
    if (draft.kind != EventKind::reopened) text_part(desk, inner);
    if (draft.kind == EventKind::data_sent || draft.kind == EventKind::message_written)
      attachments(desk, inner);
    field_finding(desk, "reply", inner, desk.office.ticket.failure);
  }
  column.gap(panel_gap);
}

// --- Preview ---

namespace {

void preview_line(const Desk& desk, Column& column, std::string_view id, Word label,
                  const std::string& value) {
  Ui& ui = desk.ui;
  const float lines = ui.paint.paragraph_height(value, {Size::body}, column.w - 80);
  Rect row = column.cut(std::max(lines, ui.line(Size::body)));
  ui.text(std::string(id) + " label", {row.x, row.y, 80, ui.line(Size::body)}, ui.word(label),
          {Size::body, Role::text_muted});
  row.cut_left(80);
  ui.paragraph(id, row, value, {Size::body, Role::text});
  column.gap(6);
}

/// Paper: what stands on it keeps its lines.
void paper(const Desk& desk, Column& column, const std::string& text) {
  Ui& ui = desk.ui;
  const float room = column.w - 64;
  const float lines = ui.paint.paragraph_height(text, {Size::body}, room);
  const Rect ground = column.cut(lines + 64);
  ui.paint.fill(ground, Role::surface_sunken, view::tokens::radius::panel);
  const Rect sheet = ground.inset(16);
  view::panel(ui, sheet);
  ui.paragraph("body", {sheet.x + 16, sheet.y + 16, room, lines}, text, {Size::body, Role::text});
}

void mail_preview(const Desk& desk, Column& column, const wire::OfficePreview& preview) {
  preview_line(desk, column, "to", Word::office_recipient, preview.recipient);
  preview_line(desk, column, "subject", Word::office_subject, preview.subject);
  std::string files;
  for (const desk::Attachment& file : preview.attachments)
    files += (files.empty() ? "" : ", ") + file.name;
  if (!files.empty()) preview_line(desk, column, "files", Word::office_attachment, files);
  paper(desk, column, preview.body);
}

}  // namespace

void preview_panel(const Desk& desk, Column& column, const wire::OfficeTicket& ticket) {
  if (ticket.possible.empty()) return;
  Ui& ui = desk.ui;
  const office::TicketView& view = desk.office.ticket;
  {
    Panel panel(desk, "preview", column, ui.word(Word::office_preview));
    const bool has_letter = view.preview && !view.preview->letter.empty();
    if (has_letter) {
      const std::vector<view::Segment> sides{
          {"mail", ui.word(Word::office_preview_mail), !view.shows_letter,
           office::command(office::ShowLetter{false})},
          {"letter", ui.word(Word::office_letter), view.shows_letter,
           office::command(office::ShowLetter{true})}};
      view::segments(
          ui, "sides",
          panel.head.cut_right(view::segments_width(ui, sides)).centred_y(ui.is_touch() ? 44 : 30),
          ui.word(Word::office_preview), sides);
    }
    const auto say = [&](std::string_view sentence, Role ink) {
      panel.inner.gap(ui.paragraph("says", rest_of(panel.inner), sentence, {Size::body, ink}, 0,
                                   NodeRole::status));
    };
    const auto refusal = office::refusal_of(view.draft, ticket);
    if (!office::makes_mail(view.draft.kind))
      say(ui.word(Word::office_preview_no_mail), Role::text_muted);
    else if (refusal)
      say(ui.word(*refusal), Role::text_muted);
    else if (!view.preview_failure.empty())
      say(view.preview_failure, Role::danger);
    else if (!view.preview)
      say(ui.word(Word::office_preview_wait), Role::text_muted);
    else if (has_letter && view.shows_letter)
      paper(desk, panel.inner, view.preview->letter);
    else
      mail_preview(desk, panel.inner, *view.preview);
  }
  column.gap(panel_gap);
}

}  // namespace office_view
