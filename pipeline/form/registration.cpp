#include "pipeline/form/registration.hpp"

#include "pipeline/form/lines.hpp"
#include "pipeline/form/mapping.hpp"
#include "pipeline/form/marks.hpp"
#include "pipeline/report.hpp"

#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <cmath>
#include <numeric>
#include <utility>
#include <vector>

namespace vermilion::pipeline::form {
namespace {

// A mark is far from the code: what perspective the code cannot show moves it. Keystone of 8 %, as
// photos have, moves the far corner by 20 mm.
constexpr double kFarReach = 20;
constexpr double kNearReach = 6;  // of the mark beside the code, and of the last one
constexpr double kBesideCode = 40;

// Without a code the sheet is taken to fill the picture.
constexpr double kSheetReach = 22;
constexpr double kSheetProportion = 0.06;

// Passes over the lines: how to look, and from where on a sighting is no longer believed. Print
// stands 2.5 mm from the lines of its cell. The first ones only prepare the last: a third of the
// places will do.
struct Pass {
  Look look;
  double trust_mm;
};
constexpr std::array kPasses{Pass{{.reach_mm = 2.0, .every_mm = 15}, 1.5},
                             Pass{{.reach_mm = 1.0, .every_mm = 15}, 0.6},
                             Pass{{.reach_mm = 0.7, .every_mm = 5}, 0.35}};

// A line counts as found where so many of the places looked at lie on it ...
constexpr double kLineSeen = 0.5;
// ... and a form where so many of its lines are found; on another form few happen to be.
constexpr double kFormSeen = 0.5;

// Marks and corners of the code are surer than one sighting of a line.
constexpr double kMarkWeight = 6;
constexpr double kCornerWeight = 1;

cv::Point2d middle_of(const BoxMm& box) {
  return {box.x + box.w / 2, box.y + box.h / 2};
}

const qr::Reading* code_of(std::span<const qr::Reading> symbols) {
  const auto code = std::ranges::find_if(symbols, [](const qr::Reading& reading) {
    return reading.symbol.text.starts_with(kFormCodePrefix);
  });
  return code == symbols.end() ? nullptr : &*code;
}

std::vector<Sighting> corners_of(const BoxMm& code, const qr::Symbol& symbol) {
  const std::array<cv::Point2d, 4> mm{cv::Point2d(code.x, code.y),
                                      {code.right(), code.y},
                                      {code.right(), code.bottom()},
                                      {code.x, code.bottom()}};
  std::vector<Sighting> sightings;
  for (std::size_t i = 0; i < mm.size(); ++i) {
    sightings.push_back({.mm = mm[i], .px = symbol.corners[i], .weight = kCornerWeight});
  }
  return sightings;
}

// One form on one page.
class Register {
 public:
  Register(const Template& form, const page::Pyramid& pyramid, const page::Light& light)
      : form_(form), pyramid_(pyramid), light_(light), lines_(lines_of(form)) {}

  Registration look(std::span<const qr::Reading> symbols) {
    const qr::Reading* code = code_of(symbols);
    const bool begun = code != nullptr ? begin_at(code->symbol) : begin_at_the_sheet();
    if (!begun) return {.reason = Unplaced::NoCode, .marks = marks_seen()};
    refine();
    const Placement placed = placement(code != nullptr);
    if (placed.lines < kFormSeen * placed.lines_expected) {
      return {.reason = Unplaced::OtherForm, .marks = marks_seen()};
    }
    return {.placement = placed, .marks = marks_seen()};
  }

 private:
  bool begin_at(const qr::Symbol& symbol) {
    points_ = corners_of(form_.code, symbol);
    map_ = affine_through(points_);
    const cv::Point2d code = middle_of(form_.code);
    std::vector<std::size_t> order(form_.marks.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::ranges::sort(order, {},
                      [&](std::size_t i) { return cv::norm(middle_of(form_.marks[i]) - code); });
    for (const std::size_t i : order) {
      const bool beside = cv::norm(middle_of(form_.marks[i]) - code) < kBesideCode;
      const bool settled = marks_seen() == 3;
      seek(i, beside || settled ? kNearReach : kFarReach);
      follow();
    }
    return true;
  }

  // The sheet fills the picture, or nobody knows where to look.
  bool begin_at_the_sheet() {
    const cv::Size size = pyramid_.luma(0).size();
    const double across = size.width / form_.width_mm;
    const double down = size.height / form_.height_mm;
    if (std::abs(across / down - 1) > kSheetProportion) return false;
    map_ = {across, 0, -0.5, 0, down, -0.5, 0, 0, 1};
    for (std::size_t i = 0; i < form_.marks.size(); ++i) seek(i, kSheetReach);
    if (marks_seen() < 3) return false;
    map_ = affine_through(points_);
    follow();
    return true;
  }

  void seek(std::size_t mark, double reach_mm) {
    const auto at = mark_near(form_.marks[mark], map_, reach_mm, pyramid_, light_);
    if (!at) return;
    marks_[mark] = true;
    points_.push_back({.mm = middle_of(form_.marks[mark]), .px = *at, .weight = kMarkWeight});
  }

  // Two marks and the code do not tell perspective from a skew; three and the code do.
  void follow() {
    map_ = affine_through(points_);
    if (marks_seen() >= 3) map_ = fitted(map_, points_, 1e6);
  }

  [[nodiscard]] int marks_seen() const {
    return static_cast<int>(std::ranges::count(marks_, true));
  }

  void refine() {
    for (const Pass& pass : kPasses) {
      std::vector<Sighting> sightings = points_;
      seen_.clear();
      for (const Line& line : lines_) {
        seen_.push_back(see(line, map_, pass.look, pyramid_, light_));
        const auto& found = seen_.back().sightings;
        sightings.insert(sightings.end(), found.begin(), found.end());
      }
      map_ = fitted(map_, sightings, pass.trust_mm * density());
    }
  }

  [[nodiscard]] double density() const {
    return density_at(map_, {form_.width_mm / 2, form_.height_mm / 2});
  }

  // Where along a line it is seen in its place; in millimetres from it.
  [[nodiscard]] std::vector<double> misses_of(const SeenLine& seen) const {
    std::vector<double> misses;
    for (const Sighting& sighting : seen.sightings) {
      const double off_mm = std::abs(miss(map_, sighting)) / density();
      if (off_mm < kPasses.back().trust_mm) misses.push_back(off_mm);
    }
    return misses;
  }

  [[nodiscard]] Placement placement(bool code) const {
    Placement placed{.page_from_mm = map_,
                     .marks = marks_,
                     .code = code,
                     .lines_expected = 0,
                     .px_per_mm = density()};
    double squares = 0;
    std::size_t count = 0;
    const auto tell = [&](const std::vector<double>& misses) {
      const double sum = std::accumulate(misses.begin(), misses.end(), 0.0);
      for (const double off : misses) squares += off * off;
      count += misses.size();
      placed.residual.worst_mm =
          std::max(placed.residual.worst_mm, sum / static_cast<double>(misses.size()));
    };
    for (const SeenLine& seen : seen_) {
      if (seen.looked_at == 0) continue;
      ++placed.lines_expected;
      const auto misses = misses_of(seen);
      if (static_cast<double>(misses.size()) < kLineSeen * seen.looked_at) continue;
      ++placed.lines;
      tell(misses);
    }
    for (const Sighting& point : points_) {
      if (point.weight == kMarkWeight) tell({miss(map_, point) / density()});
    }
    if (count > 0) placed.residual.rms_mm = std::sqrt(squares / static_cast<double>(count));
    return placed;
  }

  const Template& form_;
  const page::Pyramid& pyramid_;
  const page::Light& light_;
  const std::vector<Line> lines_;
  cv::Matx33d map_;
  std::vector<Sighting> points_;
  std::array<bool, 4> marks_{};
  std::vector<SeenLine> seen_;
};

}  // namespace

std::string_view name(Unplaced reason) {
  switch (reason) {
    case Unplaced::NoTemplate:
      return "no_template";
    case Unplaced::NoCode:
      return "no_code";
    case Unplaced::OtherForm:
      return "other_form";
  }
  return {};
}

Registration registration_of(const Template& form, const page::Pyramid& pyramid,
                             const page::Light& light, std::span<const qr::Reading> symbols) {
  return Register(form, pyramid, light).look(symbols);
}

cv::Point2d on_page(const Placement& placement, cv::Point2d mm) {
  return apply(placement.page_from_mm, mm);
}

cv::Rect box_on_page(const Placement& placement, const BoxMm& box) {
  std::vector<cv::Point2f> corners;
  for (const cv::Point2d mm : {cv::Point2d(box.x, box.y),
                               {box.right(), box.y},
                               {box.right(), box.bottom()},
                               {box.x, box.bottom()}}) {
    corners.emplace_back(on_page(placement, mm));
  }
  return cv::boundingRect(corners);
}

cv::Mat straightened(const cv::Mat& picture, const Placement& placement, const BoxMm& box,
                     double px_per_mm, double picture_scale) {
  const cv::Size size(static_cast<int>(std::lround(box.w * px_per_mm)),
                      static_cast<int>(std::lround(box.h * px_per_mm)));
  // From the middles of its pixels to the sheet, from the page to the middles of the picture's.
  const double mm = 1 / px_per_mm;
  const cv::Matx33d to_sheet(mm, 0, box.x + mm / 2, 0, mm, box.y + mm / 2, 0, 0, 1);
  const double part = 1 / picture_scale;
  const cv::Matx33d to_picture(part, 0, part / 2 - 0.5, 0, part, part / 2 - 0.5, 0, 0, 1);
  cv::Mat flat;
  cv::warpPerspective(picture, flat, to_picture * placement.page_from_mm * to_sheet, size,
                      cv::INTER_LINEAR | cv::WARP_INVERSE_MAP, cv::BORDER_REPLICATE);
  return flat;
}

}  // namespace vermilion::pipeline::form
