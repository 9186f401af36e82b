// The register: one row for each request.
#include "base/number.h"
#include "base/words.h"
#include "desk/report_lines.h"

namespace desk {
namespace {

using base::Word;

constexpr std::int64_t seconds_a_minute = 60;

ReportCell minutes_cell(std::int64_t seconds, bool is_known) {
  if (!is_known) return {"–", std::nullopt};
  const std::int64_t minutes = seconds / seconds_a_minute;
  return {std::to_string(minutes), minutes};
}

std::string letters_text(const ReportLine& line) {
  std::string text;
  for (const std::string& letter : line.letters)
    text += (text.empty() ? "" : "; ") + letter;
  return text.empty() ? "–" : text;
}

std::string outcome_text(const ReportLine& line, const ReportSources& sources,
                         base::Language language) {
  if (line.ticket.outcome)
    return report_label(sources.classifications.outcome, text_from_outcome(*line.ticket.outcome),
                        language);
  return std::string(base::text(word_from_ticket_status(line.ticket.status), language));
}

std::string or_dash(const std::string& text) { return text.empty() ? "–" : text; }

/// What a column says of a request that a list of codes describes; null where it is none of those.
const Classification* list_of(RegisterField field, const Classifications& lists) {
  switch (field) {
    case RegisterField::channel:
      return &lists.channel;
    case RegisterField::institution_category:
      return &lists.institution_category;
    case RegisterField::occupation:
      return &lists.occupation;
    case RegisterField::education:
      return &lists.education;
    case RegisterField::sex:
      return &lists.sex;
    case RegisterField::purpose:
      return &lists.purpose;
    default:
      return nullptr;
  }
}

const std::string& code_of(RegisterField field, const RequestFacts& facts) {
  switch (field) {
    case RegisterField::institution_category:
      return facts.institution_category;
    case RegisterField::occupation:
      return facts.occupation;
    case RegisterField::education:
      return facts.education;
    case RegisterField::sex:
      return facts.sex;
    case RegisterField::purpose:
      return facts.purpose;
    default:
      return facts.channel;
  }
}

ReportCell register_cell(RegisterField field, const ReportLine& line, std::size_t row,
                         const ReportSources& sources, base::Language language) {
  const RequestFacts& facts = line.ticket.facts;
  if (const Classification* list = list_of(field, sources.classifications))
    return {report_label(*list, code_of(field, facts), language), std::nullopt};
  switch (field) {
    case RegisterField::row:
      return {std::to_string(row), static_cast<std::int64_t>(row)};
    case RegisterField::ticket:
      return {line.number, std::nullopt};
    case RegisterField::opened:
      return {base::text_from_instant(line.ticket.opened_at, sources.calendar.zone, language), {}};
    case RegisterField::requester:
      return {std::string(base::text(Word::report_masked, language)), std::nullopt};
    case RegisterField::wanted:
      return {wanted_label(facts, sources, language), std::nullopt};
    case RegisterField::area_level:
      return {or_dash(facts.area_level), std::nullopt};
    case RegisterField::data_period:
      return {or_dash(facts.period), std::nullopt};
    case RegisterField::outcome:
      return {outcome_text(line, sources, language), std::nullopt};
    case RegisterField::letter:
      return {letters_text(line), std::nullopt};
    case RegisterField::answer_minutes:
      return minutes_cell(line.used_seconds(), line.is_answered);
    case RegisterField::standard_minutes:
      return minutes_cell(line.standard_seconds(), line.is_answered);
    case RegisterField::in_time: {
      const bool is_open = !line.is_answered && !line.is_late;
      const Word word = line.is_late ? Word::report_no : Word::report_yes;
      return {is_open ? "–" : std::string(base::text(word, language)), std::nullopt};
    }
    default:
      return {or_dash(line.ticket.officer), std::nullopt};
  }
}

}  // namespace

ReportTable register_table(const std::vector<ReportLine>& lines, const ReportDefinition& definition,
                           const ReportSources& sources, const ReportWish& wish) {
  ReportTable table;
  for (const RegisterColumn& column : definition.columns)
    table.heads.push_back(column.title.in(wish.language));
  for (const ReportLine& line : lines) {
    std::vector<ReportCell> row;
    for (const RegisterColumn& column : definition.columns)
      row.push_back(
          register_cell(column.field, line, table.rows.size() + 1, sources, wish.language));
    table.rows.push_back(std::move(row));
  }
  return table;
}

}  // namespace desk
