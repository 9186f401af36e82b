// The queue of the office as a page.
#include <algorithm>
#include <utility>

#include "base/number.h"
#include "base/words.h"
#include "desk/clocks.h"
#include "output/html_document.h"
#include "output/html_office.h"
#include "output/html_office_parts.h"
#include "output/html_sign_in.h"
#include "output/markup.h"

namespace output {
namespace {

using base::Word;

class QueueWriter {
 public:
  QueueWriter(const OfficeFrame& frame, const QueuePage& page, const Site& site)
      : frame_(frame), page_(page), path_(office_path(site, frame.language)), site_(site) {}

  std::string written() {
    html_.open("main", {{"id", "content"}, {"class", "office"}, {"tabindex", "-1"}});
    write_office_ways(html_, frame_, site_, path_);
    html_.open("div", {{"class", "desk"}});
    html_.element("h1", word(Word::queue_title));
    write_open_viewer(html_, site_, frame_.language);
    write_counts();
    write_tabs();
    write_filters();
    if (page_.queue.rows.empty())
      html_.element("p", word(Word::queue_empty), {{"class", "notice"}});
    else
      write_rows();
    write_paging();
    html_.close("div");
    html_.close("main");
    html_.line();
    return html_.take();
  }

 private:
  std::string_view word(Word name) const { return base::text(name, frame_.language); }
  std::string count(std::uint64_t number) const {
    return base::text_from_count(number, frame_.language);
  }

  std::string address(const wire::QueueWish& wish) const {
    const std::string query = wire::query_from_queue_wish(wish);
    return path_ + (query.empty() ? "" : "?" + query);
  }

  void number(Word label, const std::string& figure, const wire::QueueWish& wish, bool is_bad) {
    html_.open("li", {{is_bad ? "class" : "", "bad"}});
    html_.open("a", {{"href", address(wish)}});
    html_.element("span", word(label));
    html_.element("b", figure);
    html_.close("a");
    html_.close("li");
  }

  void write_counts() {
    const wire::QueueCounts& counts = page_.queue.counts;
    wire::QueueWish over, today, waiting;
    over.mark = wire::QueueMark::over_step;
    today.mark = wire::QueueMark::due_today;
    waiting.tab = wire::QueueTab::waiting;
    html_.open("ul", {{"class", "figures"}});
    number(Word::queue_open, count(counts.open), {}, false);
    number(Word::queue_over_step, count(counts.over_step), over, counts.over_step > 0);
    number(Word::queue_due_today, count(counts.due_today), today, false);
    number(Word::queue_waiting, count(counts.waiting), waiting, false);
    html_.close("ul");
    html_.line();
  }

  void write_tabs() {
    const wire::QueueCounts& counts = page_.queue.counts;
    const std::pair<wire::QueueTab, std::pair<Word, std::uint64_t>> tabs[] = {
        {wire::QueueTab::open, {Word::queue_open, counts.open}},
        {wire::QueueTab::mine, {Word::queue_mine, counts.mine}},
        {wire::QueueTab::unassigned, {Word::queue_unassigned, counts.unassigned}},
        {wire::QueueTab::waiting, {Word::queue_waiting, counts.waiting}},
        {wire::QueueTab::closed, {Word::queue_closed, counts.closed}}};
    html_.open("nav", {{"class", "tabs"}, {"aria-label", word(Word::queue_title)}});
    for (const auto& [tab, label] : tabs) {
      wire::QueueWish wish;
      wish.tab = tab;
      html_.element(
          "a", std::string(word(label.first)) + " " + count(label.second),
          {{"href", address(wish)}, {tab == page_.wish.tab ? "aria-current" : "", "page"}});
    }
    html_.close("nav");
    html_.line();
  }

  void hidden(std::string_view name, std::string_view value) {
    html_.open("input", {{"type", "hidden"}, {"name", name}, {"value", value}});
  }

  void choice(std::string_view name, const desk::Classification& list, std::string_view chosen) {
    const std::string id = "filter-" + std::string(name);
    html_.open("div", {{"class", "field"}});
    html_.element("label", list.label.in(frame_.language), {{"for", id}});
    html_.open("select", {{"name", name}, {"id", id}});
    html_.element("option", word(Word::queue_any), {{"value", ""}});
    for (const desk::Choice& option : list.choices)
      html_.element("option", option.label.in(frame_.language),
                    {{"value", option.code}, {option.code == chosen ? "selected" : "", ""}});
    html_.close("select");
    html_.close("div");
  }

  void write_filters() {
    html_.open("form", {{"method", "get"}, {"action", path_}, {"class", "filters"}});
    for (const auto& [name, value] : fields_of(page_.wish))
      if (name == "tab" || name == "mark" || name == "order") hidden(name, value);
    html_.open("div", {{"class", "field text"}});
    html_.element("label", word(Word::queue_search), {{"for", "filter-text"}});
    html_.open(
        "input",
        {{"type", "search"}, {"name", "text"}, {"id", "filter-text"}, {"value", page_.wish.text}});
    html_.close("div");
    choice("channel", frame_.classifications.channel, page_.wish.channel);
    choice("institution_category", frame_.classifications.institution_category,
           page_.wish.institution_category);
    html_.element("button", word(Word::search), {{"class", "button plain"}, {"type", "submit"}});
    html_.close("form");
    html_.line();
  }

  void write_rows() {
    html_.open("div", {{"class", "scroll whole"}});
    html_.open("table", {{"class", "queue"}});
    html_.open("thead");
    html_.open("tr");
    for (const Word head :
         {Word::queue_request, Word::queue_requester, Word::queue_step, Word::queue_time_left,
          Word::queue_promise, Word::queue_officer, Word::ticket_status})
      html_.element("th", word(head), {{"scope", "col"}});
    html_.close("tr");
    html_.close("thead");
    html_.open("tbody");
    for (const wire::QueueRow& row : page_.queue.rows)
      write_row(row);
    html_.close("tbody");
    html_.close("table");
    html_.close("div");
    html_.line();
  }

  void write_row(const wire::QueueRow& row) {
    const bool is_over = row.step && row.step->used_seconds > row.step->standard_seconds;
    html_.open("tr", {{is_over ? "class" : "", "over"}});
    html_.open("th", {{"scope", "row"}});
    const std::string ticket = office_ticket_path(site_, frame_.language) + "?number=" + row.number;
    html_.element("a", row.title.empty() ? row.number : row.title, {{"href", ticket}});
    html_.element(
        "span",
        row.number + " · " + base::text_from_instant(row.opened_at, frame_.zone, frame_.language),
        {{"class", "hint"}});
    html_.close("th");
    cell(Word::queue_requester,
         row.institution.empty() ? std::string(word(Word::queue_private)) : row.institution);
    cell(Word::queue_step,
         row.step ? frame_.settings.standard(row.step->step).label.in(frame_.language) : "");
    open_cell(Word::queue_time_left);
    if (row.step) write_step_clock(html_, *row.step, frame_.language);
    html_.close("td");
    cell(Word::queue_promise,
         row.promise ? base::short_text_from_date(row.promise->date, frame_.language) : "");
    cell(Word::queue_officer, row.officer);
    open_cell(Word::ticket_status);
    write_status(html_, row.status, frame_.language);
    html_.close("td");
    html_.close("tr");
    html_.line();
  }

  /// Where the table has no room, each row is a card and its cells say what they are.
  void open_cell(Word head) { html_.open("td", {{"data-head", word(head)}}); }
  void cell(Word head, const std::string& text) {
    html_.element("td", text, {{"data-head", word(head)}});
  }

  void write_paging() {
    const std::uint64_t end = page_.wish.offset + page_.queue.rows.size();
    wire::QueueWish wish = page_.wish;
    html_.open("p");
    if (page_.wish.offset > 0) {
      wish.offset -= std::min(wish.offset, wire::queue_rows_max);
      html_.element("a", word(Word::page_before), {{"href", address(wish)}});
      html_.text(" ");
    }
    if (end < page_.queue.rows_count) {
      wish.offset = end;
      html_.element("a", word(Word::page_after), {{"href", address(wish)}});
    }
    html_.close("p");
  }

  const OfficeFrame& frame_;
  const QueuePage& page_;
  const std::string path_;
  const Site& site_;
  Markup html_;
};

}  // namespace

base::Result<std::string> queue_document(std::string_view html_template, const OfficeFrame& frame,
                                         const QueuePage& page, const Site& site) {
  Document document;
  document.language = frame.language;
  document.title = base::text(Word::queue_title, frame.language);
  document.path = office_path(site, frame.language);
  document.path_id = office_path(site, base::Language::id);
  document.path_en = office_path(site, base::Language::en);
  document.main = QueueWriter(frame, page, site).written();
  document.is_found = false;
  document.is_office = true;
  document.client = "office";
  return html_from_document(html_template, document, site);
}

}  // namespace output
