#pragma once

#include "pipeline/error.hpp"
#include "pipeline/plan.hpp"
#include "rules/language.hpp"
#include "service/batch/inspectors.hpp"
#include "service/batch/review.hpp"
#include "service/cases/trial.hpp"

#include <filesystem>
#include <functional>
#include <span>
#include <string>

namespace vermilion::service::commands {

// What a command needs of the pipeline. main.cpp hands over the real one, a test its own.
struct Pipeline {
  std::span<const pipeline::CheckDescription> checks;

  // One more inspector that works by `plan`.
  std::function<pipeline::Result<batch::Inspect>(const std::filesystem::path& models,
                                                 const pipeline::Plan& plan)>
      make_inspect;

  // One that is told with each scan what to look for.
  std::function<pipeline::Result<cases::InspectByPlan>(const std::filesystem::path& models)>
      make_inspect_by_plan;

  // One for any number of threads: looks at scans in so many processes that can do nothing else.
  // The complaint says what is missing.
  std::function<tl::expected<cases::InspectByPlan, std::string>(const std::filesystem::path& models,
                                                                unsigned workers)>
      make_isolated_inspect;

  // Draws the overlay of a scan that was inspected by `plan`.
  std::function<batch::DrawOverlay(const pipeline::Plan& plan, rules::Language language)>
      make_draw_overlay;
};

Pipeline real_pipeline();

}  // namespace vermilion::service::commands
