#include "store/failure.h"

#include <string>
#include <string_view>

#include <soci/postgresql/soci-postgresql.h>
#include <soci/soci.h>
#include <soci/sqlite3/soci-sqlite3.h>

namespace store {
namespace {

using base::Error;
using base::ErrorCode;

Transaction::Failure unavailable(std::string detail) {
  return {.error = {ErrorCode::unavailable,
                    "The register cannot be reached at the moment. Try again in a minute; what was "
                    "sent twice with the same key is taken once.",
                    std::move(detail)},
          .has_lost_connection = true};
}

Transaction::Failure conflict(std::string detail) {
  return {.error = {ErrorCode::conflict, "This would stand in the register a second time.",
                    std::move(detail)}};
}

Transaction::Failure internal(std::string detail) {
  return {.error = {ErrorCode::internal, "The register could not do this.", std::move(detail)}};
}

/// SQLite's own result codes: the lower byte names the kind.
Transaction::Failure failure_from_sqlite(const soci::sqlite3_soci_error& error) {
  std::string detail =
      "SQLite " + std::to_string(error.result()) + ": " + error.get_error_message();
  switch (error.result() & 0xff) {
    case SQLITE_CONSTRAINT:
      // The triggers of append-only tables are constraints too, and those are our own mistake.
      if (detail.find("UNIQUE") != std::string::npos) return conflict(std::move(detail));
      return internal(std::move(detail));
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
    case SQLITE_IOERR:
    case SQLITE_FULL:
    case SQLITE_CANTOPEN:
    case SQLITE_NOMEM:
    case SQLITE_READONLY:
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
      return unavailable(std::move(detail));
    default:
      return internal(std::move(detail));
  }
}

/// Classes of SQLSTATE (PostgreSQL's manual, appendix A).
Transaction::Failure failure_from_postgresql(const soci::postgresql_soci_error& error) {
  const std::string state = error.sqlstate();
  std::string detail = "PostgreSQL " + state + ": " + error.get_error_message();
  const std::string_view kind = std::string_view(state).substr(0, 2);
  if (state == "23505") return conflict(std::move(detail));
  if (kind == "40") {
    Transaction::Failure failure = unavailable(std::move(detail));
    failure.may_retry = true;
    failure.has_lost_connection = false;
    return failure;
  }
  // An error that has no state is one of the connection itself.
  const bool is_about_the_server = kind == "08" || kind == "53" || kind == "55" || kind == "57" ||
                                   kind == "58" || kind.find_first_not_of(" \0") == kind.npos;
  if (is_about_the_server || error.get_error_category() == soci::soci_error::connection_error) {
    return unavailable(std::move(detail));
  }
  return internal(std::move(detail));
}

}  // namespace

// The context that SOCI adds to what() holds the values that were bound, and those are people's;
// only the message itself goes into `detail`, and from there into the log.
Transaction::Failure failure_from_exception() {
  try {
    throw;
  } catch (const RefusedText& refused) {
    return {.error = {ErrorCode::invalid, refused.what(), ""}};
  } catch (const soci::sqlite3_soci_error& error) {
    return failure_from_sqlite(error);
  } catch (const soci::postgresql_soci_error& error) {
    return failure_from_postgresql(error);
  } catch (const soci::soci_error& error) {
    return internal(error.get_error_message());
  } catch (const std::exception& error) {
    return internal(error.what());
  }
}

}  // namespace store
