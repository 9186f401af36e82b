// An area that scrolls up and down: clips what is drawn in it, takes the wheel and the finger, and
// has a bar where there is more.
#pragma once

#include "view/widget/ui.h"

namespace view {

class ScrollArea {
 public:
  /// Content of `content_height` in `view`. Clips until its end of life.
  ScrollArea(Ui& ui, std::string_view id, const Rect& view, float content_height);
  ~ScrollArea();
  ScrollArea(const ScrollArea&) = delete;
  ScrollArea& operator=(const ScrollArea&) = delete;

  /// Where the content begins, in the window: above the view when scrolled.
  float top() const { return view_.y - offset_; }
  /// What the bar leaves of the width.
  float width() const { return width_; }
  const Rect& view() const { return view_; }
  /// The part of the content in sight.
  float offset() const { return offset_; }

 private:
  Ui& ui_;
  std::string id_;
  Rect view_;
  float content_;
  float width_;
  float offset_;
};

/// A bar for something that scrolls: `share` of it is in sight, `at` (0 to 1) of the rest lies
/// before it. Returns the new `at` while it is dragged.
std::optional<double> scroll_bar(Ui& ui, std::string_view id, const Rect& track, double share,
                                 double at, bool is_horizontal);

/// Brings a scroll closer to where it glides; with reduced motion at once. True while it moves.
bool glide(Ui& ui, Scroll& scroll);

}  // namespace view
