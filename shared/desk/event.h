// What happens to a ticket, one event after another: appended, never rewritten. What a person
// wrote (text, names of files) stands beside the body and not in it, so that it can be kept apart
// and erased; the bodies hold what reports count.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "base/date.h"
#include "base/instant.h"
#include "base/result.h"
#include "desk/classification.h"
#include "desk/request.h"

namespace desk {

/// The steps of the SOP "Pelayanan Website"; their standards are settings. A ticket goes through
/// the inner four: search, then save and answer, or notice.
enum class SopStep : std::uint8_t { prepare, search, save, answer, notice, report };
inline constexpr int sop_steps_count = 6;
std::string_view text_from_sop_step(SopStep step);
std::optional<SopStep> sop_step_from_text(std::string_view text);

struct Opened {
  RequestFacts facts;
  base::Date due;  ///< What the receipt promised.
};
struct AddressConfirmed {};
struct Assigned {
  std::string account;
};
/// A step of the SOP that ends without anything being sent: search, save.
struct StepDone {
  SopStep step = SopStep::search;
};
struct AskedRequester {};
struct RequesterAnswered {};
struct NoteWritten {};
struct MessageWritten {};
/// The official notice "data tidak tersedia".
struct NoticeSent {
  std::string letter_number;
  std::string reason;      ///< A code of Classifications::unavailable_reason.
  std::string substitute;  ///< Table code of what comes nearest; may be empty.
};
struct DataSent {
  std::string table;  ///< Whose view was sent; empty for an uploaded file.
};
struct Redirected {
  std::string owner;  ///< The body that holds the data: never a person.
};
struct Corrected {
  RequestFacts facts;
};
struct Withdrawn {};
struct Closed {
  Outcome outcome = Outcome::answered;
};
struct Reopened {};
struct Rated {
  int stars = 0;  ///< 1 to 5.
};
struct Erased {};
/// The calendar changed, or the clock stood still: the date promised before, and the one now.
struct DueRecomputed {
  base::Date before;
  base::Date after;
};

using EventBody =
    std::variant<Opened, AddressConfirmed, Assigned, StepDone, AskedRequester, RequesterAnswered,
                 NoteWritten, MessageWritten, NoticeSent, DataSent, Redirected, Corrected,
                 Withdrawn, Closed, Reopened, Rated, Erased, DueRecomputed>;

/// In the order of EventBody.
enum class EventKind : std::uint8_t {
  opened,
  address_confirmed,
  assigned,
  step_done,
  asked_requester,
  requester_answered,
  note_written,
  message_written,
  notice_sent,
  data_sent,
  redirected,
  corrected,
  withdrawn,
  closed,
  reopened,
  rated,
  erased,
  due_recomputed
};
inline constexpr int event_kinds_count = 18;
static_assert(std::variant_size_v<EventBody> == event_kinds_count);
std::string_view text_from_event_kind(EventKind kind);
std::optional<EventKind> event_kind_from_text(std::string_view text);

enum class Actor : std::uint8_t { requester, officer, system };

/// A file that goes with an event. Its name may tell who someone is.
struct Attachment {
  std::string name;
  std::string media_type;
  std::string sha256;  ///< Of its bytes, 64 hexadecimal digits: where they are found.
  std::uint64_t bytes = 0;
};

struct Event {
  base::Instant at;
  Actor actor = Actor::system;
  std::string account;  ///< Of the officer; else empty.
  EventBody body;
  /// What a person wrote. Empty once the ticket's personal data is erased.
  std::string text = {};
  std::vector<Attachment> attachments = {};

  EventKind kind() const { return static_cast<EventKind>(body.index()); }
};

/// The body as one line of JSON: {"outcome": "answered"}, {} where there is nothing to say.
std::string json_from_event_body(const EventBody& body);

/// Fails with `invalid`, naming the member, where the bytes are no body of this kind.
base::Result<EventBody> event_body_from_json(EventKind kind, std::string_view bytes);

}  // namespace desk
