// Brings the tables of a database up to this program: the same numbered steps on both engines, each
// recorded with its digest. Used inside the room only.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "base/result.h"
#include "store/database.h"

namespace store {

/// The statements of a step for one engine. Where the engines spell a thing differently, the step
/// has a placeholder:
///   {integer}   64 bits
///   {bytes}     bytes of any value
///   {identity}  the type of a key that counts up by itself, and is never used twice
///   {strict}    behind a table's closing parenthesis: SQLite shall keep to the types
///   {append_only TABLE}  a statement of its own: rows of TABLE are never changed or deleted
std::vector<std::string> statements_from_migration(const Migration& migration, Engine engine);

/// Runs the steps that are missing, all of them or none; two servers may do so at once. Where
/// `may_change` is false, missing steps are a `conflict` instead.
base::Result<void> migrate(soci::session& session, Engine engine,
                           std::span<const Migration> migrations, bool may_change, Time now);

}  // namespace store
