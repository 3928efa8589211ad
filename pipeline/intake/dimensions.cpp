#include "pipeline/intake/dimensions.hpp"

#include "pipeline/intake/refuse.hpp"
#include "pipeline/limits.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace vermilion::pipeline::intake {
namespace {

tl::unexpected<Finding> out_of_range(std::int64_t width, std::int64_t height, std::int64_t value,
                                     std::int64_t threshold) {
  auto refusal = refuse(FindingCode::ImgPixels, fmt::format("{} x {}", width, height));
  refusal.value().value = static_cast<double>(value);
  refusal.value().threshold = static_cast<double>(threshold);
  return refusal;
}

}  // namespace

tl::expected<void, Finding> check_dimensions(std::int64_t width, std::int64_t height) {
  const auto [shorter, longer] = std::minmax({width, height});
  if (shorter < limits::kSideMin) return out_of_range(width, height, shorter, limits::kSideMin);
  if (longer > limits::kSide) return out_of_range(width, height, longer, limits::kSide);
  if (width * height > limits::kPixels) {
    return out_of_range(width, height, width * height, limits::kPixels);
  }
  return {};
}

}  // namespace vermilion::pipeline::intake
