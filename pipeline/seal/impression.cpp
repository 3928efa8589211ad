#include "pipeline/seal/impression.hpp"

#include "pipeline/limits.hpp"

#include <opencv2/core.hpp>

#include <algorithm>

namespace vermilion::pipeline::seal {

bool overlaps(const Outline& a, const Outline& b) {
  return cv::norm(a.centre - b.centre) <
         0.7 * static_cast<double>(std::max(a.half_height, b.half_height));
}

void keep(std::vector<Impression>& kept, const Impression& found) {
  const bool known = std::ranges::any_of(
      kept, [&](const Impression& k) { return overlaps(k.outline, found.outline); });
  if (!known && kept.size() < limits::kSeals) kept.push_back(found);
}

}  // namespace vermilion::pipeline::seal
