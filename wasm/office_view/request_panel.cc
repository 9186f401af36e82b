// What is wanted, by whom, and what comes near; then everything that has happened to the ticket.
#include <algorithm>

#include "office_view/screens.h"

namespace office_view {
namespace {

/// "Pemerintah daerah · Pemanfaatan: perencanaan".
std::string facts_text(const Desk& desk, const wire::OfficeTicket& ticket) {
  const wire::OfficeSession* session = desk.session();
  if (!session) return {};
  std::string text;
  const auto add = [&](const std::string& part) {
    if (!part.empty()) text += (text.empty() ? "" : "  ·  ") + part;
  };
  const desk::Classifications& lists = session->classifications;
  add(ticket.row.institution);
  if (!ticket.facts.institution_category.empty())
    add(office::label_of(lists.institution_category, ticket.facts.institution_category,
                         desk.language()));
  if (!ticket.facts.purpose.empty())
    add(desk.ui.word(Word::office_purpose_of,
                     {office::label_of(lists.purpose, ticket.facts.purpose, desk.language())}));
  add(ticket.table_title.in(desk.language()));
  add(ticket.facts.period);
  return text;
}

void contact_line(const Desk& desk, Column& column, std::string_view id, Word label,
                  const std::string& value) {
  if (value.empty()) return;
  Ui& ui = desk.ui;
  Rect row = column.cut(ui.line(Size::body));
  ui.paint.text(row.cut_left(100), ui.word(label), {Size::note, Role::text_muted});
  ui.paint.text(row, value, {Size::body, Role::text});
  Node node;
  node.name = std::string(ui.word(label)) + ": " + value;
  node.rect = {column.x, row.y, column.w, row.h};
  ui.record(id, std::move(node));
}

/// Hidden until it is asked for: each look is logged.
void contact(const Desk& desk, Column& column) {
  Ui& ui = desk.ui;
  const auto& shown = desk.office.ticket.contact;
  if (!shown) {
    if (!office::may(desk.office, desk::Action::read_contact)) return;
    const std::string_view label = ui.word(Word::office_show_contact);
    const view::ButtonLook look{view::ButtonKind::quiet, Icon::eye, {}, true};
    Rect row = column.cut(ui.is_touch() ? 44 : 30);
    row.x -= 6;
    view::button(ui, "show contact", row.cut_left(view::button_width(ui, label, look)), label, look,
                 office::command(office::ShowContact{}));
    return;
  }
  column.gap(8);
  const bool is_empty = shown->name.empty() && shown->email.empty() && shown->phone.empty();
  const auto group = ui.group("contact", NodeRole::group, ui.word(Word::office_show_contact),
                              {column.x, column.y, column.w, 90});
  if (is_empty)
    column.gap(ui.paragraph("none", rest_of(column), ui.word(Word::office_contact_none),
                            {Size::note, Role::text_muted}));
  contact_line(desk, column, "name", Word::office_contact_name, shown->name);
  contact_line(desk, column, "email", Word::office_contact_email, shown->email);
  contact_line(desk, column, "phone", Word::office_contact_phone, shown->phone);
}

void offer_row(const Desk& desk, Column& column, const wire::OfficeOffer& offer, int number) {
  Ui& ui = desk.ui;
  const auto group = ui.group("offer" + std::to_string(number), NodeRole::group, offer.code,
                              {column.x, column.y, column.w, 40});
  Rect row = column.cut(ui.is_touch() ? 52 : 44);
  if (offer.is_available && office::may(desk.office, desk::Action::send_data)) {
    const std::string_view label = ui.word(Word::office_offer_attach);
    const view::ButtonLook look{view::ButtonKind::plain, Icon::attach, {}, true};
    view::button(
        ui, "attach",
        row.cut_right(view::button_width(ui, label, look)).centred_y(ui.is_touch() ? 44 : 30),
        label, look, office::command(office::AttachView{offer.code}));
    row.cut_right(12);
  }
  const Rect icon = row.cut_left(28);
  ui.paint.icon(offer.is_available ? Icon::table : Icon::box_empty, icon.x + 10, icon.middle_y(),
                20, Role::text_muted);
  Rect text = row.centred_y(ui.line(Size::body) + ui.line(Size::note));
  const std::string note =
      offer.is_available || !desk.session()
          ? offer.code
          : ui.word(Word::office_offer_unavailable,
                    {office::label_of(desk.session()->classifications.unavailable_reason,
                                      offer.reason, desk.language())});
  ui.text("title", text.cut_top(ui.line(Size::body)), offer.title.in(desk.language()),
          {Size::body, Role::text});
  ui.text("note", text, note, {Size::note, Role::text_muted});
}

}  // namespace

void request_panel(const Desk& desk, Column& column, const wire::OfficeTicket& ticket) {
  Ui& ui = desk.ui;
  {
    std::string note = short_time(desk, ticket.row.opened_at);
    if (desk.session())
      note += " · " + office::label_of(desk.session()->classifications.channel, ticket.row.channel,
                                       desk.language());
    Panel panel(desk, "request", column, ui.word(Word::queue_request), note);
    Column& inner = panel.inner;
    const bool is_erased = ticket.text.empty();
    const std::string text =
        is_erased ? std::string(ui.word(Word::office_text_erased)) : ticket.text;
    inner.gap(ui.paragraph("wanted", rest_of(inner), text,
                           {Size::body, is_erased ? Role::text_muted : Role::text}));
    inner.gap(8);
    inner.gap(ui.paragraph("facts", rest_of(inner), facts_text(desk, ticket),
                           {Size::note, Role::text_muted}));
    if (!ticket.is_erased) contact(desk, inner);
    if (!ticket.offers.empty()) {
      inner.gap(12);
      field_label(desk, "offers", inner, ui.word(Word::office_offers));
      int number = 0;
      for (const wire::OfficeOffer& offer : ticket.offers)
        offer_row(desk, inner, offer, number++);
    }
  }
  column.gap(panel_gap);
}

// --- History ---

namespace {

void attachments(const Desk& desk, Column& column, const desk::TimelineEntry& entry) {
  Ui& ui = desk.ui;
  int number = 0;
  for (const desk::Attachment& file : entry.attachments) {
    Rect row = column.cut(ui.is_touch() ? 44 : 26);
    const Rect icon = row.cut_left(22);
    ui.paint.icon(Icon::attach, icon.x + 8, icon.middle_y(), 16, Role::text_muted);
    const view::ButtonLook look{view::ButtonKind::quiet, {}, {}, true};
    view::button(ui, "file" + std::to_string(number++),
                 row.cut_left(std::min(row.w, view::button_width(ui, file.name, look))), file.name,
                 look, office::command(office::DownloadFile{file.sha256, file.name}));
  }
}

void entry(const Desk& desk, Column& column, const desk::TimelineEntry& each, int number) {
  Ui& ui = desk.ui;
  const auto group = ui.group("entry" + std::to_string(number), NodeRole::listitem, each.title,
                              {column.x, column.y, column.w, 40});
  std::string when = short_time(desk, each.at);
  if (!each.account.empty()) when += " · " + office::officer_name(desk.office, each.account);
  Rect row = column.cut(ui.line(Size::note) + 2);
  const view::TextStyle muted{Size::note, Role::text_muted, Face::regular, Align::right};
  ui.text("when", row.cut_right(std::min(row.w / 2, ui.paint.width(when, muted) + 1)), when, muted);
  row.cut_right(8);
  ui.text("title", row, each.title, {Size::note, Role::text, Face::semibold});
  if (!each.text.empty()) {
    column.gap(4);
    const bool is_note = each.kind == desk::EventKind::note_written;
    const bool is_ours = each.side == desk::TimelineEntry::Side::office;
    const Role ground = is_note   ? Role::warning_soft
                        : is_ours ? Role::primary_soft
                                  : Role::surface_sunken;
    const Role ink = is_note ? Role::on_warning_soft : is_ours ? Role::on_primary_soft : Role::text;
    const float room = column.w - 24;
    const float lines = ui.paint.paragraph_height(each.text, {Size::body, ink}, room);
    const Rect bubble = column.cut(lines + 20);
    ui.paint.fill(bubble, ground, view::tokens::radius::panel);
    ui.paragraph("text", {bubble.x + 12, bubble.y + 10, room, lines}, each.text, {Size::body, ink});
  }
  attachments(desk, column, each);
  column.gap(12);
}

Word mail_state(const std::string& state) {
  if (state == "handed_over") return Word::office_mail_handed_over;
  if (state == "dead") return Word::office_mail_dead;
  if (state == "erased") return Word::office_mail_erased;
  return state == "leased" ? Word::office_mail_leased : Word::office_mail_waiting;
}

void mail_row(const Desk& desk, Column& column, const wire::OfficeMail& mail) {
  Ui& ui = desk.ui;
  const bool is_dead = mail.state == "dead";
  const auto group = ui.group("mail" + std::to_string(mail.id), NodeRole::listitem, mail.kind,
                              {column.x, column.y, column.w, 30});
  Rect row = column.cut(ui.is_touch() && is_dead ? 44 : 30);
  const Rect icon = row.cut_left(22);
  ui.paint.icon(is_dead ? Icon::error : Icon::mail, icon.x + 8, icon.middle_y(), 16,
                is_dead ? Role::danger : Role::text_muted);
  if (is_dead && office::may(desk.office, desk::Action::retry_mail)) {
    const std::string_view label = ui.word(Word::office_mail_again);
    const view::ButtonLook look{view::ButtonKind::plain, Icon::refresh, {}, true};
    view::button(ui, "again", row.cut_right(view::button_width(ui, label, look)), label, look,
                 office::command(office::RetryMail{mail.id}));
    row.cut_right(8);
  }
  std::string text =
      short_time(desk, mail.queued_at) + " · " + std::string(ui.word(mail_state(mail.state)));
  if (is_dead && !mail.last_error.empty()) text += ": " + mail.last_error;
  ui.text("state", row, text, {Size::note, is_dead ? Role::danger : Role::text_muted});
}

}  // namespace

void history_panel(const Desk& desk, Column& column, const wire::OfficeTicket& ticket) {
  Ui& ui = desk.ui;
  {
    Panel panel(desk, "history", column, ui.word(Word::office_history));
    {
      const auto events = ui.group("events", NodeRole::list, ui.word(Word::office_history),
                                   {column.x, column.y, column.w, 1});
      int number = 0;
      for (const desk::TimelineEntry& each : ticket.timeline)
        entry(desk, panel.inner, each, number++);
    }
    if (!ticket.mails.empty()) {
      field_label(desk, "mails", panel.inner, ui.word(Word::office_mails));
      const auto mails = ui.group("mails", NodeRole::list, ui.word(Word::office_mails),
                                  {column.x, column.y, column.w, 1});
      for (const wire::OfficeMail& mail : ticket.mails)
        mail_row(desk, panel.inner, mail);
    }
  }
  column.gap(panel_gap);
}

}  // namespace office_view
