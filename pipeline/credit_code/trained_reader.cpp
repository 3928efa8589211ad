#include "pipeline/credit_code/trained_reader.hpp"

#include "pipeline/credit_code/cut_line.hpp"
#include "pipeline/credit_code/steps.hpp"
#include "pipeline/limits.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>
#include <vector>

namespace vermilion::pipeline::credit_code {
namespace {

// Ways to cut the line again that shows most characters and reads as no code.
constexpr std::array kOtherCuts{Cut{.height = 0.8F}, Cut{.overhang = 0.3F}};
constexpr int kCharactersOfCode = 12;
constexpr int kCharactersOfReversed = 7;
constexpr int kCharactersMax = 20;

// Those for a line on which another reader read a code; the next where the one before is unclear.
constexpr std::array kCutsOfAKnownLine{Cut{}, Cut{.height = 0.8F}, Cut{.overhang = 0.3F}};

double probability(double log_likelihood) {
  return std::min(1.0, std::exp(log_likelihood));
}

Lying lying_of(const CutLine& picture) {
  return {.to_page = picture.to_page, .middle = kLineRows / 2, .capitals = kLineCapitals};
}

double likelihood_of(const LineReading& reading, const LineSteps& steps) {
  return log_likelihood(steps_over(steps, reading.span), reading.code->value);
}

// One scan's search through the ways to cut its lines.
class Search {
 public:
  Search(const page::Pyramid& pyramid, LineNet& net, std::string_view expected,
         double likelihood_min)
      : pyramid_(pyramid), net_(net), expected_(expected), likelihood_min_(likelihood_min) {}

  const std::optional<Sighting>& sighting() const { return sighting_; }
  const std::vector<CreditCodeFact>& others() const { return others_; }
  const std::vector<page::TextLine>& numbers() const { return numbers_; }

  // Forwards before backwards: most pages have been set upright.
  std::optional<LineReading> through(const std::vector<page::TextLine>& lines) {
    std::vector<Tried> tried(lines.size());
    for (const bool reversed : {false, true}) {
      for (std::size_t i = 0; i < lines.size(); ++i) {
        if (reversed && !may_be_reversed(lines[i], tried[i])) continue;
        const LineReading reading = read(lines[i], {.reversed = reversed});
        if (reading.code) {
          read_the_others(lines, i, reversed);
          return reading;
        }
        if (reading.registration_number) {
          numbers_.push_back(lines[i]);
          tried[i].settled = true;
        } else if (reading.characters > tried[i].characters &&
                   reading.characters <= kCharactersMax) {
          tried[i] = {reversed, reading.characters};
        }
      }
    }
    return cut_again(lines, tried);
  }

 private:
  // The way round in which a line showed more characters; or it is known to show no code.
  struct Tried {
    bool reversed = false;
    int characters = 0;
    bool settled = false;
  };

  // Upside down a code still looks like digits and capitals, while Han characters look like
  // neither.
  static bool may_be_reversed(const page::TextLine& line, const Tried& forwards) {
    if (forwards.settled) return false;
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

  // The places behind the one that gave a code, lying the same way round.
  void read_the_others(const std::vector<page::TextLine>& lines, std::size_t code, bool reversed) {
    expected_ = {};  // its line has been found
    for (std::size_t i = code + 1; i < lines.size(); ++i) {
      const LineReading other = read(lines[i], {.reversed = reversed});
      if (other.code) others_.push_back(*other.code);
    }
  }

  LineReading read(const page::TextLine& line, const Cut& cut) {
    const CutLine picture = cut_line(pyramid_, line, cut);
    const LineSteps steps = net_.read(picture.picture);
    const Lying lying = lying_of(picture);
    LineReading reading = reading_of(runs_of(steps), lying);
    if (reading.code) {
      const double likelihood = likelihood_of(reading, steps);
      reading.code->confidence = probability(likelihood);
      if (likelihood < likelihood_min_ || !category_is_known(reading.code->value))
        reading.code.reset();
    }
    if (!expected_.empty()) look_for_expected(steps, lying, reading);
    return reading;
  }

  // On the line that shows a code, else on the one that agrees best.
  void look_for_expected(const LineSteps& steps, const Lying& lying, const LineReading& reading) {
    if (reading.code) {
      const double likelihood = log_likelihood(steps_over(steps, reading.span), expected_);
      sighting_ = {probability(likelihood), reading.code->confidence, reading.code->box};
      return;
    }
    const auto agreement = agreement_with(steps, expected_);
    if (!agreement || (sighting_ && agreement->expected <= agreed_)) return;
    agreed_ = agreement->expected;
    sighting_ = {probability(agreement->expected), probability(agreement->read),
                 box_of(agreement->span, lying)};
  }

  const page::Pyramid& pyramid_;
  LineNet& net_;
  std::string_view expected_;  // empty: none is
  double likelihood_min_;
  std::vector<CreditCodeFact> others_;
  std::vector<page::TextLine> numbers_;
  std::optional<Sighting> sighting_;
  double agreed_ = 0;  // logarithm of its likelihood
};

}  // namespace

TrainedReading TrainedReader::read_for(const page::Pyramid& pyramid, std::string_view expected,
                                       double likelihood_min) {
  Search search(pyramid, lines_, expected, likelihood_min);
  auto line = search.through(localiser_.locate(pyramid));
  return {std::move(line), search.others(), search.sighting(), search.numbers()};
}

TrainedReading TrainedReader::read_part(const page::Pyramid& pyramid, const cv::Rect& part) {
  Search search(pyramid, lines_, {}, kLikelihoodMin);
  auto line = search.through(localiser_.locate(pyramid, part));
  return {std::move(line), search.others(), {}, search.numbers()};
}

std::optional<Sighting> TrainedReader::look_again(const page::Pyramid& pyramid,
                                                  const page::TextLine& line,
                                                  std::string_view expected,
                                                  std::string_view read) {
  std::optional<Sighting> clearest;
  double clearness = 0;
  for (const Cut& cut : kCutsOfAKnownLine) {
    const CutLine picture = cut_line(pyramid, line, cut);
    const LineSteps steps = lines_.read(picture.picture);
    const auto agreement = agreement_with(steps, expected);
    if (!agreement) continue;
    const double of_read = log_likelihood(steps_over(steps, agreement->span), read);
    const double clear = std::max(agreement->expected, of_read);
    if (clearest && clear <= clearness) continue;
    clearness = clear;
    clearest = {probability(agreement->expected), probability(of_read),
                box_of(agreement->span, lying_of(picture))};
    if (clear >= kLikelihoodMin) break;
  }
  return clearest;
}

}  // namespace vermilion::pipeline::credit_code
