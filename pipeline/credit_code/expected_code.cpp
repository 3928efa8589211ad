#include "pipeline/credit_code/expected_code.hpp"

#include "pipeline/credit_code/credit_code.hpp"

#include <algorithm>

namespace vermilion::pipeline::credit_code {
namespace {

// A line on which no code was read shows the expected one when it is at least this likely to show
// exactly that, and nothing else much likelier. See models/README.md, "When a line bears out the
// order's code".
constexpr double kLikelihoodToMatch = 0.05;
constexpr double kShareOfBest = 0.5;

bool leaves_no_doubt(const Sighting& seen) {
  return seen.likelihood >= kLikelihoodToMatch &&
         seen.likelihood >= kShareOfBest * seen.likelihood_read;
}

}  // namespace

bool may_be_expected(std::string_view code) {
  return code.size() == kLength && std::ranges::all_of(code, [](char c) {
           return kAlphabet.find(c) != std::string_view::npos;
         });
}

ExpectedCodeFact agreeing(const CreditCodeFact& read, std::string_view read_by) {
  return {.value = read.value,
          .matches = true,
          .likelihood = read.confidence,
          .likelihood_read = read.confidence,
          .box = read.box,
          .read_by = std::string(read_by)};
}

ExpectedCodeFact borne_out(std::string_view expected, const Otherwise& otherwise) {
  const Sighting& seen = otherwise.sighting;
  return {.value = std::string(expected),
          .matches = otherwise.nothing_read && valid(expected) && leaves_no_doubt(seen),
          .likelihood = seen.likelihood,
          .likelihood_read = seen.likelihood_read,
          .box = seen.box,
          .read_by = "trained"};
}

}  // namespace vermilion::pipeline::credit_code
