#include "service/effects/heartbeat.hpp"

#include <chrono>
#include <utility>

namespace vermilion::service::effects {
namespace {

constexpr std::chrono::seconds kBeat{3};

}  // namespace

Heartbeat::Heartbeat(store::jobs::Jobs& jobs, store::jobs::Claim claim)
    : jobs_(jobs), claim_(std::move(claim)), thread_([this] { beat(); }) {}

Heartbeat::~Heartbeat() {
  {
    const std::lock_guard lock(mutex_);
    is_over_ = true;
  }
  over_.notify_one();
  thread_.join();
}

// A lease that is lost stays lost; what the job comes to is then refused at its end.
void Heartbeat::beat() {
  std::unique_lock lock(mutex_);
  while (!over_.wait_for(lock, kBeat, [this] { return is_over_; })) {
    lock.unlock();
    const bool alive = jobs_.beat(claim_).has_value();
    lock.lock();
    if (!alive) return;
  }
}

}  // namespace vermilion::service::effects
