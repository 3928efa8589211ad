#pragma once

#include "pipeline/report.hpp"
#include "service/batch/outcome.hpp"

#include <cstddef>
#include <string>
#include <vector>

namespace vermilion::service::output {

// What the stages of a batch cost together: CPU time of the workers, not the clock on the wall.
class StageCosts {
 public:
  void add(const batch::Outcome& outcome);

  // Dearest stage first: runs, total ms, share, ms per scan. Empty without a single scan.
  [[nodiscard]] std::string table() const;

 private:
  void add(const pipeline::StageCost& cost);

  std::vector<pipeline::StageCost> stages_;
  std::size_t scans_ = 0;
};

}  // namespace vermilion::service::output
