#include "service/office_desk.h"

#include <algorithm>

#include "base/words.h"
#include "desk/clocks.h"
#include "desk/suggestion.h"
#include "desk/timeline.h"
#include "service/office_rows.h"
#include "service/ticket_record.h"
#include "store/accounts.h"
#include "store/outbox.h"
#include "store/tickets.h"

namespace service {
namespace {

using base::ErrorCode;
using base::Instant;
using base::Language;
using desk::Action;
using store::Transaction;

std::string_view mail_state_text(store::MailState state) {
  switch (state) {
    case store::MailState::waiting:
      return "waiting";
    case store::MailState::leased:
      return "leased";
    case store::MailState::handed_over:
      return "handed_over";
    case store::MailState::dead:
      return "dead";
    case store::MailState::erased:
      break;
  }
  return "erased";
}

/// The steps that a request goes through; the answer is a notice where that was sent.
std::vector<wire::OfficeStep> steps_of(const desk::Ticket& ticket,
                                       const desk::DeskSettings& settings) {
  const auto is_done = [&](desk::SopStep step) {
    return std::any_of(ticket.steps.begin(), ticket.steps.end(),
                       [step](const desk::StepSpan& span) { return span.step == step; });
  };
  const desk::SopStep last =
      is_done(desk::SopStep::notice) ? desk::SopStep::notice : desk::SopStep::answer;
  std::vector<wire::OfficeStep> steps;
  for (const desk::SopStep step : {desk::SopStep::search, desk::SopStep::save, last})
    steps.push_back({step, settings.standard(step).label, is_done(step), ticket.step == step});
  return steps;
}

std::vector<desk::EventKind> possible_for(const desk::Ticket& ticket, desk::Role role) {
  std::vector<desk::EventKind> possible;
  if (ticket.is_erased) return possible;
  for (int place = 0; place < desk::event_kinds_count; ++place) {
    const auto kind = static_cast<desk::EventKind>(place);
    const auto action = desk::action_of(kind, desk::Actor::officer);
    if (action && desk::may(role, *action) && !desk::refusal_in_status(ticket.status, kind))
      possible.push_back(kind);
  }
  return possible;
}

std::vector<wire::OfficeOffer> offers_near(const DeskData& data, const std::string& text,
                                           Language language) {
  constexpr std::size_t offers_max = 4;
  std::vector<wire::OfficeOffer> offers;
  for (const desk::Suggestion& near :
       desk::suggestions_for_text(data.search, text, language, offers_max)) {
    const stats::SearchDocument& document = data.search.documents()[near.document];
    wire::OfficeOffer offer{document.code, document.title, true, ""};
    const auto& missing = data.catalogue.not_available;
    const auto found = std::find_if(missing.begin(), missing.end(),
                                    [&](const auto& entry) { return entry.code == document.code; });
    if (found != missing.end()) {
      offer.is_available = false;
      offer.reason = found->reason_code;
    }
    offers.push_back(std::move(offer));
  }
  return offers;
}

}  // namespace

OfficeDesk::OfficeDesk(store::Database& database, const DeskData& data)
    : database_(database), data_(data) {}

wire::OfficeFailure office_forbidden() {
  return {"forbidden",
          {"Peran Anda tidak mengizinkan tindakan ini.", "Your role does not allow this."},
          "",
          {}};
}

int status_of_failure(const wire::OfficeFailure& failure) {
  const std::pair<std::string_view, int> statuses[] = {
      {"not_found", 404}, {"forbidden", 403}, {"step_up", 403},   {"conflict", 409},
      {"too_large", 413}, {"invalid", 422},   {"signed_out", 401}};
  for (const auto& [code, status] : statuses)
    if (failure.code == code) return status;
  return 503;
}

wire::OfficeFailure office_failure(const base::Error& error) {
  const std::string code(base::text_from_error_code(error.code));
  switch (error.code) {
    case ErrorCode::not_found:
      return {
          code, {"Tidak ditemukan. Muat ulang daftar.", "Not found. Load the list again."}, "", {}};
    case ErrorCode::conflict:
      return {code,
              {"Petugas lain lebih dulu mengubah tiket ini. Muat ulang, lalu ulangi.",
               "Another officer changed this ticket first. Load it again and repeat."},
              "",
              {}};
    case ErrorCode::too_large:
      return {code,
              {"Berkas terlalu besar: paling banyak 20 MB, dan 100 MB untuk satu tiket.",
               "The file is too large: 20 MB at most, and 100 MB for one ticket."},
              "",
              {}};
    case ErrorCode::unavailable:
      return {code,
              {"Server sedang tidak dapat menyimpan. Coba lagi sebentar.",
               "The server cannot store this now. Try again in a moment."},
              "",
              {}};
    default:
      return {code, {error.message, error.message}, "", {}};
  }
}

base::Result<wire::OfficeTicket> office_ticket_of(Transaction& transaction, const DeskData& data,
                                                  const Record& record, const OfficeCaller& caller,
                                                  Instant now) {
  wire::OfficeTicket ticket;
  ticket.as_of = now;
  ticket.row = row_of(record, data, now, true);
  ticket.row.institution = record.requester.institution;
  ticket.facts = record.ticket.facts;
  ticket.text = record.events.front().text;
  if (const stats::TableCard* card = data.catalogue.find_table(ticket.facts.table))
    ticket.table_title = card->title;
  ticket.steps = steps_of(record.ticket, data.settings);
  ticket.offers = offers_near(data, ticket.text, caller.language);
  ticket.timeline = desk::timeline_for_office(record.events, data.settings, caller.language);
  ticket.possible = possible_for(record.ticket, caller.role);
  ticket.has_address = !record.requester.email.empty();
  ticket.is_erased = record.ticket.is_erased;
  const auto mails = store::mails_of_ticket(transaction, record.stored.id);
  if (!mails) return tl::unexpected(mails.error());
  for (const store::Mail& mail : *mails)
    ticket.mails.push_back({mail.id, mail.content.kind, std::string(mail_state_text(mail.state)),
                            instant_from_store(mail.queued_at), mail.last_error});
  return ticket;
}

OfficeResult<wire::OfficeSession> OfficeDesk::session(const OfficeCaller& caller) {
  const auto accounts =
      database_.read([](Transaction& transaction) { return store::list_accounts(transaction); });
  if (!accounts) return tl::unexpected(office_failure(accounts.error()));
  wire::OfficeSession session;
  session.officer = {caller.login, caller.name};
  session.role = caller.role;
  session.post = data_.settings.posts[static_cast<std::size_t>(caller.role)];
  for (int place = 0; place < desk::actions_count; ++place) {
    const auto action = static_cast<Action>(place);
    if (desk::may(caller.role, action)) session.actions.push_back(action);
  }
  for (const store::Account& account : *accounts) {
    const auto role = desk::role_from_text(account.known_as.role);
    if (!account.is_disabled && role && desk::may(*role, Action::write_message))
      session.officers.push_back({account.known_as.login, account.known_as.name});
  }
  session.classifications = data_.classifications;
  session.zone = data_.calendar.zone;
  return session;
}

OfficeResult<wire::OfficeTicket> OfficeDesk::ticket(const std::string& number,
                                                    const OfficeCaller& caller, Instant now) {
  if (!desk::may(caller.role, Action::read_ticket)) return tl::unexpected(office_forbidden());
  auto ticket = database_.write([&](Transaction& transaction) -> base::Result<wire::OfficeTicket> {
    const auto record = record_by_number(transaction, number, {caller.login, "ticket"}, now);
    if (!record) return tl::unexpected(record.error());
    return office_ticket_of(transaction, data_, *record, caller, now);
  });
  if (!ticket) return tl::unexpected(office_failure(ticket.error()));
  return *std::move(ticket);
}

OfficeResult<wire::OfficeContact> OfficeDesk::contact(const std::string& number,
                                                      const OfficeCaller& caller, Instant now) {
  if (!desk::may(caller.role, Action::read_contact)) return tl::unexpected(office_forbidden());
  const auto record = database_.write([&](Transaction& transaction) {
    return record_by_number(transaction, number, {caller.login, "contact"}, now);
  });
  if (!record) return tl::unexpected(office_failure(record.error()));
  return wire::OfficeContact{record->requester};
}

OfficeResult<wire::OfficeUpload> OfficeDesk::upload(const std::string& number,
                                                    const store::NewAttachment& file,
                                                    const OfficeCaller& caller, Instant now) {
  if (!desk::may(caller.role, Action::send_data)) return tl::unexpected(office_forbidden());
  const auto added =
      database_.write([&](Transaction& transaction) -> base::Result<store::AttachmentInfo> {
        const auto stored = store::find_ticket(transaction, number);
        if (!stored) return tl::unexpected(stored.error());
        return store::add_attachment(transaction, stored->id, file, office_file_limits,
                                     store_time(now));
      });
  if (!added) return tl::unexpected(office_failure(added.error()));
  return wire::OfficeUpload{{added->name, added->mime_type, added->sha256,
                             static_cast<std::uint64_t>(added->bytes_count)}};
}

OfficeResult<store::Attachment> OfficeDesk::file(const std::string& number,
                                                 const std::string& sha256,
                                                 const OfficeCaller& caller) {
  if (!desk::may(caller.role, Action::read_ticket)) return tl::unexpected(office_forbidden());
  auto file = database_.read([&](Transaction& transaction) -> base::Result<store::Attachment> {
    const auto stored = store::find_ticket(transaction, number);
    if (!stored) return tl::unexpected(stored.error());
    return store::read_attachment(transaction, stored->id, sha256);
  });
  if (!file) return tl::unexpected(office_failure(file.error()));
  return *std::move(file);
}

OfficeResult<wire::OfficeTicket> OfficeDesk::send_mail_again(std::int64_t mail,
                                                             const OfficeCaller& caller,
                                                             Instant now) {
  if (!desk::may(caller.role, Action::retry_mail)) return tl::unexpected(office_forbidden());
  auto ticket = database_.write([&](Transaction& transaction) -> base::Result<wire::OfficeTicket> {
    if (auto sent = store::send_mail_again(transaction, mail, store_time(now)); !sent)
      return tl::unexpected(sent.error());
    const auto again = store::find_mail(transaction, mail);
    if (!again) return tl::unexpected(again.error());
    const auto stored = store::find_ticket_by_id(transaction, again->content.ticket_id.value_or(0));
    if (!stored) return tl::unexpected(stored.error());
    const auto record = record_without_person(transaction, *stored);
    if (!record) return tl::unexpected(record.error());
    return office_ticket_of(transaction, data_, *record, caller, now);
  });
  if (!ticket) return tl::unexpected(office_failure(ticket.error()));
  return *std::move(ticket);
}

}  // namespace service
