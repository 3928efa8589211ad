#include "pipeline/form/boxes.hpp"

#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <cmath>

namespace vermilion::pipeline::form {
namespace {

// Between the largest seal of a person and the smallest of a company.
constexpr double kCompanyFromMm = 28;

constexpr int kOutlinePoints = 48;

// Outlines run along the middle of the rim, which is a millimetre thick on 40.
constexpr float kOuterReach = 1.025F;

// A seal stands in a box when this much of it does; less is an accident.
constexpr double kShareIn = 0.3;

std::vector<cv::Point2f> outline_on_sheet(const seal::Outline& outline, const cv::Matx33d& to_mm) {
  std::vector<cv::Point2f> points;
  for (int i = 0; i < kOutlinePoints; ++i) {
    const cv::Point2f at = outline.at(static_cast<float>(i) / kOutlinePoints, kOuterReach);
    const cv::Vec3d mm = to_mm * cv::Vec3d(static_cast<double>(at.x), static_cast<double>(at.y), 1);
    points.emplace_back(static_cast<float>(mm[0] / mm[2]), static_cast<float>(mm[1] / mm[2]));
  }
  return points;
}

BoxMm around(const std::vector<cv::Point2f>& points) {
  const auto [left, right] = std::ranges::minmax(points, {}, &cv::Point2f::x);
  const auto [top, bottom] = std::ranges::minmax(points, {}, &cv::Point2f::y);
  const auto mm = [](float value) { return static_cast<double>(value); };
  return {mm(left.x), mm(top.y), mm(right.x - left.x), mm(bottom.y - top.y)};
}

double overhang(const BoxMm& seal, const BoxMm& box) {
  return std::max({0.0, box.x - seal.x, box.y - seal.y, seal.right() - box.right(),
                   seal.bottom() - box.bottom()});
}

double area_of(const std::vector<cv::Point2f>& outline) {
  return std::abs(cv::contourArea(outline));
}

void assign_box(BoxedSeal& seal, const Template& form) {
  double most = kShareIn * area_of(seal.outline);
  for (std::size_t i = 0; i < form.stamps.size(); ++i) {
    const double inside = covered_mm2(seal, form.stamps[i].box);
    if (inside <= most) continue;
    most = inside;
    seal.stamp = i;
  }
  if (seal.stamp && form.stamps[*seal.stamp].framed) {
    seal.overhang_mm = overhang(seal.box, form.stamps[*seal.stamp].box);
  }
}

}  // namespace

SealKind kind_wanted(const Stamp& stamp) {
  return stamp.by == "organisation" ? SealKind::Company : SealKind::Person;
}

std::vector<BoxedSeal> seals_in_boxes(const Template& form, const Placement& placement,
                                      std::span<const seal::Seal> seals) {
  const cv::Matx33d to_mm = placement.page_from_mm.inv();
  std::vector<BoxedSeal> boxed;
  for (std::size_t i = 0; i < seals.size(); ++i) {
    BoxedSeal seal{.seal = i, .outline = outline_on_sheet(seals[i].impression.outline, to_mm)};
    seal.box = around(seal.outline);
    const bool large = std::max(seal.box.w, seal.box.h) >= kCompanyFromMm;
    seal.kind = large ? SealKind::Company : SealKind::Person;
    assign_box(seal, form);
    boxed.push_back(std::move(seal));
  }
  return boxed;
}

double covered_mm2(const BoxedSeal& seal, const BoxMm& box) {
  const auto at = [](double x, double y) {
    return cv::Point2f(static_cast<float>(x), static_cast<float>(y));
  };
  const std::vector<cv::Point2f> corners{at(box.x, box.y), at(box.right(), box.y),
                                         at(box.right(), box.bottom()), at(box.x, box.bottom())};
  std::vector<cv::Point2f> shared;
  return static_cast<double>(cv::intersectConvexConvex(seal.outline, corners, shared));
}

}  // namespace vermilion::pipeline::form
