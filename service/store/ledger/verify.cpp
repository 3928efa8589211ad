#include "service/store/ledger/verify.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <limits>
#include <map>
#include <unordered_map>

namespace vermilion::service::store::ledger {
namespace {

using database::Database;
using database::Result;
using database::Transaction;

// Enough to make the cost of a statement vanish, few enough megabytes.
constexpr int kChunk = 4096;

class Verification {
 public:
  Verification(Transaction& transaction, const std::vector<Mark>& marks,
               std::string_view public_key, const Head& from)
      : transaction_(transaction), from_(from) {
    verified_.reached = from;
    for (const Mark& mark : marks) take(mark, public_key);
    for (auto& [stream, number] : transaction.rows<std::string, std::int64_t>(
             "SELECT stream, number FROM ledger WHERE kind = 'erased'")) {
      erased_[stream] = std::max(erased_[stream], static_cast<std::uint64_t>(number));
    }
  }

  Verified whole() {
    if (!verified_.bad) begin();
    // From the very least number, so that nothing can hide before the first.
    auto behind = from_.number == 0 ? std::numeric_limits<std::int64_t>::min()
                                    : static_cast<std::int64_t>(from_.number);
    while (!verified_.bad) {
      const auto chunk = entries(transaction_, behind, kChunk);
      for (const Entry& entry : chunk) {
        if (!take(entry)) return verified_;
      }
      if (chunk.size() < kChunk) break;
      behind = static_cast<std::int64_t>(chunk.back().number);
    }
    if (!verified_.bad) end();
    return verified_;
  }

 private:
  void take(const Mark& mark, std::string_view public_key) {
    if (!is_signed(mark, public_key)) {
      if (!verified_.bad) verified_.bad = BadEntry{mark.head.number, Fault::MarkForged, {}};
      return;
    }
    marked_[mark.head.number] = mark.head.hash;
  }

  void begin() {
    if (from_.number == 0) return;
    const auto there =
        transaction_.row<std::string>("SELECT hash FROM ledger WHERE number = $1", {from_.number});
    if (!there || std::get<0>(*there) != from_.hash) {
      verified_.bad = BadEntry{from_.number, Fault::NotAsVerified, {}};
    }
  }

  bool take(const Entry& entry) {
    if (const auto fault = fault_of(entry)) {
      const bool missing = *fault == Fault::Missing;
      verified_.bad = BadEntry{missing ? verified_.reached.number + 1 : entry.number, *fault,
                               missing ? "" : entry.stream};
      return false;
    }
    verified_.reached = {entry.number, entry.hash};
    ++verified_.entries;
    streams_[entry.stream] = {entry.position, entry.hash};
    return true;
  }

  std::optional<Fault> fault_of(const Entry& entry) {
    if (entry.number != verified_.reached.number + 1) return Fault::Missing;
    if (entry.previous != verified_.reached.hash) return Fault::Moved;
    if (const auto fault = fault_of_body(entry)) return fault;
    if (entry.hash != hash_of(entry)) return Fault::EntryAltered;
    const Head& before = before_in_stream(entry);
    if (entry.position != before.number + 1 || entry.stream_previous != before.hash) {
      return Fault::OutOfStream;
    }
    const auto mark = marked_.find(entry.number);
    if (mark != marked_.end() && mark->second != entry.hash) return Fault::NotAsMarked;
    return std::nullopt;
  }

  std::optional<Fault> fault_of_body(const Entry& entry) const {
    if (!entry.body.empty()) {
      if (entry.digest != digest_of(entry.body)) return Fault::BodyAltered;
      return std::nullopt;
    }
    const auto erased = erased_.find(entry.stream);
    if (erased == erased_.end() || erased->second <= entry.number) return Fault::BodyGone;
    return std::nullopt;
  }

  const Head& before_in_stream(const Entry& entry) {
    const auto known = streams_.find(entry.stream);
    if (known != streams_.end()) return known->second;
    Head& before = streams_[entry.stream];
    if (from_.number == 0 || entry.position < 2) return before;
    const auto row = transaction_.row<std::int64_t, std::string>(
        "SELECT position, hash FROM ledger WHERE stream = $1 AND position = $2",
        {entry.stream, entry.position - 1});
    if (row) before = {static_cast<std::uint64_t>(std::get<0>(*row)), std::get<1>(*row)};
    return before;
  }

  void end() {
    if (marked_.empty() || marked_.rbegin()->first <= verified_.reached.number) return;
    verified_.bad = BadEntry{verified_.reached.number + 1, Fault::CutOff, {}};
  }

  Transaction& transaction_;
  const Head from_;
  std::map<std::uint64_t, std::string> marked_;
  std::unordered_map<std::string, std::uint64_t> erased_;
  std::unordered_map<std::string, Head> streams_;  // the last entry of each seen so far
  Verified verified_;
};

constexpr std::array<std::string_view, 10> kNames{
    "missing",       "moved",         "out_of_stream", "body_altered", "body_gone",
    "entry_altered", "not_as_marked", "cut_off",       "mark_forged",  "not_as_verified"};

}  // namespace

std::string_view name_of(Fault fault) {
  return kNames[static_cast<std::size_t>(fault)];
}

Result<Verified> verify(Database& database, const std::vector<Mark>& marks,
                        std::string_view public_key, const Head& from) {
  return database.read([&](Transaction& transaction) {
    return Verification(transaction, marks, public_key, from).whole();
  });
}

std::string text_of(const BadEntry& bad) {
  constexpr std::array<std::string_view, 10> kSentences{
      "is missing",
      "does not follow on the entry before it",
      "does not follow on the entry before it in its stream",
      "has another body than was written",
      "has lost its body, and no erasure is on record",
      "was altered",
      "is not the one that was marked: it and what led to it were written anew",
      "and what followed are gone: the end was cut off, or an older copy was put back",
      "has a mark that nobody signed",
      "is not what was verified before"};
  const auto& sentence = kSentences[static_cast<std::size_t>(bad.fault)];
  if (bad.stream.empty()) return fmt::format("entry {} {}", bad.number, sentence);
  return fmt::format("entry {} ({}) {}", bad.number, bad.stream, sentence);
}

}  // namespace vermilion::service::store::ledger
