#include "office/state.h"

#include <algorithm>

#include "base/text.h"

namespace office {
namespace {

constexpr std::string_view paths[] = {"id/petugas/", "en/office/"};
constexpr std::string_view ticket_paths[] = {"id/petugas/tiket/", "en/office/ticket/"};
constexpr std::string_view ticket_parameter = "number=", entry_parameter = "enter";

}  // namespace

bool may(const State& state, desk::Action action) {
  const auto session = app::loaded(state.session);
  if (!session) return false;
  const auto& actions = session->actions;
  return std::find(actions.begin(), actions.end(), action) != actions.end();
}

std::string label_of(const desk::Classification& list, const std::string& code,
                     base::Language language) {
  const desk::Choice* choice = list.find(code);
  return choice ? choice->label.in(language) : code;
}

std::string officer_name(const State& state, const std::string& login) {
  if (const auto session = app::loaded(state.session))
    for (const wire::Officer& officer : session->officers)
      if (officer.login == login) return officer.name;
  return login;
}

Screen screen_from_address(std::string_view path_and_query) {
  const std::size_t mark = path_and_query.find('?');
  const std::string_view query =
      mark == std::string_view::npos ? std::string_view() : path_and_query.substr(mark + 1);
  if (query == entry_parameter) return EntryScreen{};
  if (query.starts_with(ticket_parameter)) {
    const std::string_view value = query.substr(ticket_parameter.size());
    return TicketScreen{base::url_decoded(value.substr(0, value.find('&')), true)};
  }
  return QueueScreen{wire::queue_wish_from_query(query)};
}

std::string address_from_screen(const Screen& screen, base::Language language,
                                std::string_view base_path) {
  const std::size_t in_language = language == base::Language::en ? 1 : 0;
  if (const auto* ticket = std::get_if<TicketScreen>(&screen)) {
    std::string address(base_path);
    address += ticket_paths[in_language];
    return address + "?" + std::string(ticket_parameter) + base::url_encoded(ticket->number);
  }
  std::string address(base_path);
  address += paths[in_language];
  const auto* queue = std::get_if<QueueScreen>(&screen);
  const std::string query =
      queue ? wire::query_from_queue_wish(queue->wish) : std::string(entry_parameter);
  return query.empty() ? address : address + "?" + query;
}

}  // namespace office
