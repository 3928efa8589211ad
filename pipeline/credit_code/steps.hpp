#pragma once

#include "pipeline/credit_code/lattice.hpp"
#include "pipeline/credit_code/line_net.hpp"

#include <optional>
#include <string_view>
#include <vector>

namespace vermilion::pipeline::credit_code {

// The characters that stand side by side according to what the trained reader says of each step,
// with their probabilities among all characters; spans are in pixels of the line it read. Whatever
// is no digit or capital divides runs.
std::vector<Run> runs_of(const LineSteps& steps);

// The steps that belong to a span of the line.
LineSteps steps_over(const LineSteps& steps, Span span);

// Natural logarithm of the probability that the steps show exactly this code, and at most something
// else before and behind it; summed over all ways in which they may spell it.
double log_likelihood(const LineSteps& steps, std::string_view code);

// How well a stretch of the line agrees with a code that is expected on it.
struct Agreement {
  double expected = 0;  // natural logarithm of the probability that it shows exactly this code
  double read = 0;      // the same of what it reads letter by letter
  Span span;            // of the stretch, in pixels of the line
};

// The stretch that agrees best, among those that stand by themselves between whatever is no digit
// or capital, and those next to each other taken together: a seal may have made a character look
// like something else. None where no stretch has about as many characters as a code.
std::optional<Agreement> agreement_with(const LineSteps& steps, std::string_view code);

}  // namespace vermilion::pipeline::credit_code
