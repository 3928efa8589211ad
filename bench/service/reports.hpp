#pragma once

#include "bench/service/a_demo.hpp"
#include "bench/service/times.hpp"

#include <cstddef>

namespace vermilion::service_load {

// Scans of one applicant, one at a time: from the first byte of the upload to the report in his
// hands, asked for as the pages ask.
struct Reports {
  Times taken;     // until the upload is answered: it is on the disk then
  Times reported;  // until the report is there
};
Reports one_at_a_time(const ADemo& demo, std::size_t count);

// As many as the machine bears: four organisations, each with so many scans on their way at once.
struct Sustained {
  Times taken;
  Times reported;
  std::size_t refused = 0;  // 429
  double wall_s = 0;
  double api_cpu_s = 0;      // of the process that answers HTTP, of the machine's cores together
  double workers_cpu_s = 0;  // of those that look at scans
};
Sustained as_many_as_it_bears(const ADemo& demo, std::chrono::seconds how_long, unsigned each);

// One organisation hands in all it may while another's applicant waits for one scan at a time.
struct Beside {
  Times honest;
  std::size_t greedy = 0;   // reports the other got meanwhile
  std::size_t refused = 0;  // of his uploads, 429
};
Beside beside_a_greedy_one(const ADemo& demo, std::chrono::seconds how_long);

}  // namespace vermilion::service_load
