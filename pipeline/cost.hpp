#pragma once

#include "pipeline/report.hpp"

#include <cstdint>
#include <string_view>
#include <utility>
#include <vector>

namespace vermilion::pipeline {

// Counts how often each product of an inspection is made and what making it costs this thread.
// A product that asks for another one while it is being made is not charged for it.
class Costs {
 public:
  template <class Make>
  auto measure(std::string_view stage, Make&& make) {
    const Frame frame(*this, stage);
    return std::forward<Make>(make)();
  }

  // In the order in which the stages were first begun.
  const std::vector<StageCost>& stages() const { return stages_; }

 private:
  class Frame {
   public:
    Frame(Costs& costs, std::string_view stage);
    ~Frame();
    Frame(const Frame&) = delete;
    Frame& operator=(const Frame&) = delete;

   private:
    Costs& costs_;
    std::size_t stage_;
    Frame* outer_;
    std::int64_t begun_ns_;
    std::int64_t inner_ns_ = 0;
  };

  std::size_t stage_named(std::string_view stage);

  std::vector<StageCost> stages_;
  Frame* innermost_ = nullptr;
};

}  // namespace vermilion::pipeline
