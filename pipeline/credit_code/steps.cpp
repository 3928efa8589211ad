#include "pipeline/credit_code/steps.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <string>
#include <utility>

namespace vermilion::pipeline::credit_code {
namespace {

constexpr int kStepPixels = kLineColumns / kLineSteps;

std::size_t likeliest(const float* step) {
  return static_cast<std::size_t>(std::max_element(step, step + kLineClasses) - step);
}

// Steps [begin, end) with the same likeliest class.
struct Emission {
  std::size_t is = kLineBlank;
  int begin = 0;
  int end = 0;
};

std::vector<Emission> emissions_of(const LineSteps& steps) {
  std::vector<Emission> emissions;
  for (int t = 0; t < steps.rows; ++t) {
    const std::size_t is = likeliest(steps[t]);
    if (!emissions.empty() && emissions.back().is == is) {
      emissions.back().end = t + 1;
    } else {
      emissions.push_back({is, t, t + 1});
    }
  }
  std::erase_if(emissions, [](const Emission& e) { return e.is == kLineBlank; });
  return emissions;
}

// What the character is, given that there is one: blanks left out, summed over its steps.
Glyph glyph_of(const LineSteps& steps, const Emission& emission) {
  std::array<double, kGlyphClasses> mass{};
  double sum = 0;
  for (int t = emission.begin; t < emission.end; ++t) {
    for (std::size_t c = 0; c < kGlyphClasses; ++c) {
      const double probability = std::exp(static_cast<double>(steps(t, static_cast<int>(c) + 1)));
      mass[c] += probability;
      sum += probability;
    }
  }
  Glyph glyph{.span = {emission.begin * kStepPixels, emission.end * kStepPixels}};
  constexpr double kLeast = 1e-9;
  for (std::size_t c = 0; c < kGlyphClasses; ++c)
    glyph.scores[c] = static_cast<float>(std::log(std::max(mass[c] / sum, kLeast)));
  return glyph;
}

double log_sum(double a, double b) {
  if (a < b) std::swap(a, b);
  if (b == -std::numeric_limits<double>::infinity()) return a;
  return a + std::log1p(std::exp(b - a));
}

// Something else, the code, something else; blanks may stand between any two.
std::vector<std::size_t> spelled(std::string_view code) {
  std::vector<std::size_t> classes{kLineBlank, kLineOther, kLineBlank};
  for (const char c : code) {
    classes.push_back(kLineCharacters.find(c) + 1);
    classes.push_back(kLineBlank);
  }
  classes.push_back(kLineOther);
  classes.push_back(kLineBlank);
  return classes;
}

// Steps [begin, end) without anything else in them, and what they read.
struct Stretch {
  int begin = 0;
  int end = 0;
  std::string read;
};

std::vector<Stretch> stretches_of(const LineSteps& steps) {
  std::vector<Stretch> stretches(1);
  for (const Emission& emission : emissions_of(steps)) {
    if (emission.is == kLineOther) {
      stretches.back().end = emission.begin;
      stretches.push_back({.begin = emission.end});
    } else {
      stretches.back().read += kLineCharacters[emission.is - 1];
    }
  }
  stretches.back().end = steps.rows;
  return stretches;
}

}  // namespace

std::vector<Run> runs_of(const LineSteps& steps) {
  static_assert(kLineCharacters == kGlyphs && kLineOther == kNoGlyph + 1);
  std::vector<Run> runs;
  Run run;
  for (const Emission& emission : emissions_of(steps)) {
    if (emission.is != kLineOther) {
      run.glyphs.push_back(glyph_of(steps, emission));
    } else if (!run.glyphs.empty()) {
      runs.push_back(std::exchange(run, {}));
    }
  }
  if (!run.glyphs.empty()) runs.push_back(std::move(run));
  return runs;
}

LineSteps steps_over(const LineSteps& steps, Span span) {
  return steps.rowRange(span.begin / kStepPixels, span.end / kStepPixels);
}

double log_likelihood(const LineSteps& steps, std::string_view code) {
  constexpr double kNever = -std::numeric_limits<double>::infinity();
  const std::vector<std::size_t> classes = spelled(code);
  // The others at either end are optional: places 1 and 2, and the last but one and its blank.
  const std::size_t first_of_code = 3;
  const std::size_t last_of_code = classes.size() - 4;
  std::vector<double> reached(classes.size(), kNever);
  for (int t = 0; t < steps.rows; ++t) {
    std::vector<double> next(classes.size(), kNever);
    for (std::size_t place = 0; place < classes.size(); ++place) {
      double way = reached[place];
      if (t == 0 && (place <= 1 || place == first_of_code)) way = 0;
      if (place > 0) way = log_sum(way, reached[place - 1]);
      const bool skips_blank =
          place > 1 && classes[place] != kLineBlank && classes[place] != classes[place - 2];
      if (skips_blank) way = log_sum(way, reached[place - 2]);
      if (place == first_of_code && t > 0) way = log_sum(way, reached[0]);
      if (way > kNever)
        next[place] = way + static_cast<double>(steps(t, static_cast<int>(classes[place])));
    }
    reached = std::move(next);
  }
  double all = kNever;
  for (std::size_t place = last_of_code; place < reached.size(); ++place)
    all = log_sum(all, reached[place]);
  return all;
}

std::optional<Agreement> agreement_with(const LineSteps& steps, std::string_view code) {
  // A code with a few of its characters lost, or with a few of its neighbours.
  constexpr std::size_t kFewest = 12;
  constexpr std::size_t kMost = 24;
  const std::vector<Stretch> stretches = stretches_of(steps);
  std::optional<Agreement> best;
  for (std::size_t first = 0; first < stretches.size(); ++first) {
    std::string read;
    for (std::size_t last = first; last < stretches.size(); ++last) {
      read += stretches[last].read;
      if (read.size() > kMost) break;
      if (read.size() < kFewest || stretches[first].read.empty() || stretches[last].read.empty())
        continue;
      const Span span{stretches[first].begin * kStepPixels, stretches[last].end * kStepPixels};
      const LineSteps part = steps_over(steps, span);
      const double expected = log_likelihood(part, code);
      if (!best || expected > best->expected)
        best = Agreement{expected, log_likelihood(part, read), span};
    }
  }
  return best;
}

}  // namespace vermilion::pipeline::credit_code
