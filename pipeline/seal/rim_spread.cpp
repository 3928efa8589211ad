#include "pipeline/seal/rim_spread.hpp"

#include <algorithm>
#include <cstdint>
#include <vector>

namespace vermilion::pipeline::seal {
namespace {

constexpr int kRays = 48;
constexpr std::size_t kRaysMin = kRays / 4;
constexpr int kSamplesPerPixel = 2;
constexpr float kReach = 0.14F;  // of the radius, to either side of the rim
constexpr float kReachMin = 8;   // pixels
constexpr double kRiseMin = 16;  // less is noise of the paper

// Brightness along a ray, from within the rim outwards.
class Ray {
 public:
  Ray(const cv::Mat& pixels, int index) : pixels_(pixels), index_(index) {}

  int count() const { return pixels_.rows; }
  double at(int sample) const {
    return pixels_.at<std::uint8_t>(std::min(sample, count() - 1), index_);
  }

  // Where the rim is darkest.
  int rim() const {
    int darkest = count() / 4;
    for (int i = darkest; i < count() * 3 / 4; ++i) {
      if (at(i) < at(darkest)) darkest = i;
    }
    return darkest;
  }

  // Where it stops getting brighter outwards.
  int paper(int from) const {
    while (from + 1 < count() && at(from + 1) >= at(from)) ++from;
    return from;
  }

  // Where it first reaches a brightness between two samples, in samples.
  double crossing(int from, int to, double level) const {
    while (from < to && at(from + 1) < level) ++from;
    const double step = at(from + 1) - at(from);
    return from + (step > 0 ? (level - at(from)) / step : 0);
  }

 private:
  const cv::Mat& pixels_;
  int index_;
};

}  // namespace

std::optional<double> rim_spread_px(const cv::Mat& luma, const Outline& outline) {
  const float radius = outline.mean_radius();
  const float reach = std::max(kReachMin, kReach * radius);
  const auto samples = static_cast<int>(2 * kSamplesPerPixel * reach);
  const Unrolled rays =
      unroll(luma, outline, 1 - reach / radius, 1 + reach / radius, samples, kRays);
  std::vector<double> spreads;
  for (int index = 0; index < kRays; ++index) {
    const Ray ray(rays.pixels, index);
    const int rim = ray.rim();
    const int paper = ray.paper(rim);
    const double rise = ray.at(paper) - ray.at(rim);
    if (rise < kRiseMin) continue;
    const double begin = ray.crossing(rim, paper, ray.at(rim) + 0.1 * rise);
    const double end = ray.crossing(rim, paper, ray.at(rim) + 0.9 * rise);
    spreads.push_back((end - begin) / kSamplesPerPixel);
  }
  if (spreads.size() < kRaysMin) return std::nullopt;
  const auto middle = spreads.begin() + static_cast<std::ptrdiff_t>((spreads.size() - 1) / 2);
  std::ranges::nth_element(spreads, middle);
  return *middle;
}

}  // namespace vermilion::pipeline::seal
