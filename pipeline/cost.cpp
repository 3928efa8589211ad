#include "pipeline/cost.hpp"

#include <algorithm>
#include <ctime>

namespace vermilion::pipeline {
namespace {

std::int64_t thread_cpu_ns() {
  timespec now{};
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
  return now.tv_sec * std::int64_t{1'000'000'000} + now.tv_nsec;
}

}  // namespace

std::size_t Costs::stage_named(std::string_view stage) {
  const auto known = std::ranges::find(stages_, stage, &StageCost::stage);
  if (known != stages_.end()) return static_cast<std::size_t>(known - stages_.begin());
  stages_.push_back({.stage = std::string(stage)});
  return stages_.size() - 1;
}

Costs::Frame::Frame(Costs& costs, std::string_view stage)
    : costs_(costs),
      stage_(costs.stage_named(stage)),
      outer_(std::exchange(costs.innermost_, this)),
      begun_ns_(thread_cpu_ns()) {}

Costs::Frame::~Frame() {
  const std::int64_t whole = thread_cpu_ns() - begun_ns_;
  StageCost& stage = costs_.stages_[stage_];
  ++stage.runs;
  stage.cpu_ns += whole - inner_ns_;
  if (outer_ != nullptr) outer_->inner_ns_ += whole;
  costs_.innermost_ = outer_;
}

}  // namespace vermilion::pipeline
