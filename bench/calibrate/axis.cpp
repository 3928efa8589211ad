#include "bench/calibrate/axis.hpp"

#include <algorithm>
#include <array>
#include <cassert>
#include <cmath>

namespace vermilion::calibrate {
namespace {

constexpr double kDecade = 10;
constexpr std::array kRound{1.0, 2.0, 5.0};
constexpr int kIntervalsMax = 6;

// With 1, 2 and 5 of each decade beyond this, labels would touch.
constexpr double kDecadesWithSteps = 3;

// So far beyond an end a value may lie by rounding alone.
constexpr double kRounding = 1e-9;

double step_for(double length) {
  double step = std::pow(kDecade, std::floor(std::log10(length / kIntervalsMax)));
  while (true) {
    for (const double round : kRound) {
      if (length / (round * step) <= kIntervalsMax) return round * step;
    }
    step *= kDecade;
  }
}

std::vector<double> even_ticks(double min, double max) {
  const double step = step_for(max - min);
  std::vector<double> ticks;
  const auto last = static_cast<int>(std::floor(max / step + kRounding));
  for (auto i = static_cast<int>(std::ceil(min / step - kRounding)); i <= last; ++i) {
    ticks.push_back(i * step);
  }
  return ticks;
}

std::vector<double> decade_ticks(double min, double max) {
  const bool steps = std::log10(max / min) <= kDecadesWithSteps;
  std::vector<double> ticks;
  for (auto decade = static_cast<int>(std::floor(std::log10(min)));
       std::pow(kDecade, decade) <= max * (1 + kRounding); ++decade) {
    for (const double round : kRound) {
      const double tick = round * std::pow(kDecade, decade);
      if (tick < min * (1 - kRounding) || tick > max * (1 + kRounding)) continue;
      if (steps || round == 1) ticks.push_back(tick);
    }
  }
  return ticks;
}

}  // namespace

Axis::Axis(double min, double max)
    : min_(min), max_(max), logarithmic_(min > 0 && max / min >= kDecade) {
  assert(min < max);
}

double Axis::place(double value) const {
  if (logarithmic_) return std::log(value / min_) / std::log(max_ / min_);
  return (value - min_) / (max_ - min_);
}

std::vector<double> Axis::values(int steps, double also) const {
  std::vector<double> values{also};
  for (int i = 0; i <= steps; ++i) {
    const double place = static_cast<double>(i) / steps;
    values.push_back(logarithmic_ ? min_ * std::pow(max_ / min_, place)
                                  : min_ + (max_ - min_) * place);
  }
  std::ranges::sort(values);
  values.erase(std::ranges::unique(values).begin(), values.end());
  return values;
}

std::vector<double> Axis::ticks() const {
  return logarithmic_ ? decade_ticks(min_, max_) : even_ticks(min_, max_);
}

}  // namespace vermilion::calibrate
