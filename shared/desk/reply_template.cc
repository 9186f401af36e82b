#include "desk/reply_template.h"

#include <algorithm>
#include <array>

#include "base/must.h"
#include "base/text.h"

namespace desk {
namespace {

using Names = std::string_view;

struct TemplateRow {
  TemplateKind kind;
  std::string_view name;
  Names variables;  ///< Besides the common ones, separated by spaces.
};

/// Known for every letter, and nothing that a stranger typed.
constexpr Names common_variables = "number link date office office_address office_mail";

constexpr std::array<TemplateRow, template_kinds_count> template_rows = {{
    {TemplateKind::receipt, "receipt", "due working_days retention_months"},
    {TemplateKind::question, "question", "name wanted text officer"},
    {TemplateKind::data, "data", "name wanted text officer table"},
    {TemplateKind::partly, "partly", "name wanted text officer table reason substitute"},
    {TemplateKind::not_available, "not_available",
     "name wanted text officer reason substitute owner letter_number"},
    {TemplateKind::notice_letter, "notice_letter",
     "name institution wanted received text reason substitute owner letter_number signatory post"},
    {TemplateKind::redirected, "redirected", "name wanted text officer owner"},
    {TemplateKind::on_website, "on_website", "name wanted text officer table table_link"},
    {TemplateKind::refused, "refused", "name wanted text officer reason"},
    {TemplateKind::message, "message", "name wanted text officer"},
    {TemplateKind::due_moved, "due_moved", "name wanted due"},
    {TemplateKind::now_available, "now_available", "name wanted table table_link"},
}};

constexpr bool template_rows_are_in_order() {
  for (std::size_t at = 0; at < template_rows.size(); ++at)
    if (template_rows[at].kind != static_cast<TemplateKind>(at)) return false;
  return true;
}
static_assert(template_rows_are_in_order());

/// A stretch of a line: text, or the name of a variable.
struct LinePart {
  std::string_view text;
  bool is_variable = false;
};

/// Nothing where a "{{" is not closed.
std::optional<std::vector<LinePart>> parts_of(std::string_view line) {
  std::vector<LinePart> parts;
  while (!line.empty()) {
    const std::size_t open = line.find("{{");
    if (open != 0) parts.push_back({line.substr(0, open), false});
    if (open == std::string_view::npos) break;
    const std::size_t close = line.find("}}", open);
    if (close == std::string_view::npos) return std::nullopt;
    parts.push_back({base::trimmed(line.substr(open + 2, close - open - 2)), true});
    line.remove_prefix(close + 2);
  }
  return parts;
}

/// What is wrong with the variables of a line; empty: nothing.
std::string problem_of_line(TemplateKind kind, std::string_view line) {
  const auto parts = parts_of(line);
  if (!parts) return "a {{ is not closed in " + base::quoted(line);
  const std::vector<std::string_view> known = variables_of(kind);
  for (const LinePart& part : *parts) {
    if (!part.is_variable || std::find(known.begin(), known.end(), part.text) != known.end())
      continue;
    std::string problem = "{{" + std::string(part.text) + "}} is not known; there are";
    for (const std::string_view name : known)
      problem += ' ' + std::string(name);
    return problem;
  }
  return {};
}

tl::unexpected<base::Error> bad_template(TemplateKind kind, const std::string& problem) {
  return base::fail(
      base::ErrorCode::invalid,
      "The template " + std::string(text_from_template_kind(kind)) +
          " must have a subject with {{number}}, an empty line, and a text: " + problem + ".");
}

tl::unexpected<base::Error> bad_value(std::string_view name, std::string_view problem) {
  return base::fail(base::ErrorCode::invalid,
                    "The value of {{" + std::string(name) + "}} " + std::string(problem) + ".");
}

const std::string* value_of(const TemplateValues& values, std::string_view name) {
  const auto found = std::find_if(values.begin(), values.end(),
                                  [name](const auto& value) { return value.first == name; });
  return found == values.end() ? nullptr : &found->second;
}

/// The line with its values; nothing where it has variables and all of them are empty.
base::Result<std::optional<std::string>> filled_line(std::string_view line,
                                                     const TemplateValues& values) {
  std::string filled;
  bool has_variable = false, has_value = false;
  const auto parts = parts_of(line);
  MUST(parts);  // Reading the template has seen to it.
  for (const LinePart& part : *parts) {
    if (!part.is_variable) {
      filled += part.text;
      continue;
    }
    const std::string* value = value_of(values, part.text);
    if (!value) return bad_value(part.text, "is missing");
    has_variable = true;
    has_value = has_value || !value->empty();
    filled += *value;
  }
  if (has_variable && !has_value) return std::optional<std::string>();
  return std::optional<std::string>(std::move(filled));
}

}  // namespace

std::string_view text_from_template_kind(TemplateKind kind) {
  return template_rows[static_cast<std::size_t>(kind)].name;
}

std::optional<TemplateKind> template_kind_from_text(std::string_view text) {
  for (const TemplateRow& row : template_rows)
    if (row.name == text) return row.kind;
  return std::nullopt;
}

std::vector<std::string_view> variables_of(TemplateKind kind) {
  std::vector<std::string_view> names = base::split(common_variables, ' ');
  const auto own = base::split(template_rows[static_cast<std::size_t>(kind)].variables, ' ');
  names.insert(names.end(), own.begin(), own.end());
  return names;
}

base::Result<ReplyTemplate> reply_template_from_text(TemplateKind kind, std::string_view bytes) {
  if (!base::is_utf8(bytes)) return bad_template(kind, "its file is not UTF-8");
  std::vector<std::string_view> lines = base::split(bytes, '\n');
  for (std::string_view& line : lines)
    if (line.ends_with('\r')) line.remove_suffix(1);
  if (lines.size() < 3 || base::trimmed(lines[0]).empty() || !lines[1].empty())
    return bad_template(kind, "the first lines are not so");
  if (lines[0].find("{{number}}") == std::string_view::npos)
    return bad_template(kind, "the subject is " + base::quoted(lines[0]));
  ReplyTemplate reply_template{kind, std::string(base::trimmed(lines[0])), {}};
  for (std::size_t at = 0; at < lines.size(); ++at) {
    if (const std::string problem = problem_of_line(kind, lines[at]); !problem.empty())
      return bad_template(kind, problem + " (line " + std::to_string(at + 1) + ")");
    if (at >= 2) reply_template.body += std::string(lines[at]) + '\n';
  }
  if (base::trimmed(reply_template.body).empty()) return bad_template(kind, "there is no text");
  return reply_template;
}

base::Result<Letter> letter_from_template(const ReplyTemplate& reply_template,
                                          const TemplateValues& values) {
  const std::vector<std::string_view> known = variables_of(reply_template.kind);
  for (const auto& [name, value] : values)
    if (std::find(known.begin(), known.end(), name) == known.end())
      return bad_value(name, "belongs to no variable of this template");
  const auto subject = filled_line(reply_template.subject, values);
  if (!subject) return tl::unexpected(subject.error());
  Letter letter{subject->value_or(""), {}};
  if (letter.subject.find_first_of("\r\n") != std::string::npos)
    return base::fail(base::ErrorCode::invalid, "A subject must be one line.");
  bool is_after_text = false;  // An empty line stays only behind text.
  for (const std::string_view line : base::split(reply_template.body, '\n')) {
    const auto filled = filled_line(line, values);
    if (!filled) return tl::unexpected(filled.error());
    if (!*filled || (base::trimmed(**filled).empty() && !is_after_text)) continue;
    is_after_text = !base::trimmed(**filled).empty();
    letter.body += **filled + '\n';
  }
  while (letter.body.ends_with("\n\n"))
    letter.body.pop_back();
  return letter;
}

}  // namespace desk
