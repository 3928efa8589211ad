#pragma once

#include "bench/speed/corpus.hpp"
#include "pipeline/inspect.hpp"

#include <span>

// Scans side by side, as a batch or a service inspects them: an Inspector on a thread of its own
// for each worker, all taking from the same row of pages.
namespace vermilion::speed {

struct Throughput {
  double scans_per_s = 0;  // by the clock on the wall
  double cpu_ms = 0;       // a scan: what it grows by is what workers cost each other
};

// In the fastest of the rounds. Before the first each worker has looked at every page once, so that
// none starts a reader while the clock runs. Throws std::runtime_error for a page that is refused.
Throughput throughput_of(std::span<pipeline::Inspector> workers, std::span<const Page* const> pages,
                         int rounds);

}  // namespace vermilion::speed
