#pragma once

#include "bench/speed/measured.hpp"

namespace vermilion::speed {

// Hands every row to Google Benchmark under a name its --benchmark_filter understands:
//   start/<errand>  memory/<load>/<workers>  rules/<errand>  orders/fold  inspect/<category>
//   stage/<category>/<stage>  document/<category>/<document>  today/<category>/<tool>
//   workers/<batch>/<workers>
// The program's start and its memory come first, while this process is small (child.hpp). `failed`
// becomes true when a row could not be measured that should have been. Both arguments outlive the
// run.
void add_benchmarks(Measured& measured, bool& failed);

}  // namespace vermilion::speed
