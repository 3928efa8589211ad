#pragma once

#include "pipeline/page/pyramid.hpp"
#include "pipeline/seal/impression.hpp"

#include <functional>

namespace vermilion::pipeline::seal {

// Ink as bright pixels at a level of the pyramid, within a rectangle of it.
using InkMap = std::function<cv::Mat(int level, cv::Rect within)>;

struct Candidate {
  Outline outline;  // at the level it was found
  int level = 0;
  bool may_be_broken = false;  // what is found where it was voted for counts, too
};

// The rim of a candidate, looked at where it is fine enough, its outline moved onto it. `finest` is
// the finest level the map can give.
Impression examined(const Candidate& candidate, const InkMap& ink_map, const page::Pyramid& pyramid,
                    int finest);

}  // namespace vermilion::pipeline::seal
