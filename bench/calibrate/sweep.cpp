#include "bench/calibrate/sweep.hpp"

#include "pipeline/limits.hpp"

#include <fmt/format.h>

#include <charconv>

namespace vermilion::calibrate {
namespace {

// Finer than the pixels of a picture; a check at a value more costs microseconds.
constexpr int kSteps = 200;

pipeline::Plan empty_plan() {
  return {.max_bytes = pipeline::limits::kFileBytesCeiling};
}

}  // namespace

Sweep::Sweep(const Threshold& threshold)
    : threshold_(threshold),
      axis_(parameter_of(threshold).min, parameter_of(threshold).max),
      values_(axis_.values(kSteps, parameter_of(threshold).fallback)),
      rules_(fmt::format("{}.{}/", threshold.check, threshold.parameter)) {}

void Sweep::ask(pipeline::Plan& plan) const {
  for (std::size_t i = 0; i < values_.size(); ++i) {
    pipeline::CheckRequest request{.check = std::string(threshold_.check),
                                   .rule = rules_ + std::to_string(i),
                                   .parameters = threshold_.aside};
    request.parameters[std::string(threshold_.parameter)] = values_[i];
    plan.checks.push_back(std::move(request));
  }
}

std::vector<bool> Sweep::flagged(const pipeline::Report& report) const {
  std::vector<bool> flagged(values_.size(), false);
  for (const pipeline::Finding& finding : report.findings) {
    if (!finding.rule.starts_with(rules_)) continue;
    if (threshold_.level && finding.level != *threshold_.level) continue;
    std::size_t index = 0;
    const char* end = finding.rule.data() + finding.rule.size();
    std::from_chars(finding.rule.data() + rules_.size(), end, index);
    flagged.at(index) = true;
  }
  return flagged;
}

std::vector<Sweep> sweeps() {
  return {thresholds().begin(), thresholds().end()};
}

pipeline::Plan plan_of(const std::vector<Sweep>& sweeps) {
  pipeline::Plan plan = empty_plan();
  for (const Sweep& sweep : sweeps) sweep.ask(plan);
  return plan;
}

pipeline::Plan plan_of(const Sweep& sweep) {
  pipeline::Plan plan = empty_plan();
  sweep.ask(plan);
  return plan;
}

}  // namespace vermilion::calibrate
