// The viewer, whole: state, face and nodes, and the order in which a frame goes.
#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "app/command.h"
#include "app/state.h"
#include "platform/browser.h"
#include "platform/front.h"
#include "semantics/keys.h"
#include "semantics/patch.h"
#include "semantics/tree.h"
#include "view/draw_data.h"
#include "view/shell.h"

namespace platform {

class Client {
 public:
  explicit Client(view::FontBytes fonts)
      : front_(make_front()), shell_(fonts, front_->screens()) {}

  /// What the page needs to know after a frame.
  struct FrameOutcome {
    bool wants_frame = false;
    bool is_waiting = false;  ///< For what the screen is to show.
    int cursor = 0;           ///< As view::Shell::cursor says.
  };
  /// Decides what was wished, then draws.
  FrameOutcome frame(double now_ms);
  const view::DrawData& draw_data() const { return draw_data_; }
  const view::Shell& shell() const { return shell_; }

  /// Decides at once, so that what needs the reader's gesture (the clipboard) still has it.
  void send(app::Command command, double now_ms);

  // --- Pointer, in CSS pixels ---
  void pointer_moved(float x, float y);
  void pointer_pressed(int button, bool has_shift);
  void pointer_released(int button);
  void pointer_left();
  void wheel(float x, float y, float dx, float dy, bool has_shift);
  void pan(float x, float y, float dx, float dy);

  // --- The page's elements ---
  void press(std::string_view id, double now_ms);
  void input(std::string_view id, std::string value, double now_ms);
  /// The reader went to a node by keys or by a screen reader, and not by pressing it.
  void focus_moved(std::string_view id, double now_ms);
  /// True where the key is ours.
  bool key(const semantics::KeyPress& press, std::string_view focused_id, double now_ms);
  /// The innermost node at (x, y) that can have the focus; empty where there is none.
  std::string_view node_at(float x, float y) const;
  /// What the page's elements lack since the last call.
  const std::string& patch();

  // --- Answers ---
  Browser& browser() { return browser_; }
  app::Commands& commands() { return commands_; }
  void decide(double now_ms);

 private:
  void tell_notice();
  void wake(int frames);

  std::unique_ptr<Front> front_;
  app::State state_;
  app::Commands commands_;
  semantics::Tree nodes_;
  semantics::Patcher patcher_;
  std::string patch_;
  Browser browser_;
  view::Shell shell_;
  view::DrawData draw_data_;
  int frames_due_ = 1;
  int notice_told_ = 0;  ///< Number of the last notice read aloud.
};

}  // namespace platform
