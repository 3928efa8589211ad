#include "samples/red_print.hpp"

#include "samples/seals/ink.hpp"

#include <array>
#include <string_view>

namespace vermilion::samples {
namespace {

constexpr double kMmPerInch = 25.4;
constexpr seals::InkColour kPrintersRed{{0.86, 0.12, 0.14}};
constexpr std::array<std::string_view, 3> kHeads{"样州市墨舟文件", "证照专用页", "存档材料"};

Canvas over(const Picture& page, double dpi) {
  return Canvas::mask({page.cols * kMmPerInch / dpi, page.rows * kMmPerInch / dpi}, dpi);
}

// One coat where the mask is full.
void print(Picture& page, const Canvas& mask) {
  Mask amount = mask_of(mask) * (seals::kOneCoat / 255);
  seals::lay_ink(page, {std::move(amount), kPrintersRed}, {});
}

}  // namespace

void red_strip(Picture& page, double dpi, const Rect& strip) {
  Canvas mask = over(page, dpi);
  mask.fill(strip, kBlack);
  print(page, mask);
}

void red_headline(Picture& page, double dpi, const Rect& seal, double size_mm, Random random) {
  Canvas mask = over(page, dpi);
  const Point baseline{seal.centre().x, seal.y - random.uniform(1.5, 4.0)};
  mask.text(baseline, random.choose(kHeads),
            {.typeface = Typeface::Serif, .size_mm = size_mm, .bold = true}, kBlack, Align::Centre);
  print(page, mask);
}

}  // namespace vermilion::samples
