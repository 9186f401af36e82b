// Requests that came by telephone, letter, chat or in person: an officer writes them down.
#include "base/digest.h"
#include "service/office_desk.h"
#include "service/office_rows.h"
#include "service/request_desk.h"
#include "service/ticket_link.h"

namespace service {
namespace {

wire::OfficeFailure failure_from_findings(const std::vector<desk::Finding>& findings) {
  wire::OfficeFailure failure{
      "invalid", {"Periksa isian yang ditandai.", "Check the fields that are marked."}, "", {}};
  for (const desk::Finding& finding : findings)
    failure.findings.push_back(
        {finding.field, {finding.text(base::Language::id), finding.text(base::Language::en)}});
  return failure;
}

/// Opened by the officer; the promise counts from `now`.
NewRecord entered_record(const desk::Request& request, const OfficeCaller& caller,
                         const DeskData& data, base::Instant now) {
  NewRecord record;
  record.request = request;
  record.opened.at = now;
  record.opened.actor = desk::Actor::officer;
  record.opened.account = caller.login;
  record.opened.text = request.text;
  record.opened.body = desk::Opened{request.facts, promised_day(data, now)};
  record.request_key_sha256 = base::sha256_hex("request " + request.key);
  record.link_sha256 = base::sha256_hex(link_key(request.key));
  if (const stats::TableCard* card = data.catalogue.find_table(request.facts.table))
    record.title = card->title.id;
  return record;
}

}  // namespace

OfficeResult<wire::OfficeTicket> OfficeDesk::enter(const std::vector<desk::FormField>& fields,
                                                   const OfficeCaller& caller, base::Instant now) {
  if (!desk::may(caller.role, desk::Action::enter_request))
    return tl::unexpected(office_forbidden());
  const auto request =
      desk::check_request(fields, data_.classifications, desk::RequestForm::of_office);
  if (!request) return tl::unexpected(failure_from_findings(request.error()));
  const std::string link = ticket_address(data_, request->facts.language, link_key(request->key));
  auto ticket =
      database_.write([&](store::Transaction& transaction) -> base::Result<wire::OfficeTicket> {
        const auto opened =
            open_record(transaction, data_, entered_record(*request, caller, data_, now), link);
        if (!opened) return tl::unexpected(opened.error());
        const auto record =
            record_by_number(transaction, opened->ticket.number, {caller.login, "ticket"}, now);
        if (!record) return tl::unexpected(record.error());
        return office_ticket_of(transaction, data_, *record, caller, now);
      });
  if (!ticket) return tl::unexpected(office_failure(ticket.error()));
  return *std::move(ticket);
}

}  // namespace service
