#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace vermilion::calibrate {

// A code as a reader gave it, and how sure it was.
struct Answer {
  std::string code;
  double probability = 0;
};

// Asks a reader that answers only when it is at least so sure.
using Ask = std::function<std::optional<Answer>(double probability_min)>;

// What the reader answers at one gate or another, by rising probability. A reader goes from line to
// line and hands out the first code it is sure enough of, so a higher gate may bring another code;
// between two answers nothing changes. Where it falls silent it is taken to stay so.
[[nodiscard]] std::vector<Answer> answers_of(const Ask& ask);

// The answer at this gate.
[[nodiscard]] const Answer* answer_at(const std::vector<Answer>& answers, double probability_min);

}  // namespace vermilion::calibrate
