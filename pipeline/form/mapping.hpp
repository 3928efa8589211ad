#pragma once

#include <opencv2/core/matx.hpp>
#include <opencv2/core/types.hpp>

#include <span>

// Maps of the sheet's plane onto the page's.
namespace vermilion::pipeline::form {

[[nodiscard]] cv::Point2d apply(const cv::Matx33d& map, cv::Point2d point);

// Where a step of one millimetre leads, in pixels: to the right and down.
struct Steps {
  cv::Point2d right;
  cv::Point2d down;
};
[[nodiscard]] Steps steps_at(const cv::Matx33d& map, cv::Point2d mm);

// Pixels a millimetre, the mean over both directions.
[[nodiscard]] double density_at(const cv::Matx33d& map, cv::Point2d mm);

// A place of the sheet seen on the page.
struct Sighting {
  cv::Point2d mm;
  cv::Point2d px;
  cv::Point2d normal = {};  // seen only along this unit vector of the page; zero: both ways
  double weight = 1;
};

// Sighting and map apart, in pixels: along the normal, or the distance.
[[nodiscard]] double miss(const cv::Matx33d& map, const Sighting& sighting);

// Without perspective, by least squares; three sightings both ways or more.
[[nodiscard]] cv::Matx33d affine_through(std::span<const Sighting> sightings);

// The map all but outliers agree on: beyond `reach_px` a sighting says nothing. Begins at `guess`,
// and where the sightings say little about perspective keeps to that of `guess`.
[[nodiscard]] cv::Matx33d fitted(const cv::Matx33d& guess, std::span<const Sighting> sightings,
                                 double reach_px);

}  // namespace vermilion::pipeline::form
