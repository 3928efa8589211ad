#pragma once

#include <optional>
#include <string>
#include <vector>

namespace vermilion::rules::forms::drawing {

// The modules of a QR code, row by row.
struct QrSymbol {
  int side = 0;
  std::vector<bool> dark;

  [[nodiscard]] bool is_dark(int x, int y) const {
    return dark[static_cast<std::size_t>(y) * static_cast<std::size_t>(side) +
                static_cast<std::size_t>(x)];
  }
};

// Error correction M. Upper-case letters and digits are packed as such, which makes the symbol of a
// form a third smaller. Nothing where the text is too long for any symbol.
[[nodiscard]] std::optional<QrSymbol> qr_symbol(const std::string& text);

}  // namespace vermilion::rules::forms::drawing
