#pragma once

#include "service/store/database/database.hpp"
#include "service/store/ledger/marks.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace vermilion::service::store::ledger {

enum class Fault : std::uint8_t {
  Missing,      // a number is not there
  Moved,        // does not follow on the entry before
  OutOfStream,  // does not follow on the entry before in its stream
  BodyAltered,
  BodyGone,       // empty, and nobody has said that it was erased
  EntryAltered,   // its hash is not of what it says
  NotAsMarked,    // another hash than the mark of this number: all of it was written anew
  CutOff,         // the ledger ends before a mark: its end is gone, or an older copy was put back
  MarkForged,     // a mark nobody signed
  NotAsVerified,  // not what it was when it was verified
};
std::string_view name_of(Fault fault);

struct BadEntry {
  std::uint64_t number = 0;  // the first one that is not as it should be
  Fault fault = Fault::Missing;
  std::string stream;  // empty where it is not known
};

// Where a verification has come to, and the next may begin.
struct Verified {
  Head reached;
  std::uint64_t entries = 0;  // looked at this time
  std::optional<BadEntry> bad;
};

// Reads the ledger from a verified head on (from its beginning by default) and holds it against
// itself and against the marks. Writers are not held up. What was altered before `from` is found by
// a whole verification only.
[[nodiscard]] database::Result<Verified> verify(database::Database& database,
                                                const std::vector<Mark>& marks,
                                                std::string_view public_key, const Head& from = {});

// "entry 17 of order/O1: its body was altered"
[[nodiscard]] std::string text_of(const BadEntry& bad);

}  // namespace vermilion::service::store::ledger
