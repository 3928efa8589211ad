#include "service/overlay/redraw.hpp"

#include "pipeline/codec/decode.hpp"
#include "pipeline/intake/intake.hpp"
#include "pipeline/limits.hpp"
#include "service/overlay/jpeg_writer.hpp"
#include "service/overlay/to_bgr.hpp"

#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <cmath>

namespace vermilion::service::overlay {
namespace {

using pipeline::codec::Planes;

tl::expected<Planes, std::string> decoded(std::span<const std::byte> bytes) {
  const auto intake = pipeline::intake::examine(bytes, "scan", pipeline::limits::kFileBytesCeiling);
  if (!intake.header) return tl::make_unexpected(std::string("refused before decoding"));
  return pipeline::codec::decode(bytes, *intake.header).map_error([](const auto& finding) {
    return std::string(pipeline::name(finding.code));
  });
}

cv::Mat shrunk(const cv::Mat& plane, cv::Size size) {
  cv::Mat small;
  if (!plane.empty()) cv::resize(plane, small, size, 0, 0, cv::INTER_AREA);
  return small;
}

// Before the colours are put together: a page of 40 million pixels would not fit a worker twice.
Planes shrunk(Planes planes, double scale) {
  if (scale >= 1) return planes;
  const cv::Size size(std::max(1, static_cast<int>(std::lround(planes.luma.cols * scale))),
                      std::max(1, static_cast<int>(std::lround(planes.luma.rows * scale))));
  const cv::Size half((size.width + 1) / 2, (size.height + 1) / 2);
  return {.luma = shrunk(planes.luma, size),
          .cb = shrunk(planes.cb, half),
          .cr = shrunk(planes.cr, half),
          .luma_half = {}};
}

}  // namespace

tl::expected<std::vector<std::byte>, std::string> redraw(std::span<const std::byte> bytes,
                                                         int turned_deg, int width) {
  auto planes = decoded(bytes);
  if (!planes) return tl::make_unexpected(planes.error());
  const bool lies = turned_deg % 180 != 0;
  const int width_now = lies ? planes->luma.rows : planes->luma.cols;
  const int wanted = width > 0 ? std::min(width, kRedrawnWidth) : kRedrawnWidth;
  const auto page = shrunk(*std::move(planes), static_cast<double>(wanted) / width_now);
  return encode_jpeg(turned(to_bgr(page), turned_deg));
}

}  // namespace vermilion::service::overlay
