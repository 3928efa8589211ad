#include "models/training/turn_examples.hpp"

#include "models/training/printed_line.hpp"
#include "pipeline/page/turn.hpp"

#include <opencv2/core.hpp>

namespace vermilion::models {
namespace {

using namespace pipeline::page;

cv::Mat turned(const cv::Mat& image, int quarters_clockwise) {
  cv::Mat result;
  switch (quarters_clockwise) {
    case 1:
      cv::rotate(image, result, cv::ROTATE_90_CLOCKWISE);
      break;
    case 2:
      cv::rotate(image, result, cv::ROTATE_180);
      break;
    case 3:
      cv::rotate(image, result, cv::ROTATE_90_COUNTERCLOCKWISE);
      break;
    default:
      result = image;
  }
  return result;
}

}  // namespace

std::vector<Example> turn_examples(Random& random) {
  const cv::Mat block = printed_block(random);
  const int quarters = whole(random, 0, 3);
  const Pyramid pyramid({.luma = turned(block, (4 - quarters) % 4)});
  const TextLines lines = text_lines_of(pyramid, light_of(pyramid));
  std::vector<Example> examples;
  for (const TextLine& line : lines.lines) {
    for (const TurnWindow& window : turn_windows(pyramid, line)) {
      examples.push_back(example_of(window, static_cast<std::uint8_t>(quarters)));
    }
  }
  return examples;
}

}  // namespace vermilion::models
