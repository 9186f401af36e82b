#include "office/keys.h"

#include <string>

namespace office {
namespace {

using Wished = std::optional<app::Command>;

constexpr std::string_view rows_prefix = "queue/rows/";

/// The ticket whose row the node stands in; empty: none.
std::string number_of_row(const semantics::Node& node) {
  if (!node.id.starts_with(rows_prefix)) return {};
  const std::string rest = node.id.substr(rows_prefix.size());
  return rest.substr(0, rest.find('/'));
}

Wished wish_in_row(const std::string& number, const semantics::KeyPress& press) {
  if (press.has_control || press.has_alt) return {};
  if (press.key == "ArrowDown") return command(MoveRow{1});
  if (press.key == "ArrowUp") return command(MoveRow{-1});
  if (press.key == "a" || press.key == "A") return command(TakeTicket{number});
  if (press.key == "x" || press.key == "X") return command(PickRow{number});
  return {};
}

}  // namespace

std::optional<app::Command> command_from_key(const app::State& client, const State& office,
                                             const semantics::Node* focused,
                                             const semantics::KeyPress& press) {
  if (press.key == "Escape") return client.ui.popup ? Wished(app::ClosePopup{}) : Wished();
  if (press.key == "Enter" && press.has_control) {
    if (std::holds_alternative<TicketScreen>(office.screen)) return command(SendDraft{});
    if (std::holds_alternative<EntryScreen>(office.screen)) return command(SendEntry{});
  }
  if (!focused || client.ui.popup) return {};
  const std::string number = number_of_row(*focused);
  return number.empty() ? Wished() : wish_in_row(number, press);
}

}  // namespace office
