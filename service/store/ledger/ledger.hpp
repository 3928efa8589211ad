#pragma once

#include "service/store/database/transaction.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

// What has happened, each entry bound by its hash to the one before it, in the whole ledger and in
// its own stream: an order, an organisation, the refusals. Entries are opaque here: a kind and a
// body in JSON. Nothing is ever changed; what verify() finds otherwise is tampering.
namespace vermilion::service::store::ledger {

struct NewEntry {
  std::string stream;  // "order/O1"
  std::string kind;
  std::string body;  // never empty: that means erased
  std::int64_t at_s = 0;
};

struct Entry {
  std::uint64_t number = 0;  // in the ledger: 1, 2, 3, …
  std::string stream;
  std::uint64_t position = 0;  // in the stream: 1, 2, 3, …
  std::string kind;
  std::int64_t at_s = 0;
  std::string body;
  std::string digest;  // of the body as it was written
  std::string previous;
  std::string stream_previous;
  std::string hash;

  friend bool operator==(const Entry&, const Entry&) = default;
};

// The end of the ledger, or of a stream.
struct Head {
  std::uint64_t number = 0;  // 0: nothing there
  std::string hash;

  friend bool operator==(const Head&, const Head&) = default;
};

// Holds the ledger until the transaction ends, so it is done late. Two transactions do not append
// to one stream at once: whoever does has locked it.
Entry append(database::Transaction& transaction, const NewEntry& entry);

[[nodiscard]] Head head(database::Transaction& transaction);
[[nodiscard]] Head head_of(database::Transaction& transaction, std::string_view stream);

// The entries of a stream, those behind a position.
[[nodiscard]] std::vector<Entry> stream(database::Transaction& transaction, std::string_view stream,
                                        std::uint64_t behind = 0);

// At most so many entries of the whole ledger, from a number on.
[[nodiscard]] std::vector<Entry> entries(database::Transaction& transaction, std::int64_t behind,
                                         int limit);

// Empties the bodies of a stream and says so in an entry of the stream. The hashes stay, as a proof
// that there was something and when, without saying what.
Entry erase(database::Transaction& transaction, std::string_view stream, const std::string& reason,
            std::int64_t at_s);
inline constexpr std::string_view kErased = "erased";

// What the hash of an entry is of.
[[nodiscard]] std::string hash_of(const Entry& entry);
[[nodiscard]] std::string digest_of(std::string_view body);

}  // namespace vermilion::service::store::ledger
