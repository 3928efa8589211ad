#include "service/server/fair_turns.hpp"

#include <algorithm>
#include <utility>

namespace vermilion::service::server {

using Clock = std::chrono::steady_clock;

namespace {

// Who waits holds one of the server's threads (32 unless set): the rest answers pages, however many
// clients fill their lines.
constexpr unsigned kWaitingInAll = 20;

}  // namespace

FairTurns::Turn::Turn(FairTurns& turns) : turns_(&turns), begun_(Clock::now()) {}
FairTurns::Turn::Turn(Turn&& other) noexcept
    : turns_(std::exchange(other.turns_, nullptr)), begun_(other.begun_) {}
FairTurns::Turn::~Turn() {
  if (turns_ != nullptr) turns_->give_back(Clock::now() - begun_);
}

tl::expected<FairTurns::Turn, std::chrono::seconds> FairTurns::take(const std::string& client) {
  std::unique_lock lock(mutex_);
  if (working_ < at_once_ && waiting_ == 0) {
    ++working_;
    last_ = client;
    return Turn(*this);
  }
  Line& line = lines_[client];
  const unsigned most = waiting_ < kWaitingInAll ? waiting_most_ : 1;
  if (line.size() >= most) return tl::make_unexpected(expected_wait(line));
  Ticket ticket;
  line.push_back(&ticket);
  ++waiting_;
  called_.wait(lock, [&] { return ticket.called; });
  return Turn(*this);
}

// The line after the one that was served last, in the order of their names, round and round.
void FairTurns::call_next() {
  if (waiting_ == 0 || working_ >= at_once_) return;
  auto next = lines_.upper_bound(last_);
  if (next == lines_.end()) next = lines_.begin();
  next->second.front()->called = true;
  next->second.pop_front();
  last_ = next->first;
  if (next->second.empty()) lines_.erase(next);
  --waiting_;
  ++working_;
  called_.notify_all();
}

void FairTurns::give_back(Clock::duration took) {
  constexpr double kNew = 0.1;  // share of the newest: some twenty turns are remembered
  const std::scoped_lock lock(mutex_);
  usual_ = (1 - kNew) * usual_ + kNew * std::chrono::duration<double>(took);
  --working_;
  call_next();
}

// While it waits, every other line is served as often as this one.
std::chrono::seconds FairTurns::expected_wait(const Line& line) const {
  const double turns = static_cast<double>(line.size() * lines_.size());
  const auto wait = usual_ * turns / at_once_;
  return std::max(std::chrono::seconds(1), std::chrono::ceil<std::chrono::seconds>(wait));
}

unsigned FairTurns::working() const {
  const std::scoped_lock lock(mutex_);
  return working_;
}
unsigned FairTurns::waiting() const {
  const std::scoped_lock lock(mutex_);
  return waiting_;
}

}  // namespace vermilion::service::server
