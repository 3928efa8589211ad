#pragma once

#include <optional>
#include <string>
#include <vector>

namespace vermilion::speed {

// How a program ran: what it cost the system, and what it wrote to standard output.
struct ChildRun {
  int exit_code = 0;  // 128 and the number of the signal that ended it, as a shell tells it
  double cpu_ms = 0;  // user and system, its own children included
  double wall_ms = 0;
  double peak_mb = 0;  // resident; Linux counts the caller's own size in, see self_peak_mb
  std::string output;
};

// Runs a program found as a shell would find it, without standard input or error, and waits for it.
// Nothing when there is no such program.
std::optional<ChildRun> run(const std::vector<std::string>& command);

// How large this process has been so far. A child is never reported smaller than the process that
// started it was at that time (the mark is carried over by fork and exec), so peak_mb says
// something only where it is the larger of the two.
double self_peak_mb();

}  // namespace vermilion::speed
