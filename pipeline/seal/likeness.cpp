#include "pipeline/seal/likeness.hpp"

#include <openssl/evp.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <optional>

namespace vermilion::pipeline::seal {
namespace {

constexpr std::size_t kSquares = std::size_t{kSmallSide} * kSmallSide;
constexpr std::size_t kWritten = (kSquares + 2) / 3 * 4;
constexpr int kShiftMax = 2;  // outlines of copies differ by less, saved as JPEG or not

// OpenSSL decodes the padding as well.
using SmallPicture = std::array<std::uint8_t, (kSquares + 2) / 3 * 3>;

std::optional<SmallPicture> read(std::string_view text) {
  SmallPicture picture{};
  if (text.size() != kWritten) return std::nullopt;
  const int read =
      EVP_DecodeBlock(picture.data(), reinterpret_cast<const unsigned char*>(text.data()),
                      static_cast<int>(text.size()));
  if (read != static_cast<int>(picture.size())) return std::nullopt;
  return picture;
}

// Pearson's correlation of what both show when one is moved by so many squares.
double correlation(const SmallPicture& a, const SmallPicture& b, int dx, int dy) {
  double count = 0;
  double sum_a = 0;
  double sum_b = 0;
  double sum_aa = 0;
  double sum_bb = 0;
  double sum_ab = 0;
  for (int y = std::max(0, dy); y < kSmallSide + std::min(0, dy); ++y) {
    for (int x = std::max(0, dx); x < kSmallSide + std::min(0, dx); ++x) {
      const double va = a[static_cast<std::size_t>(y * kSmallSide + x)];
      const double vb = b[static_cast<std::size_t>((y - dy) * kSmallSide + x - dx)];
      ++count;
      sum_a += va;
      sum_b += vb;
      sum_aa += va * va;
      sum_bb += vb * vb;
      sum_ab += va * vb;
    }
  }
  const double spread_a = count * sum_aa - sum_a * sum_a;
  const double spread_b = count * sum_bb - sum_b * sum_b;
  if (spread_a <= 0 || spread_b <= 0) return 0;
  return (count * sum_ab - sum_a * sum_b) / std::sqrt(spread_a * spread_b);
}

}  // namespace

std::string written(std::span<const std::uint8_t, kSmallSide * kSmallSide> picture) {
  std::string text(kWritten + 1, '\0');  // OpenSSL ends it with a zero
  EVP_EncodeBlock(reinterpret_cast<unsigned char*>(text.data()), picture.data(),
                  static_cast<int>(picture.size()));
  text.resize(kWritten);
  return text;
}

double likeness(std::string_view a, std::string_view b) {
  const auto one = read(a);
  const auto other = read(b);
  if (!one || !other) return 0;
  double best = 0;
  for (int dy = -kShiftMax; dy <= kShiftMax; ++dy) {
    for (int dx = -kShiftMax; dx <= kShiftMax; ++dx) {
      best = std::max(best, correlation(*one, *other, dx, dy));
    }
  }
  return best;
}

}  // namespace vermilion::pipeline::seal
