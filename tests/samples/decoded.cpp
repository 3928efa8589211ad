#include "tests/samples/decoded.hpp"

#include <ZXing/ReadBarcode.h>
#include <ZXing/TextUtfEncoding.h>
#include <leptonica/allheaders.h>

#include <algorithm>
#include <memory>
#include <stdexcept>

namespace vermilion::samples::tests {
namespace {

struct Destroy {
  void operator()(PIX* pix) const { pixDestroy(&pix); }
};
using Pix = std::unique_ptr<PIX, Destroy>;

Pix upright(const Sample& sample) {
  const auto* bytes = reinterpret_cast<const l_uint8*>(sample.bytes.data());
  const Pix stored(pixReadMem(bytes, sample.bytes.size()));
  if (!stored) throw std::runtime_error("cannot be decoded");
  const Pix colour(pixConvertTo32(stored.get()));
  return Pix(pixRotateOrth(colour.get(), sample.truth.turn_deg / 90));
}

Box grown(const Box& box, int by, const Decoded& picture) {
  const int x0 = std::max(0, box.x - by);
  const int y0 = std::max(0, box.y - by);
  const int x1 = std::min(picture.width, box.x + box.width + by);
  const int y1 = std::min(picture.height, box.y + box.height + by);
  return {x0, y0, x1 - x0, y1 - y0};
}

template <class Value>
double mean(const Decoded& picture, const Box& box, const Value& value) {
  double sum = 0;
  for (int y = box.y; y < box.y + box.height; ++y) {
    for (int x = box.x; x < box.x + box.width; ++x) sum += value(picture.at(x, y));
  }
  return sum / (static_cast<double>(box.width) * box.height);
}

}  // namespace

const std::array<std::uint8_t, 3>& Decoded::at(int x, int y) const {
  return pixels.at(static_cast<std::size_t>(y) * static_cast<std::size_t>(width) +
                   static_cast<std::size_t>(x));
}

Decoded decode(const Sample& sample) {
  const Pix pix = upright(sample);
  Decoded picture{pixGetWidth(pix.get()), pixGetHeight(pix.get()), {}};
  for (int y = 0; y < picture.height; ++y) {
    const l_uint32* row = pixGetData(pix.get()) + std::ptrdiff_t{y} * pixGetWpl(pix.get());
    for (int x = 0; x < picture.width; ++x) {
      l_int32 red = 0;
      l_int32 green = 0;
      l_int32 blue = 0;
      extractRGBValues(row[x], &red, &green, &blue);
      picture.pixels.push_back({static_cast<std::uint8_t>(red), static_cast<std::uint8_t>(green),
                                static_cast<std::uint8_t>(blue)});
    }
  }
  return picture;
}

double redness(const Decoded& picture, const Box& box) {
  return mean(picture, box, [](const auto& p) { return p[0] - std::max(p[1], p[2]); });
}

double redness_beside(const Decoded& picture, const Box& box) {
  const Box wide = grown(box, box.width / 10, picture);
  const double wide_area = static_cast<double>(wide.width) * wide.height;
  const double area = static_cast<double>(box.width) * box.height;
  return (redness(picture, wide) * wide_area - redness(picture, box) * area) / (wide_area - area);
}

std::optional<std::string> read_qr(const Decoded& picture, const Box& box) {
  const Box around = grown(box, box.width / 6, picture);
  std::vector<std::uint8_t> grey;
  for (int y = around.y; y < around.y + around.height; ++y) {
    for (int x = around.x; x < around.x + around.width; ++x) grey.push_back(picture.at(x, y)[1]);
  }
  const ZXing::ImageView view(grey.data(), around.width, around.height, ZXing::ImageFormat::Lum);
  const auto hints = ZXing::DecodeHints().setFormats(ZXing::BarcodeFormat::QRCode);
  const auto result = ZXing::ReadBarcode(view, hints);
  if (!result.isValid()) return std::nullopt;
  return ZXing::TextUtfEncoding::ToUtf8(result.text());
}

}  // namespace vermilion::samples::tests
