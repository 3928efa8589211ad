#include "pipeline/credit_code/localiser.hpp"

#include "pipeline/limits.hpp"
#include "pipeline/page/components.hpp"
#include "pipeline/page/long_axis.hpp"
#include "pipeline/page/red_light.hpp"

#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <cmath>
#include <functional>
#include <optional>
#include <span>
#include <utility>

namespace vermilion::pipeline::credit_code {
namespace {

// The page is looked at in this size; 640 finds a third fewer of the small codes.
constexpr int kSide = 896;

// A page is not enlarged more than this; and in a picture shorter than so many pixels eighteen
// characters of six are all there is.
constexpr double kEnlargementMax = 2;
constexpr int kPictureMin = 240;

constexpr int kStride = 32;             // of the coarsest layer
constexpr int kHeatStep = 4;            // page pixels, at that size, for each place of the answer
constexpr double kDeviationFloor = 10;  // as it learnt; see models/training/train_localiser.py

// In logits: this warm is part of a code (a probability of 0.69). At a half some lines of real
// licences reach into what stands beside them.
constexpr float kWarm = 0.8F;

// A place must have this much heat for a code, and this share of the warmest: a code nearly always
// is the warmest.
constexpr float kWarmthMin = 12;
constexpr float kWarmthOfWarmest = 0.4F;

constexpr int kAreaMin = 8;
constexpr int kSideMin = 6;
constexpr float kLongerThanHigh = 3;

int padded(int side) {
  return (side + kStride - 1) / kStride * kStride;
}

struct Seen {
  cv::Mat picture;
  float to_page = 1;  // page pixels for one of these
  cv::Point2f corner;
};

Seen seen(const page::Pyramid& pyramid, const cv::Rect& part) {
  const int level = pyramid.level_with_side(kSide);
  const cv::Size whole = pyramid.luma(level).size();
  const cv::Rect there = cv::Rect(part.x >> level, part.y >> level, (part.width >> level) + 1,
                                  (part.height >> level) + 1) &
                         cv::Rect({}, whole);
  const cv::Mat red = page::red_light(pyramid, level, there);
  const double scale =
      std::min(kEnlargementMax, static_cast<double>(kSide) / std::max(whole.width, whole.height));
  Seen result{.to_page = static_cast<float>((1 << level) / scale),
              .corner = cv::Point2f(there.tl() * (1 << level))};
  const cv::Size size(std::max(1, static_cast<int>(std::lround(red.cols * scale))),
                      std::max(1, static_cast<int>(std::lround(red.rows * scale))));
  // By less than two, so that no pixel is passed over; INTER_AREA took a sixth of the whole search.
  cv::resize(red, result.picture, size, 0, 0, cv::INTER_LINEAR);
  return result;
}

float probability(float logit) {
  return 1 / (1 + std::exp(-logit));
}

// How much of a code a place seems to be, and the line through it.
struct Place {
  float warmth = 0;
  page::TextLine line;
};

// Its pixels, and how likely each is part of a code.
struct Warm {
  cv::Point2d at;
  double weight = 0;
};

std::vector<Warm> pixels_of(const cv::Mat& heat, std::span<const page::Run> runs) {
  std::vector<Warm> pixels;
  for (const auto& [y, begin, end] : runs) {
    for (int x = begin; x < end; ++x) {
      pixels.push_back(
          {{x + 0.5, y + 0.5}, static_cast<double>(probability(heat.at<float>(y, x)))});
    }
  }
  return pixels;
}

// The line along the long axis of the pixels, each weighted by its heat; none where they are no
// line.
std::optional<Place> place_of(const std::vector<Warm>& pixels, float to_page) {
  page::Moments moments;
  for (const auto& [at, weight] : pixels) moments.add(at.x, at.y, weight);
  const auto [mean, slope, across] = moments.long_axis();
  const cv::Point2d along(std::cos(slope), std::sin(slope));
  double begin = 0;
  double end = 0;
  for (const auto& [at, weight] : pixels) {
    begin = std::min(begin, (at - mean).dot(along) - 0.5);
    end = std::max(end, (at - mean).dot(along) + 0.5);
  }
  constexpr double kAcrossMin = 0.05;  // of a single row of pixels
  const double height = std::sqrt(12 * std::max(across, kAcrossMin));
  if (end - begin < static_cast<double>(kLongerThanHigh) * height) return std::nullopt;
  const cv::Point2d centre = mean + along * ((begin + end) / 2);
  const float scale = kHeatStep * to_page;
  const double warmth = moments.sum() * moments.sum() / static_cast<double>(pixels.size());
  return Place{static_cast<float>(warmth),
               {.centre = cv::Point2f(centre) * scale,
                .length = static_cast<float>(end - begin) * scale,
                .height = static_cast<float>(height) * scale,
                .slope_rad = static_cast<float>(slope)}};
}

std::vector<Place> places_of(const cv::Mat& heat, float to_page) {
  cv::Mat warm = heat > kWarm;
  cv::morphologyEx(warm, warm, cv::MORPH_CLOSE, cv::Mat::ones(3, 3, CV_8U));
  const page::Components components = page::components_of(warm);
  std::vector<Place> places;
  for (std::size_t i = 0; i < components.list.size(); ++i) {
    const auto& [box, area] = components.list[i];
    if (area < kAreaMin || std::max(box.width, box.height) < kSideMin) continue;
    const auto place = place_of(pixels_of(heat, components.runs_of(i)), to_page);
    if (place) places.push_back(*place);
  }
  std::ranges::stable_sort(places, std::greater{}, &Place::warmth);
  return places;
}

}  // namespace

std::vector<page::TextLine> Localiser::locate(const page::Pyramid& pyramid) {
  return locate(pyramid, cv::Rect({}, pyramid.luma(0).size()));
}

std::vector<page::TextLine> Localiser::locate(const page::Pyramid& pyramid, const cv::Rect& part) {
  if (std::max(pyramid.luma(0).cols, pyramid.luma(0).rows) < kPictureMin || part.empty()) return {};
  const Seen page = seen(pyramid, part);
  cv::Mat input = cv::Mat::zeros(padded(page.picture.rows), padded(page.picture.cols), CV_32F);
  readers::standardised(page.picture, kDeviationFloor)
      .copyTo(input(cv::Rect({}, page.picture.size())));
  const cv::Mat answer = net_.answer(input);
  const cv::Mat heat(input.rows / kHeatStep, input.cols / kHeatStep, CV_32F, answer.data);
  const std::vector<Place> places = places_of(heat, page.to_page);
  if (places.empty()) return {};
  const float coldest = std::max(kWarmthMin, kWarmthOfWarmest * places.front().warmth);
  std::vector<page::TextLine> lines;
  for (const Place& place : places) {
    if (lines.size() == limits::kCodePlaces || place.warmth < coldest) break;
    lines.push_back(place.line);
    lines.back().centre += page.corner;
  }
  return lines;
}

}  // namespace vermilion::pipeline::credit_code
