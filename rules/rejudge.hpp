#pragma once

#include "pipeline/plan.hpp"
#include "rules/judge_document.hpp"
#include "rules/language.hpp"
#include "rules/project.hpp"
#include "rules/stored_report.hpp"

#include <tl/expected.hpp>

#include <cstdint>
#include <span>
#include <string>
#include <vector>

// Judging by other rules than a scan was inspected for, without its pixels.
namespace vermilion::rules {

// What a stored report does not tell, and rules ask.
struct Gap {
  enum class Kind : std::uint8_t {
    NoReport,      // the file was never looked at
    TooLarge,      // it was refused for its size and would be taken now
    NotMeasured,   // nobody asked for what the rule needs
    ValueMissing,  // it was measured, but by a program that kept less
    OtherCode,     // another credit code was expected than the order's
    NotKept,       // a fact of the order that no report carries
  };

  Kind kind;
  std::string rule = {};  // that asks: "housing_outside/licence_copy/licence_scanned"
  std::string what = {};  // the check, the value or the fact

  friend bool operator==(const Gap&, const Gap&) = default;
};

// What an inspection of the same scan under these rules would say, for the same order: both decide
// by pipeline/decide.hpp. Where the report does not hold what that takes, what it lacks, and no
// guess. `slot` is one of the project's, `checks` the pipeline's catalogue. Pure.
[[nodiscard]] tl::expected<Judgement, std::vector<Gap>> rejudge(
    const Project& project, const Slot& slot, const StoredReport& stored,
    std::span<const pipeline::CheckDescription> checks);

// The gap in one sentence.
[[nodiscard]] std::string sentence(const Gap& gap, Language language);

// "not_measured", as the JSON has it.
[[nodiscard]] std::string_view name(Gap::Kind kind);

}  // namespace vermilion::rules
