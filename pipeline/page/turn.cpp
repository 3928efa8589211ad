#include "pipeline/page/turn.hpp"

#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <cstdint>
#include <limits>

namespace vermilion::pipeline::page {
namespace {

// Enough to decide on every generated page of a thousand; see models/README.md.
constexpr std::size_t kLines = 8;
constexpr std::size_t kWindowsPerLine = 8;
constexpr int kWindowsMin = 6;

// One window cannot outvote the others: a rule or an ornament may look certain and mean nothing.
constexpr float kVoteMax = 3;

// The page stays as stored unless another turn leads by this, in log probability per window.
constexpr double kLeadMin = 0.2;

// Dark runs are longer along the lines than across them, once the gaps between characters close up.
// On 83 licences the ratio was wrong five times, at most by 1.27; nearer than this the strokes
// decide.
constexpr double kAxisClear = 1.35;
constexpr int kGap = 7;
constexpr int kRunMax = 250;  // a rule or a frame, not print

// In pixels of the strip, where characters are kStripCharacterHeight high.
constexpr int kWindow = kStripCharacterHeight + 4;

constexpr double kInkMin = 0.10;  // mean darkness of a window with a character
constexpr double kInkMax = 0.65;

TurnWindow window_at(const cv::Mat& darkness, int left) {
  // Nearest pixels: the strip is smooth, and the classifier was trained on the same.
  TurnWindow window{};
  const int top = (darkness.rows - kWindow) / 2;
  for (int i = 0; i < kTurnWindowSide; ++i) {
    const auto* row = darkness.ptr<std::uint8_t>(top + i * kWindow / kTurnWindowSide);
    for (int j = 0; j < kTurnWindowSide; ++j) {
      window[static_cast<std::size_t>(i * kTurnWindowSide + j)] =
          static_cast<float>(row[left + j * kWindow / kTurnWindowSide]) / 255;
    }
  }
  return window;
}

double ink_of(const TurnWindow& window) {
  double sum = 0;
  for (const float value : window) sum += static_cast<double>(value);
  return sum / static_cast<double>(window.size());
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

// `turned_by`: quarter turns clockwise already made to the picture the lines were found in.
Votes votes_of(const Pyramid& pyramid, const TextLines& lines, const TurnNet& net,
               std::size_t turned_by) {
  Votes votes;
  for (const TextLine& line : longest(lines)) {
    for (const TurnWindow& window : turn_windows(strip_of(pyramid, line))) {
      const auto scores = net.classify(window);
      const float best = *std::ranges::max_element(scores);
      for (std::size_t t = 0; t < kTurns; ++t) {
        votes.sums[(t + turned_by) % kTurns] +=
            static_cast<double>(std::max(scores[t] - best, -kVoteMax));
      }
      ++votes.windows;
    }
  }
  return votes;
}

Turn decided(const Votes& votes) {
  if (votes.windows < kWindowsMin) return {};
  const auto& sums = votes.sums;
  const auto best = static_cast<std::size_t>(std::ranges::max_element(sums) - sums.begin());
  double next = -std::numeric_limits<double>::infinity();
  for (std::size_t t = 0; t < kTurns; ++t) {
    if (t != best) next = std::max(next, sums[t]);
  }
  const double lead = (sums[best] - next) / votes.windows;
  if (best != 0 && lead < kLeadMin) return {};
  return {static_cast<int>(best) * 90, lead};
}

// Mean length of the dark runs along the rows, each run weighted by its length.
double run_length(const cv::Mat& print) {
  cv::Mat closed;
  cv::morphologyEx(print, closed, cv::MORPH_CLOSE, cv::Mat::ones(1, kGap, CV_8U));
  double weighted = 0;
  double total = 0;
  for (int y = 0; y < closed.rows; ++y) {
    const auto* row = closed.ptr<std::uint8_t>(y);
    int run = 0;
    for (int x = 0; x <= closed.cols; ++x) {
      if (x < closed.cols && row[x] != 0) {
        ++run;
        continue;
      }
      if (run < kRunMax) {
        weighted += static_cast<double>(run) * run;
        total += run;
      }
      run = 0;
    }
  }
  return total == 0 ? 1 : weighted / total;
}

// Above 1 the lines seem to run along the rows, below along the columns.
double axis_ratio(const cv::Mat& print) {
  cv::Mat columns;
  cv::transpose(print, columns);
  return run_length(print) / run_length(columns);
}

Pyramid turned_clockwise(const Pyramid& pyramid, int level) {
  cv::Mat turned;
  cv::rotate(pyramid.luma(level), turned, cv::ROTATE_90_CLOCKWISE);
  return Pyramid({.luma = turned});
}

}  // namespace

std::vector<TurnWindow> turn_windows(const Strip& strip) {
  const int first = kStripMargin;
  const int last = strip.darkness.cols - kStripMargin - kWindow;
  std::vector<TurnWindow> windows;
  if (last < first || strip.darkness.rows < kWindow) return windows;
  const int step =
      std::max(kStripCharacterHeight / 2, (last - first) / static_cast<int>(kWindowsPerLine));
  for (int left = first; left <= last && windows.size() < kWindowsPerLine; left += step) {
    const TurnWindow window = window_at(strip.darkness, left);
    const double ink = ink_of(window);
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
