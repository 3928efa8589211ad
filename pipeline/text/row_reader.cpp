#include "pipeline/text/row_reader.hpp"

#include "pipeline/text/characters.hpp"
#include "pipeline/text/rows.hpp"

#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

namespace vermilion::pipeline::text {
namespace {

// Tesseract reads characters of 20 to 40 pixels best; what one size or light hides another shows.
constexpr std::array kLooks{Look{32, page::Plane::RedLight}, Look{26, page::Plane::RedLight},
                            Look{40, page::Plane::RedLight}, Look{32, page::Plane::Luma}};

constexpr float kMargin =
    2.5F;  // beside the row, of its height: what touches the text is seen, too
constexpr float kHeightShare = 1.7F;  // of the picture to its characters
constexpr float kHeightMin = 3;       // of print, in pixels of the page
constexpr int kWidthMax = 3000;
constexpr double kContrastMin = 24;

struct Cut {
  cv::Size size;
  cv::Matx33d to_page;
};

Cut cut_of(const page::TextLine& row, int height_px) {
  const double step = std::max(row.height, kHeightMin) / static_cast<float>(height_px);
  const double margin = static_cast<double>(kMargin) * height_px;
  const cv::Size size(std::min(kWidthMax, static_cast<int>(row.length / step + 2 * margin)),
                      static_cast<int>(kHeightShare * static_cast<float>(height_px)));
  const double c = std::cos(row.slope_rad) * step;
  const double s = std::sin(row.slope_rad) * step;
  const double u = (size.width - 1) / 2.0;
  const double v = (size.height - 1) / 2.0;
  return {size, cv::Matx33d(c, -s, row.centre.x - c * u + s * v,  //
                            s, c, row.centre.y - s * u - c * v,   //
                            0, 0, 1)};
}

// Nothing to read, of which the reader would complain.
bool is_blank(const cv::Mat& picture) {
  double darkest = 0;
  double brightest = 0;
  cv::minMaxLoc(picture, &darkest, &brightest);
  return brightest - darkest < kContrastMin;
}

}  // namespace

Box Reading::box_of(std::size_t begin, std::size_t end) const {
  if (begin >= end) return {};
  cv::Rect box = boxes[begin];
  for (std::size_t i = begin + 1; i < end; ++i) box |= boxes[i];
  std::vector<cv::Point2f> corners;
  for (const int x : {box.x, box.br().x}) {
    for (const int y : {box.y, box.br().y}) {
      const cv::Vec3d there = to_page * cv::Vec3d(x, y, 1);
      corners.emplace_back(static_cast<float>(there[0]), static_cast<float>(there[1]));
    }
  }
  const cv::Rect on_page = cv::boundingRect(corners);
  return {on_page.x, on_page.y, on_page.width, on_page.height};
}

double Reading::gap_before(std::size_t at) const {
  if (at == 0) return 0;
  return static_cast<double>(boxes[at].x - boxes[at - 1].br().x) / height_px;
}

RowReader::RowReader(const page::Pyramid& pyramid, const page::TextLines& lines,
                     readers::TesseractReader& chinese)
    : pyramid_(pyramid), chinese_(chinese), rows_(rows_of(lines)) {}

std::size_t RowReader::looks() {
  return kLooks.size();
}

const Reading& RowReader::read(std::size_t row, std::size_t look) {
  const std::pair key(row, look);
  const auto known = read_.find(key);
  if (known != read_.end()) return known->second;
  return read_.emplace(key, read(rows_[row], look)).first->second;
}

Reading RowReader::read(const page::TextLine& place, std::size_t look) const {
  const Look& how = kLooks[look];
  const Cut cut = cut_of(place, how.height_px);
  Reading reading{.to_page = cut.to_page, .height_px = how.height_px};
  const cv::Mat picture = page::straightened(pyramid_, cut.to_page, cut.size, how.plane);
  if (is_blank(picture)) return reading;
  const auto symbols = chinese_.symbols(picture, readers::TesseractReader::Layout::Line);
  if (!symbols) return reading;
  for (const readers::Symbol& symbol : *symbols) {
    for (const char32_t character : compared(characters_of(symbol.text))) {
      reading.characters += character;
      reading.boxes.push_back(symbol.box);
    }
  }
  return reading;
}

}  // namespace vermilion::pipeline::text
