#include "pipeline/seal/small_picture.hpp"

#include "pipeline/seal/likeness.hpp"

#include <opencv2/imgproc.hpp>

#include <cstdint>
#include <span>

namespace vermilion::pipeline::seal {
namespace {

// A little within the rim's middle, so that what lies around the seal does not count.
constexpr float kReach = 0.97F;

constexpr int kFiner = 4;  // sampled so many times finer before squares are averaged

}  // namespace

std::string small_picture(const cv::Mat& luma, const Outline& outline) {
  const int side = kFiner * kSmallSide;
  const float reach_px = outline.half_width * kReach;
  const float step_px = 2 * reach_px / static_cast<float>(side);
  const cv::Matx23f to_page(step_px, 0, outline.centre.x - reach_px + step_px / 2,  //
                            0, step_px, outline.centre.y - reach_px + step_px / 2);
  cv::Mat1b fine;
  cv::warpAffine(luma, fine, to_page, {side, side}, cv::INTER_LINEAR | cv::WARP_INVERSE_MAP,
                 cv::BORDER_REPLICATE);
  cv::Mat1b small;
  cv::resize(fine, small, {kSmallSide, kSmallSide}, 0, 0, cv::INTER_AREA);
  constexpr std::size_t kSquares = std::size_t{kSmallSide} * kSmallSide;
  return written(std::span<const std::uint8_t, kSquares>(small.ptr<std::uint8_t>(), kSquares));
}

}  // namespace vermilion::pipeline::seal
