// Every wish of the office's screens, as values.
#pragma once

#include <string>
#include <utility>
#include <variant>

#include "app/command.h"
#include "office/state.h"

namespace office {

struct OpenQueue {
  wire::QueueWish wish;
};
struct OpenTicket {
  std::string number;
};
struct OpenEntry {};
struct OpenPublicSite {};
struct SignOut {};

// --- Queue ---
struct TypeSearch {
  std::string text;
};
struct PickRow {
  std::string number;
};
struct ClearPicked {};
/// By arrow keys.
struct MoveRow {
  int by;
};
/// To whoever is signed in.
struct TakeTicket {
  std::string number;
};
/// Of all picked rows; empty: to nobody.
struct AssignPicked {
  std::string login;
};

// --- One ticket ---
struct AssignTicket {
  std::string login;
};
struct FinishStep {
  desk::SopStep step;
};
struct ShowContact {};
struct ToggleWhy {};
struct ShowLetter {
  bool is_letter;
};
struct ShowPreview {
  bool is_shown;
};
/// One member of the draft by name: kind, part, text, reason, substitute, owner, outcome.
struct SetDraft {
  std::string member, value;
};
struct OpenAttaching {};
struct TypeViewCode {
  std::string text;
};
struct AttachView {
  std::string code;
};
struct ToggleViewFile {
  std::size_t view;
  wire::ViewFile file;
};
struct RemoveView {
  std::size_t view;
};
struct ChooseUpload {};
struct RemoveUpload {
  std::size_t upload;
};
struct SendDraft {};
struct DownloadLetter {};
struct DownloadFile {
  std::string sha256, name;
};
struct RetryMail {
  std::int64_t id;
};

// --- Writing down a request ---
struct SetEntry {
  std::string field, value;
};
struct SendEntry {};

struct Wish {
  std::variant<OpenQueue, OpenTicket, OpenEntry, OpenPublicSite, SignOut, TypeSearch, PickRow,
               ClearPicked, MoveRow, TakeTicket, AssignPicked, AssignTicket, FinishStep,
               ShowContact, ToggleWhy, ShowLetter, ShowPreview, SetDraft, OpenAttaching,
               TypeViewCode, AttachView, ToggleViewFile, RemoveView, ChooseUpload, RemoveUpload,
               SendDraft, DownloadLetter, DownloadFile, RetryMail, SetEntry, SendEntry>
      each;
};

/// The wish as a command of the client.
template <class Each>
app::Command command(Each each) {
  return app::ForOffice{std::make_shared<const Wish>(Wish{std::move(each)})};
}

/// The command as `Each`, or null where it is another.
template <class Each>
const Each* wish_as(const app::Command& command) {
  const auto* held = command.as<app::ForOffice>();
  return held ? std::get_if<Each>(&held->wish->each) : nullptr;
}

}  // namespace office
