// What several of the office's screens draw with.
#pragma once

#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "office/state.h"
#include "office/wish.h"
#include "view/widget/control.h"
#include "view/widget/ui.h"

namespace office_view {

using base::Rect;
using base::Word;
using semantics::Node;
using semantics::NodeRole;
using semantics::Tri;
using view::Align;
using view::Face;
using view::Icon;
using view::Role;
using view::Size;
using view::Ui;

/// How high things were when they were last drawn, by id: what stands around them is drawn first.
using Heights = std::map<std::string, float, std::less<>>;

/// What every screen is drawn from.
struct Desk {
  Ui& ui;
  const office::State& office;
  Heights& heights;

  /// Null until it is there.
  const wire::OfficeSession* session() const { return app::loaded(office.session).get(); }
  base::Language language() const { return ui.language(); }
};

/// From here on the list has columns, and the preview its place beside the reply.
inline constexpr float columns_from = 1200;
bool has_columns(const Desk& desk);

/// Between two panels.
inline constexpr float panel_gap = 12;

/// A place that is filled from its top, as far down as it takes.
struct Column {
  float x = 0, y = 0, w = 0;

  Rect cut(float height) {
    const Rect piece{x, y, w, height};
    y += height;
    return piece;
  }
  void gap(float height) { y += height; }
};

/// What is left of the column, for text that says itself how high it is.
inline Rect rest_of(const Column& column) { return {column.x, column.y, column.w, 0}; }

/// A white box around what is drawn in its time, with a heading and a line under it.
class Panel {
 public:
  Panel(const Desk& desk, std::string_view id, Column& outer, std::string_view title,
        std::string_view note = {});
  ~Panel();
  Panel(const Panel&) = delete;
  Panel& operator=(const Panel&) = delete;

  Column inner;
  /// The heading's own line, from its right end.
  Rect head;

 private:
  const Desk& desk_;
  std::string id_;
  Column& outer_;
  semantics::Group group_;
};

/// Remembers how high a thing is; where that is news, another frame is drawn.
void remember_height(const Desk& desk, const std::string& id, float height);
float remembered_height(const Desk& desk, std::string_view id, float otherwise);

// --- Times and clocks ---

/// "19 Nov, 09.14".
std::string short_time(const Desk& desk, base::Instant instant);
/// "Senin, 23 Nov".
std::string weekday_and_day(const Desk& desk, base::Date date);

/// A row's clock as it stands in this frame: how much of the standard is used, and how that reads.
struct ClockLook {
  bool is_shown = false;
  bool is_over = false;
  bool is_near = false;  ///< From 70 % on.
  bool is_paused = false;
  float share = 0;
  std::string text;
};
ClockLook clock_look(const Desk& desk, const wire::QueueRow& row, base::Instant as_of,
                     double arrived_ms);
/// Words over a bar.
void draw_clock(const Desk& desk, const Rect& rect, const ClockLook& clock);

std::string_view step_word(const Desk& desk, desk::SopStep step);
std::string_view status_word(const Desk& desk, desk::TicketStatus status);
void status_tag(const Desk& desk, const Rect& rect, desk::TicketStatus status);
float status_tag_width(const Desk& desk, desk::TicketStatus status);

// --- Fields ---

/// A label over a field; takes its line from the column.
void field_label(const Desk& desk, std::string_view id, Column& column, std::string_view label);
/// A sentence under a field that says what is wrong with it; nothing where nothing is.
void field_finding(const Desk& desk, std::string_view id, Column& column, std::string_view finding);

using Choices = std::vector<std::pair<std::string, std::string>>;  ///< Code and label.

/// A field that opens a list, `empty` first in it where that is not empty.
struct ChoiceField {
  std::string_view id;  ///< Of the field and of its popup.
  std::string_view label;
  std::string_view empty;
  std::string value;
};
void choice_field(const Desk& desk, const Rect& rect, const ChoiceField& field,
                  const Choices& choices, const std::function<app::Command(std::string)>& make);

Choices choices_of(const Desk& desk, const desk::Classification& list);
/// Those whom a ticket can be given to.
Choices officers_of(const Desk& desk);

/// Chips side by side, in as many lines as they need.
struct Chip {
  std::string id;
  std::string label;
  bool is_chosen = false;
  app::Command command;
};
void chips(const Desk& desk, Column& column, const std::vector<Chip>& all);

}  // namespace office_view
