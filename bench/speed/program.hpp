#pragma once

#include "bench/speed/child.hpp"
#include "bench/speed/scratch_folder.hpp"

#include <filesystem>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

// The `vermilion` program as a user starts it.
namespace vermilion::speed {

// One thing to start it for.
struct Errand {
  std::string_view name;
  std::string_view label;
  std::vector<std::string> (*arguments)(const std::filesystem::path& program,
                                        const ScratchFolder& folder);
};

std::span<const Errand> errands();

struct ErrandCost {
  double wall_ms = 0;  // median of the runs
  double wall_p95_ms = 0;
  double cpu_ms = 0;              // median
  std::optional<double> peak_mb;  // median; absent where this process was larger, see child.hpp
};

// To be asked before this process has grown by drawing pages; the pages an errand needs are drawn
// by the program itself. Throws std::runtime_error when it does not do as told.
ErrandCost cost_of(const Errand& errand, const std::filesystem::path& program, int runs);

}  // namespace vermilion::speed
