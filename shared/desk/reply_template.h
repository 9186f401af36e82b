// What the office writes again and again, as files that it can change: data/office/templates/. A
// template says "{{name}}" where a value belongs; each kind knows which values there are.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/result.h"

namespace desk {

enum class TemplateKind : std::uint8_t {
  receipt,  ///< Goes to an address that nobody has proved yet: repeats nothing that was typed.
  question,
  data,
  partly,
  not_available,
  notice_letter,  ///< The official notice, on paper.
  redirected,
  on_website,
  refused,
  message,
  due_moved,
  now_available  ///< To those who asked for what has since become a table.
};
inline constexpr int template_kinds_count = 12;

/// Also the name of its files: not_available → "not_available.id.txt", "not_available.en.txt".
std::string_view text_from_template_kind(TemplateKind kind);
std::optional<TemplateKind> template_kind_from_text(std::string_view text);

/// The names of the values that templates of a kind may use.
std::vector<std::string_view> variables_of(TemplateKind kind);

struct ReplyTemplate {
  TemplateKind kind = TemplateKind::message;
  std::string subject;
  std::string body;
};

/// The first line is the subject, the second is empty, the rest is the text. Fails with `invalid`
/// where that is not so, a variable is not known to the kind or not closed, or the subject lacks
/// {{number}}, by which an answer finds its ticket.
base::Result<ReplyTemplate> reply_template_from_text(TemplateKind kind, std::string_view bytes);

/// Name and value.
using TemplateValues = std::vector<std::pair<std::string, std::string>>;

struct Letter {
  std::string subject;
  std::string body;
};

/// The template with its values. A line whose variables are all empty is left out ("Pengganti
/// terdekat: {{substitute}}" where there is none), and of several empty lines one stays. A value is
/// put in as it is: "{{name}}" in it is no variable. Fails with `invalid` where a variable has no
/// value, a value belongs to no variable of the kind, or one has a line end in the subject.
base::Result<Letter> letter_from_template(const ReplyTemplate& reply_template,
                                          const TemplateValues& values);

}  // namespace desk
