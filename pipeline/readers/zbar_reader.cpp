#include "pipeline/readers/zbar_reader.hpp"

#include <zbar.h>

#include <algorithm>
#include <exception>
#include <utility>

namespace vermilion::pipeline::readers {
namespace {

constexpr int kPicturesPerScanner = 100;

qr::Symbol symbol_of(const zbar::Symbol& found) {
  qr::Symbol symbol{.text = qr::utf8_of(found.get_data()).value_or("")};
  for (unsigned i = 0; i < symbol.corners.size(); ++i) {
    if (i >= static_cast<unsigned>(found.get_location_size())) break;
    symbol.corners[i] = {static_cast<float>(found.get_location_x(i)),
                         static_cast<float>(found.get_location_y(i))};
  }
  // zbar goes round the other way.
  std::swap(symbol.corners[1], symbol.corners[3]);
  return symbol;
}

}  // namespace

struct ZbarReader::Scanner {
  Scanner() {
    scanner.set_config(zbar::ZBAR_NONE, zbar::ZBAR_CFG_ENABLE, 0);
    scanner.set_config(zbar::ZBAR_QRCODE, zbar::ZBAR_CFG_ENABLE, 1);
    // The bytes as they are; zbar would guess their encoding.
    scanner.set_config(zbar::ZBAR_QRCODE, zbar::ZBAR_CFG_BINARY, 1);
  }
  zbar::ImageScanner scanner;
};

ZbarReader::ZbarReader() : scanner_(std::make_unique<Scanner>()) {}
ZbarReader::~ZbarReader() = default;
ZbarReader::ZbarReader(ZbarReader&&) noexcept = default;
ZbarReader& ZbarReader::operator=(ZbarReader&&) noexcept = default;

std::vector<qr::Symbol> ZbarReader::symbols(const cv::Mat& luma) try {
  if (++pictures_ % kPicturesPerScanner == 0) scanner_ = std::make_unique<Scanner>();
  const cv::Mat whole = luma.isContinuous() ? luma : luma.clone();
  zbar::Image image(static_cast<unsigned>(whole.cols), static_cast<unsigned>(whole.rows), "Y800",
                    whole.data, whole.total());
  std::vector<qr::Symbol> symbols;
  if (scanner_->scanner.scan(image) > 0) {
    for (auto found = image.symbol_begin(); found != image.symbol_end(); ++found) {
      qr::Symbol symbol = symbol_of(*found);
      if (!symbol.text.empty()) symbols.push_back(std::move(symbol));
    }
  }
  image.set_data(nullptr, 0);
  return symbols;
} catch (const std::exception&) {
  return {};
}

}  // namespace vermilion::pipeline::readers
