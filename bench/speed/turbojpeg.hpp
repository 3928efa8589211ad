#pragma once

#include <cstddef>
#include <memory>
#include <span>
#include <vector>

namespace vermilion::speed {

// What everything is compared with: a JPEG decoded to B, G, R by libjpeg-turbo at its own settings,
// as any program does first that wants to look at a scan. The buffer is kept from one picture to
// the next, so that the yardstick pays for no fresh pages.
class BgrDecoder {
 public:
  BgrDecoder();

  // Throws std::runtime_error for what is no JPEG.
  void decode(std::span<const std::byte> jpeg);

 private:
  struct Destroy {
    void operator()(void* handle) const;
  };
  std::unique_ptr<void, Destroy> handle_;
  std::vector<unsigned char> bgr_;
};

// A white square, the least there is to inspect.
std::vector<std::byte> white_jpeg(int side);

}  // namespace vermilion::speed
