#include "pipeline/form/field_rows.hpp"

#include "pipeline/form/key_places.hpp"

#include <algorithm>
#include <cmath>

namespace vermilion::pipeline::form {
namespace {

constexpr double kMmPerPoint = 25.4 / 72;
constexpr double kFrameMm = 1;      // left out at both ends of a cell
constexpr double kFaceOfEm = 0.92;  // a Han character's own height

}  // namespace

const Field* printed_field(const Template& form, std::string_view fact) {
  const auto found = std::ranges::find_if(form.fields, [&](const Field& field) {
    return !fact.empty() && field.fact == fact && field.printed && !field.multi_line;
  });
  return found == form.fields.end() ? nullptr : &*found;
}

const Field* written_field(const Template& form, std::string_view id) {
  const auto found = std::ranges::find_if(
      form.fields, [&](const Field& field) { return field.fact.empty() && field.id == id; });
  return found == form.fields.end() ? nullptr : &*found;
}

page::TextLine row_of(const Field& field, const Placement& placement) {
  const double middle = field.value.y + field.value.h / 2;
  const double em = field.size_pt * kMmPerPoint;
  double right = field.value.right() - kFrameMm;
  if (field.printed) {
    // Two characters more than were printed: what was added is seen.
    const double printed = width_mm(*field.printed, field.size_pt);
    right = std::min(right, field.value.x + 2 * kFrameMm + printed + 2 * em);
  }
  const cv::Point2d from = on_page(placement, {field.value.x + kFrameMm, middle});
  const cv::Point2d to = on_page(placement, {right, middle});
  const double height = kFaceOfEm * em * placement.px_per_mm;
  const cv::Point2d way = to - from;
  return {
      .centre = {static_cast<float>((from.x + to.x) / 2), static_cast<float>((from.y + to.y) / 2)},
      .length = static_cast<float>(std::hypot(way.x, way.y)),
      .height = static_cast<float>(height),
      .slope_rad = static_cast<float>(std::atan2(way.y, way.x))};
}

}  // namespace vermilion::pipeline::form
