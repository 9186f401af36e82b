#include "desk/settings.h"

#include <string>
#include <utility>

#include "base/json_expect.h"
#include "base/text.h"

namespace desk {
namespace {

using base::JsonExpect;
using base::JsonValue;
using Kind = base::JsonValue::Kind;

NumberPattern pattern_from_json(JsonExpect& expect, JsonValue object, std::string_view key) {
  auto pattern = NumberPattern::from_text(expect.needed_text(object, key));
  if (pattern) return *std::move(pattern);
  std::string message = pattern.error().message;
  message.pop_back();  // JsonExpect ends the sentence, after the place.
  expect.fail(object[key], std::move(message));
  return {};
}

int count_from_json(JsonExpect& expect, JsonValue object, std::string_view key,
                    std::uint64_t most) {
  expect.needed(object, key, Kind::number);
  const std::uint64_t count = expect.whole(object, key, 0);
  if (count < 1 || count > most)
    expect.fail(object[key],
                "The member \"" + std::string(key) + "\" must be 1 to " + std::to_string(most));
  return static_cast<int>(count);
}

}  // namespace

base::Result<DeskSettings> desk_settings_from_json(std::string_view bytes) {
  constexpr std::uint64_t working_days_max = 100, months_max = 120, minutes_max = 10000;
  const auto document = base::json_from_bytes(bytes);
  if (!document) return tl::unexpected(document.error());
  const JsonValue root = document->root();
  JsonExpect expect;
  DeskSettings settings;
  expect.as_object(root, "The file");
  settings.ticket_number = pattern_from_json(expect, root, "ticket_number");
  settings.letter_number = pattern_from_json(expect, root, "letter_number");
  settings.reply_working_days =
      count_from_json(expect, root, "reply_working_days", working_days_max);
  settings.retention_months = count_from_json(expect, root, "retention_months", months_max);
  const JsonValue steps = expect.needed(root, "sop_steps", Kind::object);
  for (int step = 0; step < sop_steps_count; ++step) {
    const std::string_view name = text_from_sop_step(static_cast<SopStep>(step));
    const JsonValue object = expect.needed(steps, name, Kind::object);
    SopStandard& standard = settings.sop[static_cast<std::size_t>(step)];
    standard.label = expect.needed_text_pair(object, "label");
    standard.standard_seconds =
        std::int64_t{60} * count_from_json(expect, object, "standard_minutes", minutes_max);
  }
  const JsonValue posts = expect.needed(root, "posts", Kind::object);
  for (int role = 0; role < roles_count; ++role)
    settings.posts[static_cast<std::size_t>(role)] =
        expect.needed_text_pair(posts, text_from_role(static_cast<Role>(role)));
  const JsonValue signatory = expect.needed(root, "signatory", Kind::object);
  settings.signatory.name = expect.text(signatory, "name");
  settings.signatory.post = expect.needed_text_pair(signatory, "post");
  if (!expect.is_well()) return tl::unexpected(expect.error());
  return settings;
}

}  // namespace desk
