#pragma once

#include "pipeline/plan.hpp"
#include "rules/error.hpp"

#include <span>
#include <string_view>

namespace vermilion::rules {

// What is asked of a document when no project is named.
struct GeneralDocument {
  std::string_view id;  // "business_licence"; what `--document` takes
  std::string_view name_zh;
  bool carries_credit_code;
};

std::span<const GeneralDocument> general_documents();

// The checks that look at any scan, each at its fallback parameters. `checks` is the pipeline's
// catalogue (pipeline/checks/catalogue.hpp); it comes in as an argument so that rules links no
// check.
[[nodiscard]] pipeline::Plan general_plan(std::span<const pipeline::CheckDescription> checks);

// The same without what such a document cannot have, and with its kind expected.
[[nodiscard]] Result<pipeline::Plan> general_plan_for(
    std::string_view document, std::span<const pipeline::CheckDescription> checks);

}  // namespace vermilion::rules
