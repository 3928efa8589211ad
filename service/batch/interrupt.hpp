#pragma once

#include <csignal>

namespace vermilion::service::batch {

// While one of these lives, the first Ctrl-C only asks: the batch finishes what is in flight. The
// second one ends the program at once. One at a time.
class Interrupt {
 public:
  Interrupt();
  ~Interrupt();
  Interrupt(const Interrupt&) = delete;
  Interrupt& operator=(const Interrupt&) = delete;

  bool asked() const;

 private:
  struct sigaction before_ {};
};

}  // namespace vermilion::service::batch
