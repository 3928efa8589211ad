#include "pipeline/limits.hpp"
#include "pipeline/page/light.hpp"
#include "pipeline/page/pyramid.hpp"
#include "pipeline/page/text_lines.hpp"
#include "pipeline/qr/ladder.hpp"
#include "pipeline/readers/zbar_reader.hpp"

#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <cstdlib>
#include <optional>
#include <span>

namespace {

using namespace vermilion::pipeline;

// Holds a symbol of 57 modules with its quiet zone at four pixels each; larger only means fewer
// runs.
constexpr std::size_t kPixelsMax = 70'000;

// A byte says how wide the picture is, one how many pixels a module has; then a byte a module. So a
// mutation changes a module, which a reader may notice, and not a pixel, which it filters out.
std::optional<cv::Mat> picture_of(std::span<const std::uint8_t> bytes) {
  if (bytes.size() < 2 || bytes[0] == 0) return std::nullopt;
  const int columns = bytes[0];
  const int rows = static_cast<int>(bytes.size() - 2) / columns;
  int scale = 1 + bytes[1] % 8;
  const auto modules = static_cast<std::size_t>(rows) * static_cast<std::size_t>(columns);
  while (scale > 1 && modules * static_cast<std::size_t>(scale * scale) > kPixelsMax) --scale;
  if (std::min(rows, columns) * scale < limits::kSideMin) return std::nullopt;

  cv::Mat picture(rows, columns, CV_8UC1);
  std::ranges::copy(bytes.subspan(2, modules), picture.begin<std::uint8_t>());
  cv::resize(picture, picture, {}, scale, scale, cv::INTER_NEAREST);
  return picture;
}

void demand(bool holds) {
  if (!holds) std::abort();
}

// A box is made of the corners, so they have to be numbers somewhere near the picture.
void demand_near(const qr::Symbol& symbol, const cv::Size& page) {
  const auto reach = static_cast<float>(page.width + page.height);
  for (const cv::Point2f& corner : symbol.corners) {
    demand(std::isfinite(corner.x) && std::abs(corner.x) < 2 * reach);
    demand(std::isfinite(corner.y) && std::abs(corner.y) < 2 * reach);
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const auto picture = picture_of({data, size});
  if (!picture) return 0;
  static readers::ZbarReader zbar;
  Costs costs;

  const page::Pyramid pyramid({.luma = *picture, .cb = {}, .cr = {}});
  const auto light = page::light_of(pyramid);
  const auto lines = page::text_lines_of(pyramid, light);
  const auto readings = qr::read(pyramid, light, lines, zbar, costs);
  demand(readings.size() <= limits::kQrSymbols);
  for (const qr::Reading& reading : readings) {
    demand(std::ranges::count(qr::rungs(), reading.read_by, &qr::RungName::name) == 1);
    demand(qr::utf8_of(reading.symbol.text) == reading.symbol.text);
    demand_near(reading.symbol, picture->size());
  }
  // The ladder asks zbar only where zxing fails; here it gets every picture.
  for (const qr::Symbol& symbol : zbar.symbols(*picture)) demand_near(symbol, picture->size());
  return 0;
}
