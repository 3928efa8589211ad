#include "rules/forms/drawing/qr_symbol.hpp"

#include <qrencode.h>

#include <memory>

namespace vermilion::rules::forms::drawing {
namespace {

struct Free {
  void operator()(QRcode* code) const { QRcode_free(code); }
};

constexpr int kSmallestVersion = 0;
constexpr int kCaseSensitive = 1;  // so that upper case stays in the alphanumeric mode

}  // namespace

std::optional<QrSymbol> qr_symbol(const std::string& text) {
  const std::unique_ptr<QRcode, Free> code(
      QRcode_encodeString(text.c_str(), kSmallestVersion, QR_ECLEVEL_M, QR_MODE_8, kCaseSensitive));
  if (code == nullptr) return std::nullopt;
  QrSymbol symbol{.side = code->width, .dark = {}};
  for (int i = 0; i < code->width * code->width; ++i) {
    symbol.dark.push_back((code->data[i] & 1) != 0);
  }
  return symbol;
}

}  // namespace vermilion::rules::forms::drawing
