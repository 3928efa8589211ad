#pragma once

#include "service/store/ledger/ledger.hpp"

#include <list>
#include <memory>
#include <mutex>
#include <string>
#include <unordered_map>
#include <utility>

namespace vermilion::service::store::orders {

// What the entries of a stream up to its head come to.
template <class State>
struct Loaded {
  std::shared_ptr<const State> state;
  ledger::Head head;
  std::int64_t last_at_s = 0;  // time of the last event
};

// States of streams that were loaded lately. A state belongs to the hash of its head, and that to
// every entry that led there, so what is remembered is never wrong; at most it is no longer the
// last. Also what a transaction has appended and then undone does no harm: no stream has its hash.
template <class State>
class Remembered {
 public:
  explicit Remembered(std::size_t most) : most_(most) {}

  // Null state: nothing is remembered.
  Loaded<State> find(const std::string& stream) {
    const std::lock_guard lock(mutex_);
    const auto found = places_.find(stream);
    if (found == places_.end()) return {};
    lately_.splice(lately_.begin(), lately_, found->second);
    return found->second->second;
  }

  void keep(const std::string& stream, Loaded<State> loaded) {
    const std::lock_guard lock(mutex_);
    const auto found = places_.find(stream);
    if (found != places_.end()) lately_.erase(found->second);
    lately_.emplace_front(stream, std::move(loaded));
    places_[stream] = lately_.begin();
    if (lately_.size() <= most_) return;
    places_.erase(lately_.back().first);
    lately_.pop_back();
  }

 private:
  using Kept = std::list<std::pair<std::string, Loaded<State>>>;

  const std::size_t most_;
  std::mutex mutex_;
  Kept lately_;  // the last one asked for comes first
  std::unordered_map<std::string, typename Kept::iterator> places_;
};

}  // namespace vermilion::service::store::orders
