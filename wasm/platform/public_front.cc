// The public's client: catalogue and tables.
#include "app/update.h"
#include "base/variant.h"
#include "platform/front.h"
#include "view/screens.h"

namespace platform {
namespace {

template <class T>
bool is_under_way(const app::Loadable<T>& held) {
  return std::holds_alternative<app::NotAsked>(held) || std::holds_alternative<app::Loading>(held);
}

class PublicFront final : public Front {
 public:
  app::Effects update(app::State& state, const app::Command& command, double now_ms) override {
    return app::update(state, command, now_ms);
  }

  view::Screens screens() override { return view::public_screens(); }

  std::optional<app::Command> command_from_key(const app::State& state,
                                               const semantics::Node* focused,
                                               const semantics::KeyPress& press,
                                               std::size_t page_rows) override {
    return semantics::command_from_key(state, focused, press, page_rows);
  }

  bool is_waiting(const app::State& state) const override {
    return std::visit(
        base::on{
            [&](const app::CatalogueScreen&) { return is_under_way(state.catalogue); },
            [&](const app::TableScreen& screen) {
              const auto held = state.tables.find(screen.code);
              return held == state.tables.end() || is_under_way(held->second);
            },
        },
        state.screen);
  }
};

}  // namespace

std::unique_ptr<Front> make_front() { return std::make_unique<PublicFront>(); }

}  // namespace platform
