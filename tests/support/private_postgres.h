// A PostgreSQL server for one test program: in a temporary folder, on a socket of its own, stopped
// when the program ends.
#pragma once

#include <string>

namespace support {

/// The address of a new, empty database on the private server, which the first call starts. Empty
/// where there can be none; then `why_no_postgres` says why.
std::string new_postgres_database();
std::string why_no_postgres();

}  // namespace support
