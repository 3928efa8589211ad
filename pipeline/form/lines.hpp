#pragma once

#include "pipeline/form/mapping.hpp"
#include "pipeline/form/template.hpp"
#include "pipeline/page/light.hpp"
#include "pipeline/page/pyramid.hpp"

#include <opencv2/core/matx.hpp>
#include <opencv2/core/types.hpp>

#include <vector>

// The printed lines of a form, and where they are seen.
namespace vermilion::pipeline::form {

// A straight line of the print along one of the sheet's sides.
struct Line {
  cv::Point2d from;  // mm; to the right or down from here
  cv::Point2d to;
  double weight_mm = 0.2;

  [[nodiscard]] bool is_level() const { return from.y == to.y; }
};

// The sides of all frames, and the rules; those that lie on one another are one line.
[[nodiscard]] std::vector<Line> lines_of(const Template& form);

struct SeenLine {
  int looked_at = 0;  // places along it
  std::vector<Sighting> sightings;
};

// How closely a line is looked at: places so far apart along it, so far to either side of where the
// map puts it.
struct Look {
  double reach_mm = 1;
  double every_mm = 5;
};

// A place where nothing dark and narrow crosses is passed over.
[[nodiscard]] SeenLine see(const Line& line, const cv::Matx33d& map, const Look& look,
                           const page::Pyramid& pyramid, const page::Light& light);

}  // namespace vermilion::pipeline::form
