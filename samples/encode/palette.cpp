#include "samples/encode/palette.hpp"

#include <opencv2/imgproc.hpp>

#include <climits>

namespace vermilion::samples::encode {
namespace {

int distance(const cv::Vec3b& a, const cv::Vec3b& b) {
  int sum = 0;
  for (int c = 0; c < 3; ++c) sum += (a[c] - b[c]) * (a[c] - b[c]);
  return sum;
}

std::uint8_t nearest(const cv::Vec3b& colour, const Palette& palette) {
  std::size_t best = 0;
  int least = INT_MAX;
  for (std::size_t i = 0; i < palette.size(); ++i) {
    if (const int away = distance(colour, palette[i]); away < least) {
      least = away;
      best = i;
    }
  }
  return static_cast<std::uint8_t>(best);
}

cv::Vec3b middle_of_cell(int cell) {
  return {static_cast<std::uint8_t>((cell >> 10) * 8 + 4),
          static_cast<std::uint8_t>((cell >> 5 & 31) * 8 + 4),
          static_cast<std::uint8_t>((cell & 31) * 8 + 4)};
}

}  // namespace

Palette palette_of_16() {
  return {{0, 0, 0},       {36, 36, 36},    {80, 80, 80},    {128, 128, 128},
          {170, 170, 170}, {205, 205, 205}, {232, 232, 232}, {255, 255, 255},
          {120, 20, 24},   {190, 30, 36},   {225, 80, 82},   {240, 150, 150},
          {250, 205, 205}, {190, 150, 60},  {40, 70, 150},   {200, 220, 215}};
}

Palette palette_of_256() {
  Palette palette;
  for (int i = 0; i < 40; ++i) {
    const auto level = static_cast<std::uint8_t>(i * 255 / 39);
    palette.emplace_back(level, level, level);
  }
  for (int i = 0; i < 216; ++i) {
    palette.emplace_back(static_cast<std::uint8_t>(i / 36 * 51),
                         static_cast<std::uint8_t>(i / 6 % 6 * 51),
                         static_cast<std::uint8_t>(i % 6 * 51));
  }
  return palette;
}

Mask indexed(const Picture& picture, const Palette& palette) {
  // Five bits a channel are enough to find the neighbour, and the search is done once for each.
  std::vector<std::uint8_t> cells(1 << 15);
  for (int cell = 0; cell < 1 << 15; ++cell) {
    cells[static_cast<std::size_t>(cell)] = nearest(middle_of_cell(cell), palette);
  }
  Mask indices(picture.size());
  for (int y = 0; y < picture.rows; ++y) {
    for (int x = 0; x < picture.cols; ++x) {
      const cv::Vec3b& p = picture(y, x);
      indices(y, x) = cells[static_cast<std::size_t>(p[0] >> 3 << 10 | p[1] >> 3 << 5 | p[2] >> 3)];
    }
  }
  return indices;
}

Mask bilevel(const Picture& picture) {
  Mask grey;
  cv::cvtColor(picture, grey, cv::COLOR_RGB2GRAY);
  cv::threshold(grey, grey, 0, 1, cv::THRESH_BINARY | cv::THRESH_OTSU);
  return grey;
}

}  // namespace vermilion::samples::encode
