#pragma once

#include "pipeline/plan.hpp"
#include "pipeline/report.hpp"
#include "rules/judge_case.hpp"
#include "service/batch/pool.hpp"

#include <tl/expected.hpp>

#include <cstddef>
#include <filesystem>
#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

// Cases of rule authors, tried: drawn, inspected by the pipeline, judged and held against what they
// expect.
namespace vermilion::service::cases {

// Looks at one scan for what the plan asks. Used by one thread at a time; may throw.
using InspectByPlan = std::function<pipeline::Report(
    std::span<const std::byte> bytes, std::string_view file, const pipeline::Plan& plan)>;
using Inspectors = batch::Pool<InspectByPlan>;

// A case, and where it stands.
struct Listed {
  const rules::Project* project;
  const rules::Case* each;
  std::string file;
  std::size_t line = 0;
};

struct Trial {
  rules::CaseJudgement judgement;
  rules::CaseDifference difference;
};

// The error is our fault: what drawing or inspecting threw.
using Outcome = tl::expected<Trial, std::string>;

// Never throws. The recipes of the case's samples are sound.
[[nodiscard]] Outcome try_case(const Listed& listed, Inspectors& inspectors);

// The scan of one document of a case, as it would be handed in.
struct Drawn {
  std::vector<std::byte> bytes;
  std::string extension;  // "jpg", "png", "bmp"
};

// Of the slot that is named; of the first where none is. The complaint: the case has none such, or
// what drawing threw.
[[nodiscard]] tl::expected<Drawn, std::string> drawn(const Listed& listed, std::string_view slot);

// Draws the samples of a case to `<project>_<line>_<slot>.<extension>` and their truths beside
// them. The complaint is a sentence for a person.
[[nodiscard]] tl::expected<void, std::string> draw(const Listed& listed,
                                                   const std::filesystem::path& folder);

// Tries `jobs` at a time, delivers in the order of the list.
void try_cases(std::span<const Listed> list, int jobs, Inspectors& inspectors,
               const std::function<void(const Listed&, const Outcome&)>& deliver,
               const std::function<bool()>& stop);

}  // namespace vermilion::service::cases
