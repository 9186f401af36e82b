// What officers make happen: the event, the mail that tells of it, and the end of the ticket, all
// in one transaction.
#include <algorithm>
#include <utility>

#include "base/digest.h"
#include "base/json_writer.h"
#include "base/words.h"
#include "service/office_desk.h"
#include "service/office_files.h"
#include "service/office_reply.h"
#include "service/office_rows.h"
#include "service/ticket_link.h"
#include "store/numbers.h"
#include "store/outbox.h"

namespace service {
namespace {

using base::ErrorCode;
using base::Instant;
using desk::EventKind;
using store::Transaction;

wire::OfficeFailure wrong(std::string field, base::Text message) {
  return {"invalid", std::move(message), std::move(field), {}};
}

/// What is wrong with the members of an act, before anything is looked up.
std::optional<wire::OfficeFailure> problem_of(const wire::OfficeAct& act, const DeskData& data) {
  for (const wire::ViewToSend& view : act.views) {
    if (!data.catalogue.find_table(view.table))
      return wrong("views", {"Pilih tabel yang sudah terbit.", "Choose a published table."});
    if (!view.query.empty() ||
        std::count(view.files.begin(), view.files.end(), wire::ViewFile::pdf))
      return wrong("views", {"Server mengirim tabel utuh sebagai Excel dan CSV. Untuk pilihan "
                             "sendiri, simpan dari penampil lalu unggah.",
                             "The server sends whole tables as Excel and CSV. For a view of your "
                             "own, save it in the viewer and upload it."});
  }
  const bool is_partly = act.outcome == desk::Outcome::partly_answered;
  const bool needs_reason =
      act.kind == EventKind::notice_sent || (act.kind == EventKind::data_sent && is_partly);
  if (needs_reason && !data.classifications.unavailable_reason.find(act.reason))
    return wrong("reason", {"Pilih alasan.", "Choose a reason."});
  if (!act.substitute.empty() && !data.catalogue.find_table(act.substitute))
    return wrong("substitute", {"Tabel pengganti tidak ada.", "There is no such table."});
  if (act.kind == EventKind::redirected && act.owner.empty())
    return wrong("owner", {"Isi lembaga pemilik data.", "Say who holds the data."});
  if (act.kind == EventKind::step_done && !act.step)
    return wrong("step", {"Sebutkan langkah yang selesai.", "Say which step is done."});
  if (act.kind == EventKind::closed && !act.outcome)
    return wrong("outcome", {"Pilih hasil akhir.", "Choose an outcome."});
  if (act.kind == EventKind::closed && act.outcome == desk::Outcome::on_website &&
      act.substitute.empty())
    return wrong("substitute", {"Pilih tabel yang menjawab.", "Choose the table that answers."});
  if (act.kind == EventKind::data_sent && act.outcome && !is_partly &&
      act.outcome != desk::Outcome::answered)
    return wrong("outcome", {"Hasil pengiriman data: terjawab atau sebagian.",
                             "Sending data answers in full or in part."});
  return std::nullopt;
}

desk::EventBody body_of(const wire::OfficeAct& act, const std::string& letter_number) {
  switch (act.kind) {
    case EventKind::assigned:
      return desk::Assigned{act.officer};
    case EventKind::step_done:
      return desk::StepDone{act.step.value_or(desk::SopStep::search)};
    case EventKind::asked_requester:
      return desk::AskedRequester{};
    case EventKind::message_written:
      return desk::MessageWritten{};
    case EventKind::notice_sent:
      return desk::NoticeSent{letter_number, act.reason, act.substitute};
    case EventKind::data_sent:
      return desk::DataSent{""};
    case EventKind::redirected:
      return desk::Redirected{act.owner};
    case EventKind::closed:
      return desk::Closed{act.outcome.value_or(desk::Outcome::answered)};
    case EventKind::reopened:
      return desk::Reopened{};
    case EventKind::erased:
      return desk::Erased{};
    default:
      return desk::NoteWritten{};
  }
}

/// With which outcome an answer closes its ticket; nothing for what answers nothing.
std::optional<desk::Outcome> outcome_after(const wire::OfficeAct& act) {
  if (!act.closes) return std::nullopt;
  if (act.kind == EventKind::notice_sent) return desk::Outcome::not_held;
  if (act.kind == EventKind::redirected) return desk::Outcome::redirected;
  if (act.kind == EventKind::data_sent) return act.outcome.value_or(desk::Outcome::answered);
  return std::nullopt;
}

bool is_an_officers(EventKind kind) {
  return desk::action_of(kind, desk::Actor::officer) && kind != EventKind::opened &&
         kind != EventKind::corrected;
}

/// One act under way in a transaction.
class Doing {
 public:
  Doing(Transaction& transaction, const DeskData& data, const wire::OfficeAct& act,
        const OfficeCaller& caller, Instant now)
      : transaction_(transaction), data_(data), act_(act), caller_(caller), now_(now) {}

  /// Why it cannot be done, where the desk's rules say so.
  const std::optional<wire::OfficeFailure>& refusal() const { return refusal_; }

  base::Result<Record> run() {
    auto found = record_by_number(transaction_, act_.number, {caller_.login, "ticket"}, now_);
    if (!found) return found;
    record_ = *std::move(found);
    if (static_cast<std::uint64_t>(record_.stored.events_count) != act_.events_count)
      return base::fail(ErrorCode::conflict, "The ticket has other events than were seen.");
    desk::Event event;
    event.at = now_;
    event.actor = desk::Actor::officer;
    event.account = caller_.login;
    event.text = act_.text;
    event.body = body_of(act_, "");
    if (const auto word = desk::refusal_of(&record_.ticket, event))
      return refuse({"conflict",
                     {std::string(base::text(*word, base::Language::id)),
                      std::string(base::text(*word, base::Language::en))},
                     "",
                     {}});
    if (auto ready = attach_uploads(event); !ready) return tl::unexpected(ready.error());
    if (auto ready = attach_views(event); !ready) return tl::unexpected(ready.error());
    if (act_.kind == EventKind::notice_sent) {
      if (auto ready = attach_notice(event); !ready) return tl::unexpected(ready.error());
    }
    // Before the event: erasing and closing change what a mail could still say.
    if (auto queued = enqueue(event); !queued) return tl::unexpected(queued.error());
    if (auto done = append_and_follow(transaction_, data_, record_, event); !done)
      return tl::unexpected(done.error());
    if (const auto outcome = outcome_after(act_)) {
      desk::Event closed;
      closed.at = now_;
      closed.actor = desk::Actor::officer;
      closed.account = caller_.login;
      closed.body = desk::Closed{*outcome};
      if (auto done = append_and_follow(transaction_, data_, record_, closed); !done)
        return tl::unexpected(done.error());
    }
    if (act_.kind == EventKind::erased)
      return record_by_number(transaction_, act_.number, {caller_.login, "ticket"}, now_);
    return std::move(record_);
  }

 private:
  tl::unexpected<base::Error> refuse(wire::OfficeFailure failure) {
    refusal_ = std::move(failure);
    return base::fail(ErrorCode::conflict, refusal_->message.en);
  }

  base::Result<void> attach_uploads(desk::Event& event) {
    if (act_.uploads.empty()) return {};
    const auto files = store::attachments_of_ticket(transaction_, record_.stored.id);
    if (!files) return tl::unexpected(files.error());
    for (const std::string& sha256 : act_.uploads) {
      const auto file = std::find_if(files->begin(), files->end(),
                                     [&](const auto& each) { return each.sha256 == sha256; });
      if (file == files->end())
        return refuse(wrong("uploads", {"Lampiran belum terunggah. Unggah lagi.",
                                        "An attachment is not there. Upload it again."}));
      event.attachments.push_back({file->name, file->mime_type, file->sha256,
                                   static_cast<std::uint64_t>(file->bytes_count)});
    }
    return {};
  }

  base::Result<void> attach_views(desk::Event& event) {
    for (const wire::ViewToSend& view : act_.views) {
      auto files = files_of_view(view, data_);
      if (!files) return tl::unexpected(files.error());
      for (store::NewAttachment& file : *files) {
        if (auto kept = keep(event, file); !kept) return kept;
      }
    }
    return {};
  }

  /// Stores a file with the ticket, and names it in the event.
  base::Result<void> keep(desk::Event& event, const store::NewAttachment& file) {
    const auto added = store::add_attachment(transaction_, record_.stored.id, file,
                                             office_file_limits, store_time(now_));
    if (!added) return tl::unexpected(added.error());
    event.attachments.push_back({added->name, added->mime_type, added->sha256,
                                 static_cast<std::uint64_t>(added->bytes_count)});
    return {};
  }

  base::Result<void> attach_notice(desk::Event& event) {
    const base::Date date = base::local_from_instant(now_, data_.calendar.zone).date;
    const auto number = store::next_number(
        transaction_, {"letter " + std::to_string(date.year), [&](std::int64_t running) {
                         return data_.settings.letter_number.fill(
                             date, static_cast<std::uint64_t>(running));
                       }});
    if (!number) return tl::unexpected(number.error());
    letter_number_ = *number;
    event.body = body_of(act_, letter_number_);
    auto pdf = pdf_of_notice(reply());
    if (!pdf) return tl::unexpected(pdf.error());
    std::string name = letter_number_ + ".pdf";
    std::replace(name.begin(), name.end(), '/', '-');
    // It names the requester, and so goes when their data goes.
    return keep(event, {name, "application/pdf", true, *std::move(pdf)});
  }

  /// The mail about the event, as a part of the ticket's conversation.
  base::Result<void> enqueue(const desk::Event& event) {
    const auto kind = mail_of_act(act_);
    const std::string& recipient = record_.requester.email;
    if (!kind || recipient.empty() || data_.office_mail.empty()) return {};
    // The store knows the hashes of the earlier links alone, so each mail gets one of its own.
    const std::string key = new_link_key();
    const auto linked = store::add_ticket_link(transaction_, record_.stored.id,
                                               base::sha256_hex(key), store_time(now_));
    if (!linked) return linked;
    Reply mailed = reply();
    mailed.link = ticket_address(data_, record_.ticket.facts.language, key);
    const auto letter = letter_of_reply(mailed, *kind);
    if (!letter) return tl::unexpected(letter.error());
    const auto before = store::mails_of_ticket(transaction_, record_.stored.id);
    if (!before) return tl::unexpected(before.error());
    base::JsonWriter json;
    json.open_object();
    json.text_member("subject", letter->subject);
    json.text_member("text", letter->body);
    if (!before->empty()) {
      json.text_member("in_reply_to", before->back().content.message_id);
      json.key("references");
      json.open_array();
      for (const store::Mail& mail : *before)
        json.text(mail.content.message_id);
      json.close_array();
    }
    json.key("files");
    json.open_array();
    for (const desk::Attachment& file : event.attachments)
      json.text(file.sha256);
    json.close_array();
    json.close_object();
    const std::string name(desk::text_from_template_kind(*kind));
    const std::string domain = data_.office_mail.substr(data_.office_mail.find('@') + 1);
    const auto queued =
        store::enqueue_mail(transaction_,
                            {name + "-" + std::to_string(record_.stored.events_count + 1) + "." +
                                 record_.stored.number + "@" + domain,
                             record_.stored.id, name, recipient, std::move(json).take()},
                            store_time(now_));
    if (!queued) return tl::unexpected(queued.error());
    return {};
  }

  Reply reply() const { return {data_, record_, act_, caller_, now_, letter_number_, ""}; }

  Transaction& transaction_;
  const DeskData& data_;
  const wire::OfficeAct& act_;
  const OfficeCaller& caller_;
  Instant now_;
  Record record_;
  std::string letter_number_;
  std::optional<wire::OfficeFailure> refusal_;
};

std::optional<wire::OfficeFailure> refusal_for(const wire::OfficeAct& act,
                                               const OfficeCaller& caller, const DeskData& data) {
  const auto action = desk::action_of(act.kind, desk::Actor::officer);
  if (!is_an_officers(act.kind) || !desk::may(caller.role, *action)) return office_forbidden();
  if (desk::needs_step_up(*action) && !caller.is_stepped_up)
    return wire::OfficeFailure{"step_up",
                               {"Masukkan lagi kata sandi dan kode Anda, lalu ulangi.",
                                "Give your password and a code again, then repeat."},
                               "",
                               {}};
  return problem_of(act, data);
}

}  // namespace

OfficeResult<wire::OfficeTicket> OfficeDesk::act(const wire::OfficeAct& act,
                                                 const OfficeCaller& caller, Instant now) {
  if (auto refusal = refusal_for(act, caller, data_)) return tl::unexpected(*std::move(refusal));
  std::optional<wire::OfficeFailure> refusal;
  auto ticket = database_.write([&](Transaction& transaction) -> base::Result<wire::OfficeTicket> {
    Doing doing(transaction, data_, act, caller, now);
    const auto record = doing.run();
    refusal = doing.refusal();
    if (!record) return tl::unexpected(record.error());
    return office_ticket_of(transaction, data_, *record, caller, now);
  });
  if (refusal) return tl::unexpected(*std::move(refusal));
  if (!ticket) return tl::unexpected(office_failure(ticket.error()));
  return *std::move(ticket);
}

OfficeResult<std::string> OfficeDesk::letter(const wire::OfficeAct& act, const OfficeCaller& caller,
                                             Instant now) {
  if (auto refusal = refusal_for(act, caller, data_)) return tl::unexpected(*std::move(refusal));
  if (act.kind != EventKind::notice_sent)
    return tl::unexpected(
        wrong("kind", {"Hasil ini tidak memakai surat.", "This outcome has no letter."}));
  auto made = database_.write([&](Transaction& transaction) -> base::Result<std::string> {
    const auto record = record_by_number(transaction, act.number, {caller.login, "ticket"}, now);
    if (!record) return tl::unexpected(record.error());
    return pdf_of_notice({data_, *record, act, caller, now, "…"});
  });
  if (!made) return tl::unexpected(office_failure(made.error()));
  return *std::move(made);
}

OfficeResult<wire::OfficePreview> OfficeDesk::preview(const wire::OfficeAct& act,
                                                      const OfficeCaller& caller, Instant now) {
  if (auto refusal = refusal_for(act, caller, data_)) return tl::unexpected(*std::move(refusal));
  auto made = database_.write([&](Transaction& transaction) -> base::Result<wire::OfficePreview> {
    const auto record = record_by_number(transaction, act.number, {caller.login, "ticket"}, now);
    if (!record) return tl::unexpected(record.error());
    wire::OfficePreview preview;
    const auto kind = mail_of_act(act);
    if (!kind) return preview;
    const Reply reply{data_,
                      *record,
                      act,
                      caller,
                      now,
                      "…",
                      ticket_address(data_, record->ticket.facts.language, "…")};
    auto mail = letter_of_reply(reply, *kind);
    if (!mail) return tl::unexpected(mail.error());
    preview.recipient = record->requester.email;
    preview.subject = std::move(mail->subject);
    preview.body = std::move(mail->body);
    if (act.kind != EventKind::notice_sent) return preview;
    auto letter = letter_of_reply(reply, desk::TemplateKind::notice_letter);
    if (!letter) return tl::unexpected(letter.error());
    preview.letter = std::move(letter->body);
    return preview;
  });
  if (!made) return tl::unexpected(office_failure(made.error()));
  return *std::move(made);
}

}  // namespace service
