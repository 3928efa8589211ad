#include "samples/texture.hpp"

#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <cmath>

namespace vermilion::samples {

Mask relief(cv::Size size, double cell_px, Random& random) {
  const double cell = std::max(cell_px, 1.0);
  Mask coarse(static_cast<int>(std::ceil(size.height / cell)) + 3,
              static_cast<int>(std::ceil(size.width / cell)) + 3);
  for (auto& hill : coarse) hill = static_cast<std::uint8_t>(random.bits() >> 56);
  if (cell <= 1.0) return coarse(cv::Rect({}, size)).clone();
  Mask fine;
  // In 8 bits OpenCV interpolates in fixed point: the same result whatever the processor.
  cv::resize(coarse, fine,
             {static_cast<int>(std::ceil(coarse.cols * cell)),
              static_cast<int>(std::ceil(coarse.rows * cell))},
             0, 0, cv::INTER_CUBIC);
  const auto inset = static_cast<int>(cell);  // the outermost cells lack neighbours
  return fine(cv::Rect({inset, inset}, size)).clone();
}

}  // namespace vermilion::samples
