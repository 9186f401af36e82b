// Everything the office's screens know beyond app::State, which keeps language, window, popups and
// the notice. Views read it; only `update` writes it.
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <variant>
#include <vector>

#include "app/state.h"
#include "wire/office.h"

namespace office {

// --- Where we are (in the address bar) ---

struct QueueScreen {
  wire::QueueWish wish;
  friend bool operator==(const QueueScreen&, const QueueScreen&) = default;
};
struct TicketScreen {
  std::string number;
  friend bool operator==(const TicketScreen&, const TicketScreen&) = default;
};
/// A request that came by telephone, letter, chat or in person is written down.
struct EntryScreen {
  friend bool operator==(const EntryScreen&, const EntryScreen&) = default;
};
using Screen = std::variant<QueueScreen, TicketScreen, EntryScreen>;

// --- One ticket ---

/// A file that came up to the server, to be attached.
struct Upload {
  std::string name;
  std::string sha256;
  std::uint64_t bytes = 0;
  friend bool operator==(const Upload&, const Upload&) = default;
};

/// What the officer is about to do, as far as it is written. Kept on the device for each ticket.
struct Draft {
  desk::EventKind kind = desk::EventKind::data_sent;
  bool is_part = false;  ///< data_sent: of what was asked for.
  std::string text;
  std::string reason;
  std::string substitute;
  std::string owner;
  std::string outcome;  ///< closed: a code.
  std::vector<wire::ViewToSend> views;
  std::vector<Upload> uploads;

  friend bool operator==(const Draft&, const Draft&) = default;
};
std::string json_from_draft(const Draft& draft);
/// An empty draft where the text is none of ours.
Draft draft_from_json(std::string_view bytes);

/// What the server gets, and what a preview is made of.
wire::OfficeAct act_from_draft(const Draft& draft, const wire::OfficeTicket& ticket);

/// Why the draft cannot be sent yet, in words; nothing where it can.
std::optional<base::Word> refusal_of(const Draft& draft, const wire::OfficeTicket& ticket);

bool needs_reason(const Draft& draft);
/// A table that answers: what is closed so names it.
bool needs_substitute(const Draft& draft);

/// What the officer most likely writes, in the requester's language; empty where that depends on
/// something not chosen yet.
std::string suggested_text(const Draft& draft, const desk::Classifications& lists,
                           base::Language language);

/// True where the server answers with a mail: what is not, stays in the office.
bool makes_mail(desk::EventKind kind);

struct TicketView {
  std::string number;
  app::Loadable<wire::OfficeTicket> ticket;
  double arrived_ms = 0;  ///< Its clocks run on from then.
  Draft draft;
  bool is_draft_known = false;  ///< What the device keeps has come.
  double draft_kept_ms = -1;    ///< When it was last given to the device; below 0: not yet.
  std::optional<desk::Requester> contact;
  std::shared_ptr<const wire::OfficePreview> preview;
  bool is_preview_wanted = false;  ///< Newer than the one shown.
  std::string preview_failure;
  bool is_sending = false;
  std::string failure;  ///< Of the last sending, in words.
  bool shows_why = false;
  bool shows_letter = false;   ///< In the preview: the letter in the place of the mail.
  bool shows_preview = false;  ///< Where there is no room beside the reply.
  bool is_attaching = false;   ///< The code of a table's view is being typed:
  std::string view_code;       ///< this one.
};

// --- What is asked ---

/// What an answer belongs to, by its number.
struct Asked {
  enum class What {
    session,
    queue,
    quiet_queue,  ///< Asked again by the clock: its failure is not told.
    ticket,
    contact,
    act,      ///< The draft, sent.
    act_now,  ///< One without a draft: assigned, a step done.
    take,     ///< The same out of the list.
    preview,
    preview_pause,
    letter,
    upload,
    draft,
    entry,
    entry_draft,
    entry_key,
    search_pause,
    clock,
    mail,
    sign_out,
    nothing  ///< Answers nobody waits for.
  } what = What::nothing;
  std::string number;  ///< Of a ticket; of the queue the query.
};

struct State {
  Screen screen;
  app::Loadable<wire::OfficeSession> session;
  app::Loadable<wire::OfficeQueue> queue;
  wire::QueueWish queue_wish;  ///< That `queue` answers, or will.
  double queue_arrived_ms = 0;
  std::set<std::string> picked;  ///< Numbers of rows, for all at once.
  std::string active_row;        ///< Number; where the arrow keys stand.
  std::string search_text;
  TicketView ticket;
  std::map<std::string, std::string> entry;  ///< Field → value, as check_request reads them.
  std::map<std::string, std::string> entry_findings;  ///< Field → what is wrong.
  bool is_entry_sending = false;
  std::map<int, Asked> asked;
  int asked_count = 0;
  int pause = 0;  ///< Number of the newest pause in typing: those before are over.
  bool is_ticking = false;
  std::uint64_t acts_left = 0;  ///< Of an act on several rows.
};

// --- Clocks ---

/// The instant that it is now, as the server's clock and ours say together.
base::Instant now_from(base::Instant as_of, double arrived_ms, double now_ms);

/// The step's clock at `now`: runs on only while the office is open.
wire::StepClockNow clock_at(const wire::StepClockNow& clock, base::Instant as_of,
                            base::Instant now);

/// How many milliseconds from now a clock in sight changes; 0: none runs.
int tick_after_ms(const State& state, double now_ms);

/// "3 menit 6 detik" under ten minutes, "12 menit", "2 jam 5 menit", "1 hari kerja".
std::string text_from_seconds(std::int64_t seconds, base::Language language);

/// May whoever is signed in do this?
bool may(const State& state, desk::Action action);

/// The label of a code of a list, or the code where the list does not have it.
std::string label_of(const desk::Classification& list, const std::string& code,
                     base::Language language);

/// The name of an officer, or the login where nobody here has it.
std::string officer_name(const State& state, const std::string& login);

// --- Addresses ---

Screen screen_from_address(std::string_view path_and_query);
std::string address_from_screen(const Screen& screen, base::Language language,
                                std::string_view base_path);

}  // namespace office
