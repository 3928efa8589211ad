#pragma once

#include <ctime>

namespace vermilion::speed {

// CPU time of the whole process, so that no helper thread goes unpaid.
inline double cpu_ms() {
  timespec now{};
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
  return static_cast<double>(now.tv_sec) * 1e3 + static_cast<double>(now.tv_nsec) * 1e-6;
}

}  // namespace vermilion::speed
