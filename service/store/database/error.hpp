#pragma once

#include <tl/expected.hpp>

#include <cstdint>
#include <string>
#include <string_view>

namespace vermilion::service::store::database {

enum class ErrorKind : std::uint8_t {
  Busy,        // too much at once, also after trying again: say it later
  Constraint,  // a rule of a table was broken, `constraint` says which
  Down,        // no database, no disk; a commit that was cut off may have happened
  Schema,      // tables of another version than this program's
  Stale,       // what was to be done belongs to somebody else by now
  Ours,        // a mistake in this program
};
std::string_view name_of(ErrorKind kind);

struct Error {
  ErrorKind kind = ErrorKind::Ours;
  std::string detail;           // for the log; never a value of a row
  std::string constraint = {};  // "attempts.order_id", the same on both databases
};

template <class T>
using Result = tl::expected<T, Error>;

// How a statement that failed leaves the work it is part of. Thrown by Transaction and caught by
// Database, nowhere else: work must let it pass, or the transaction it is in is beyond repair.
struct Broken {
  Error error;
};

}  // namespace vermilion::service::store::database
