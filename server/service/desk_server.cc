#include "service/desk_server.h"

#include <algorithm>
#include <chrono>
#include <condition_variable>
#include <mutex>
#include <thread>
#include <utility>

#include <spdlog/spdlog.h>

#include "output/html.h"
#include "output/html_office.h"
#include "output/html_report.h"
#include "output/html_sign_in.h"
#include "output/html_ticket.h"
#include "service/accounts.h"
#include "service/desk_data.h"
#include "service/mail_intake.h"
#include "service/office_api.h"
#include "service/office_desk.h"
#include "service/office_door.h"
#include "service/office_pages.h"
#include "service/request_desk.h"
#include "service/ticket_record.h"
#include "service/upkeep.h"
#include "store/inbox.h"
#include "store/limits.h"

namespace service {
namespace {

/// The one place of the desk that looks at a clock.
base::Instant now() {
  return {std::chrono::duration_cast<std::chrono::seconds>(
              std::chrono::system_clock::now().time_since_epoch())
              .count()};
}

constexpr std::chrono::seconds outbox_pause{2};
constexpr std::chrono::seconds mailbox_pause{5};
constexpr std::chrono::minutes sweep_pause{10};
/// Longer than any delay after failed attempts lasts.
constexpr store::Milliseconds delays_kept = std::chrono::hours(24);

std::string asked_field(const http::Fields& fields, std::string_view name) {
  const auto found = std::find_if(fields.begin(), fields.end(),
                                  [&](const auto& field) { return field.first == name; });
  return found == fields.end() ? std::string() : found->second;
}

/// As bytes of no kind: a browser saves them and looks no further.
http::PageAnswer answer_with_file(store::Attachment file) {
  http::PageAnswer made;
  made.html = std::move(file.bytes);
  made.media_type = "application/octet-stream";
  made.file_name = std::move(file.info.name);
  return made;
}

/// The ticket's page takes two kinds of forms: those of who has the link, and this one.
bool asks_for_status(const http::PageAsk& ask) {
  return ask.is_form && asked_field(ask.form, output::ticket_action_field) == output::status_action;
}

}  // namespace

struct DeskServer::State {
  State(store::Database opened, DeskData read, const DeskKey& key, const DeskLimits& limits,
        std::optional<OutboxSettings> mails)
      : database(std::move(opened)),
        data(std::move(read)),
        desk(database, data, key, limits),
        accounts(database),
        door(accounts, data),
        office(database, data),
        office_pages(database, office, door, data),
        office_api(office, door),
        intake(database, data, key, limits),
        outbox(std::move(mails)) {}

  /// Does `work` again and again until the desk ends, on a thread of its own.
  template <class Pause, class Work>
  void begin(Pause pause, Work work) {
    workers.emplace_back([this, pause, work] {
      std::unique_lock lock(mutex);
      while (!is_stopping) {
        lock.unlock();
        work();
        lock.lock();
        stopping.wait_for(lock, pause, [this] { return is_stopping; });
      }
    });
  }

  void hand_over() {
    const auto round = hand_over_due(database, *outbox, now());
    if (!round) {
      spdlog::error("The outbox cannot be read: {} {}", round.error().message,
                    round.error().detail);
      return;
    }
    if (round->failed > 0) spdlog::warn("{} mails could not be handed over.", round->failed);
    if (round->postponed > 0)
      spdlog::warn("{} mails wait: the limit of {} is reached.", round->postponed,
                   outbox->mails.times);
  }

  void take_mails() {
    const auto round = take_waiting(*mailbox, intake, now());
    if (!round)
      spdlog::error("Mails cannot be taken: {} {}", round.error().message, round.error().detail);
    else if (round->taken > 0)
      spdlog::info("{} mails came in, {} of them wait for a person.", round->taken, round->held);
  }

  void sweep() {
    const auto swept =
        database.write([](store::Transaction& transaction) -> base::Result<std::int64_t> {
          const auto limits = store::sweep_limits(transaction, delays_kept, store_time(now()));
          if (!limits) return tl::unexpected(limits.error());
          return store::expire_held_mails(transaction, store_time(now()));
        });
    tell("Limits and held mails were tidied: {} mails erased.", swept);
    tell("Personal data of {} tickets has expired and is erased.",
         erase_expired(database, data, now()));
    tell("The promises of {} tickets have moved.", follow_calendar(database, data, now()));
  }

  /// Logs what upkeep came to, where there was anything.
  template <class Count>
  static void tell(fmt::format_string<Count&> sentence, base::Result<Count> count) {
    if (!count)
      spdlog::error("Upkeep failed: {} {}", count.error().message, count.error().detail);
    else if (*count > 0)
      spdlog::info(sentence, *count);
  }

  store::Database database;
  DeskData data;
  RequestDesk desk;
  Accounts accounts;
  OfficeDoor door;
  OfficeDesk office;
  OfficePages office_pages;
  OfficeApi office_api;
  MailIntake intake;
  std::optional<mail::Mailbox> mailbox;  ///< Asked by one thread alone.
  std::optional<OutboxSettings> outbox;
  std::mutex mutex;
  std::condition_variable stopping;
  bool is_stopping = false;  ///< Guarded by mutex.
  std::vector<std::thread> workers;
};

base::Result<std::unique_ptr<DeskServer>> DeskServer::start(const DeskServerSettings& settings) {
  auto data = desk_data_from_folders(settings.office, settings.site);
  if (!data) return tl::unexpected(data.error());
  store::DatabaseSettings database_settings;
  database_settings.address = settings.database;
  auto database = store::Database::open(database_settings, store_time(now()));
  if (!database) return tl::unexpected(database.error());
  const auto key = shared_desk_key(*database);
  if (!key) return tl::unexpected(key.error());
  std::optional<OutboxSettings> outbox;
  if (settings.smtp && !data->office_mail.empty())
    outbox = OutboxSettings{
        *settings.smtp, {data->site.name.id, data->office_mail}, settings.limits.mails};
  auto state = std::make_unique<State>(*std::move(database), *std::move(data), *key,
                                       settings.limits, std::move(outbox));
  State& running = *state;
  running.begin(sweep_pause, [&running] { running.sweep(); });
  if (running.outbox)
    running.begin(outbox_pause, [&running] { running.hand_over(); });
  else
    spdlog::warn("No mail server is named (--smtp): mails wait in the outbox.");
  if (settings.imap) {
    running.mailbox.emplace(*settings.imap);
    running.begin(mailbox_pause, [&running] { running.take_mails(); });
  }
  return std::unique_ptr<DeskServer>(new DeskServer(std::move(state)));
}

DeskServer::DeskServer(std::unique_ptr<State> state) : state_(std::move(state)) {}

DeskServer::~DeskServer() {
  {
    const std::lock_guard lock(state_->mutex);
    state_->is_stopping = true;
  }
  state_->stopping.notify_all();
  for (std::thread& worker : state_->workers)
    worker.join();
}

std::vector<http::PageRoute> DeskServer::pages() {
  std::vector<http::PageRoute> routes;
  for (const base::Language language : {base::Language::id, base::Language::en}) {
    add_public_pages(routes, language);
    add_office_pages(routes, language);
  }
  return routes;
}

void DeskServer::add_public_pages(std::vector<http::PageRoute>& routes, base::Language language) {
  const output::Site& site = state_->data.site;
  const auto answer = [](PageText page) {
    http::PageAnswer made;
    made.status = page.status;
    made.html = std::move(page.html);
    made.retry_after_seconds = page.retry_after_seconds;
    return made;
  };
  routes.push_back(
      {output::request_path(site, language), [this, language, answer](const http::PageAsk& ask) {
         RequestDesk& desk = state_->desk;
         return answer(ask.is_form ? desk.send(language, ask.form, ask.client, now())
                                   : desk.form(language, ask.query, now()));
       }});
  routes.push_back(
      {output::request_check_path(site, language), [this, language](const http::PageAsk& ask) {
         http::PageAnswer made;
         made.html = state_->desk.check(language, ask.form);
         made.media_type = "application/json";
         return made;
       }});
  routes.push_back(
      {output::ticket_path(site, language), [this, language, answer](const http::PageAsk& ask) {
         RequestDesk& desk = state_->desk;
         if (asks_for_status(ask))
           return answer(desk.status(language, ask.form, ask.client, now()));
         if (ask.is_form) return answer(desk.act(language, ask.form, now()));
         const std::string key = asked_field(ask.query, output::ticket_key_field);
         const std::string sha256 = asked_field(ask.query, output::ticket_file_field);
         if (!sha256.empty()) {
           if (auto file = desk.file(key, sha256, now())) return answer_with_file(*std::move(file));
         }
         return answer(key.empty() ? desk.status_form(language)
                                   : desk.ticket(language, key, now()));
       }});
}

void DeskServer::add_office_pages(std::vector<http::PageRoute>& routes, base::Language language) {
  const output::Site& site = state_->data.site;
  using Door =
      http::PageAnswer (OfficeDoor::*)(base::Language, const http::PageAsk&, base::Instant);
  const auto add = [&](std::string path, Door page) {
    routes.push_back({std::move(path), [this, language, page](const http::PageAsk& ask) {
                        return (state_->door.*page)(language, ask, now());
                      }});
  };
  add(output::sign_in_path(site, language), &OfficeDoor::sign_in);
  add(output::set_up_path(site, language), &OfficeDoor::set_up);
  OfficePages& pages = state_->office_pages;
  routes.push_back(
      {output::office_path(site, language),
       [&pages, language](const http::PageAsk& ask) { return pages.queue(language, ask, now()); }});
  routes.push_back(
      {output::office_ticket_path(site, language), [&pages, language](const http::PageAsk& ask) {
         return pages.ticket(language, ask, now());
       }});
  routes.push_back(
      {output::reports_path(site, language), [&pages, language](const http::PageAsk& ask) {
         return pages.reports(language, ask, now());
       }});
}

std::vector<http::ApiRoute> DeskServer::apis() {
  std::vector<http::ApiRoute> routes = state_->office_api.routes(now);
  routes.push_back({office_api_path + "sign-out",
                    [this](const http::ApiAsk& ask) { return state_->door.sign_out(ask, now()); }});
  routes.push_back({office_api_path + "step-up",
                    [this](const http::ApiAsk& ask) { return state_->door.step_up(ask, now()); }});
  return routes;
}

base::Result<std::optional<std::string>> DeskServer::first_account_link() {
  const auto token = state_->accounts.first_link(now());
  if (!token) return tl::unexpected(token.error());
  if (!*token) return std::nullopt;
  return state_->door.set_up_link(**token, true);
}

}  // namespace service
