#include "service/batch/interrupt.hpp"

#include <atomic>

namespace vermilion::service::batch {
namespace {

std::atomic<bool> asked_to_stop = false;
static_assert(std::atomic<bool>::is_always_lock_free, "a signal handler may not wait for a lock");

extern "C" void on_interrupt(int) {
  asked_to_stop = true;
}

}  // namespace

Interrupt::Interrupt() {
  asked_to_stop = false;
  struct sigaction action {};
  action.sa_handler = on_interrupt;
  // The second signal finds the default again; a read that waits for a person is broken off.
  action.sa_flags = static_cast<int>(SA_RESETHAND);
  sigaction(SIGINT, &action, &before_);
}

Interrupt::~Interrupt() {
  sigaction(SIGINT, &before_, nullptr);
}

bool Interrupt::asked() const {
  return asked_to_stop;
}

}  // namespace vermilion::service::batch
