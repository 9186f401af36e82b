// The desk as a part of the running server: its database, its pages, and the mails that leave.
#pragma once

#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "base/result.h"
#include "http/page.h"
#include "service/outbox_worker.h"

namespace service {

struct DeskServerSettings {
  std::string database;          ///< As store::DatabaseSettings::address.
  std::filesystem::path office;  ///< data/office.
  std::filesystem::path site;    ///< Made by build_site; is read once.
  /// Where mails leave; none: they wait.
  std::optional<mail::SmtpSettings> smtp;
};

class DeskServer {
 public:
  /// Opens the database and begins to hand over mails, on a thread of its own.
  static base::Result<std::unique_ptr<DeskServer>> start(const DeskServerSettings& settings);

  /// Finishes the mail under way.
  ~DeskServer();

  /// In both languages: the request form and the page of a ticket. They are asked while the desk
  /// lives.
  std::vector<http::PageRoute> pages();

 private:
  struct State;
  explicit DeskServer(std::unique_ptr<State> state);
  std::unique_ptr<State> state_;
};

}  // namespace service
