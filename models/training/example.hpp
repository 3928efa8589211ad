#pragma once

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <span>
#include <vector>

namespace vermilion::models {

// What a classifier is to learn: inputs in steps of 1/255, and the class they belong to.
struct Example {
  std::vector<std::uint8_t> input;
  std::uint8_t label = 0;
};

inline Example example_of(std::span<const float> input, std::uint8_t label) {
  Example example{.label = label};
  example.input.reserve(input.size());
  for (const float value : input) {
    example.input.push_back(
        static_cast<std::uint8_t>(std::lround(std::clamp(value, 0.0F, 1.0F) * 255)));
  }
  return example;
}

}  // namespace vermilion::models
