// The <table> of a page, and the <main> around it.
#include <algorithm>
#include <string>

#include "base/number.h"
#include "base/words.h"
#include "output/html.h"
#include "output/html_parts.h"
#include "output/markup.h"

namespace output {
namespace {

using base::Word;

enum class Medium { screen, paper };

void write_caption(Markup& html, const Page& page) {
  // The heading of the page stands right above; whoever hears the table, or pastes it, needs it
  // here.
  html.open("caption", {{"id", "caption"}});
  html.element("span", page.title + ". ", {{"class", "unseen"}});
  std::string shown;
  if (!page.unit.empty()) {
    shown = std::string(base::text(Word::unit, page.language)) + " " + page.unit;
  }
  for (const std::string& fixed : page.fixed)
    shown += (shown.empty() ? "" : " · ") + fixed;
  html.element("span", shown);
  html.close("caption");
  html.line();
}

void write_column_groups(Markup& html, const Page& page) {
  if (page.heading.size() < 2) return;
  if (!page.stub_titles.empty()) {
    html.element("colgroup", "", {{"span", std::to_string(page.stub_titles.size())}});
  }
  for (const PageLabel& label : page.heading.front()) {
    html.element("colgroup", "", {{"span", std::to_string(label.span)}});
  }
  html.line();
}

void write_label_text(Markup& html, const PageLabel& label) {
  html.text(label.text);
  if (!label.note_marks.empty()) html.element("span", label.note_marks, {{"class", "mark"}});
}

base::Language other_language(const Page& page) {
  return page.language == base::Language::id ? base::Language::en : base::Language::id;
}

/// Of paper alone: a heading in the other language, below.
void write_other(Markup& html, const Page& page, std::string_view other, Medium medium) {
  if (medium == Medium::screen || other.empty()) return;
  html.element("span", other,
               {{"class", "other"}, {"lang", base::code_from_language(other_language(page))}});
}

void write_heading_level(Markup& html, const Page& page, std::size_t level, Medium medium) {
  const std::size_t levels_count = page.heading.size();
  for (const PageLabel& label : page.heading[level]) {
    if (label.is_computed && level > 0) continue;
    const bool reaches_down = label.is_computed && levels_count > 1;
    const bool is_group = level == 0 && levels_count > 1;
    const std::string columns = std::to_string(label.span);
    const std::string rows = std::to_string(levels_count);
    html.open("th", {{"scope", is_group ? "colgroup" : "col"},
                     {label.span > 1 ? "colspan" : "", columns},
                     {reaches_down ? "rowspan" : "", rows}});
    write_label_text(html, label);
    write_other(html, page, label.other, medium);
    html.close("th");
  }
}

/// (1) (2) (3), by which people name the columns of a printed table.
void write_column_numbers(Markup& html, const Page& page) {
  std::size_t count = page.stub_titles.size() + (page.heading.empty() ? 1 : 0);
  if (!page.heading.empty()) {
    for (const PageLabel& label : page.heading.front())
      count += label.span;
  }
  html.open("tr", {{"class", "numbers"}});
  for (std::size_t column = 1; column <= count; ++column)
    html.element("td", "(" + std::to_string(column) + ")");
  html.close("tr");
  html.line();
}

void write_heading(Markup& html, const Page& page, Medium medium) {
  html.open("thead");
  const std::size_t levels_count = std::max<std::size_t>(page.heading.size(), 1);
  for (std::size_t level = 0; level < levels_count; ++level) {
    html.open("tr");
    if (level == 0) {
      for (std::size_t stub = 0; stub < page.stub_titles.size(); ++stub) {
        html.open("th", {{"scope", "col"},
                         {levels_count > 1 ? "rowspan" : "", std::to_string(levels_count)}});
        html.text(page.stub_titles[stub]);
        if (stub < page.stub_titles_other.size())
          write_other(html, page, page.stub_titles_other[stub], medium);
        html.close("th");
      }
    }
    if (page.heading.empty()) {
      html.element("th", base::text(Word::figures, page.language), {{"scope", "col"}});
    } else {
      write_heading_level(html, page, level, medium);
    }
    html.close("tr");
    html.line();
  }
  if (medium == Medium::paper) write_column_numbers(html, page);
  html.close("thead");
  html.line();
}

void write_cell(Markup& html, const Page& page, const PageCell& cell) {
  html.open("td");
  const std::string_view meaning = stats::meaning_from_status(cell.status, page.language);
  if (!cell.has_value || stats::replaces_figure(cell.status)) {
    // Readers of the screen see the symbol, whoever listens hears what it means.
    html.element("abbr", cell.text.figure, {{"title", meaning}, {"aria-hidden", "true"}});
    html.element("span", meaning, {{"class", "unseen"}});
  } else {
    html.text(cell.text.figure);
    if (!cell.text.mark.empty()) html.element("abbr", cell.text.mark, {{"title", meaning}});
  }
  if (!cell.note_marks.empty()) html.element("span", cell.note_marks, {{"class", "mark"}});
  html.close("td");
}

void write_row_labels(Markup& html, const PageRow& row) {
  const std::size_t levels_count = row.labels.size();
  for (std::size_t level = 0; level < levels_count; ++level) {
    const PageLabel& label = row.labels[level];
    if (label.span == 0) continue;
    const bool reaches_across = label.is_computed && levels_count > 1;
    const std::string depth = "d" + std::to_string(std::min(label.depth, 4));
    html.open("th", {{"scope", level == 0 && levels_count > 1 ? "rowgroup" : "row"},
                     {label.span > 1 ? "rowspan" : "", std::to_string(label.span)},
                     {reaches_across ? "colspan" : "", std::to_string(levels_count)},
                     {label.depth > 0 ? "class" : "", depth}});
    write_label_text(html, label);
    html.close("th");
    if (reaches_across) break;
  }
}

void write_rows(Markup& html, const Page& page) {
  const bool has_groups = page.stub_titles.size() > 1;
  if (!has_groups || page.rows.empty()) html.open("tbody");
  for (std::size_t index = 0; index < page.rows.size(); ++index) {
    const PageRow& row = page.rows[index];
    if (has_groups && row.labels.front().span > 0) {
      if (index > 0) html.close("tbody");
      html.open("tbody");
    }
    html.open("tr", {{row.is_total ? "class" : "", "total"}});
    write_row_labels(html, row);
    for (const PageCell& cell : row.cells)
      write_cell(html, page, cell);
    html.close("tr");
    html.line();
  }
  html.close("tbody");
  html.line();
}

std::string source_sentence(const Page& page) {
  if (page.source.empty()) return "";
  std::string line =
      std::string(base::text(Word::source, page.language)) + ": " + page.source + ".";
  if (!page.updated.empty()) {
    line += " " + std::string(base::text(Word::updated, page.language)) + " " + page.updated + ".";
  }
  return line;
}

/// A foot is repeated on each printed page, so that a sheet taken by itself still says its source.
void write_foot(Markup& html, const Page& page) {
  if (page.source.empty()) return;
  const std::size_t columns_count =
      page.stub_titles.size() + (page.rows.empty() ? 0 : page.rows.front().cells.size());
  html.open("tfoot");
  html.open("tr");
  html.element("td", source_sentence(page),
               {{"colspan", std::to_string(std::max<std::size_t>(columns_count, 1))}});
  html.close("tr");
  html.close("tfoot");
  html.line();
}

void write_facts(Markup& html, const Page& page) {
  const auto word = [&](Word name) { return base::text(name, page.language); };
  html.open("dl", {{"class", "facts"}});
  write_fact(html, word(Word::unit), page.unit);
  write_fact(html, word(Word::period), page.period);
  write_fact(html, word(Word::updated), page.updated);
  write_fact(html, word(Word::source), page.source);
  write_fact(html, word(Word::licence), page.licence);
  write_fact(html, word(Word::table_code), page.code);
  html.close("dl");
  html.line();
}

void write_notes(Markup& html, const Page& page) {
  if (page.notes.empty()) return;
  html.open("section", {{"class", "notes"}});
  html.element("h2", base::text(Word::notes, page.language));
  html.open("ul");
  for (const PageNote& note : page.notes) {
    html.open("li");
    if (note.number > 0) {
      html.element("span", stats::superscript_from_number(note.number), {{"class", "mark"}});
      html.text(" ");
    }
    html.text(note.text);
    html.close("li");
  }
  html.close("ul");
  html.close("section");
  html.line();
}

void write_legend(Markup& html, const Page& page) {
  if (page.legend.empty()) return;
  html.open("section", {{"class", "legend"}});
  html.element("h2", base::text(Word::legend, page.language));
  html.open("dl");
  for (const auto& [mark, meaning] : page.legend)
    write_fact(html, mark, meaning);
  html.close("dl");
  html.close("section");
  html.line();
}

void write_downloads(Markup& html, const Page& page, const Site& site,
                     const std::vector<Download>& downloads) {
  if (downloads.empty()) return;
  html.open("section", {{"class", "downloads"}});
  html.element("h2", base::text(Word::downloads, page.language));
  html.open("ul");
  for (const Download& download : downloads) {
    html.open("li");
    html.element("a", download.label,
                 {{"href", address_from_site(site, download.address)}, {"download", ""}});
    if (download.bytes > 0) {
      html.element("span", " " + size_text(download.bytes, page.language), {{"class", "muted"}});
    }
    html.close("li");
  }
  html.close("ul");
  html.close("section");
  html.line();
}

void write_rows_left_out(Markup& html, const Page& page) {
  if (page.rows.size() >= page.rows_count) return;
  html.element("p",
               base::text(Word::first_rows_shown, page.language,
                          {base::text_from_count(page.rows.size(), page.language),
                           base::text_from_count(page.rows_count, page.language)}),
               {{"class", "notice"}});
  html.line();
}

std::string table_for(const Page& page, Medium medium) {
  Markup html;
  html.open("table");
  html.line();
  write_caption(html, page);
  write_column_groups(html, page);
  write_heading(html, page, medium);
  write_rows(html, page);
  write_foot(html, page);
  html.close("table");
  html.line();
  return html.take();
}

void write_titles(Markup& html, const Page& page) {
  html.open("h1");
  html.text(page.title);
  if (!page.title_marks.empty()) html.element("span", page.title_marks, {{"class", "mark"}});
  html.close("h1");
  if (!page.title_other.empty()) {
    html.element("p", page.title_other,
                 {{"class", "other"}, {"lang", base::code_from_language(other_language(page))}});
  }
  html.line();
}

}  // namespace

std::string html_table_from_page(const Page& page) { return table_for(page, Medium::screen); }

std::string html_print_from_page(const Page& page, const PrintFacts& facts) {
  Markup html;
  html.open("main", {{"class", "table-page"}});
  html.line();
  if (!facts.office.empty()) {
    html.open("div", {{"class", "letterhead"}});
    html.element("strong", facts.office);
    html.element("span", facts.office_place);
    html.close("div");
    html.line();
  }
  html.element("p", base::text(Word::table_number, page.language, {page.code}),
               {{"class", "number"}});
  write_titles(html, page);
  write_rows_left_out(html, page);
  html.html(table_for(page, Medium::paper));
  write_notes(html, page);
  write_legend(html, page);
  html.open("p", {{"class", "made"}});
  html.text(facts.made);
  html.element("span", facts.address);
  html.close("p");
  html.close("main");
  html.line();
  return html.take();
}

std::string html_from_page(const Page& page, const Site& site,
                           const std::vector<Download>& downloads) {
  Markup html;
  html.open("main", {{"id", "content"}, {"class", "table-page"}, {"tabindex", "-1"}});
  html.line();
  write_titles(html, page);
  html.element("p", summary_from_page(page, site.place.in(page.language)), {{"class", "summary"}});
  html.line();
  write_facts(html, page);
  if (!site.boot_address.empty()) {
    html.element("button", base::text(Word::open_viewer, page.language),
                 {{"type", "button"}, {"class", "button"}, {"id", "open-viewer"}, {"hidden", ""}});
    html.line();
  }
  write_rows_left_out(html, page);
  html.open(
      "div",
      {{"class", "scroll"}, {"role", "region"}, {"aria-labelledby", "caption"}, {"tabindex", "0"}});
  html.line();
  html.html(html_table_from_page(page));
  html.close("div");
  html.line();
  write_notes(html, page);
  write_legend(html, page);
  html.element("p", source_sentence(page), {{"class", "source"}});
  html.line();
  write_downloads(html, page, site, downloads);
  html.close("main");
  html.line();
  return html.take();
}

}  // namespace output
