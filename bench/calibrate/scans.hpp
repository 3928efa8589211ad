#pragma once

#include "bench/calibrate/thresholds.hpp"
#include "samples/recipe.hpp"

#include <cstdint>
#include <filesystem>
#include <span>
#include <string>
#include <vector>

// The scans behind the curves. Recipes depend on their arguments alone.
namespace vermilion::calibrate {

// Of what a threshold is there to catch, the `nth` of `count`: the defects in turn, their strengths
// evenly from mildest to strongest.
[[nodiscard]] samples::Recipe with_defect(std::span<const Planting> defects, int nth, int count,
                                          std::uint64_t seed);

// Where among the strengths of its defect that one lies: 0 mildest, 1 strongest.
[[nodiscard]] double place_among_strengths(std::span<const Planting> defects, int nth, int count);

// Nothing is wrong with it: half of them clean, the others turned, under a watermark or stored in
// another way, which are all accepted.
[[nodiscard]] samples::Recipe sound(int nth, std::uint64_t seed);

struct RealScan {
  std::filesystem::path path;
  std::string file;
  std::string code;  // the credit code on it; empty where none can be read
};

// The licences of a folder with labels.tsv. Nothing says which of them have defects. Throws
// std::runtime_error when there is no labels.tsv.
[[nodiscard]] std::vector<RealScan> real_scans(const std::filesystem::path& folder);

[[nodiscard]] std::vector<std::byte> bytes_of(const std::filesystem::path& path);

}  // namespace vermilion::calibrate
