// A request that came by telephone, letter, chat or in person is written down, in one column.
#include <algorithm>

#include "office_view/screens.h"
#include "view/screens.h"
#include "view/widget/scroll_area.h"

namespace office_view {
namespace {

std::string entered(const Desk& desk, const std::string& field) {
  const auto found = desk.office.entry.find(field);
  return found == desk.office.entry.end() ? std::string() : found->second;
}

std::string finding_of(const Desk& desk, const std::string& field) {
  const auto found = desk.office.entry_findings.find(field);
  return found == desk.office.entry_findings.end() ? std::string() : found->second;
}

constexpr float field_gap = 16;

std::function<app::Command(std::string)> entry_setter(const std::string& field) {
  return [field](std::string value) {
    return office::command(office::SetEntry{field, std::move(value)});
  };
}

void text_line(const Desk& desk, Column& column, const std::string& field, std::string_view label) {
  field_label(desk, field, column, label);
  view::text_field(desk.ui, field, column.cut(desk.ui.control_height()), label,
                   entered(desk, field), {{}, {}, false, false, true, {}}, entry_setter(field));
  field_finding(desk, field, column, finding_of(desk, field));
  column.gap(field_gap);
}

void choice_line(const Desk& desk, Column& column, const std::string& field,
                 const desk::Classification& list) {
  const std::string label = list.label.in(desk.language());
  field_label(desk, field, column, label);
  Choices choices = choices_of(desk, list);
  // The site's form brings its own.
  if (field == "channel")
    std::erase_if(choices,
                  [](const auto& choice) { return choice.first == desk::channel_web_form; });
  choice_field(desk, column.cut(desk.ui.control_height()),
               {field, label, desk.ui.word(Word::office_entry_choose), entered(desk, field)},
               choices, entry_setter(field));
  field_finding(desk, field, column, finding_of(desk, field));
  column.gap(field_gap);
}

void consent_line(const Desk& desk, Column& column) {
  const bool is_on = entered(desk, "consent") == "yes";
  view::CheckLook look;
  look.ticked = is_on ? Tri::yes : Tri::no;
  look.size = Size::body;
  view::check_row(desk.ui, "consent", column.cut(desk.ui.is_touch() ? 48 : 36),
                  desk.ui.word(Word::office_entry_consent), look,
                  office::command(office::SetEntry{"consent", is_on ? "" : "yes"}));
  field_finding(desk, "consent", column, finding_of(desk, "consent"));
  column.gap(field_gap);
}

void form(const Desk& desk, Column& column, const wire::OfficeSession& session) {
  Ui& ui = desk.ui;
  Panel panel(desk, "form", column, ui.word(Word::office_enter));
  Column& inner = panel.inner;
  const desk::Classifications& lists = session.classifications;
  choice_line(desk, inner, "channel", lists.channel);
  field_label(desk, "text", inner, ui.word(Word::office_entry_wanted));
  view::text_area(ui, "text", inner.cut(116), ui.word(Word::office_entry_wanted),
                  entered(desk, "text"), {}, entry_setter("text"));
  field_finding(desk, "text", inner, finding_of(desk, "text"));
  inner.gap(field_gap);
  choice_line(desk, inner, "institution_category", lists.institution_category);
  text_line(desk, inner, "institution", ui.word(Word::office_entry_institution));
  choice_line(desk, inner, "purpose", lists.purpose);
  text_line(desk, inner, "name", ui.word(Word::office_contact_name));
  text_line(desk, inner, "email", ui.word(Word::office_contact_email));
  text_line(desk, inner, "phone", ui.word(Word::office_contact_phone));
  consent_line(desk, inner);
  view::ButtonLook look{view::ButtonKind::primary, Icon::check};
  const std::string_view sending = ui.word(Word::office_sending);
  if (desk.office.is_entry_sending) look.disabled_reason = sending;
  const std::string_view label =
      desk.office.is_entry_sending ? sending : ui.word(Word::office_entry_save);
  Rect row = inner.cut(ui.control_height());
  view::button(ui, "save", row.cut_left(view::button_width(ui, label, look)), label, look,
               office::command(office::SendEntry{}));
}

}  // namespace

void entry_screen(const Desk& desk, const Rect& body) {
  Ui& ui = desk.ui;
  const auto group = ui.group("entry", NodeRole::main, ui.word(Word::office_enter), body);
  Rect rest = body;
  view::offline_band(ui, rest);
  if (const auto* failed = std::get_if<app::Failed>(&desk.office.session)) {
    view::failed_panel(ui, rest, *failed, Word::office_failed_queue);
    return;
  }
  const wire::OfficeSession* session = desk.session();
  if (!session) return;
  view::ScrollArea area(ui, "entry", rest, remembered_height(desk, "entry", rest.h));
  const float margin = ui.is_phone() ? 16 : 24;
  Column column{rest.x + margin, area.top() + 20,
                std::min(view::tokens::extent::form_max, area.width() - 2 * margin)};
  ui.heading("title", column.cut(ui.line(Size::title)), ui.word(Word::office_enter), 1,
             {Size::title, Role::text, Face::semibold});
  column.gap(ui.paragraph("hint", rest_of(column), ui.word(Word::office_entry_hint),
                          {Size::body, Role::text_muted}));
  column.gap(field_gap);
  form(desk, column, *session);
  remember_height(desk, "entry", column.y + 24 - area.top());
}

}  // namespace office_view
