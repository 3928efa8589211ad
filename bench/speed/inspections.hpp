#pragma once

#include "bench/speed/corpus.hpp"
#include "pipeline/inspect.hpp"

#include <span>
#include <vector>

namespace vermilion::speed {

// What one page costs, and what the same page as a baseline JPEG costs to decode.
struct PageCost {
  double reference_ms = 0;
  double reference_median_ms = 0;  // against reference_ms: how noisy the machine is
  double whole_ms = 0;
  std::vector<pipeline::StageCost> stages;  // of the round that gave whole_ms
  bool readable = false;
  bool code_read = false;  // exactly as printed

  double x(double ms) const { return ms / reference_ms; }
  double stage_ms(std::string_view stage) const;  // 0 when it did not run
  bool ran(std::string_view stage) const;
};

// Inspects every page with the general plan and decodes it to BGR in turn, `rounds` times over all
// pages, and keeps the least of each. An inspection does the same work each time; whatever else the
// machine does can only add to it, so the least is what comes closest to the work itself. A median
// would follow the neighbours' load.
std::vector<PageCost> measure(pipeline::Inspector& inspector, std::span<const Page> pages,
                              int rounds);

}  // namespace vermilion::speed
