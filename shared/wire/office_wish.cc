// What the queue is asked for, as the query of an address.
#include <utility>

#include "base/json_expect.h"
#include "base/text.h"
#include "wire/office.h"
#include "wire/office_members.h"

namespace wire {
namespace {

constexpr Member<QueueWish, std::string> text_members[] = {
    {"channel", &QueueWish::channel},
    {"institution_category", &QueueWish::institution_category},
    {"officer", &QueueWish::officer},
    {"text", &QueueWish::text},
};

void add_part(std::string& query, std::string_view name, std::string_view value) {
  if (!query.empty()) query += '&';
  query.append(name).append("=").append(base::url_encoded(value));
}

void set_part(QueueWish& wish, std::string_view name, const std::string& value) {
  if (name == "tab") set_code_from_text(wish.tab, value);
  if (name == "mark") set_code_from_text(wish.mark, value);
  if (name == "order") set_code_from_text(wish.order, value);
  if (name == "offset") wish.offset = base::whole_from_figure(value).value_or(0);
  for (const auto& each : text_members)
    if (name == each.name) wish.*each.value = value;
}

}  // namespace

std::string query_from_queue_wish(const QueueWish& wish) {
  const QueueWish empty;
  std::string query;
  if (wish.tab != empty.tab) add_part(query, "tab", Codes<QueueTab>::text(wish.tab));
  if (wish.mark != empty.mark) add_part(query, "mark", Codes<QueueMark>::text(wish.mark));
  if (wish.order != empty.order) add_part(query, "order", Codes<QueueOrder>::text(wish.order));
  for (const auto& each : text_members)
    if (!(wish.*each.value).empty()) add_part(query, each.name, wish.*each.value);
  if (wish.offset != 0) add_part(query, "offset", std::to_string(wish.offset));
  return query;
}

QueueWish queue_wish_from_query(std::string_view query) {
  QueueWish wish;
  while (!query.empty()) {
    const std::string_view part = query.substr(0, query.find('&'));
    query.remove_prefix(part.size() == query.size() ? part.size() : part.size() + 1);
    const std::size_t equals = part.find('=');
    if (equals == std::string_view::npos) continue;
    const std::string value = base::url_decoded(part.substr(equals + 1), true);
    if (base::is_utf8(value)) set_part(wish, part.substr(0, equals), value);
  }
  return wish;
}

}  // namespace wire
