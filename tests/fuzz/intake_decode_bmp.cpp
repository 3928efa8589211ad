#include "tests/fuzz/intake_decode.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  return vermilion::fuzz::intake_decode(vermilion::pipeline::ImageFormat::Bmp, data, size);
}
