#pragma once

#include "service/batch/tally.hpp"

#include <chrono>
#include <cstddef>
#include <functional>
#include <iosfwd>
#include <string>

namespace vermilion::service::batch {

// The progress line on a terminal: drawn over itself, taken away before anything else is written.
// Draws nothing where nobody watches.
class Progress {
 public:
  Progress(std::ostream& terminal, bool watched, std::size_t inputs)
      : terminal_(terminal), watched_(watched), inputs_(inputs) {}
  ~Progress() { clear(); }
  Progress(const Progress&) = delete;
  Progress& operator=(const Progress&) = delete;

  void draw(const Tally& tally);
  void draw(const std::function<std::string()>& line);
  void clear();

  std::chrono::duration<double> elapsed() const { return Clock::now() - begun_; }

 private:
  using Clock = std::chrono::steady_clock;

  std::ostream& terminal_;
  bool watched_;
  std::size_t inputs_;
  Clock::time_point begun_ = Clock::now();
  Clock::time_point drawn_ = {};
  bool visible_ = false;
};

}  // namespace vermilion::service::batch
