#include "pipeline/credit_code/decode.hpp"

#include "pipeline/credit_code/credit_code.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <vector>

namespace vermilion::pipeline::credit_code {
namespace {

// In natural logarithms: a character is taken for another one only where that one was at least this
// likely against the best (1 : 12), and the whole code only when all deviations together stay below
// the second bound. Calibrated on generated lines that were neither trained nor tuned on: see
// models/README.md, "How far a reading may deviate".
constexpr float kDeviationMax = 2.5F;
constexpr float kDeviationsMax = 3.5F;

// The next best valid code must be this much less likely (1 : 4), or a person decides.
constexpr float kLeadMin = 1.4F;

// A letter the alphabet lacks was printed when it was this much likelier than its digit (7 : 1).
// Print in which the two differ measured 3.7 and more, zeros that look like an O up to 0.83.
constexpr float kLetterLeadMin = 2.0F;

// Combinations tried at most. A clear line has one; a line that needs more is not clear.
constexpr int kTriesMax = 4000;

struct Choice {
  char character = '0';
  float cost = 0;  // log-odds against the likeliest at this place
};
using Choices = std::vector<Choice>;  // cheapest first

struct Candidate {
  std::string code;
  float cost = 0;
};

std::size_t best_class(const GlyphScores& scores) {
  return static_cast<std::size_t>(std::max_element(scores.begin(), scores.end() - 1) -
                                  scores.begin());
}

// Letters the alphabet lacks count for the digit they are taken for.
char folded(char printed) {
  return normalise(std::string_view(&printed, 1)).front();
}

char printed_at(const GlyphScores& scores) {
  const std::size_t best = best_class(scores);
  const char digit = folded(kGlyphs[best]);
  if (digit == kGlyphs[best]) return digit;
  const float lead = scores[best] - scores[kGlyphs.find(digit)];
  return lead >= kLetterLeadMin ? kGlyphs[best] : digit;
}

bool fits(char character, std::size_t place) {
  const bool digit = character >= '0' && character <= '9';
  if (place >= 2 && place < 8) return digit;
  if (place == 16) return digit || character == 'X';
  return true;
}

Choices choices_at(std::size_t place, const GlyphScores& scores) {
  std::array<float, kAlphabet.size()> probability{};
  for (std::size_t c = 0; c < kGlyphs.size(); ++c) {
    const auto index = kAlphabet.find(folded(kGlyphs[c]));
    if (index != std::string_view::npos) probability[index] += std::exp(scores[c]);
  }
  const float best = *std::ranges::max_element(probability);
  Choices choices;
  for (std::size_t i = 0; i < kAlphabet.size(); ++i) {
    if (!fits(kAlphabet[i], place)) continue;
    const float cost = std::log(best / std::max(probability[i], 1e-9F));
    if (cost <= kDeviationMax) choices.push_back({kAlphabet[i], cost});
  }
  std::ranges::sort(choices, {}, &Choice::cost);
  return choices;
}

// Every valid code within the bound.
class Search {
 public:
  explicit Search(const std::vector<Choices>& places) : places_(places), code_(places.size(), '0') {
    extend(0, 0);
  }

  std::vector<Candidate> found() && {
    std::ranges::sort(found_, {}, &Candidate::cost);
    return std::move(found_);
  }

 private:
  void extend(std::size_t place, float cost) {
    if (place == places_.size()) {
      if (++tries_ <= kTriesMax && valid(code_)) found_.push_back({code_, cost});
      return;
    }
    for (const Choice& choice : places_[place]) {
      if (cost + choice.cost > kDeviationsMax || tries_ > kTriesMax) return;
      code_[place] = choice.character;
      extend(place + 1, cost + choice.cost);
    }
  }

  const std::vector<Choices>& places_;
  std::string code_;
  std::vector<Candidate> found_;
  int tries_ = 0;
};

// How likely the cheapest candidate is among all readings of the run, valid or not.
double confidence_of(const std::vector<Choices>& places, const Candidate& best) {
  double log_probability = -static_cast<double>(best.cost);
  for (const Choices& choices : places) {
    double sum = 0;
    for (const Choice& choice : choices) sum += std::exp(-static_cast<double>(choice.cost));
    log_probability -= std::log(sum);
  }
  return std::exp(log_probability);
}

}  // namespace

std::optional<Decoded> decode(const Run& run) {
  if (run.glyphs.size() != kLength) return std::nullopt;
  Decoded decoded;
  std::vector<Choices> places;
  double log_probability = 0;
  for (std::size_t i = 0; i < run.glyphs.size(); ++i) {
    const std::size_t best = best_class(run.glyphs[i].scores);
    decoded.printed += printed_at(run.glyphs[i].scores);
    log_probability += static_cast<double>(run.glyphs[i].scores[best]);
    places.push_back(choices_at(i, run.glyphs[i].scores));
  }
  decoded.clarity = std::exp(log_probability / static_cast<double>(run.glyphs.size()));
  const auto found = Search(places).found();
  if (found.empty()) return decoded;
  if (found.size() > 1 && found[1].cost - found[0].cost < kLeadMin) return decoded;
  decoded.code = found[0].code;
  decoded.confidence = confidence_of(places, found[0]);
  return decoded;
}

}  // namespace vermilion::pipeline::credit_code
