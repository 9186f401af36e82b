// The command line: which command, with which settings. What the commands do stands in the rooms.

#include <algorithm>
#include <charconv>
#include <cstdio>
#include <ctime>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <system_error>
#include <vector>

#include <fmt/format.h>
#include <spdlog/sinks/stdout_sinks.h>
#include <spdlog/spdlog.h>
#include <CLI/CLI.hpp>

#include "base/text.h"
#include "http/serve.h"
#include "publish/files.h"
#include "publish/page_frame.h"
#include "publish/site.h"
#include "publish/table_file.h"
#include "service/accounts.h"
#include "service/desk_data.h"
#include "service/desk_server.h"
#include "service/report_desk.h"
#include "service/ticket_record.h"
#include "store/accounts.h"
#include "store/audit.h"
#include "store/inbox.h"

namespace {

namespace fs = std::filesystem;

/// The person at the terminal reads what happened and where.
int report(const base::Error& error) {
  fmt::print(stderr, "lumbung: {}{}{}\n", error.message, error.detail.empty() ? "" : " ",
             error.detail);
  return 1;
}

void print_findings(std::FILE* to, const std::vector<publish::FileFinding>& findings) {
  for (const publish::FileFinding& finding : findings) {
    fmt::print(to, "{}\n", publish::json_from_finding(finding));
  }
}

/// Standard output belongs to what a command says; the log goes beside it.
void log_to_stderr() {
  spdlog::set_default_logger(spdlog::stderr_logger_mt("lumbung"));
  spdlog::set_pattern("%Y-%m-%dT%H:%M:%S.%e%z %l %v");
}

/// The viewer lies beside the program where both are handed out, and in build/viewer where the
/// program was built in build/<preset>/server.
fs::path default_viewer() {
  std::error_code error;
  const fs::path folder = fs::read_symlink("/proc/self/exe", error).parent_path();
  const fs::path beside = folder / "viewer";
  return fs::is_directory(beside, error) ? beside : folder.parent_path().parent_path() / "viewer";
}

// --- build-site ---

struct BuildArguments {
  publish::SiteSource source;
  fs::path out;
};

void add_source_options(CLI::App& command, publish::SiteSource& source) {
  command.add_option("--viewer", source.viewer, "Folder of the built viewer");
  command.add_option("--origin", source.origin,
                     "Address of the host, as https://data.example.go.id: for links that have to "
                     "be whole, and the sitemap");
}

base::Result<publish::SiteReport> built(publish::SiteSource& source, const fs::path& out) {
  if (source.viewer.empty()) source.viewer = default_viewer();
  if (source.html_template.empty()) source.html_template = publish::own_html_template();
  auto report = publish::build_site(source, out);
  if (!report) return report;
  print_findings(stderr, report->findings);
  spdlog::info("Made the site {}: {} tables, {} files, {} bytes.", report->version,
               report->tables_count, report->files_count, report->bytes);
  return report;
}

int run_build(BuildArguments& arguments) {
  const auto made = built(arguments.source, arguments.out);
  return made ? 0 : report(made.error());
}

// --- serve ---

/// A mail server as the command line names it.
struct MailServerArguments {
  std::string place;  ///< HOST:PORT; empty: none.
  std::string security = "none", user;
  fs::path password;
};

struct ServeArguments {
  publish::SiteSource source;
  http::ServeSettings settings;
  service::DeskServerSettings desk;
  MailServerArguments smtp, imap;
  std::string imap_folder = "INBOX";
};

/// Fills in "mail.example.go.id:587", as the option `name` gives it, and what belongs to it.
base::Result<void> set_mail_server(mail::ServerSettings& server, const MailServerArguments& given,
                                   const std::string& name) {
  const std::size_t colon = given.place.rfind(':');
  const std::string port = colon == std::string::npos ? "" : given.place.substr(colon + 1);
  const auto [end, error] = std::from_chars(port.data(), port.data() + port.size(), server.port);
  if (colon == 0 || error != std::errc() || end != port.data() + port.size() || server.port < 1)
    return base::fail(base::ErrorCode::invalid,
                      name + " takes HOST:PORT, as mail.example.go.id:587.", given.place);
  server.host = given.place.substr(0, colon);
  if (given.security == "starttls") server.security = mail::Security::starttls;
  if (given.security == "tls") server.security = mail::Security::tls;
  server.user = given.user;
  if (given.password.empty()) return {};
  const auto password = publish::bytes_from_file(given.password);
  if (!password) return tl::unexpected(password.error());
  server.password = base::trimmed(*password);
  return {};
}

/// The desk, where the site says that requests are taken, or an office's folder is named; else the
/// site is served alone.
base::Result<std::unique_ptr<service::DeskServer>> started_desk(ServeArguments& arguments) {
  service::DeskServerSettings& desk = arguments.desk;
  if (desk.office.empty() && !arguments.source.data.empty()) {
    const auto mark = publish::bytes_from_file(arguments.settings.site / publish::site_mark);
    if (!mark) return tl::unexpected(mark.error());
    const auto frame = publish::page_frame_from_json(*mark);
    if (!frame) return tl::unexpected(frame.error());
    if (frame->has_desk) desk.office = arguments.source.data / "office";
  }
  if (desk.office.empty()) return nullptr;
  if (desk.database.empty()) {
    if (arguments.settings.state.empty())
      return base::fail(base::ErrorCode::invalid,
                        "The desk needs a database: name it with --database, or give --state.");
    desk.database = (arguments.settings.state / "lumbung.db").string();
  }
  desk.site = arguments.settings.site;
  if (!arguments.smtp.place.empty()) {
    desk.smtp.emplace();
    const auto set = set_mail_server(*desk.smtp, arguments.smtp, "--smtp");
    if (!set) return tl::unexpected(set.error());
  }
  if (!arguments.imap.place.empty()) {
    desk.imap.emplace();
    desk.imap->folder = arguments.imap_folder;
    const auto set = set_mail_server(*desk.imap, arguments.imap, "--imap");
    if (!set) return tl::unexpected(set.error());
  }
  return service::DeskServer::start(desk);
}

int run_serve(ServeArguments& arguments) {
  if (arguments.settings.site.empty()) {
    arguments.settings.site = arguments.settings.state / "site";
    if (const auto made = built(arguments.source, arguments.settings.site); !made) {
      return report(made.error());
    }
  }
  const auto desk = started_desk(arguments);
  if (!desk) return report(desk.error());
  if (*desk) {
    arguments.settings.pages = (*desk)->pages();
    arguments.settings.apis = (*desk)->apis();
    const auto link = (*desk)->first_account_link();
    if (!link) return report(link.error());
    if (*link)
      arguments.settings.links.emplace_back("Set up the first administrator, within a day", **link);
  }
  const auto served = http::serve(arguments.settings);
  return served ? 0 : report(served.error());
}

void add_mail_server_options(CLI::App& command, MailServerArguments& server,
                             const std::string& name, const std::string& help) {
  command.add_option(name, server.place, help);
  command.add_option(name + "-security", server.security, "none, starttls or tls")
      ->check(CLI::IsMember({"none", "starttls", "tls"}))
      ->capture_default_str();
  command.add_option(name + "-user", server.user, "Name at this server");
  command.add_option(name + "-password", server.password, "File that holds the password");
}

void add_desk_options(CLI::App& command, ServeArguments& serve) {
  command.add_option("--office", serve.desk.office,
                     "Folder of the office's data: takes requests. With --data: its office folder");
  command.add_option("--database", serve.desk.database,
                     "Where requests are kept: a file, or postgresql://…; else in --state");
  add_mail_server_options(command, serve.smtp, "--smtp",
                          "Mail server HOST:PORT; without one, mails wait");
  add_mail_server_options(command, serve.imap, "--imap",
                          "Mailbox server HOST:PORT, whose mails become requests");
  command.add_option("--imap-folder", serve.imap_folder, "Folder of the mailbox that is read")
      ->capture_default_str();
  service::DeskLimits& limits = serve.desk.limits;
  command
      .add_option("--requests-per-hour", limits.requests.times, "Most new requests of one client")
      ->capture_default_str();
  command
      .add_option("--receipts-per-hour", limits.receipts_an_hour.times,
                  "Most receipts to one address; requests beyond are opened without one")
      ->capture_default_str();
  command.add_option("--receipts-per-day", limits.receipts_a_day.times, "The same for a day")
      ->capture_default_str();
  command
      .add_option("--mails-per-hour", limits.mails.times,
                  "Most mails that leave; what is beyond waits for the next hour")
      ->capture_default_str();
}

// --- user ---

struct UserArguments {
  std::string database, login, name, role = "admin_web";
  std::string origin;
};

base::Instant clock_now() { return {std::time(nullptr)}; }

base::Result<store::Database> register_of(const std::string& address) {
  store::DatabaseSettings settings;
  settings.address = address;
  settings.is_beside_server = true;
  return store::Database::open(settings, service::store_time(clock_now()));
}

int print_user_link(const UserArguments& arguments, const base::Result<std::string>& token) {
  if (!token) return report(token.error());
  fmt::print("Good once, within a day: {}/id/petugas/akun/?token={}\n", arguments.origin, *token);
  return 0;
}

int run_user_add(const UserArguments& arguments) {
  const auto role = desk::role_from_text(arguments.role);
  if (!role || *role == desk::Role::requester)
    return report({base::ErrorCode::invalid,
                   "--role takes admin_web, section_head, division_head or operator.",
                   arguments.role});
  auto database = register_of(arguments.database);
  if (!database) return report(database.error());
  service::Accounts accounts(*database);
  return print_user_link(arguments,
                         accounts.add(arguments.login, arguments.name, *role, clock_now()));
}

int run_user_link(const UserArguments& arguments) {
  auto database = register_of(arguments.database);
  if (!database) return report(database.error());
  service::Accounts accounts(*database);
  return print_user_link(arguments, accounts.new_link(arguments.login, clock_now()));
}

int run_user_disable(const UserArguments& arguments) {
  auto database = register_of(arguments.database);
  if (!database) return report(database.error());
  service::Accounts accounts(*database);
  const auto disabled = accounts.disable(arguments.login, clock_now());
  return disabled ? 0 : report(disabled.error());
}

int run_user_list(const UserArguments& arguments) {
  auto database = register_of(arguments.database);
  if (!database) return report(database.error());
  const auto accounts =
      database->read([](store::Transaction& transaction) { return list_accounts(transaction); });
  if (!accounts) return report(accounts.error());
  for (const store::Account& account : *accounts) {
    const std::string_view state = account.is_disabled             ? "disabled"
                                   : account.password_hash.empty() ? "not set up"
                                                                   : "active";
    fmt::print("{}\t{}\t{}\t{}\n", account.known_as.login, account.known_as.role, state,
               account.known_as.name);
  }
  return 0;
}

void add_user_commands(CLI::App& app, UserArguments& user, std::function<int()>& chosen) {
  CLI::App* users = app.add_subcommand("user", "The office's accounts");
  users->require_subcommand(1);
  const auto command = [&](const char* name, const char* help, int (*run)(const UserArguments&)) {
    CLI::App* made = users->add_subcommand(name, help);
    made->add_option("--database", user.database, "The register: a file, or postgresql://…")
        ->required();
    made->callback([&user, &chosen, run] { chosen = [&user, run] { return run(user); }; });
    return made;
  };
  CLI::App* adding =
      command("add", "Add an account and print the link that sets it up", run_user_add);
  adding->add_option("login", user.login, "a to z, 0 to 9, '.', '-' and '_'")->required();
  adding->add_option("--name", user.name, "As colleagues read it")->required();
  adding->add_option("--role", user.role, "admin_web, section_head, division_head or operator")
      ->capture_default_str();
  CLI::App* linking =
      command("link", "Print a new link that sets the account up again", run_user_link);
  linking->add_option("login", user.login, "Whose")->required();
  for (CLI::App* printing : {adding, linking})
    printing->add_option("--origin", user.origin, "Before the link, as https://data.example.go.id");
  CLI::App* disabling =
      command("disable", "Disable an account and end its sessions", run_user_disable);
  disabling->add_option("login", user.login, "Whose")->required();
  command("list", "List the accounts", run_user_list);
}

// --- verify-audit ---

struct AuditArguments {
  std::string database;
  std::string known;  ///< "17:5f3a…", as an earlier run printed it.
};

/// The head of a chain from how it is printed.
base::Result<store::AuditHead> audit_head_from_text(const std::string& text) {
  store::AuditHead head;
  const std::size_t colon = std::min(text.find(':'), text.size());
  const auto [end, error] = std::from_chars(text.data(), text.data() + colon, head.sequence);
  if (error != std::errc() || end != text.data() + colon || colon + 1 + 64 != text.size())
    return base::fail(base::ErrorCode::invalid,
                      "--known takes what an earlier verify-audit printed: a number, a colon and "
                      "64 hexadecimal digits.",
                      text);
  head.sha256 = text.substr(colon + 1);
  return head;
}

int run_verify_audit(const AuditArguments& arguments) {
  std::optional<store::AuditHead> known;
  if (!arguments.known.empty()) {
    const auto head = audit_head_from_text(arguments.known);
    if (!head) return report(head.error());
    known = *head;
  }
  auto database = register_of(arguments.database);
  if (!database) return report(database.error());
  const auto head = database->read(
      [&](store::Transaction& transaction) { return verify_audit(transaction, known); });
  if (!head) return report(head.error());
  fmt::print("{}:{}\n", head->sequence, head->sha256);
  return 0;
}

void add_audit_command(CLI::App& app, AuditArguments& audit, std::function<int()>& chosen) {
  CLI::App* command = app.add_subcommand(
      "verify-audit", "Work out the audit's chain of digests again, and print its last entry");
  command->add_option("--database", audit.database, "The register: a file, or postgresql://…")
      ->required();
  command->add_option("--known", audit.known,
                      "What an earlier run printed: also finds entries cut off at the end");
  command->callback([&audit, &chosen] { chosen = [&audit] { return run_verify_audit(audit); }; });
}

// --- held-mail ---

struct HeldMailArguments {
  std::string database;
  std::int64_t id = 0;
};

int run_held_mail_list(const HeldMailArguments& arguments) {
  auto database = register_of(arguments.database);
  if (!database) return report(database.error());
  constexpr std::int64_t shown_max = 1000;
  const auto mails = database->read(
      [](store::Transaction& transaction) { return list_held_mails(transaction, shown_max); });
  if (!mails) return report(mails.error());
  for (const store::HeldMail& mail : *mails)
    fmt::print("{}\t{}\t{}\t{} bytes\n", mail.id, mail.reason, mail.sender, mail.bytes_count);
  return 0;
}

int run_held_mail_show(const HeldMailArguments& arguments) {
  auto database = register_of(arguments.database);
  if (!database) return report(database.error());
  const auto bytes = database->read(
      [&](store::Transaction& transaction) { return read_held_mail(transaction, arguments.id); });
  if (!bytes) return report(bytes.error());
  std::fwrite(bytes->data(), 1, bytes->size(), stdout);
  return 0;
}

int run_held_mail_dismiss(const HeldMailArguments& arguments) {
  auto database = register_of(arguments.database);
  if (!database) return report(database.error());
  const auto done = database->write([&](store::Transaction& transaction) {
    return resolve_held_mail(transaction, arguments.id, "dismissed", "system",
                             service::store_time(clock_now()));
  });
  return done ? 0 : report(done.error());
}

void add_held_mail_commands(CLI::App& app, HeldMailArguments& held, std::function<int()>& chosen) {
  CLI::App* mails = app.add_subcommand("held-mail", "Mails that came in and fit nowhere");
  mails->require_subcommand(1);
  const auto command = [&](const char* name, const char* help,
                           int (*run)(const HeldMailArguments&)) {
    CLI::App* made = mails->add_subcommand(name, help);
    made->add_option("--database", held.database, "The register: a file, or postgresql://…")
        ->required();
    made->callback([&held, &chosen, run] { chosen = [&held, run] { return run(held); }; });
    return made;
  };
  command("list", "List number, reason, sender and size of each", run_held_mail_list);
  command("show", "Write one as it came", run_held_mail_show)
      ->add_option("id", held.id, "Its number")
      ->required();
  command("dismiss", "Erase one that needs nothing", run_held_mail_dismiss)
      ->add_option("id", held.id, "Its number")
      ->required();
}

// --- report ---

struct ReportArguments {
  std::string database, number, period, as_of, language = "id";
  fs::path office = "data/office", site, out;
};

int run_report(const ReportArguments& arguments) {
  desk::ReportWish wish;
  const auto period = desk::report_period_from_text(arguments.period);
  if (!period) return report(period.error());
  wish.period = *period;
  wish.as_of = clock_now();
  if (!arguments.as_of.empty()) {
    const auto as_of = base::instant_from_text(arguments.as_of);
    if (!as_of) return report(as_of.error());
    wish.as_of = *as_of;
  }
  wish.language = arguments.language == "en" ? base::Language::en : base::Language::id;
  const auto data = service::desk_data_from_folders(arguments.office, arguments.site);
  if (!data) return report(data.error());
  auto database = register_of(arguments.database);
  if (!database) return report(database.error());
  const auto made = service::report_from_register(*database, *data, arguments.number, wish);
  if (!made) return report(made.error());
  std::string kind = arguments.out.extension().string();
  const auto file =
      service::report_file(*made, *period, kind.empty() ? kind : kind.substr(1), *data);
  if (!file) return report(file.error());
  const auto written = publish::replace_file(arguments.out, file->bytes);
  if (!written) return report(written.error());
  fmt::print("{}  {}\n", made->sha256, base::iso_from_instant(made->as_of));
  return 0;
}

void add_report_command(CLI::App& app, ReportArguments& wanted, std::function<int()>& chosen) {
  CLI::App* command = app.add_subcommand(
      "report", "Write a report as CSV, Excel or PDF, and print its digest and its time");
  command->add_option("number", wanted.number, "Which, as 16-1")->required();
  command->add_option("period", wanted.period, "2026-11, 2026-Q4, 2026-S2, 2026 or a range")
      ->required();
  command->add_option("out", wanted.out, "File to write: .csv, .xlsx or .pdf")->required();
  command->add_option("--database", wanted.database, "The register: a file, or postgresql://…")
      ->required();
  command->add_option("--site", wanted.site, "The site, made by build-site")->required();
  command->add_option("--office", wanted.office, "Folder of the office's data")
      ->capture_default_str();
  command->add_option("--as-of", wanted.as_of,
                      "What was recorded later does not count: 2026-11-30T09:00:00Z; else now");
  command->add_option("--language", wanted.language, "id or en")
      ->check(CLI::IsMember({"id", "en"}))
      ->capture_default_str();
  command->callback([&wanted, &chosen] { chosen = [&wanted] { return run_report(wanted); }; });
}

// --- convert and check ---

struct ConvertArguments {
  fs::path in, out;
  std::string from, to;
};

base::Result<publish::Format> format_of(const fs::path& path, const std::string& word) {
  return word.empty() ? publish::format_from_path(path) : publish::format_from_word(word);
}

int run_convert(const ConvertArguments& arguments) {
  const auto from = format_of(arguments.in, arguments.from);
  if (!from) return report(from.error());
  const auto to = format_of(arguments.out, arguments.to);
  if (!to) return report(to.error());
  publish::TableFile file =
      publish::table_file_from_path(arguments.in, *from, publish::Checks::readable);
  print_findings(stderr, file.findings);
  if (!file.table) return 1;
  // A CSV file does not say what its table is called; its name does.
  if (file.table->code.empty()) file.table->code = arguments.in.stem().string();
  const auto bytes = publish::bytes_from_table(*file.table, *to);
  if (!bytes) return report(bytes.error());
  const auto written = publish::replace_file(arguments.out, *bytes);
  return written ? 0 : report(written.error());
}

void add_server_options(CLI::App& serving, http::ServerSettings& server) {
  serving.add_option("--listen", server.address, "IP address to listen on")->capture_default_str();
  serving.add_option("--port", server.port, "Port; 0 takes a free one")->capture_default_str();
  serving.add_option("--connections", server.connections_max, "Most connections at a time")
      ->capture_default_str();
  serving
      .add_option("--connections-per-address", server.connections_per_address_max,
                  "Most connections of one client; raise it behind a proxy")
      ->capture_default_str();
  serving.add_option("--trusted-proxy", server.trusted_proxies,
                     "IP address of a proxy on another machine, whose X-Forwarded-For is believed");
}

int run_check(const std::vector<fs::path>& files) {
  bool has_errors = false;
  for (const fs::path& path : files) {
    const auto format = publish::format_from_path(path);
    if (!format) {
      has_errors = true;
      report(format.error());
      continue;
    }
    const auto checks =
        *format == publish::Format::csv ? publish::Checks::readable : publish::Checks::publishable;
    const publish::TableFile file = publish::table_file_from_path(path, *format, checks);
    print_findings(stdout, file.findings);
    has_errors = has_errors || file.has_errors();
  }
  return has_errors ? 1 : 0;
}

}  // namespace

int main(int argc, char** argv) {
  log_to_stderr();
  CLI::App app("Lumbung publishes an office's statistical tables.", "lumbung");
  app.require_subcommand(1);

  BuildArguments build;
  build.source.data = "data";
  CLI::App* build_site = app.add_subcommand("build-site", "Make the whole public site as files");
  build_site->add_option("folder", build.out, "Where the site goes; replaced whole")->required();
  build_site->add_option("--data", build.source.data, "Folder of the data")->capture_default_str();
  build_site->add_option("--base-path", build.source.base_path, "Where it will stand on its host")
      ->capture_default_str();
  add_source_options(*build_site, build.source);

  ServeArguments serve;
  CLI::App* serving = app.add_subcommand("serve", "Serve the site until the process is ended");
  CLI::Option* site = serving->add_option("--site", serve.settings.site,
                                          "Serve this folder, made by build-site, as it is");
  CLI::Option* data = serving->add_option("--data", serve.source.data,
                                          "Make the site from this folder before serving it");
  CLI::Option* state = serving->add_option("--state", serve.settings.state,
                                           "Folder of what the server keeps, and of the made site");
  data->needs(state)->excludes(site);
  add_server_options(*serving, serve.settings.server);
  add_source_options(*serving, serve.source);
  add_desk_options(*serving, serve);

  ConvertArguments convert;
  CLI::App* converting = app.add_subcommand("convert", "Write a table file in another format");
  converting->add_option("in", convert.in, "File to read")->required();
  converting->add_option("out", convert.out, "File to write")->required();
  converting->add_option("--from", convert.from, "jsonstat or csv; else by the file's ending");
  converting->add_option("--to", convert.to, "jsonstat, csv or xlsx; else by the file's ending");

  std::vector<fs::path> checked;
  CLI::App* checking =
      app.add_subcommand("check", "Say what is wrong with table files, as lines of JSON");
  checking->add_option("files", checked, "Table files")->required();

  UserArguments user;
  AuditArguments audit;
  std::function<int()> register_command;
  add_user_commands(app, user, register_command);
  add_audit_command(app, audit, register_command);
  HeldMailArguments held_mail;
  add_held_mail_commands(app, held_mail, register_command);
  ReportArguments reporting;
  add_report_command(app, reporting, register_command);

  CLI11_PARSE(app, argc, argv);
  if (register_command) return register_command();
  if (*build_site) return run_build(build);
  if (*converting) return run_convert(convert);
  if (*checking) return run_check(checked);
  if (serve.settings.site.empty() && serve.source.data.empty()) {
    fmt::print(stderr, "lumbung: serve needs --data with --state, or --site.\n");
    return 1;
  }
  return run_serve(serve);
}
