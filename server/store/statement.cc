#include "store/statement.h"

#include <array>
#include <stdexcept>

#include "base/digest.h"
#include "base/text.h"
#include "store/failure.h"

namespace store {
namespace {

void require_storable(std::string_view name, std::string_view text) {
  if (base::is_utf8(text) && text.find('\0') == std::string_view::npos) return;
  throw RefusedText("The text of \"" + std::string(name) +
                    "\" must be UTF-8 without NUL bytes, and this one is not.");
}

void require_value(soci::indicator indicator) {
  if (indicator == soci::i_null) throw std::runtime_error("a column that is never empty is NULL");
}

std::string bytes_from_hex(std::string_view hex) {
  const auto value = [](char digit) { return digit <= '9' ? digit - '0' : digit - 'a' + 10; };
  std::string bytes;
  bytes.reserve(hex.size() / 2);
  for (std::size_t i = 0; i + 1 < hex.size(); i += 2) {
    bytes += static_cast<char>(value(hex[i]) * 16 + value(hex[i + 1]));
  }
  return bytes;
}

}  // namespace

Statement::Statement(Transaction& transaction, std::string_view sql)
    : transaction_(transaction), sql_(sql), statement_(transaction.session()) {}

// --- In ---

Statement& Statement::bind(std::string_view name, std::string_view value) {
  require_storable(name, value);
  TextValue& kept = texts_.emplace_back(std::string(name), std::string(value));
  statement_.exchange(soci::use(kept.value, kept.indicator, kept.name));
  return *this;
}

Statement& Statement::bind(std::string_view name, std::int64_t value) {
  IntegerValue& kept = integers_.emplace_back(std::string(name), value);
  statement_.exchange(soci::use(kept.value, kept.indicator, kept.name));
  return *this;
}

Statement& Statement::bind(std::string_view name, Time value) {
  return bind(name, std::int64_t{value.time_since_epoch().count()});
}

Statement& Statement::bind_no_text(std::string_view name) {
  TextValue& kept = texts_.emplace_back(std::string(name), std::string(), soci::i_null);
  statement_.exchange(soci::use(kept.value, kept.indicator, kept.name));
  return *this;
}

Statement& Statement::bind_no_integer(std::string_view name) {
  IntegerValue& kept = integers_.emplace_back(std::string(name), 0, soci::i_null);
  statement_.exchange(soci::use(kept.value, kept.indicator, kept.name));
  return *this;
}

Statement& Statement::bind_bytes(std::string_view name, std::string_view bytes) {
  if (transaction_.engine() == Engine::postgresql) return bind(name, base::hex_from_bytes(bytes));
  BytesValue& kept = bytes_.emplace_back(transaction_.session());
  kept.name = name;
  kept.value.write(0, bytes.data(), bytes.size());
  statement_.exchange(soci::use(kept.value, kept.indicator, kept.name));
  return *this;
}

// --- Out ---

Statement::TextValue& Statement::text_column() {
  TextValue& column = texts_.emplace_back();
  statement_.exchange(soci::into(column.value, column.indicator));
  return column;
}

Statement::IntegerValue& Statement::integer_column() {
  IntegerValue& column = integers_.emplace_back();
  statement_.exchange(soci::into(column.value, column.indicator));
  return column;
}

void Statement::receive(std::string& target) {
  receivers_.emplace_back([&target, &column = text_column()] {
    require_value(column.indicator);
    target = column.value;
  });
}

void Statement::receive(std::int64_t& target) {
  receivers_.emplace_back([&target, &column = integer_column()] {
    require_value(column.indicator);
    target = column.value;
  });
}

void Statement::receive(int& target) {
  receivers_.emplace_back([&target, &column = integer_column()] {
    require_value(column.indicator);
    target = static_cast<int>(column.value);
  });
}

void Statement::receive(bool& target) {
  receivers_.emplace_back([&target, &column = integer_column()] {
    require_value(column.indicator);
    target = column.value != 0;
  });
}

void Statement::receive(Time& target) {
  receivers_.emplace_back([&target, &column = integer_column()] {
    require_value(column.indicator);
    target = Time(Milliseconds(column.value));
  });
}

void Statement::receive(std::optional<std::string>& target) {
  receivers_.emplace_back([&target, &column = text_column()] {
    target.reset();
    if (column.indicator != soci::i_null) target = column.value;
  });
}

void Statement::receive(std::optional<std::int64_t>& target) {
  receivers_.emplace_back([&target, &column = integer_column()] {
    target.reset();
    if (column.indicator != soci::i_null) target = column.value;
  });
}

void Statement::receive(std::optional<Time>& target) {
  receivers_.emplace_back([&target, &column = integer_column()] {
    target.reset();
    if (column.indicator != soci::i_null) target = Time(Milliseconds(column.value));
  });
}

Statement& Statement::into_bytes(std::string& target) {
  if (transaction_.engine() == Engine::postgresql) {
    receivers_.emplace_back([&target, &column = text_column()] {
      require_value(column.indicator);
      target = bytes_from_hex(column.value);
    });
    return *this;
  }
  BytesValue& column = bytes_.emplace_back(transaction_.session());
  statement_.exchange(soci::into(column.value, column.indicator));
  receivers_.emplace_back([&target, &column] {
    require_value(column.indicator);
    target.resize(column.value.get_len());
    column.value.read(0, target.data(), target.size());
  });
  return *this;
}

// --- Execution ---

void Statement::prepare() {
  statement_.alloc();
  // Used once: PostgreSQL is asked in one round trip instead of three.
  statement_.prepare(sql_, soci::details::st_one_time_query);
  statement_.define_and_bind();
  is_executed_ = true;
}

bool Statement::take(bool has_row) {
  if (has_row) {
    for (const auto& receiver : receivers_)
      receiver();
  }
  return has_row;
}

void Statement::run() {
  prepare();
  statement_.execute(true);
}

bool Statement::first() {
  prepare();
  return take(statement_.execute(true));
}

bool Statement::next() {
  if (!is_executed_) {
    prepare();
    statement_.execute(false);
  }
  return take(statement_.fetch());
}

std::string bytes_parameter(Engine engine, std::string_view name) {
  const std::string parameter = ":" + std::string(name);
  return engine == Engine::sqlite ? parameter : "decode(" + parameter + ", 'hex')";
}

std::string bytes_column(Engine engine, std::string_view name) {
  const std::string column(name);
  return engine == Engine::sqlite ? column : "encode(" + column + ", 'hex')";
}

}  // namespace store
