#pragma once

#include "pipeline/measurement.hpp"
#include "pipeline/plan.hpp"

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

// From measurements to findings. Pure, and the only way there is: an inspection goes it and so does
// whoever judges a stored report by other rules, so the two cannot disagree.
namespace vermilion::pipeline {

// The thresholds of one request: what the plan says, else what the description falls back to.
class Parameters {
 public:
  Parameters(const CheckDescription& description, const CheckRequest& request)
      : description_(description), request_(request) {}

  // Asking for a parameter the description does not name is our own mistake.
  double operator[](std::string_view name) const;

 private:
  const CheckDescription& description_;
  const CheckRequest& request_;
};

// Whether a plan says what the check takes to look at all.
[[nodiscard]] bool is_asked(const CheckDescription& check, const Plan& plan);

// What the measurements of a check amount to where this is asked of it. Each has all values the
// check names in `measures`.
[[nodiscard]] std::vector<Finding> decide(const CheckDescription& check,
                                          std::span<const Measurement> measurements,
                                          const CheckRequest& request);

// What measurements from elsewhere lack to be decided on: the value, or the code that is none of
// the check's; nothing where they hold all.
[[nodiscard]] std::optional<std::string> value_missing(const CheckDescription& check,
                                                       std::span<const Measurement> measurements);

// For the checks, to decide with. A value the measurement lacks is our own mistake.
[[nodiscard]] double value_of(const Measurement& measured, std::string_view value);

// The finding a measurement may amount to, at the level of its code, with its place and words.
[[nodiscard]] Finding finding_of(const Measurement& measured);
[[nodiscard]] Finding finding_of(const Measurement& measured, double value, double threshold);

// Wrong when the value does not come up to a parameter, goes beyond it, or comes up to it.
[[nodiscard]] std::optional<Finding> if_below(const Measurement& measured, std::string_view value,
                                              const Parameters& parameters, std::string_view least);
[[nodiscard]] std::optional<Finding> if_above(const Measurement& measured, std::string_view value,
                                              const Parameters& parameters, std::string_view most);
[[nodiscard]] std::optional<Finding> if_reached(const Measurement& measured, std::string_view value,
                                                const Parameters& parameters,
                                                std::string_view bound);

}  // namespace vermilion::pipeline
