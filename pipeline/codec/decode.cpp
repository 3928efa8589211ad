#include "pipeline/codec/decode.hpp"

#include "pipeline/codec/formats.hpp"

#include <cassert>

namespace vermilion::pipeline::codec {
namespace {

tl::expected<Planes, Finding> decode_format(std::span<const std::byte> bytes,
                                            const intake::Header& header) {
  switch (header.format) {
    case ImageFormat::Jpeg:
      return decode_jpeg(bytes, header);
    case ImageFormat::Png:
      return decode_png(bytes, header);
    case ImageFormat::Bmp:
      return decode_bmp(bytes, header);
  }
  return {};
}

}  // namespace

tl::expected<Planes, Finding> decode(std::span<const std::byte> bytes,
                                     const intake::Header& header) {
  auto planes = decode_format(bytes, header);
  assert(!planes || planes->luma.size() == cv::Size(header.width, header.height));
  return planes;
}

}  // namespace vermilion::pipeline::codec
