// One SQL statement with its values bound by name: the room's own thin layer over SOCI, the same
// for both engines. Throws; used behind the door (store/failure.h) only.
#pragma once

#include <concepts>
#include <cstdint>
#include <deque>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

#include <soci/soci.h>

#include "store/database.h"
#include "store/time.h"

namespace store {

/// Values are never part of the text:
///
///   std::int64_t id = 0;
///   const bool is_there = Statement(transaction, "SELECT id FROM ticket WHERE number = :number")
///                             .bind("number", number)
///                             .into(id)
///                             .first();
class Statement {
 public:
  Statement(Transaction& transaction, std::string_view sql);
  Statement(const Statement&) = delete;
  Statement& operator=(const Statement&) = delete;

  /// Gives the value for ":name", which may stand in the text several times. Throws `RefusedText`
  /// where a text is not UTF-8 or holds a NUL: PostgreSQL cannot hold one, and what one engine
  /// refuses the other refuses too.
  Statement& bind(std::string_view name, std::string_view value);
  Statement& bind(std::string_view name, std::int64_t value);
  Statement& bind(std::string_view name, Time value);
  template <std::same_as<bool> Bool>
  Statement& bind(std::string_view name, Bool value) {
    return bind(name, std::int64_t{value});
  }
  template <class T>
  Statement& bind(std::string_view name, const std::optional<T>& value) {
    if (value) return bind(name, *value);
    if constexpr (std::same_as<T, std::string>)
      return bind_no_text(name);
    else
      return bind_no_integer(name);
  }

  /// Bytes of any value, to be written through `bytes_parameter`.
  Statement& bind_bytes(std::string_view name, std::string_view bytes);

  /// Where each row goes, in the order of the columns. A NULL empties an optional; elsewhere it
  /// throws.
  template <class... Targets>
  Statement& into(Targets&... targets) {
    (receive(targets), ...);
    return *this;
  }

  /// For a column read through `bytes_column`.
  Statement& into_bytes(std::string& target);

  void run();    ///< Once, for what gives no rows.
  bool first();  ///< Once, and takes the first row; false where there is none.
  bool next();   ///< Takes the next row; false behind the last.

 private:
  struct TextValue {
    std::string name;
    std::string value;
    soci::indicator indicator = soci::i_ok;
  };
  struct IntegerValue {
    std::string name;
    long long value = 0;
    soci::indicator indicator = soci::i_ok;
  };
  struct BytesValue {
    explicit BytesValue(soci::session& session) : value(session) {}
    std::string name;
    soci::blob value;
    soci::indicator indicator = soci::i_ok;
  };

  Statement& bind_no_text(std::string_view name);
  Statement& bind_no_integer(std::string_view name);

  void receive(std::string& target);
  void receive(std::int64_t& target);
  void receive(int& target);
  void receive(bool& target);
  void receive(Time& target);
  void receive(std::optional<std::string>& target);
  void receive(std::optional<std::int64_t>& target);
  void receive(std::optional<Time>& target);

  TextValue& text_column();
  IntegerValue& integer_column();
  void prepare();
  bool take(bool has_row);

  Transaction& transaction_;
  std::string sql_;
  // SOCI keeps the addresses of these until the statement is done: a deque never moves its items.
  std::deque<TextValue> texts_;
  std::deque<IntegerValue> integers_;
  std::deque<BytesValue> bytes_;
  std::deque<std::function<void()>> receivers_;
  bool is_executed_ = false;
  soci::statement statement_;
};

/// "bytes" as the parameter ":bytes" of a statement, and as the column of one: SOCI has no type for
/// PostgreSQL's bytea, which therefore travels as hexadecimal text.
std::string bytes_parameter(Engine engine, std::string_view name);
std::string bytes_column(Engine engine, std::string_view name);

}  // namespace store
