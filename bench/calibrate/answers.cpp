#include "bench/calibrate/answers.hpp"

#include <algorithm>

namespace vermilion::calibrate {

std::vector<Answer> answers_of(const Ask& ask) {
  // Past the last answer by more than rounding, since a gate may be kept as a logarithm.
  constexpr double kPast = 1 + 1e-9;
  std::vector<Answer> answers;
  double gate = 0;
  while (gate <= 1) {
    auto answer = ask(gate);
    if (!answer || (!answers.empty() && answer->probability <= answers.back().probability)) break;
    gate = answer->probability * kPast;
    answers.push_back(std::move(*answer));
  }
  return answers;
}

const Answer* answer_at(const std::vector<Answer>& answers, double probability_min) {
  const auto sure = std::ranges::find_if(
      answers, [&](const Answer& answer) { return answer.probability >= probability_min; });
  return sure == answers.end() ? nullptr : &*sure;
}

}  // namespace vermilion::calibrate
