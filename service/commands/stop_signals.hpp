#pragma once

#include <signal.h>

namespace vermilion::service::commands {

// Blocked before a thread is started, so that none of them is interrupted and this one can wait.
class StopSignals {
 public:
  StopSignals() {
    sigemptyset(&stop_);
    sigaddset(&stop_, SIGINT);
    sigaddset(&stop_, SIGTERM);
    pthread_sigmask(SIG_BLOCK, &stop_, nullptr);
  }
  int wait() const {
    int which = 0;
    sigwait(&stop_, &which);
    return which;
  }

 private:
  sigset_t stop_{};
};

}  // namespace vermilion::service::commands
