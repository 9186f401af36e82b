// The recapitulation: counts for each month of the period and for all of it, and times.
#include <algorithm>
#include <functional>
#include <map>
#include <utility>

#include "base/number.h"
#include "base/words.h"
#include "desk/report_lines.h"

namespace desk {
namespace {

using base::Word;
using Lines = std::vector<ReportLine>;
using Condition = std::function<bool(const ReportLine&)>;

constexpr std::size_t most_rows_max = 10;

class RecapWriter {
 public:
  RecapWriter(const Lines& lines, const ReportSources& sources, const ReportWish& wish)
      : lines_(lines), sources_(sources), wish_(wish), months_(months_of(wish.period)) {}

  ReportTable table(const RecapSection& section) const {
    ReportTable table;
    switch (section.part) {
      case RecapPart::requests:
        table = requests();
        break;
      case RecapPart::sop_steps:
        table = sop_steps();
        break;
      case RecapPart::most_wanted:
        table = most([](const ReportLine&) { return true; });
        break;
      case RecapPart::unmet:
        table =
            most([](const ReportLine& line) { return line.ticket.outcome == Outcome::not_held; });
        break;
      case RecapPart::subject:
        table = subjects();
        break;
      default:
        table = by_list(section.part);
    }
    table.title = section.title.in(wish_.language);
    table.heads.front() = table.title;
    return table;
  }

 private:
  std::string word(Word name) const { return std::string(base::text(name, wish_.language)); }

  ReportCell count_cell(std::int64_t count) const {
    return {base::text_from_count(static_cast<std::uint64_t>(count), wish_.language), count};
  }

  ReportTable monthly_table() const {
    ReportTable table;
    table.heads.emplace_back();
    for (const base::Date month : months_)
      table.heads.push_back(base::iso_from_date(month).substr(0, 7));
    table.heads.push_back(word(Word::report_total));
    return table;
  }

  std::size_t month_of(const ReportLine& line) const {
    const base::Date first = months_.front();
    return static_cast<std::size_t>((line.received.year - first.year) * 12 + line.received.month -
                                    first.month);
  }

  std::vector<ReportCell> monthly_row(const std::string& label, const Condition& counts) const {
    return monthly_row(label, lines_, counts);
  }

  std::vector<ReportCell> monthly_row(const std::string& label, const Lines& lines,
                                      const Condition& counts) const {
    std::vector<std::int64_t> sums(months_.size() + 1);
    for (const ReportLine& line : lines) {
      if (!counts(line)) continue;
      ++sums[month_of(line)];
      ++sums.back();
    }
    std::vector<ReportCell> row = {{label, std::nullopt}};
    for (const std::int64_t sum : sums)
      row.push_back(count_cell(sum));
    return row;
  }

  ReportTable requests() const {
    ReportTable table = monthly_table();
    const auto is_closed = [](const ReportLine& line) {
      return line.ticket.status == TicketStatus::closed;
    };
    const std::pair<Word, Condition> rows[] = {
        {Word::report_received, [](const ReportLine&) { return true; }},
        {Word::report_done, is_closed},
        {Word::report_not_held,
         [](const ReportLine& line) { return line.ticket.outcome == Outcome::not_held; }},
        {Word::report_open, [&](const ReportLine& line) { return !is_closed(line); }},
        {Word::report_late, [](const ReportLine& line) { return line.is_late; }}};
    for (const auto& [label, condition] : rows)
      table.rows.push_back(monthly_row(word(label), condition));
    return table;
  }

  ReportTable by_list(RecapPart part) const {
    using Member = std::string RequestFacts::*;
    const Classifications& lists = sources_.classifications;
    const auto chosen = [&]() -> std::pair<const Classification*, Member> {
      switch (part) {
        case RecapPart::institution_category:
          return {&lists.institution_category, &RequestFacts::institution_category};
        case RecapPart::purpose:
          return {&lists.purpose, &RequestFacts::purpose};
        case RecapPart::education:
          return {&lists.education, &RequestFacts::education};
        case RecapPart::occupation:
          return {&lists.occupation, &RequestFacts::occupation};
        case RecapPart::sex:
          return {&lists.sex, &RequestFacts::sex};
        default:
          return {&lists.channel, &RequestFacts::channel};
      }
    }();
    // Clang 14 gives a lambda no names of a structured binding.
    const Classification* list = chosen.first;
    const Member member = chosen.second;
    ReportTable table = monthly_table();
    for (const Choice& choice : list->choices)
      table.rows.push_back(monthly_row(
          choice.label.in(wish_.language),
          [&](const ReportLine& line) { return line.ticket.facts.*member == choice.code; }));
    // So that the rows always sum to the requests: not said, and codes the list no longer has.
    auto rest = monthly_row(word(Word::report_not_said), [&](const ReportLine& line) {
      return !list->find(line.ticket.facts.*member);
    });
    if (rest.back().number != 0) table.rows.push_back(std::move(rest));
    return table;
  }

  std::string subject_of(const ReportLine& line) const {
    const stats::TableCard* card = sources_.catalogue.find_table(line.ticket.facts.table);
    if (!card) return word(Word::report_not_said);
    for (const stats::Subject& subject : sources_.catalogue.subjects)
      if (subject.code == card->subject) return subject.label.in(wish_.language);
    return card->subject;
  }

  ReportTable subjects() const {
    ReportTable table = monthly_table();
    std::map<std::string, Lines> by_subject;
    for (const ReportLine& line : lines_)
      by_subject[subject_of(line)].push_back(line);
    for (const auto& [subject, lines] : by_subject)
      table.rows.push_back(monthly_row(subject, lines, [](const ReportLine&) { return true; }));
    return table;
  }

  ReportTable sop_steps() const {
    ReportTable table;
    table.heads = {"",
                   word(Word::report_cases),
                   word(Word::report_standard),
                   word(Word::report_median),
                   word(Word::report_mean),
                   word(Word::report_within)};
    for (int step = 0; step < sop_steps_count; ++step)
      if (auto row = step_row(static_cast<SopStep>(step)); !row.empty())
        table.rows.push_back(std::move(row));
    return table;
  }

  /// Empty where no request has done the step.
  std::vector<ReportCell> step_row(SopStep step) const {
    std::vector<std::int64_t> used;
    std::int64_t within = 0, sum = 0;
    for (const ReportLine& line : lines_) {
      for (const StepTime& time : line.steps) {
        if (time.step != step) continue;
        used.push_back(time.used_seconds);
        sum += time.used_seconds;
        within += time.is_over() ? 0 : 1;
      }
    }
    if (used.empty()) return {};
    std::sort(used.begin(), used.end());
    const auto cases = static_cast<std::int64_t>(used.size());
    const std::size_t middle = used.size() / 2;
    const std::int64_t median =
        used.size() % 2 == 1 ? used[middle] : (used[middle - 1] + used[middle]) / 2;
    const SopStandard& standard = sources_.settings.standard(step);
    const auto time = [&](std::int64_t seconds) -> ReportCell {
      return {text_from_working_time(seconds, wish_.language), std::nullopt};
    };
    // Rounded to the nearest whole per cent.
    const std::int64_t share = (200 * within + cases) / (2 * cases);
    return {{standard.label.in(wish_.language), std::nullopt},
            count_cell(cases),
            time(standard.standard_seconds),
            time(median),
            time(sum / cases),
            {std::to_string(share) + "%", std::nullopt}};
  }

  ReportTable most(const Condition& counts) const {
    std::map<std::string, std::int64_t> by_wanted;
    for (const ReportLine& line : lines_)
      if (counts(line)) ++by_wanted[wanted_label(line.ticket.facts, sources_, wish_.language)];
    std::vector<std::pair<std::string, std::int64_t>> ordered(by_wanted.begin(), by_wanted.end());
    std::stable_sort(ordered.begin(), ordered.end(),
                     [](const auto& a, const auto& b) { return a.second > b.second; });
    if (ordered.size() > most_rows_max) ordered.resize(most_rows_max);
    ReportTable table;
    table.heads = {"", word(Word::report_total)};
    for (const auto& [wanted, count] : ordered)
      table.rows.push_back({{wanted, std::nullopt}, count_cell(count)});
    return table;
  }

  const Lines& lines_;
  const ReportSources& sources_;
  const ReportWish& wish_;
  const std::vector<base::Date> months_;
};

}  // namespace

std::vector<ReportTable> recap_tables(const std::vector<ReportLine>& lines,
                                      const ReportDefinition& definition,
                                      const ReportSources& sources, const ReportWish& wish) {
  const RecapWriter writer(lines, sources, wish);
  std::vector<ReportTable> tables;
  for (const RecapSection& section : definition.sections)
    tables.push_back(writer.table(section));
  return tables;
}

}  // namespace desk
