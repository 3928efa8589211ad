#include "pipeline/credit_code/trained_reader.hpp"

#include "pipeline/credit_code/cut_line.hpp"
#include "pipeline/credit_code/steps.hpp"
#include "pipeline/limits.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <vector>

namespace vermilion::pipeline::credit_code {
namespace {

// Ways to cut the line again that shows most characters and reads as no code.
constexpr std::array kOtherCuts{Cut{.height = 0.8F}, Cut{.overhang = 0.3F}};
constexpr int kCharactersOfCode = 12;
constexpr int kCharactersOfReversed = 7;
constexpr int kCharactersMax = 20;

double likelihood_of(const LineReading& reading, const LineSteps& steps) {
  return log_likelihood(steps_over(steps, reading.span), reading.code->value);
}

// One scan's search through the ways to cut its lines.
class Search {
 public:
  Search(const page::Pyramid& pyramid, LineNet& net, double likelihood_min)
      : pyramid_(pyramid), net_(net), likelihood_min_(likelihood_min) {}

  // Forwards before backwards: most pages have been set upright.
  std::optional<LineReading> through(const std::vector<page::TextLine>& lines) {
    std::vector<Tried> tried(lines.size());
    for (const bool reversed : {false, true}) {
      for (std::size_t i = 0; i < lines.size(); ++i) {
        if (reversed && !may_be_reversed(lines[i], tried[i])) continue;
        const LineReading reading = read(lines[i], {.reversed = reversed});
        if (reading.code) return reading;
        if (reading.characters > tried[i].characters && reading.characters <= kCharactersMax)
          tried[i] = {reversed, reading.characters};
      }
    }
    return cut_again(lines, tried);
  }

 private:
  // The way round in which a line showed more characters.
  struct Tried {
    bool reversed = false;
    int characters = 0;
  };

  // Upside down a code still looks like digits and capitals, while Han characters look like
  // neither.
  static bool may_be_reversed(const page::TextLine& line, const Tried& forwards) {
    return std::abs(std::sin(line.slope_rad)) > 0.7F ||
           forwards.characters >= kCharactersOfReversed;
  }

  std::optional<LineReading> cut_again(const std::vector<page::TextLine>& lines,
                                       const std::vector<Tried>& tried) {
    const auto fullest = std::ranges::max_element(tried, {}, &Tried::characters);
    if (fullest == tried.end() || fullest->characters < kCharactersOfCode) return std::nullopt;
    const page::TextLine& line = lines[static_cast<std::size_t>(fullest - tried.begin())];
    for (Cut cut : kOtherCuts) {
      cut.reversed = fullest->reversed;
      const LineReading reading = read(line, cut);
      if (reading.code) return reading;
    }
    return std::nullopt;
  }

  LineReading read(const page::TextLine& line, const Cut& cut) {
    const CutLine picture = cut_line(pyramid_, line, cut);
    const LineSteps steps = net_.read(picture.picture);
    LineReading reading = reading_of(
        runs_of(steps),
        {.to_page = picture.to_page, .middle = kLineRows / 2, .capitals = kLineCapitals});
    if (!reading.code) return reading;
    const double likelihood = likelihood_of(reading, steps);
    reading.code->confidence = std::min(1.0, std::exp(likelihood));
    if (likelihood < likelihood_min_ || !category_is_known(reading.code->value))
      reading.code.reset();
    return reading;
  }

  const page::Pyramid& pyramid_;
  LineNet& net_;
  double likelihood_min_;
};

}  // namespace

std::optional<LineReading> TrainedReader::read(const page::Pyramid& pyramid,
                                               double likelihood_min) {
  return Search(pyramid, lines_, likelihood_min).through(localiser_.locate(pyramid));
}

}  // namespace vermilion::pipeline::credit_code
