#pragma once

#include "rules/judge.hpp"
#include "service/batch/inputs.hpp"
#include "service/batch/inspectors.hpp"
#include "service/batch/outcome.hpp"

#include <cstddef>
#include <cstdio>
#include <functional>
#include <span>
#include <string>

namespace vermilion::service::batch {

// Draws a reviewed scan to input.overlay_to. The complaint is a sentence for a person.
using DrawOverlay = std::function<tl::expected<void, std::string>(
    std::span<const std::byte> bytes, const Reviewed& reviewed, const Input& input)>;

// Judges what was seen.
using JudgeReport = std::function<rules::Judgement(const pipeline::Report& report)>;

// What is the same for every scan of a batch.
struct Terms {
  JudgeReport judge = [](const pipeline::Report& report) { return rules::judge(report, {}); };
  std::size_t max_bytes;              // the plan's limit: one byte more is read, never the rest
  std::FILE* standard_input = stdin;  // for the input "-"
  DrawOverlay draw_overlay = {};      // used for inputs that have a place for one
};

// One input from its name to its outcome: read, inspect, judge, draw. Never throws: what goes wrong
// becomes this input's failure, and the batch goes on.
[[nodiscard]] Outcome review(const Input& input, const Terms& terms, Inspectors& inspectors);

}  // namespace vermilion::service::batch
