#pragma once

#include "bench/service/a_demo.hpp"
#include "bench/service/times.hpp"

#include <cstddef>
#include <filesystem>
#include <map>
#include <string>
#include <vector>

namespace vermilion::service_load {

// What strangers might send: the hostile files of samples/, those of a folder, and sound ones of
// every variant with bytes changed, cut out, doubled or cut off, the same for the same count.
[[nodiscard]] std::vector<std::string> hostile_scans(std::size_t count,
                                                     const std::filesystem::path& folder);

struct Hostile {
  Times answered;
  std::map<std::string, std::size_t> codes;  // of a problem, or of the first finding that blocks
  std::size_t unnamed = 0;                   // answered with neither, or not at all
  double resident_before_mib = 0;            // of the process that answers HTTP
  double resident_after_mib = 0;
  double workers_lost = 0;
  bool restarted = false;
};

// Asks for an inspection of each, so many at once.
Hostile inspected(const ADemo& demo, const std::vector<std::string>& scans, unsigned at_once);

// Kills every worker so many times and asks for an inspection at once: how much longer it takes
// than one beside it that finds its worker alive.
struct Replaced {
  Times alive;
  Times killed;
  std::size_t wrong = 0;  // answered otherwise than with the report
};
Replaced replaced(const ADemo& demo, std::size_t times);

}  // namespace vermilion::service_load
