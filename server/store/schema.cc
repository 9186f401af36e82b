// The tables, as numbered steps (store/migration.h). What each table is for: docs/store.md. A step
// that has been handed out is never changed; a change is a new step at the end.
#include <array>

#include "store/database.h"

namespace store {
namespace {

constexpr Migration first_tables = {1, "first tables", R"(
CREATE TABLE counter (
  scope TEXT PRIMARY KEY,
  last {integer} NOT NULL
){strict};

CREATE TABLE request_key (
  key TEXT PRIMARY KEY
){strict};

CREATE TABLE ticket (
  id {identity},
  number TEXT NOT NULL UNIQUE,
  request_key TEXT NOT NULL UNIQUE REFERENCES request_key (key),
  link_sha256 TEXT UNIQUE,
  kind TEXT NOT NULL,
  opened_at {integer} NOT NULL,
  state TEXT NOT NULL,
  outcome TEXT NOT NULL,
  subject TEXT NOT NULL,
  channel TEXT NOT NULL,
  officer TEXT NOT NULL,
  title TEXT NOT NULL,
  due_at {integer},
  promised_at {integer},
  updated_at {integer} NOT NULL,
  events_count {integer} NOT NULL,
  person_erased_at {integer}
){strict};
CREATE INDEX ticket_by_due ON ticket (state, due_at);
CREATE INDEX ticket_by_opening ON ticket (opened_at);

CREATE TABLE ticket_event (
  ticket_id {integer} NOT NULL REFERENCES ticket (id),
  sequence {integer} NOT NULL,
  kind TEXT NOT NULL,
  actor TEXT NOT NULL,
  at {integer} NOT NULL,
  body TEXT NOT NULL,
  PRIMARY KEY (ticket_id, sequence)
){strict};
{append_only ticket_event};

CREATE TABLE person (
  ticket_id {integer} NOT NULL REFERENCES ticket (id),
  part TEXT NOT NULL,
  body TEXT NOT NULL,
  expires_at {integer} NOT NULL,
  PRIMARY KEY (ticket_id, part)
){strict};
CREATE INDEX person_by_expiry ON person (expires_at);

CREATE TABLE person_view (
  id {identity},
  ticket_id {integer} NOT NULL REFERENCES ticket (id),
  actor TEXT NOT NULL,
  purpose TEXT NOT NULL,
  at {integer} NOT NULL
){strict};
CREATE INDEX person_view_by_ticket ON person_view (ticket_id, id);
{append_only person_view};

CREATE TABLE attachment (
  id {identity},
  ticket_id {integer} NOT NULL REFERENCES ticket (id),
  sha256 TEXT NOT NULL,
  name TEXT NOT NULL,
  mime_type TEXT NOT NULL,
  is_personal {integer} NOT NULL,
  bytes_count {integer} NOT NULL,
  bytes {bytes} NOT NULL,
  added_at {integer} NOT NULL,
  UNIQUE (ticket_id, sha256)
){strict};

CREATE TABLE outbox (
  id {identity},
  message_id TEXT NOT NULL UNIQUE,
  ticket_id {integer} REFERENCES ticket (id),
  kind TEXT NOT NULL,
  recipient TEXT NOT NULL,
  body TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('waiting', 'leased', 'handed_over', 'dead', 'erased')),
  attempts_count {integer} NOT NULL,
  queued_at {integer} NOT NULL,
  next_attempt_at {integer} NOT NULL,
  leased_until {integer},
  done_at {integer},
  last_error TEXT NOT NULL
){strict};
CREATE INDEX outbox_by_state ON outbox (state, next_attempt_at);
CREATE INDEX outbox_by_ticket ON outbox (ticket_id);

CREATE TABLE account (
  id {identity},
  login TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL,
  role TEXT NOT NULL,
  password_hash TEXT NOT NULL,
  totp_secret TEXT NOT NULL,
  totp_step_used {integer} NOT NULL,
  is_disabled {integer} NOT NULL,
  created_at {integer} NOT NULL
){strict};

CREATE TABLE session (
  token_sha256 TEXT PRIMARY KEY,
  account_id {integer} NOT NULL REFERENCES account (id),
  created_at {integer} NOT NULL,
  seen_at {integer} NOT NULL,
  idle_until {integer} NOT NULL,
  expires_at {integer} NOT NULL,
  stepped_up_at {integer}
){strict};
CREATE INDEX session_by_account ON session (account_id);

CREATE TABLE one_time_token (
  token_sha256 TEXT PRIMARY KEY,
  purpose TEXT NOT NULL,
  subject TEXT NOT NULL,
  expires_at {integer} NOT NULL,
  used_at {integer}
){strict};

CREATE TABLE login_delay (
  key TEXT PRIMARY KEY,
  failures_count {integer} NOT NULL,
  last_failure_at {integer} NOT NULL,
  allowed_at {integer} NOT NULL
){strict};

CREATE TABLE rate_counter (
  key TEXT NOT NULL,
  window_start {integer} NOT NULL,
  window_end {integer} NOT NULL,
  taken {integer} NOT NULL,
  PRIMARY KEY (key, window_start)
){strict};
CREATE INDEX rate_counter_by_end ON rate_counter (window_end);

CREATE TABLE audit (
  sequence {integer} PRIMARY KEY,
  at {integer} NOT NULL,
  actor TEXT NOT NULL,
  action TEXT NOT NULL,
  object TEXT NOT NULL,
  detail TEXT NOT NULL,
  prev_sha256 TEXT NOT NULL,
  sha256 TEXT NOT NULL UNIQUE
){strict};
{append_only audit};
)"};

constexpr Migration shared_secrets = {2, "shared secrets", R"(
CREATE TABLE secret (
  name TEXT PRIMARY KEY,
  value TEXT NOT NULL
){strict};
)"};

constexpr Migration incoming_mail = {3, "incoming mail", R"(
CREATE TABLE taken_mail (
  fingerprint TEXT PRIMARY KEY,
  message_id_sha256 TEXT NOT NULL,
  taken_at {integer} NOT NULL,
  became TEXT NOT NULL,
  ticket_id {integer} REFERENCES ticket (id)
){strict};
CREATE INDEX taken_mail_by_message_id ON taken_mail (message_id_sha256);

CREATE TABLE held_mail (
  id {identity},
  reason TEXT NOT NULL,
  sender TEXT NOT NULL,
  subject TEXT NOT NULL,
  ticket_id {integer} REFERENCES ticket (id),
  bytes_count {integer} NOT NULL,
  bytes {bytes} NOT NULL,
  held_at {integer} NOT NULL,
  expires_at {integer} NOT NULL,
  resolution TEXT NOT NULL,
  actor TEXT NOT NULL,
  resolved_at {integer}
){strict};
CREATE INDEX held_mail_by_expiry ON held_mail (resolved_at, expires_at);
)"};

constexpr Migration more_links = {4, "more links", R"(
CREATE TABLE ticket_link (
  link_sha256 TEXT PRIMARY KEY,
  ticket_id {integer} NOT NULL REFERENCES ticket (id),
  made_at {integer} NOT NULL
){strict};
CREATE INDEX ticket_link_by_ticket ON ticket_link (ticket_id);
)"};

constexpr std::array migrations = {first_tables, shared_secrets, incoming_mail, more_links};

}  // namespace

std::span<const Migration> schema() { return migrations; }

}  // namespace store
