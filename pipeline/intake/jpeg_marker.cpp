#include "pipeline/intake/jpeg_marker.hpp"

#include <fmt/format.h>

namespace vermilion::pipeline::intake::jpeg_marker {

std::string name(std::uint8_t code) {
  if (is_frame(code)) return fmt::format("SOF{}", code - kSof0);
  if (code >= kApp0 && code <= kApp15) return fmt::format("APP{}", code - kApp0);
  switch (code) {
    case kDht:
      return "DHT";
    case kSos:
      return "SOS";
    case kDqt:
      return "DQT";
    case kDri:
      return "DRI";
    case kCom:
      return "COM";
    default:
      return fmt::format("FF{:02X}", code);
  }
}

std::string variant(std::uint8_t frame) {
  constexpr int kLossless = 3;  // SOF3, SOF7, SOF11 and SOF15
  const int number = frame - kSof0;
  if (frame >= kSof9) return fmt::format("SOF{}, arithmetic", number);
  if (number % 4 == kLossless) return fmt::format("SOF{}, lossless", number);
  return fmt::format("SOF{}, hierarchical", number);
}

}  // namespace vermilion::pipeline::intake::jpeg_marker
