// The desk as a part of the running server: its database, its pages, and the mails that leave.
#pragma once

#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "base/result.h"
#include "http/api.h"
#include "http/page.h"
#include "mail/imap.h"
#include "service/outbox_worker.h"
#include "service/request_limits.h"

namespace service {

struct DeskServerSettings {
  std::string database;          ///< As store::DatabaseSettings::address.
  std::filesystem::path office;  ///< data/office.
  std::filesystem::path site;    ///< Made by build_site; is read once.
  /// Where mails leave; none: they wait.
  std::optional<mail::SmtpSettings> smtp;
  /// Where mails come in; none: nobody reads them here.
  std::optional<mail::ImapSettings> imap;
  DeskLimits limits;
};

class DeskServer {
 public:
  /// Opens the database and begins to work: hands over mails and tidies up, on threads of its own.
  static base::Result<std::unique_ptr<DeskServer>> start(const DeskServerSettings& settings);

  /// Finishes what is under way.
  ~DeskServer();

  /// In both languages: the request form, the page of a ticket, and the office's door. They are
  /// asked while the desk lives.
  std::vector<http::PageRoute> pages();
  /// What the office's viewer asks (docs/desk.md).
  std::vector<http::ApiRoute> apis();

  /// The link that sets up the first account; nothing where there is an account.
  base::Result<std::optional<std::string>> first_account_link();

 private:
  struct State;
  explicit DeskServer(std::unique_ptr<State> state);
  void add_public_pages(std::vector<http::PageRoute>& routes, base::Language language);
  void add_office_pages(std::vector<http::PageRoute>& routes, base::Language language);
  std::unique_ptr<State> state_;
};

}  // namespace service
