#include "pipeline/decide.hpp"

#include <algorithm>
#include <cassert>
#include <utility>

namespace vermilion::pipeline {

double Parameters::operator[](std::string_view name) const {
  if (const auto said = request_.parameters.find(name); said != request_.parameters.end()) {
    return said->second;
  }
  const auto described =
      std::ranges::find(description_.parameters, name, &ParameterDescription::name);
  assert(described != description_.parameters.end());
  return described->fallback;
}

bool is_asked(const CheckDescription& check, const Plan& plan) {
  return check.asked == nullptr || check.asked(plan);
}

std::vector<Finding> decide(const CheckDescription& check,
                            std::span<const Measurement> measurements,
                            const CheckRequest& request) {
  const Parameters parameters(check, request);
  std::vector<Finding> findings;
  for (const Measurement& measured : measurements) {
    auto found =
        check.decide == nullptr ? finding_of(measured) : check.decide(measured, parameters);
    if (!found) continue;
    found->check = request.check;
    found->rule = request.rule;
    if (const auto level = request.levels.find(found->code); level != request.levels.end()) {
      found->level = level->second;
    }
    findings.push_back(std::move(*found));
  }
  return findings;
}

std::optional<std::string> value_missing(const CheckDescription& check,
                                         std::span<const Measurement> measurements) {
  for (const Measurement& measured : measurements) {
    if (std::ranges::find(check.finds, measured.code) == check.finds.end()) {
      return std::string(name(measured.code));
    }
    for (const std::string_view value : check.measures) {
      if (!measured.values.contains(value)) return std::string(value);
    }
  }
  return std::nullopt;
}

double value_of(const Measurement& measured, std::string_view value) {
  const auto known = measured.values.find(value);
  assert(known != measured.values.end());
  return known->second;
}

Finding finding_of(const Measurement& measured) {
  Finding found = finding(measured.code);
  found.box = measured.box;
  found.words = measured.words;
  return found;
}

Finding finding_of(const Measurement& measured, double value, double threshold) {
  Finding found = finding_of(measured);
  found.value = value;
  found.threshold = threshold;
  return found;
}

std::optional<Finding> if_below(const Measurement& measured, std::string_view value,
                                const Parameters& parameters, std::string_view least) {
  const double seen = value_of(measured, value);
  if (seen >= parameters[least]) return std::nullopt;
  return finding_of(measured, seen, parameters[least]);
}

std::optional<Finding> if_above(const Measurement& measured, std::string_view value,
                                const Parameters& parameters, std::string_view most) {
  const double seen = value_of(measured, value);
  if (seen <= parameters[most]) return std::nullopt;
  return finding_of(measured, seen, parameters[most]);
}

std::optional<Finding> if_reached(const Measurement& measured, std::string_view value,
                                  const Parameters& parameters, std::string_view bound) {
  const double seen = value_of(measured, value);
  if (seen < parameters[bound]) return std::nullopt;
  return finding_of(measured, seen, parameters[bound]);
}

}  // namespace vermilion::pipeline
