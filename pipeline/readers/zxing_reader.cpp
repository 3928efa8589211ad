#include "pipeline/readers/zxing_reader.hpp"

#include "pipeline/limits.hpp"

#include <ZXing/ReadBarcode.h>

#include <exception>

namespace vermilion::pipeline::readers {
namespace {

ZXing::DecodeHints hints() {
  ZXing::DecodeHints hints;
  // Not Micro QR: no licence carries one, and zxing-cpp 1.4 tries it on whatever looks like a
  // finder pattern, where an assertion that Debian leaves in ends the process (zxing-cpp#1154).
  hints.setFormats(ZXing::BarcodeFormat::QRCode);
  hints.setMaxNumberOfSymbols(limits::kQrSymbols);
  // A QR symbol reads at any turn by itself; rotating is for bars.
  hints.setTryRotate(false);
  return hints;
}

// zxing guesses Shift-JIS for many GBK payloads, so payloads that do not name their encoding are
// looked at here first.
std::string text_of(const ZXing::Result& result) {
  const ZXing::ByteArray& bytes = result.bytes();
  if (result.symbologyIdentifier().find("]Q2") == std::string::npos) {
    if (auto text = qr::utf8_of(std::string(bytes.begin(), bytes.end()))) return *text;
  }
  return result.text();
}

qr::Symbol symbol_of(const ZXing::Result& result) {
  qr::Symbol symbol{.text = text_of(result)};
  for (std::size_t i = 0; i < symbol.corners.size(); ++i) {
    const auto& corner = result.position()[i];
    symbol.corners[i] = {static_cast<float>(corner.x), static_cast<float>(corner.y)};
  }
  return symbol;
}

}  // namespace

std::vector<qr::Symbol> zxing_symbols(const cv::Mat& luma) try {
  const ZXing::ImageView view(luma.data, luma.cols, luma.rows, ZXing::ImageFormat::Lum,
                              static_cast<int>(luma.step));
  std::vector<qr::Symbol> symbols;
  for (const auto& result : ZXing::ReadBarcodes(view, hints())) {
    if (result.isValid()) symbols.push_back(symbol_of(result));
  }
  return symbols;
} catch (const std::exception&) {
  return {};  // a picture it chokes on holds no symbol for us
}

}  // namespace vermilion::pipeline::readers
