#include "pipeline/page/turn.hpp"

#include "pipeline/page/components.hpp"

#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <functional>

namespace vermilion::pipeline::page {
namespace {

// Enough to decide on every generated page of a thousand; see models/README.md.
constexpr std::size_t kLines = 8;
constexpr std::size_t kWindowsPerLine = 8;
constexpr int kWindowsMin = 6;

// One window cannot outvote the others: a rule or an ornament may look certain and mean nothing.
constexpr float kVoteMax = 3;

// No further line is asked after so many windows when one turn leads by this in log probability.
constexpr int kWindowsOfLead = 16;
constexpr double kLeadOfVotes = 20;

// The page stays as stored unless another turn leads by this, in log probability per window.
constexpr double kLeadMin = 0.2;

// Dark runs are longer along the lines than across them, once the gaps between characters close up.
// On 83 licences the ratio was wrong five times, at most by 1.27; nearer than this the strokes
// decide.
constexpr double kAxisClear = 1.35;
constexpr int kGap = 7;
constexpr int kRunMax = 250;  // a rule or a frame, not print

// Lines are looked at where they are half of this to this many pixels high, if the picture has
// them.
constexpr float kLineHeightMax = 40;

// A window is this much larger than a character.
constexpr float kWindow = 1.17F;

constexpr float kInkMin = 0.10F;  // mean of a window with a character
constexpr float kInkMax = 0.65F;
constexpr int kContrastMin = 24;  // less between its darkest and brightest pixel is no print

// A square of the picture: its upper left corner and the steps to the next column and row.
struct Grid {
  cv::Point2f corner;
  cv::Point2f along;
  cv::Point2f down;
};

// Nearest pixels, stretched between the darkest and the brightest.
TurnWindow window_at(const cv::Mat& luma, const Grid& grid) {
  std::array<std::uint8_t, std::tuple_size_v<TurnWindow>> pixels{};
  std::size_t n = 0;
  for (int i = 0; i < kTurnWindowSide; ++i) {
    cv::Point2f at = grid.corner + grid.down * i;
    for (int k = 0; k < kTurnWindowSide; ++k, at += grid.along) {
      const int x = std::clamp(static_cast<int>(at.x), 0, luma.cols - 1);
      const int y = std::clamp(static_cast<int>(at.y), 0, luma.rows - 1);
      pixels[n++] = luma.at<std::uint8_t>(y, x);
    }
  }
  const auto [darkest, brightest] = std::ranges::minmax(pixels);
  TurnWindow window{};
  if (brightest - darkest < kContrastMin) return window;
  const float scale = 1.0F / static_cast<float>(brightest - darkest);
  for (std::size_t i = 0; i < pixels.size(); ++i) {
    window[i] = static_cast<float>(brightest - pixels[i]) * scale;
  }
  return window;
}

float ink_of(const TurnWindow& window) {
  float sum = 0;
  for (const float value : window) sum += value;
  return sum / static_cast<float>(window.size());
}

std::vector<TextLine> longest(const TextLines& lines) {
  std::vector<TextLine> sorted = lines.lines;
  std::ranges::stable_sort(sorted, std::greater{},
                           [](const TextLine& line) { return line.length / line.height; });
  if (sorted.size() > kLines) sorted.resize(kLines);
  return sorted;
}

// Log probabilities by quarter turns, summed over windows.
struct Votes {
  std::array<double, kTurns> sums{};
  int windows = 0;

  Votes& operator+=(const Votes& other) {
    for (std::size_t t = 0; t < kTurns; ++t) sums[t] += other.sums[t];
    windows += other.windows;
    return *this;
  }
};

// Of the likeliest turn over the next.
double lead_of(const Votes& votes) {
  auto sums = votes.sums;
  std::ranges::sort(sums, std::greater{});
  return sums[0] - sums[1];
}

// `turned_by`: quarter turns clockwise already made to the picture the lines were found in.
Votes votes_of(const Pyramid& pyramid, const TextLines& lines, const TurnNet& net,
               std::size_t turned_by) {
  Votes votes;
  for (const TextLine& line : longest(lines)) {
    for (const TurnWindow& window : turn_windows(pyramid, line)) {
      const auto scores = net.classify(window);
      const float best = *std::ranges::max_element(scores);
      for (std::size_t t = 0; t < kTurns; ++t) {
        votes.sums[(t + turned_by) % kTurns] +=
            static_cast<double>(std::max(scores[t] - best, -kVoteMax));
      }
      ++votes.windows;
    }
    if (votes.windows >= kWindowsOfLead && lead_of(votes) >= kLeadOfVotes) break;
  }
  return votes;
}

Turn decided(const Votes& votes) {
  if (votes.windows < kWindowsMin) return {};
  const auto best =
      static_cast<std::size_t>(std::ranges::max_element(votes.sums) - votes.sums.begin());
  const double lead = lead_of(votes) / votes.windows;
  if (best != 0 && lead < kLeadMin) return {};
  return {static_cast<int>(best) * 90, lead};
}

// Every third row, without a copy: neighbouring rows show the same characters.
constexpr int kRowStep = 3;
cv::Mat some_rows(const cv::Mat& image) {
  return {image.rows / kRowStep, image.cols, image.type(), image.data, image.step[0] * kRowStep};
}

cv::Mat some_columns_as_rows(const cv::Mat& image) {
  cv::Mat columns(image.cols / kRowStep, image.rows, CV_8U);
  for (int x = 0; x < columns.rows; ++x) {
    auto* column = columns.ptr<std::uint8_t>(x);
    const auto* pixel = image.ptr<std::uint8_t>(0) + x * kRowStep;
    for (int y = 0; y < image.rows; ++y, pixel += image.step[0]) column[y] = *pixel;
  }
  return columns;
}

// Mean length of the dark runs along the rows, each run weighted by its length; gaps of less than
// kGap pixels are closed.
double run_length(const cv::Mat& print) {
  double weighted = 0;
  double total = 0;
  const auto count = [&](int begin, int end) {
    const double run = end - begin;
    if (run >= kRunMax) return;
    weighted += run * run;
    total += run;
  };
  std::vector<Run> runs;
  for (int y = 0; y < print.rows; ++y) {
    runs.clear();
    append_runs(runs, print, y);
    Run whole;
    for (const Run& run : runs) {
      if (run.begin - whole.end >= kGap) {
        count(whole.begin, whole.end);
        whole.begin = run.begin;
      }
      whole.end = run.end;
    }
    count(whole.begin, whole.end);
  }
  return total == 0 ? 1 : weighted / total;
}

// Above 1 the lines seem to run along the rows, below along the columns.
double axis_ratio(const cv::Mat& print) {
  return run_length(some_rows(print)) / run_length(some_columns_as_rows(print));
}

Pyramid turned_clockwise(const Pyramid& pyramid, int level) {
  cv::Mat turned;
  cv::rotate(pyramid.luma(level), turned, cv::ROTATE_90_CLOCKWISE);
  return Pyramid({.luma = turned});
}

}  // namespace

std::vector<TurnWindow> turn_windows(const Pyramid& pyramid, const TextLine& line) {
  const int level = pyramid.level_where(line.height, kLineHeightMax);
  const float to_level = 1.0F / static_cast<float>(1 << level);
  const float side = kWindow * line.height * to_level;
  const float length = line.length * to_level;
  const cv::Point2f along(std::cos(line.slope_rad), std::sin(line.slope_rad));
  const cv::Point2f down(-along.y, along.x);
  const cv::Point2f begin = line.centre * to_level - along * (length / 2) - down * (side / 2);
  const float step = std::max(side / 2, (length - side) / static_cast<float>(kWindowsPerLine));
  std::vector<TurnWindow> windows;
  for (float at = 0; at + side <= length && windows.size() < kWindowsPerLine; at += step) {
    const Grid grid{begin + along * at, along * (side / kTurnWindowSide),
                    down * (side / kTurnWindowSide)};
    const TurnWindow window = window_at(pyramid.luma(level), grid);
    const float ink = ink_of(window);
    if (ink >= kInkMin && ink <= kInkMax) windows.push_back(window);
  }
  return windows;
}

Turn turn_of(const Pyramid& pyramid, const TextLines& lines, const TurnNet& net) {
  const double axis = axis_ratio(lines.print);
  Votes votes;
  if (axis > 1 / kAxisClear) votes += votes_of(pyramid, lines, net, 0);
  if (axis < kAxisClear) {
    const Pyramid turned = turned_clockwise(pyramid, std::max(0, lines.level - 1));
    votes += votes_of(turned, text_lines_of(turned, light_of(turned)), net, 1);
  }
  return decided(votes);
}

}  // namespace vermilion::pipeline::page
