#include "tests/fuzz/intake_decode.hpp"

#include <zlib.h>

namespace {

constexpr std::size_t kSignature = 8;

std::uint32_t big_endian(const std::uint8_t* at) {
  return std::uint32_t{at[0]} << 24 | std::uint32_t{at[1]} << 16 | std::uint32_t{at[2]} << 8 |
         std::uint32_t{at[3]};
}

// Makes the check sums of all whole chunks right again.
void repair(std::uint8_t* png, std::size_t size) {
  std::size_t at = kSignature;
  while (at + 12 <= size && big_endian(png + at) <= size - at - 12) {
    const std::uint32_t length = big_endian(png + at);
    const auto sum = static_cast<std::uint32_t>(crc32(0, png + at + 4, length + 4));
    std::uint8_t* stored = png + at + 8 + length;
    for (int i = 0; i < 4; ++i) stored[i] = static_cast<std::uint8_t>(sum >> (24 - 8 * i));
    at += 12 + length;
  }
}

}  // namespace

extern "C" std::size_t LLVMFuzzerMutate(std::uint8_t* data, std::size_t size, std::size_t max_size);

// Without repair nearly every mutant ends at its first check sum, and nothing behind is searched.
extern "C" std::size_t LLVMFuzzerCustomMutator(std::uint8_t* data, std::size_t size,
                                               std::size_t max_size, unsigned seed) {
  constexpr unsigned kLeftBroken = 8;  // one in so many
  const std::size_t mutated = LLVMFuzzerMutate(data, size, max_size);
  if (seed % kLeftBroken != 0) repair(data, mutated);
  return mutated;
}

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  return vermilion::fuzz::intake_decode(vermilion::pipeline::ImageFormat::Png, data, size);
}
