#pragma once

#include "bench/speed/scratch_folder.hpp"

#include <filesystem>
#include <span>
#include <string>
#include <string_view>
#include <vector>

// What workers take of the memory: the program at its largest moment, over the same scans with one
// worker and with more.
namespace vermilion::speed {

struct Load {
  std::string_view name;
  std::string_view label;     // the command; the number of workers follows
  std::string_view document;  // --document; empty: none
  int pages;
};

std::span<const Load> loads();

class BatchMemory {
 public:
  // Has the program draw as many pages of all kinds as there are scans, to be looked at later.
  BatchMemory(std::filesystem::path program, int pages);

  // Peak resident memory of a batch with so many workers, in the median of the runs. To be asked
  // while this process is small, see child.hpp. Throws std::runtime_error when the program does not
  // do as told.
  double peak_mb(const Load& load, int workers, int runs) const;

 private:
  std::filesystem::path program_;
  ScratchFolder folder_;
  std::vector<std::string> files_;
};

// What one more worker takes, from the peaks with one and with several.
double mb_a_worker(double peak_of_one_mb, double peak_mb, int workers);

}  // namespace vermilion::speed
