#include "service/overlay/upright_page.hpp"

#include "pipeline/codec/decode.hpp"
#include "pipeline/intake/intake.hpp"
#include "service/overlay/to_bgr.hpp"

namespace vermilion::service::overlay {

cv::Mat upright_page(std::span<const std::byte> bytes, const pipeline::Report& report,
                     std::size_t max_bytes) {
  if (!report.image) return {};
  const auto intake = pipeline::intake::examine(bytes, report.file, max_bytes);
  if (!intake.header) return {};
  const auto planes = pipeline::codec::decode(bytes, *intake.header);
  if (!planes) return {};
  return turned(to_bgr(*planes), report.image->rotation_deg);
}

}  // namespace vermilion::service::overlay
