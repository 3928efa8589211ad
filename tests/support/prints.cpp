#include "tests/support/prints.hpp"

#include "samples/picture.hpp"
#include "tests/support/pages.hpp"

#include <numbers>

namespace vermilion::tests {

cv::Mat3b printed_line(std::string_view text, const samples::Font& font, double slope_deg) {
  constexpr samples::Size kSheet{140, 40};
  auto sheet = samples::Canvas::paper(kSheet, 200);
  cairo_translate(sheet.context(), kSheet.width / 2, kSheet.height / 2);
  cairo_rotate(sheet.context(), slope_deg * std::numbers::pi / 180);
  sheet.text({0, font.size_mm * 0.35}, text, font, samples::kBlack, samples::Align::Centre);
  return samples::picture_of(sheet);
}

std::vector<pipeline::page::Strip> strips_on(const cv::Mat3b& sheet) {
  // As large as a page, so that it is searched at the level a page is.
  cv::Mat3b page(2339, 1654, cv::Vec3b(255, 255, 255));
  sheet.copyTo(page(cv::Rect({200, 600}, sheet.size())));
  const DrawnPage drawn = page_of(page);
  std::vector<pipeline::page::Strip> strips;
  for (const auto& line : drawn.lines.lines) strips.push_back(strip_of(drawn.pyramid, line));
  return strips;
}

}  // namespace vermilion::tests
