#include "service/overlay/overlay_file.hpp"

#include "service/overlay/jpeg_writer.hpp"
#include "service/overlay/overlay.hpp"
#include "service/overlay/upright_page.hpp"
#include "service/overlay/write_file.hpp"

#include <fmt/format.h>

namespace vermilion::service::overlay {

batch::DrawOverlay overlay_files(std::size_t max_bytes, rules::Language language) {
  return [max_bytes, language](std::span<const std::byte> bytes, const batch::Reviewed& reviewed,
                               const batch::Input& input) -> tl::expected<void, std::string> {
    const cv::Mat page = upright_page(bytes, reviewed.report, max_bytes);
    const auto jpeg = encode_jpeg(draw(reviewed, page, language));
    if (jpeg) return write_file(input.overlay_to, *jpeg);
    return tl::make_unexpected(fmt::format("{}: {}", input.overlay_to.string(), jpeg.error()));
  };
}

}  // namespace vermilion::service::overlay
