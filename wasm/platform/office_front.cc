// The office's client: queue, one ticket, and writing down a request.
#include "app/update.h"
#include "office/keys.h"
#include "office/update.h"
#include "office_view/screens.h"
#include "platform/front.h"

namespace platform {
namespace {

class OfficeFront final : public Front {
 public:
  app::Effects update(app::State& state, const app::Command& command, double now_ms) override {
    return office::update(state, office_, command, now_ms);
  }

  view::Screens screens() override { return office_view::office_screens(office_); }

  std::optional<app::Command> command_from_key(const app::State& state,
                                               const semantics::Node* focused,
                                               const semantics::KeyPress& press,
                                               std::size_t) override {
    return office::command_from_key(state, office_, focused, press);
  }

  bool is_waiting(const app::State&) const override {
    return std::holds_alternative<app::NotAsked>(office_.session) ||
           std::holds_alternative<app::Loading>(office_.session);
  }

 private:
  office::State office_;
};

}  // namespace

std::unique_ptr<Front> make_front() { return std::make_unique<OfficeFront>(); }

}  // namespace platform
