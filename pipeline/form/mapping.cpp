#include "pipeline/form/mapping.hpp"

#include <opencv2/core.hpp>

#include <algorithm>
#include <cassert>
#include <cmath>

namespace vermilion::pipeline::form {
namespace {

using Unknowns = cv::Matx<double, 8, 1>;
using Normal = cv::Matx<double, 8, 8>;

// Millimetres are taken about the middle of A4 and in units of a hundred, so that the eight
// unknowns are of a size.
constexpr double kUnitMm = 100;
const cv::Matx33d kToUnits(1 / kUnitMm, 0, -105 / kUnitMm, 0, 1 / kUnitMm, -148.5 / kUnitMm, 0, 0,
                           1);

// Six steps settle it: from 1.5 mm off to a thousandth of a pixel.
constexpr int kSteps = 6;

// What perspective has to say for itself, in pixels squared: without lines far apart both ways it
// stays as it was guessed.
constexpr double kPerspectiveInertia = 30;

cv::Matx33d normalised(const cv::Matx33d& map) {
  return map * (1 / map(2, 2));
}

// Tukey's weight: nothing beyond the reach.
double trust(double miss_px, double reach_px) {
  const double share = miss_px / reach_px;
  if (std::abs(share) >= 1) return 0;
  const double left = 1 - share * share;
  return left * left;
}

// How the image of a point changes with each unknown.
struct Change {
  cv::Matx<double, 1, 8> x;
  cv::Matx<double, 1, 8> y;
};

Change change_at(const cv::Matx33d& map, cv::Point2d point) {
  const double w = map(2, 0) * point.x + map(2, 1) * point.y + 1;
  const cv::Point2d image = apply(map, point);
  const double u = point.x / w;
  const double v = point.y / w;
  return {{u, v, 1 / w, 0, 0, 0, -image.x * u, -image.x * v},
          {0, 0, 0, u, v, 1 / w, -image.y * u, -image.y * v}};
}

class Fit {
 public:
  Fit(cv::Matx33d map, std::span<const Sighting> sightings, double reach_px)
      : map_(map), sightings_(sightings), reach_px_(reach_px) {}

  void step() {
    left_ = Normal::zeros();
    right_ = Unknowns::zeros();
    for (const Sighting& sighting : sightings_) add(sighting);
    left_(6, 6) += kPerspectiveInertia;
    left_(7, 7) += kPerspectiveInertia;
    Unknowns change;
    if (!cv::solve(left_, right_, change, cv::DECOMP_CHOLESKY)) return;
    for (int i = 0; i < 8; ++i) map_(i / 3, i % 3) += change(i);
  }

  const cv::Matx33d& map() const { return map_; }

 private:
  void add(const Sighting& sighting) {
    const cv::Point2d point = apply(kToUnits, sighting.mm);
    const cv::Point2d off = sighting.px - apply(map_, point);
    const Change change = change_at(map_, point);
    if (sighting.normal == cv::Point2d()) {
      const double weight = sighting.weight * trust(std::hypot(off.x, off.y), reach_px_);
      add(change.x, off.x, weight);
      add(change.y, off.y, weight);
      return;
    }
    const cv::Point2d& n = sighting.normal;
    const double along = off.dot(n);
    add(n.x * change.x + n.y * change.y, along, sighting.weight * trust(along, reach_px_));
  }

  void add(const cv::Matx<double, 1, 8>& row, double off, double weight) {
    if (weight == 0) return;
    left_ += weight * (row.t() * row);
    right_ += (weight * off) * row.t();
  }

  cv::Matx33d map_;
  std::span<const Sighting> sightings_;
  double reach_px_;
  Normal left_;
  Unknowns right_;
};

}  // namespace

cv::Point2d apply(const cv::Matx33d& map, cv::Point2d point) {
  const cv::Vec3d image = map * cv::Vec3d(point.x, point.y, 1);
  return {image[0] / image[2], image[1] / image[2]};
}

Steps steps_at(const cv::Matx33d& map, cv::Point2d mm) {
  return {apply(map, {mm.x + 0.5, mm.y}) - apply(map, {mm.x - 0.5, mm.y}),
          apply(map, {mm.x, mm.y + 0.5}) - apply(map, {mm.x, mm.y - 0.5})};
}

double density_at(const cv::Matx33d& map, cv::Point2d mm) {
  const Steps steps = steps_at(map, mm);
  return std::sqrt(std::abs(steps.right.x * steps.down.y - steps.right.y * steps.down.x));
}

double miss(const cv::Matx33d& map, const Sighting& sighting) {
  const cv::Point2d off = sighting.px - apply(map, sighting.mm);
  if (sighting.normal == cv::Point2d()) return std::hypot(off.x, off.y);
  return off.dot(sighting.normal);
}

cv::Matx33d affine_through(std::span<const Sighting> sightings) {
  assert(sightings.size() >= 3);
  cv::Matx33d left = cv::Matx33d::zeros();
  cv::Vec3d right_x{};
  cv::Vec3d right_y{};
  for (const Sighting& sighting : sightings) {
    const cv::Point2d unit = apply(kToUnits, sighting.mm);
    const cv::Vec3d point(unit.x, unit.y, 1);
    left += sighting.weight * (point * point.t());
    right_x += sighting.weight * sighting.px.x * point;
    right_y += sighting.weight * sighting.px.y * point;
  }
  const cv::Vec3d x = left.solve(right_x, cv::DECOMP_CHOLESKY);
  const cv::Vec3d y = left.solve(right_y, cv::DECOMP_CHOLESKY);
  return cv::Matx33d(x[0], x[1], x[2], y[0], y[1], y[2], 0, 0, 1) * kToUnits;
}

cv::Matx33d fitted(const cv::Matx33d& guess, std::span<const Sighting> sightings, double reach_px) {
  Fit fit(normalised(guess * kToUnits.inv()), sightings, reach_px);
  for (int i = 0; i < kSteps; ++i) fit.step();
  return normalised(fit.map() * kToUnits);
}

}  // namespace vermilion::pipeline::form
