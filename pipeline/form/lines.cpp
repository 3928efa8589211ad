#include "pipeline/form/lines.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <optional>

namespace vermilion::pipeline::form {
namespace {

// Lines of tables that share an edge are drawn at the same place; 0.1 mm is less than any of them.
constexpr double kSame = 0.1;

constexpr double kFromEnds = 1.5;                        // where other lines meet it
constexpr std::array kAlong{-0.8, -0.4, 0.0, 0.4, 0.8};  // mm; a profile is the mean over these

// How dark a line must be against the paper, of what print is.
constexpr double kDepthMin = 0.22;

// As long as a profile is wider than this much more than the line it is something else: a letter,
// the rim of a seal.
constexpr double kSoftness = 0.6;  // mm, what copying and scanning add

constexpr double kLeast =
    3;  // mm; shorter lines are left out, such as the sides of a tick's square

// A line along x or y at a height, from one end to the other.
struct Run {
  double from;
  double to;
  double weight_mm;
};
using Runs = std::map<long, std::vector<Run>>;  // by the height in tenths of a millimetre

void add(Runs& runs, double height, Run run) {
  auto& at = runs[std::lround(height / kSame)];
  for (Run& other : at) {
    if (run.from > other.to + kSame || other.from > run.to + kSame) continue;
    other = {std::min(run.from, other.from), std::max(run.to, other.to),
             std::max(run.weight_mm, other.weight_mm)};
    return;
  }
  at.push_back(run);
}

// Brightness in red light between pixels.
class RedLight {
 public:
  explicit RedLight(const page::Pyramid& pyramid)
      : luma_(pyramid.luma(0)), cr_(pyramid.coloured() ? pyramid.cr(1) : cv::Mat()) {}

  [[nodiscard]] std::optional<double> at(cv::Point2d px) const {
    if (px.x < 1 || px.y < 1 || px.x >= luma_.cols - 2 || px.y >= luma_.rows - 2) return {};
    const double light = between(luma_, px);
    if (cr_.empty()) return light;
    const int x = std::min(static_cast<int>(px.x + 0.5) / 2, cr_.cols - 1);
    const int y = std::min(static_cast<int>(px.y + 0.5) / 2, cr_.rows - 1);
    return std::min(255.0, light + 1.402 * (cr_.at<std::uint8_t>(y, x) - 128.0));
  }

 private:
  static double between(const cv::Mat& picture, cv::Point2d px) {
    const int x = static_cast<int>(px.x);
    const int y = static_cast<int>(px.y);
    const double right = px.x - x;
    const double down = px.y - y;
    const std::uint8_t* upper = picture.ptr<std::uint8_t>(y) + x;
    const std::uint8_t* lower = picture.ptr<std::uint8_t>(y + 1) + x;
    return (upper[0] * (1 - right) + upper[1] * right) * (1 - down) +
           (lower[0] * (1 - right) + lower[1] * right) * down;
  }

  cv::Mat luma_;
  cv::Mat cr_;
};

// The darkness across a line, a step a pixel, the middle where the line is expected.
std::vector<double> profile_at(cv::Point2d middle, cv::Point2d along_mm, cv::Point2d normal,
                               int reach_px, const RedLight& light, double paper) {
  std::vector<double> darkness(static_cast<std::size_t>(2 * reach_px + 1));
  for (int i = -reach_px; i <= reach_px; ++i) {
    double sum = 0;
    for (const double mm : kAlong) {
      const auto seen = light.at(middle + mm * along_mm + static_cast<double>(i) * normal);
      if (!seen) return {};
      sum += std::clamp(paper - *seen, 0.0, 255.0);
    }
    darkness[static_cast<std::size_t>(i + reach_px)] = sum / kAlong.size();
  }
  return darkness;
}

// The middle of the darkest narrow peak, in steps from the profile's middle.
std::optional<double> peak_of(const std::vector<double>& darkness, double depth_min,
                              double width_max_px) {
  if (darkness.size() < 5) return std::nullopt;
  const auto top = std::max_element(darkness.begin() + 1, darkness.end() - 1);
  if (*top < depth_min) return std::nullopt;
  const auto at = top - darkness.begin();
  auto left = at;
  auto right = at;
  const auto last = static_cast<std::ptrdiff_t>(darkness.size()) - 1;
  const auto value = [&](std::ptrdiff_t i) { return darkness[static_cast<std::size_t>(i)]; };
  while (left > 0 && value(left) > *top / 2) --left;
  while (right < last && value(right) > *top / 2) ++right;
  // Cut off at an end, or too wide for a line.
  if (value(left) > *top / 2 || value(right) > *top / 2) return std::nullopt;
  if (static_cast<double>(right - left - 1) > width_max_px) return std::nullopt;
  double sum = 0;
  double moment = 0;
  for (auto i = left; i <= right; ++i) {
    sum += value(i);
    moment += value(i) * static_cast<double>(i);
  }
  return moment / sum - static_cast<double>(last) / 2;
}

}  // namespace

std::vector<Line> lines_of(const Template& form) {
  Runs level;
  Runs upright;
  for (const Stroke& stroke : form.strokes) {
    const BoxMm& box = stroke.box;
    if (box.w > 0) add(level, box.y, {box.x, box.right(), stroke.weight_mm});
    if (box.h > 0) add(upright, box.x, {box.y, box.bottom(), stroke.weight_mm});
    if (box.w == 0 || box.h == 0) continue;
    add(level, box.bottom(), {box.x, box.right(), stroke.weight_mm});
    add(upright, box.right(), {box.y, box.bottom(), stroke.weight_mm});
  }
  std::vector<Line> lines;
  for (const auto& [height, runs] : level) {
    const double y = static_cast<double>(height) * kSame;
    for (const Run& run : runs) lines.push_back({{run.from, y}, {run.to, y}, run.weight_mm});
  }
  for (const auto& [height, runs] : upright) {
    const double x = static_cast<double>(height) * kSame;
    for (const Run& run : runs) lines.push_back({{x, run.from}, {x, run.to}, run.weight_mm});
  }
  std::erase_if(lines, [](const Line& line) {
    return cv::norm(line.to - line.from) < kLeast + 2 * kFromEnds;
  });
  return lines;
}

SeenLine see(const Line& line, const cv::Matx33d& map, const Look& look,
             const page::Pyramid& pyramid, const page::Light& light) {
  const RedLight red(pyramid);
  const double length = cv::norm(line.to - line.from) - 2 * kFromEnds;
  const cv::Point2d direction = (line.to - line.from) / cv::norm(line.to - line.from);
  const int places = std::max(1, static_cast<int>(length / look.every_mm));
  SeenLine seen;
  for (int i = 0; i < places; ++i) {
    const double along = kFromEnds + length * (i + 0.5) / places;
    const cv::Point2d mm = line.from + along * direction;
    const Steps steps = steps_at(map, mm);
    const cv::Point2d step = line.is_level() ? steps.right : steps.down;
    const double density = cv::norm(line.is_level() ? steps.down : steps.right);
    const cv::Point2d normal = cv::Point2d(-step.y, step.x) / cv::norm(step);
    const cv::Point2d middle = apply(map, mm);
    const auto reach_px = static_cast<int>(std::ceil(look.reach_mm * density)) + 1;
    const auto darkness = profile_at(middle, step, normal, reach_px, red, light.paper);
    if (darkness.empty()) continue;  // beyond the page
    ++seen.looked_at;
    const auto at =
        peak_of(darkness, kDepthMin * light.contrast(), (line.weight_mm + kSoftness) * density);
    if (at) seen.sightings.push_back({mm, middle + *at * normal, normal});
  }
  return seen;
}

}  // namespace vermilion::pipeline::form
