#include "pipeline/qr/ladder.hpp"

#include "pipeline/limits.hpp"
#include "pipeline/qr/locate.hpp"
#include "pipeline/readers/zxing_reader.hpp"

#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <array>

namespace vermilion::pipeline::qr {
namespace {

// The quiet zone, and room for a patch whose edge was lost; a share of its side.
constexpr float kMargin = 0.15F;

// A symbol of 57 modules reads well at 5 pixels a module; more only costs.
constexpr int kRegionSide = 700;

// Above this a region is no small symbol, and enlarging costs more than it brings.
constexpr int kSmallRegion = 420;

// Pixels of a page that zxing looks through in about a millisecond.
constexpr std::size_t kSmallPage = 500'000;

// A picture with fewer pixels may show a symbol and little else; a scan of A4 at 150 dpi has more.
constexpr std::size_t kPictureOfSymbol = 2'000'000;

// zbar takes 68 ms for a whole page at 200 dpi, so it gets regions of this size at most.
constexpr int kZbarSide = 1000;

// A picture cut out of the page, and how its pixels map back.
struct Cutting {
  cv::Mat luma;
  cv::Point2f origin;  // on the page
  float scale = 1;     // page pixels per pixel of the cutting
};

Cutting cutting_of(const page::Pyramid& pyramid, const cv::Rect& region, int side_max) {
  const int margin =
      static_cast<int>(kMargin * static_cast<float>(std::max(region.width, region.height))) + 4;
  cv::Rect part(region.x - margin, region.y - margin, region.width + 2 * margin,
                region.height + 2 * margin);
  part &= cv::Rect(0, 0, pyramid.luma(0).cols, pyramid.luma(0).rows);
  int level = 0;
  while (level + 1 < pyramid.levels() && std::max(part.width, part.height) >> level > side_max)
    ++level;
  const cv::Mat& luma = pyramid.luma(level);
  const cv::Rect at_level =
      cv::Rect(part.x >> level, part.y >> level, part.width >> level, part.height >> level) &
      cv::Rect(0, 0, luma.cols, luma.rows);
  return {luma(at_level), cv::Point2f(static_cast<float>(part.x), static_cast<float>(part.y)),
          static_cast<float>(1 << level)};
}

Cutting enlarged(const Cutting& cutting, float times, bool sharpened) {
  Cutting larger{.origin = cutting.origin, .scale = cutting.scale / times};
  cv::resize(cutting.luma, larger.luma, {}, static_cast<double>(times), static_cast<double>(times),
             cv::INTER_CUBIC);
  if (sharpened) {
    cv::Mat soft;
    cv::GaussianBlur(larger.luma, soft, {}, static_cast<double>(times));
    cv::addWeighted(larger.luma, 2.0, soft, -1.0, 0, larger.luma);
  }
  return larger;
}

bool small(const Cutting& cutting) {
  return std::max(cutting.luma.cols, cutting.luma.rows) <= kSmallRegion;
}

void add(std::vector<Reading>& readings, const std::vector<Symbol>& symbols, const Cutting& cutting,
         std::string_view rung) {
  for (Symbol symbol : symbols) {
    for (cv::Point2f& corner : symbol.corners) corner = corner * cutting.scale + cutting.origin;
    const bool known = std::ranges::any_of(readings, [&](const Reading& other) {
      return other.symbol.text == symbol.text &&
             cv::norm(other.symbol.corners[0] - symbol.corners[0]) <
                 0.5 * cv::norm(symbol.corners[2] - symbol.corners[0]);
    });
    if (!known && readings.size() < limits::kQrSymbols)
      readings.push_back({std::move(symbol), rung});
  }
}

// What the rungs share: the page, and the regions found so far.
struct Page {
  const page::Pyramid& pyramid;
  const page::Light& light;
  const page::TextLines& lines;
  readers::ZbarReader& zbar;
  std::vector<cv::Rect> regions = {};
};

bool mostly_the_same(const cv::Rect& a, const cv::Rect& b) {
  return (a & b).area() > 0.7 * std::max(a.area(), b.area());
}

// Regions with this gap that no other gap has given yet.
std::vector<cv::Rect> new_regions(Page& page, int gap) {
  std::vector<cv::Rect> regions = locate(page.pyramid, page.light, page.lines, gap);
  std::erase_if(regions, [&](const cv::Rect& region) {
    return std::ranges::any_of(
        page.regions, [&](const cv::Rect& known) { return mostly_the_same(region, known); });
  });
  page.regions.insert(page.regions.end(), regions.begin(), regions.end());
  return regions;
}

std::vector<Reading> from_regions(Page& page, std::string_view rung) {
  std::vector<Reading> readings;
  for (const int gap : kGaps) {
    for (const cv::Rect& region : new_regions(page, gap)) {
      const Cutting cutting = cutting_of(page.pyramid, region, kRegionSide);
      add(readings, readers::zxing_symbols(cutting.luma), cutting, rung);
    }
  }
  return readings;
}

std::vector<Reading> from_enlarged(Page& page, std::string_view rung, float times, bool sharpened) {
  std::vector<Reading> readings;
  for (const cv::Rect& region : page.regions) {
    const Cutting cutting = cutting_of(page.pyramid, region, kRegionSide);
    if (!small(cutting)) continue;
    const Cutting larger = enlarged(cutting, times, sharpened);
    add(readings, readers::zxing_symbols(larger.luma), larger, rung);
  }
  return readings;
}

std::vector<Reading> from_level(Page& page, std::string_view rung, int level) {
  std::vector<Reading> readings;
  const Cutting whole{page.pyramid.luma(level), {}, static_cast<float>(1 << level)};
  add(readings, readers::zxing_symbols(whole.luma), whole, rung);
  return readings;
}

// A symbol that fills the picture, or one without a patch of its own. Large clean symbols read
// better at half the size (zxing-cpp#282).
std::vector<Reading> from_small_page(Page& page, std::string_view rung) {
  if (page.regions.empty() && page.pyramid.luma(0).total() > kPictureOfSymbol) return {};
  int level = 0;
  while (level + 1 < page.pyramid.levels() && page.pyramid.luma(level).total() > kSmallPage)
    ++level;
  auto readings = from_level(page, rung, level);
  if (readings.empty() && level + 1 < page.pyramid.levels())
    readings = from_level(page, rung, level + 1);
  return readings;
}

// The whole page at full size costs as much as decoding it, so something must look like a symbol.
std::vector<Reading> from_page(Page& page, std::string_view rung) {
  if (page.regions.empty()) return {};
  auto readings = from_level(page, rung, 1);
  return readings.empty() ? from_level(page, rung, 0) : readings;
}

std::vector<Reading> from_zbar(Page& page, std::string_view rung) {
  std::vector<Reading> readings;
  for (const cv::Rect& region : page.regions) {
    const Cutting cutting = cutting_of(page.pyramid, region, kZbarSide);
    add(readings, page.zbar.symbols(cutting.luma), cutting, rung);
  }
  return readings;
}

struct Rung {
  RungName called;
  std::vector<Reading> (*climb)(Page&, std::string_view name);
};

constexpr std::array kRungs{
    Rung{{"region", "qr region"}, from_regions},
    Rung{{"region_2x", "qr region 2x"},
         [](Page& p, std::string_view n) { return from_enlarged(p, n, 2, false); }},
    Rung{{"region_3x_sharpened", "qr region 3x"},
         [](Page& p, std::string_view n) { return from_enlarged(p, n, 3, true); }},
    Rung{{"small_page", "qr small page"}, from_small_page},
    Rung{{"page", "qr page"}, from_page},
    Rung{{"zbar", "qr zbar"}, from_zbar},
};

constexpr auto kRungNames = [] {
  std::array<RungName, kRungs.size()> names{};
  for (std::size_t i = 0; i < kRungs.size(); ++i) names[i] = kRungs[i].called;
  return names;
}();

}  // namespace

std::span<const RungName> rungs() {
  return kRungNames;
}

std::vector<Reading> read(const page::Pyramid& pyramid, const page::Light& light,
                          const page::TextLines& lines, readers::ZbarReader& zbar, Costs& costs) {
  Page page{pyramid, light, lines, zbar};
  for (const Rung& rung : kRungs) {
    auto readings =
        costs.measure(rung.called.stage, [&] { return rung.climb(page, rung.called.name); });
    if (!readings.empty()) return readings;
  }
  return {};
}

}  // namespace vermilion::pipeline::qr
