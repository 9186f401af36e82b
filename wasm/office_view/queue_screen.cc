// The queue: five numbers, the tabs, the filters, and the list.
#include <algorithm>

#include "base/number.h"
#include "office_view/screens.h"
#include "view/screens.h"
#include "view/widget/scroll_area.h"

namespace office_view {
namespace {

constexpr float card_height = 92;

app::Command shown(wire::QueueWish wish) {
  wish.offset = 0;
  return office::command(office::OpenQueue{std::move(wish)});
}

const wire::QueueWish& wish_of(const Desk& desk) { return desk.office.queue_wish; }

// --- Head ---

/// "Kamis, 19 November 2026, 09.40 WIB · jam layanan sampai 15.30".
std::string hours_text(const Desk& desk, const wire::OfficeQueue& queue) {
  const base::Zone zone = desk.session() ? desk.session()->zone : base::Zone();
  const base::Instant now =
      office::now_from(queue.as_of, desk.office.queue_arrived_ms, desk.ui.state.now_ms);
  const std::string time = base::text_from_instant(now, zone, desk.language());
  if (!queue.open_until) return desk.ui.word(Word::office_closed_now, {time});
  const std::string until = short_time(desk, *queue.open_until);
  return desk.ui.word(Word::office_open_until, {time, until.substr(until.rfind(' ') + 1)});
}

void head(const Desk& desk, Column& column, const wire::OfficeQueue* queue) {
  Ui& ui = desk.ui;
  Rect row = column.cut(ui.control_height());
  if (office::may(desk.office, desk::Action::enter_request)) {
    const view::ButtonLook look{view::ButtonKind::primary, Icon::plus};
    const std::string_view label = ui.word(Word::office_enter);
    view::button(ui, "enter", row.cut_right(view::button_width(ui, label, look)), label, look,
                 office::command(office::OpenEntry{}));
    row.cut_right(12);
  }
  if (queue && has_columns(desk)) {
    const std::string hours = hours_text(desk, *queue);
    const view::TextStyle muted{Size::note, Role::text_muted, Face::regular, Align::right};
    ui.text("hours", row.cut_right(ui.paint.width(hours, muted) + 1), hours, muted);
    row.cut_right(12);
  }
  const view::TextStyle style{ui.is_phone() ? Size::heading : Size::title, Role::text,
                              Face::semibold};
  const float height =
      ui.paint.paragraph_height(ui.word(Word::office_queue_title), style, row.w, 2);
  ui.heading("title", row.centred_y(height), ui.word(Word::office_queue_title), 1, style, 2);
}

struct Card {
  std::string_view id;
  Word label;
  std::string figure, note;
  std::optional<Icon> icon = {};
  Role ink = Role::text;
  std::optional<app::Command> command = {};
};

void card(Ui& ui, const Rect& rect, Card each) {
  view::Touch touch;
  if (each.command) touch = ui.touch(ui.nodes.id_of(each.id), rect);
  view::panel(ui, rect);
  if (touch.is_hovered) {
    ui.paint.outline(rect, Role::primary, view::tokens::radius::panel);
    ui.set_cursor(1);
  }
  Rect inner = rect.inset(16, 12);
  const std::string_view label = ui.word(each.label);
  ui.paint.text(inner.cut_top(18), label, {Size::note, Role::text_muted});
  Rect line = inner.cut_top(32);
  const view::TextStyle style{Size::title, each.ink, Face::semibold};
  const float wide = ui.paint.text(line, each.figure, style);
  if (each.icon) ui.paint.icon(*each.icon, line.x + wide + 20, line.middle_y(), 20, each.ink);
  ui.paint.text(inner.cut_top(18), each.note, {Size::note, Role::text_muted});
  if (touch.was_clicked) ui.commands.send(*each.command);
  Node node;
  node.role = each.command ? NodeRole::button : NodeRole::text;
  node.name = std::string(label) + ": " + each.figure + ", " + each.note;
  node.rect = rect;
  node.is_focusable = each.command.has_value();
  node.command = std::move(each.command);
  ui.record(each.id, std::move(node));
}

std::vector<Card> cards_of(const Desk& desk, const wire::QueueCounts& counts) {
  const Ui& ui = desk.ui;
  const auto count = [&](std::uint64_t number) {
    return base::text_from_count(number, desk.language());
  };
  wire::QueueWish over, due, waiting;
  over.mark = wire::QueueMark::over_step;
  due.mark = wire::QueueMark::due_today;
  waiting.tab = wire::QueueTab::waiting;
  std::vector<Card> all;
  all.push_back({"open",
                 Word::queue_open,
                 count(counts.open),
                 ui.word(Word::office_card_open_note, {count(counts.unassigned)}),
                 {},
                 Role::text,
                 shown({})});
  Card late{"over",
            Word::queue_over_step,
            count(counts.over_step),
            std::string(ui.word(Word::queue_step)),
            {},
            Role::text,
            shown(over)};
  if (counts.over_step > 0) late.icon = Icon::warning, late.ink = Role::danger;
  all.push_back(std::move(late));
  Card today{"due",
             Word::queue_due_today,
             count(counts.due_today),
             std::string(ui.word(Word::queue_promise)),
             {},
             Role::text,
             shown(due)};
  if (counts.due_today > 0) today.icon = Icon::clock, today.ink = Role::warning;
  all.push_back(std::move(today));
  all.push_back({"waiting",
                 Word::queue_waiting,
                 count(counts.waiting),
                 std::string(ui.word(Word::office_card_waiting_note)),
                 {},
                 Role::text,
                 shown(waiting)});
  const std::uint64_t answered = counts.answered_this_month;
  const std::string share =
      answered == 0 ? "–" : std::to_string(100 * counts.on_time_this_month / answered) + "%";
  all.push_back({"on time", Word::office_card_on_time, share,
                 ui.word(Word::office_card_on_time_note,
                         {count(counts.on_time_this_month), count(answered)})});
  return all;
}

void cards(const Desk& desk, Column& column, const wire::QueueCounts& counts) {
  const bool is_narrow = column.w < 860;
  const auto group = desk.ui.group("numbers", NodeRole::group, desk.ui.word(Word::office_queue),
                                   {column.x, column.y, column.w, card_height});
  const std::vector<Card> all = cards_of(desk, counts);
  const std::size_t per_row = is_narrow ? 3 : all.size();
  const float gap = 12;
  const float width =
      (column.w - gap * static_cast<float>(per_row - 1)) / static_cast<float>(per_row);
  Rect row;
  for (std::size_t i = 0; i < all.size(); ++i) {
    if (i % per_row == 0) {
      if (i > 0) column.gap(gap);
      row = column.cut(card_height);
    }
    card(desk.ui, row.cut_left(width), all[i]);
    row.cut_left(gap);
  }
  column.gap(20);
}

// --- Tabs and filters ---

struct Tab {
  std::string_view id;
  wire::QueueTab tab;
  Word label;
  std::uint64_t count;
};

std::vector<Tab> tabs_of(const wire::QueueCounts& counts) {
  return {{"open", wire::QueueTab::open, Word::queue_open, counts.open},
          {"mine", wire::QueueTab::mine, Word::queue_mine, counts.mine},
          {"unassigned", wire::QueueTab::unassigned, Word::queue_unassigned, counts.unassigned},
          {"waiting", wire::QueueTab::waiting, Word::queue_waiting, counts.waiting},
          {"closed", wire::QueueTab::closed, Word::queue_closed, counts.closed}};
}

wire::QueueWish with_tab(const Desk& desk, wire::QueueTab tab) {
  wire::QueueWish wish = wish_of(desk);
  wish.tab = tab;
  wish.mark = wire::QueueMark::none;
  return wish;
}

void tabs(const Desk& desk, Column& column, const wire::QueueCounts& counts) {
  Ui& ui = desk.ui;
  if (ui.is_phone()) {
    Choices choices;
    for (const Tab& tab : tabs_of(counts))
      choices.emplace_back(std::string(tab.id),
                           std::string(ui.word(tab.label)) + " " + std::to_string(tab.count));
    const auto all = tabs_of(counts);
    const auto here = static_cast<std::size_t>(wish_of(desk).tab);
    choice_field(desk, column.cut(ui.control_height()),
                 {"tab", ui.word(Word::office_tabs), {}, std::string(all[here].id)}, choices,
                 [&](const std::string& id) {
                   const auto found = std::find_if(all.begin(), all.end(),
                                                   [&](const Tab& tab) { return tab.id == id; });
                   return shown(with_tab(desk, found->tab));
                 });
    column.gap(8);
    return;
  }
  Rect row = column.cut(44);
  ui.paint.horizontal(row.x, row.right(), row.bottom() - 1, Role::border);
  const auto group = ui.group("tabs", NodeRole::tablist, ui.word(Word::office_tabs), row);
  for (const Tab& tab : tabs_of(counts)) {
    const std::string label =
        std::string(ui.word(tab.label)) + "  " + base::text_from_count(tab.count, desk.language());
    view::tab(ui, tab.id, row.cut_left(view::tab_width(ui, label, false)), label,
              {Icon::inbox, wish_of(desk).tab == tab.tab, false}, shown(with_tab(desk, tab.tab)));
  }
  column.gap(16);
}

/// A filter of the wish: which member, and what it offers.
struct Filter {
  std::string_view id;
  std::string label, empty;
  std::string wire::QueueWish::*member;
  Choices choices;
};

std::vector<Filter> filters_of(const Desk& desk) {
  const wire::OfficeSession* session = desk.session();
  if (!session) return {};
  const Ui& ui = desk.ui;
  const desk::Classifications& lists = session->classifications;
  return {{"channel", lists.channel.label.in(desk.language()),
           std::string(ui.word(Word::office_all_channels)), &wire::QueueWish::channel,
           choices_of(desk, lists.channel)},
          {"category", lists.institution_category.label.in(desk.language()),
           std::string(ui.word(Word::office_all_categories)),
           &wire::QueueWish::institution_category, choices_of(desk, lists.institution_category)},
          {"officer", std::string(ui.word(Word::queue_officer)),
           std::string(ui.word(Word::office_all_officers)), &wire::QueueWish::officer,
           officers_of(desk)}};
}

Choices orders(const Desk& desk) {
  return {{"urgent", std::string(desk.ui.word(Word::office_order_urgent))},
          {"newest", std::string(desk.ui.word(Word::office_order_newest))},
          {"oldest", std::string(desk.ui.word(Word::office_order_oldest))}};
}

app::Command with_order(const Desk& desk, std::size_t place) {
  wire::QueueWish wish = wish_of(desk);
  wish.order = static_cast<wire::QueueOrder>(place);
  return shown(wish);
}

/// All filters and orders one below the other, for the phone.
void filter_sheet(const Desk& desk, const Rect& rect) {
  std::vector<view::MenuItem> items;
  for (const Filter& filter : filters_of(desk)) {
    const std::string& chosen = wish_of(desk).*filter.member;
    const auto add = [&](const std::string& code, const std::string& label, bool is_first) {
      wire::QueueWish wish = wish_of(desk);
      wish.*filter.member = code;
      items.push_back({std::string(filter.id) + "/" + (code.empty() ? "any" : code),
                       label,
                       {},
                       chosen == code ? Tri::yes : Tri::no,
                       {},
                       is_first,
                       shown(wish),
                       true});
    };
    add("", filter.empty, !items.empty());
    for (const auto& [code, label] : filter.choices)
      add(code, label, false);
  }
  const Choices all = orders(desk);
  for (std::size_t i = 0; i < all.size(); ++i)
    items.push_back({"order/" + all[i].first,
                     all[i].second,
                     {},
                     wish_of(desk).order == static_cast<wire::QueueOrder>(i) ? Tri::yes : Tri::no,
                     {},
                     i == 0,
                     with_order(desk, i),
                     true});
  const std::string_view label = desk.ui.word(Word::office_filters);
  view::select_field(desk.ui, "filters", rect, label, label, Icon::filter, "queue filters");
  view::popup_menu(desk.ui, "queue filters", rect, label, std::move(items));
}

void search_field(const Desk& desk, const Rect& rect) {
  const std::string_view label = desk.ui.word(Word::queue_search);
  view::text_field(
      desk.ui, "search", rect, label, desk.office.search_text,
      {Icon::search, label, !desk.ui.is_touch(), true, true, {}},
      [](std::string text) { return office::command(office::TypeSearch{std::move(text)}); });
}

void filters(const Desk& desk, Column& column) {
  Ui& ui = desk.ui;
  if (ui.is_phone()) {
    search_field(desk, column.cut(ui.control_height()));
    column.gap(8);
    filter_sheet(desk, column.cut(ui.control_height()));
    column.gap(12);
    return;
  }
  const float height = ui.is_touch() ? 44 : 30;
  const bool is_narrow = column.w < 980;
  Rect row = column.cut(height);
  if (is_narrow) {
    search_field(desk, row);
    column.gap(8);
    row = column.cut(height);
  } else {
    search_field(desk, row.cut_left(250));
    row.cut_left(8);
  }
  const float width = is_narrow ? (row.w - 24) / 4 : 170;
  const auto order = static_cast<std::size_t>(wish_of(desk).order);
  const Choices all = orders(desk);
  choice_field(
      desk, row.cut_right(width), {"order", ui.word(Word::office_order), {}, all[order].first}, all,
      [&](const std::string& code) {
        const auto found = std::find_if(all.begin(), all.end(),
                                        [&](const auto& choice) { return choice.first == code; });
        return with_order(desk, static_cast<std::size_t>(found - all.begin()));
      });
  for (const Filter& filter : filters_of(desk)) {
    choice_field(desk, row.cut_left(width),
                 {filter.id, filter.label, filter.empty, wish_of(desk).*filter.member},
                 filter.choices, [&](const std::string& code) {
                   wire::QueueWish wish = wish_of(desk);
                   wish.*filter.member = code;
                   return shown(wish);
                 });
    row.cut_left(8);
  }
  column.gap(16);
}

/// What is done to all picked rows at once.
void picked_bar(const Desk& desk, Column& column) {
  if (desk.office.picked.empty()) return;
  Ui& ui = desk.ui;
  Rect row = column.cut(48);
  ui.paint.fill(row, Role::primary_soft, view::tokens::radius::panel);
  const auto group = ui.group("picked", NodeRole::toolbar, ui.word(Word::office_assign_to), row);
  row = row.inset(16, 0);
  const std::string count =
      ui.word(Word::office_picked, {std::to_string(desk.office.picked.size())});
  const view::TextStyle style{Size::body, Role::on_primary_soft, Face::semibold};
  ui.text("count", row.cut_left(ui.paint.width(count, style) + 1), count, style);
  row.cut_left(16);
  const float height = ui.is_touch() ? 44 : 30;
  choice_field(desk, row.cut_left(220).centred_y(height),
               {"assign", ui.word(Word::office_assign_to), ui.word(Word::office_assign_to), "?"},
               officers_of(desk), [](std::string login) {
                 return office::command(office::AssignPicked{std::move(login)});
               });
  row.cut_left(8);
  const view::ButtonLook quiet{view::ButtonKind::quiet, {}, {}, true};
  const std::string_view cancel = ui.word(Word::cancel);
  view::button(ui, "cancel", row.cut_left(view::button_width(ui, cancel, quiet)).centred_y(height),
               cancel, quiet, office::command(office::ClearPicked{}));
  column.gap(12);
}

// --- Below the list ---

void empty_panel(const Desk& desk, Column& column) {
  Ui& ui = desk.ui;
  const Rect box = column.cut(190);
  view::panel(ui, box);
  Column inner{box.x + 24, box.y + 24, box.w - 48};
  ui.paint.icon(Icon::inbox, inner.x + 16, inner.cut(32).middle_y(), 32, Role::text_muted);
  inner.gap(12);
  ui.heading("empty", inner.cut(26), ui.word(Word::queue_empty), 2,
             {Size::heading, Role::text, Face::semibold});
  inner.gap(4);
  ui.text("empty hint", inner.cut(22), ui.word(Word::office_empty_queue_hint),
          {Size::note, Role::text_muted});
  inner.gap(10);
  wire::QueueWish any;
  if (wish_of(desk) == any) return;
  const std::string_view label = ui.word(Word::office_clear_filters);
  const view::ButtonLook look{view::ButtonKind::plain, {}, {}, true};
  view::button(ui, "clear", {inner.x, inner.y, view::button_width(ui, label, look), 30}, label,
               look, shown(any));
}

void paging(const Desk& desk, Column& column, const wire::OfficeQueue& queue) {
  if (queue.rows_count <= wire::queue_rows_max) return;
  Ui& ui = desk.ui;
  column.gap(12);
  Rect row = column.cut(ui.control_height());
  const wire::QueueWish& wish = wish_of(desk);
  const std::uint64_t first = wish.offset + 1, last = wish.offset + queue.rows.size();
  const auto page = [&](std::string_view id, Word word, std::uint64_t offset) {
    wire::QueueWish other = wish;
    other.offset = offset;
    const std::string_view label = ui.word(word);
    view::button(ui, id, row.cut_left(view::button_width(ui, label)), label, {},
                 office::command(office::OpenQueue{std::move(other)}));
    row.cut_left(8);
  };
  if (wish.offset > 0)
    page("previous", Word::page_before,
         wish.offset - std::min<std::uint64_t>(wish.offset, wire::queue_rows_max));
  if (last < queue.rows_count) page("next", Word::page_after, last);
  ui.text("range", row,
          ui.word(Word::office_page_range,
                  {std::to_string(first), std::to_string(last), std::to_string(queue.rows_count)}),
          {Size::note, Role::text_muted});
}

}  // namespace

void queue_screen(const Desk& desk, const Rect& body) {
  Ui& ui = desk.ui;
  const auto group = ui.group("queue", NodeRole::main, ui.word(Word::office_queue_title), body);
  Rect rest = body;
  view::offline_band(ui, rest);
  const auto queue = app::loaded(desk.office.queue);
  view::ScrollArea area(ui, "queue", rest, remembered_height(desk, "queue", rest.h));
  const float margin = ui.is_phone() ? 16 : 24;
  Column column{rest.x + margin, area.top() + 20, area.width() - 2 * margin};
  head(desk, column, queue.get());
  column.gap(16);
  const wire::QueueCounts counts = queue ? queue->counts : wire::QueueCounts();
  if (!ui.is_phone()) cards(desk, column, counts);
  tabs(desk, column, counts);
  filters(desk, column);
  const Rect place{column.x, column.y, column.w, std::max(320.0f, rest.bottom() - column.y - 24)};
  if (const auto* failed = std::get_if<app::Failed>(&desk.office.queue)) {
    view::failed_panel(ui, place, *failed, Word::office_failed_queue);
    column.cut(place.h);
  } else if (const auto* loading = std::get_if<app::Loading>(&desk.office.queue)) {
    view::loading_panel(ui, place, *loading, Word::office_loading_queue);
    column.cut(place.h);
  } else if (queue && queue->rows.empty()) {
    empty_panel(desk, column);
  } else if (queue) {
    picked_bar(desk, column);
    queue_list(desk, column);
    paging(desk, column, *queue);
  }
  remember_height(desk, "queue", column.y + 24 - area.top());
}

}  // namespace office_view
