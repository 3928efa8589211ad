#include "tests/support/pages.hpp"

#include "pipeline/codec/colour.hpp"
#include "pipeline/codec/decode.hpp"
#include "pipeline/intake/intake.hpp"
#include "pipeline/limits.hpp"

#include <opencv2/imgproc.hpp>
#include <qrencode.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <memory>
#include <numbers>
#include <stdexcept>
#include <vector>

namespace vermilion::tests {
namespace {

using pipeline::codec::Planes;

DrawnPage looked_at(Planes planes) {
  pipeline::page::Pyramid pyramid(std::move(planes));
  const auto light = light_of(pyramid);
  auto lines = text_lines_of(pyramid, light);
  return {std::move(pyramid), light, std::move(lines)};
}

// A rectangle in the coordinates of a row, its strokes filled on the page.
class Pen {
 public:
  Pen(cv::Mat1b& page, const Row& row, int ink) : page_(page), row_(row), ink_(ink) {
    const float slope = row.slope_deg * std::numbers::pi_v<float> / 180;
    along_ = {std::cos(slope), std::sin(slope)};
    down_ = {-along_.y, along_.x};
  }

  void fill(float left, float top, float right, float bottom) {
    constexpr int kShift = 4;
    std::array<cv::Point, 4> corners;
    const std::array<cv::Point2f, 4> plain{
        {{left, top}, {right, top}, {right, bottom}, {left, bottom}}};
    std::ranges::transform(plain, corners.begin(), [&](cv::Point2f p) {
      const cv::Point2f at = row_.centre + along_ * p.x + down_ * p.y;
      return cv::Point(cvRound(at.x * (1 << kShift)), cvRound(at.y * (1 << kShift)));
    });
    cv::fillConvexPoly(page_, corners.data(), 4, cv::Scalar(ink_), cv::LINE_AA, kShift);
  }

 private:
  cv::Mat1b& page_;
  const Row& row_;
  int ink_;
  cv::Point2f along_;
  cv::Point2f down_;
};

}  // namespace

Planes planes_of(const cv::Mat3b& rgb) {
  pipeline::codec::RgbToPlanes convert(rgb.cols, rgb.rows, /*coloured=*/true);
  for (int y = 0; y < rgb.rows; ++y) {
    std::copy_n(rgb.ptr(y), 3 * rgb.cols, convert.row());
    convert.next();
  }
  return convert.take();
}

Planes planes_of(const samples::Sample& sample) {
  const auto intake = pipeline::intake::examine(sample.bytes, "sample." + sample.extension,
                                                pipeline::limits::kFileBytesCeiling);
  if (!intake.header) throw std::runtime_error("the sample was refused");
  auto planes = pipeline::codec::decode(sample.bytes, *intake.header);
  if (!planes) throw std::runtime_error("the sample cannot be decoded");
  return std::move(*planes);
}

DrawnPage page_of(const cv::Mat1b& luma) {
  return looked_at({.luma = luma.clone()});
}

DrawnPage page_of(const cv::Mat3b& rgb) {
  return looked_at(planes_of(rgb));
}

DrawnPage page_of(const samples::Sample& sample) {
  return looked_at(planes_of(sample));
}

void draw(cv::Mat1b& page, const Row& row, int ink) {
  Pen pen(page, row, ink);
  const float h = row.height / 2;
  const float stroke = std::max(1.0F, row.height / 8);
  const float width = 0.7F * row.height;
  for (float x = -row.length / 2; x + width <= row.length / 2 + 0.1F; x += row.height) {
    pen.fill(x, -h, x + stroke, h);
    pen.fill(x + width - stroke, -h, x + width, h);
    for (const float y : {-h, -stroke / 2, h - stroke}) pen.fill(x, y, x + width, y + stroke);
  }
}

cv::Mat1b text_page(cv::Size size, float height, float slope_deg, int paper) {
  cv::Mat1b page(size, static_cast<uchar>(paper));
  const auto width = static_cast<float>(size.width);
  const float fall = std::tan(slope_deg * std::numbers::pi_v<float> / 180);
  int i = 0;
  for (float y = 3 * height; y < static_cast<float>(size.height) - 3 * height; y += 2.2F * height) {
    const float length = width * (0.80F - 0.12F * static_cast<float>(i++ % 4));
    const cv::Point2f centre(0.1F * width + length / 2, y);
    draw(page, {{centre.x, centre.y + fall * (centre.x - width / 2)}, length, height, slope_deg});
  }
  return page;
}

void draw_ring(cv::Mat1b& ink, cv::Point2f centre, float radius, float thickness, int brightness) {
  // Drawn larger and averaged down: the library's own thin circles are off by half a pixel.
  constexpr int kFiner = 8;
  const int reach = static_cast<int>(radius + thickness) + 3;
  const cv::Point corner(static_cast<int>(centre.x) - reach, static_cast<int>(centre.y) - reach);
  cv::Mat1b fine = cv::Mat1b::zeros(2 * reach * kFiner, 2 * reach * kFiner);
  const cv::Point2f middle = (centre - cv::Point2f(corner) + cv::Point2f(0.5F, 0.5F)) * kFiner;
  cv::circle(fine, cv::Point(cvRound(middle.x), cvRound(middle.y)), cvRound(radius * kFiner), 255,
             cvRound(thickness * kFiner));
  cv::Mat1b ring;
  cv::resize(fine, ring, {2 * reach, 2 * reach}, 0, 0, cv::INTER_AREA);
  ring.convertTo(ring, CV_8U, brightness / 255.0);
  const cv::Rect all({}, ink.size());
  const cv::Rect part = cv::Rect(corner, ring.size()) & all;
  cv::Mat under = ink(part);
  cv::max(under, ring(part - corner), under);
}

void add_noise(cv::Mat1b& image, double deviation, samples::Random random) {
  for (uchar& pixel : image) pixel = cv::saturate_cast<uchar>(pixel + deviation * random.normal());
}

void wear(cv::Mat1b& image, const Wear& how, std::uint64_t seed) {
  if (how.turn_deg != 0) {
    const cv::Point2f middle(static_cast<float>(image.cols) / 2,
                             static_cast<float>(image.rows) / 2);
    cv::warpAffine(image, image, cv::getRotationMatrix2D(middle, -how.turn_deg, 1), image.size(),
                   cv::INTER_CUBIC, cv::BORDER_REPLICATE);
  }
  if (how.blur_px > 0) cv::GaussianBlur(image, image, {}, how.blur_px);
  if (how.noise > 0) add_noise(image, how.noise, samples::Random(seed));
}

cv::Mat1b qr_symbol(const std::string& payload, double module_px) {
  const std::unique_ptr<QRcode, decltype(&QRcode_free)> code(
      QRcode_encodeData(static_cast<int>(payload.size()),
                        reinterpret_cast<const unsigned char*>(payload.data()), 0, QR_ECLEVEL_M),
      &QRcode_free);
  if (!code) throw std::runtime_error("no QR symbol holds this payload");
  constexpr int kQuiet = 4;
  constexpr int kFiner = 16;
  const int side = code->width + 2 * kQuiet;
  cv::Mat1b modules(side, side, uchar{255});
  for (int y = 0; y < code->width; ++y) {
    for (int x = 0; x < code->width; ++x) {
      if (code->data[y * code->width + x] & 1) modules(y + kQuiet, x + kQuiet) = 0;
    }
  }
  cv::Mat1b fine;
  cv::resize(modules, fine, {}, kFiner, kFiner, cv::INTER_NEAREST);
  cv::Mat1b symbol;
  const int pixels = cvRound(side * module_px);
  cv::resize(fine, symbol, {pixels, pixels}, 0, 0, cv::INTER_AREA);
  return symbol;
}

void paste(cv::Mat1b& page, const cv::Mat1b& patch, cv::Point upper_left) {
  patch.copyTo(page(cv::Rect(upper_left, patch.size())));
}

}  // namespace vermilion::tests
