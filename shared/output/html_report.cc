#include "output/html_report.h"

#include <algorithm>

#include "base/text.h"
#include "base/words.h"
#include "output/html_document.h"
#include "output/html_office_parts.h"
#include "output/html_sign_in.h"
#include "output/report.h"

namespace output {
namespace {

using base::Word;

class ReportWriter {
 public:
  ReportWriter(const OfficeFrame& frame, const ReportPage& page, const Site& site)
      : frame_(frame), page_(page), site_(site), path_(reports_path(site, frame.language)) {}

  std::string written() {
    html_.open("main", {{"id", "content"}, {"class", "office"}, {"tabindex", "-1"}});
    write_office_ways(html_, frame_, site_, path_);
    html_.open("div", {{"class", "desk"}});
    html_.element("h1", word(Word::reports_title));
    write_choice();
    if (!page_.failure.empty())
      html_.element("p", page_.failure, {{"class", "notice"}, {"role", "alert"}});
    if (page_.report) write_report(*page_.report);
    html_.close("div");
    html_.close("main");
    html_.line();
    return html_.take();
  }

 private:
  std::string_view word(Word name) const { return base::text(name, frame_.language); }

  void field(std::string_view name, std::string_view label, std::string_view value) {
    const std::string id = "report-" + std::string(name);
    html_.open("div", {{"class", "field"}});
    html_.element("label", label, {{"for", id}});
    html_.open("input", {{"name", name}, {"id", id}, {"value", value}});
    html_.close("div");
  }

  void write_choice() {
    html_.open("form", {{"method", "get"}, {"action", path_}, {"class", "filters"}});
    html_.open("div", {{"class", "field text"}});
    html_.element("label", word(Word::reports_title), {{"for", "report-number"}});
    html_.open("select", {{"name", "number"}, {"id", "report-number"}});
    for (const auto& [number, title] : page_.choices)
      html_.element("option", number + " · " + title,
                    {{"value", number}, {number == page_.number ? "selected" : "", ""}});
    html_.close("select");
    html_.close("div");
    field("period", word(Word::report_period), page_.period);
    field("as_of", word(Word::report_as_of_label), page_.as_of);
    html_.element("button", word(Word::report_show),
                  {{"class", "button plain"}, {"type", "submit"}});
    html_.close("form");
    html_.element("p", word(Word::report_period_hint), {{"class", "hint"}});
    html_.line();
  }

  void write_files(const desk::Report& report) {
    const std::string query = "?number=" + base::url_encoded(page_.number) +
                              "&period=" + base::url_encoded(page_.period) +
                              "&as_of=" + base::url_encoded(base::iso_from_instant(report.as_of));
    html_.open("p", {{"class", "actions"}});
    for (const auto& [kind, name] : {std::pair{"pdf", "PDF"}, {"xlsx", "Excel"}, {"csv", "CSV"}}) {
      const std::string href = path_ + query + "&file=" + kind;
      const std::string file = report.number + "_" + page_.period + "." + kind;
      html_.element("a", name, {{"class", "button plain"}, {"href", href}, {"download", file}});
    }
    html_.close("p");
    html_.line();
  }

  void write_report(const desk::Report& report) {
    html_.element(
        "h2",
        base::text(Word::report_name, frame_.language, {report.number}) + " · " + report.title,
        {{"class", "above"}});
    html_.element("p", report.period);
    html_.element(
        "p",
        report_as_of_text(report, frame_.zone) + " · " +
            base::text(Word::report_digest, frame_.language, {desk::short_report_digest(report)}),
        {{"class", "hint"}, {"title", report.sha256}});
    write_files(report);
    for (const desk::ReportTable& table : report.tables)
      write_table(table);
  }

  void write_table(const desk::ReportTable& table) {
    if (!table.title.empty()) html_.element("h3", table.title);
    if (table.rows.empty()) {
      html_.element("p", word(Word::report_empty), {{"class", "notice"}});
      return;
    }
    html_.open("div", {{"class", "scroll"}, {"tabindex", "0"}});
    html_.open("table", {{"class", "report"}});
    html_.open("thead");
    html_.open("tr");
    for (std::size_t column = 0; column < table.heads.size(); ++column) {
      const bool is_number = table.rows.front()[column].number.has_value();
      html_.element("th", table.heads[column],
                    {{"scope", "col"}, {is_number ? "class" : "", "number"}});
    }
    html_.close("tr");
    html_.close("thead");
    html_.open("tbody");
    const std::size_t drawn = std::min(table.rows.size(), report_rows_drawn_max);
    for (std::size_t place = 0; place < drawn; ++place)
      write_row(table.rows[place]);
    html_.close("tbody");
    html_.close("table");
    html_.close("div");
    if (drawn < table.rows.size())
      html_.element("p",
                    base::text(Word::report_rows_left_out, frame_.language,
                               {std::to_string(drawn), std::to_string(table.rows.size())}),
                    {{"class", "hint"}});
    html_.line();
  }

  void write_row(const std::vector<desk::ReportCell>& row) {
    html_.open("tr");
    for (std::size_t column = 0; column < row.size(); ++column) {
      html_.open("td", {{row[column].number ? "class" : "", "number"}});
      if (page_.report->ticket_column == column)
        html_.element("a", row[column].text,
                      {{"href", office_ticket_path(site_, frame_.language) +
                                    "?number=" + base::url_encoded(row[column].text)}});
      else
        html_.text(row[column].text);
      html_.close("td");
    }
    html_.close("tr");
    html_.line();
  }

  const OfficeFrame& frame_;
  const ReportPage& page_;
  const Site& site_;
  const std::string path_;
  Markup html_;
};

}  // namespace

std::string reports_path(const Site& site, base::Language language) {
  return office_path(site, language) + (language == base::Language::en ? "reports/" : "laporan/");
}

base::Result<std::string> report_document(std::string_view html_template, const OfficeFrame& frame,
                                          const ReportPage& page, const Site& site) {
  Document document;
  document.language = frame.language;
  document.title = base::text(Word::reports_title, frame.language);
  document.path = reports_path(site, frame.language);
  document.path_id = reports_path(site, base::Language::id);
  document.path_en = reports_path(site, base::Language::en);
  document.main = ReportWriter(frame, page, site).written();
  document.is_found = false;
  document.is_office = true;
  return html_from_document(html_template, document, site);
}

}  // namespace output
