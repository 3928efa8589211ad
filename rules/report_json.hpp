#pragma once

#include "pipeline/report.hpp"
#include "rules/judge.hpp"

#include <nlohmann/json_fwd.hpp>

namespace vermilion::rules {

// Version of the document's shape. Members may be added under the same number; none is renamed,
// removed or given another meaning without a new one.
inline constexpr int kReportSchema = 1;

// The report and its judgement as the JSON document other programs read. Members stand in a fixed
// order; the same report gives the same bytes. What was not looked at is absent, "sha256" too when
// the file was too large to be read in full. Costs are written only on demand, since they differ
// from run to run.
[[nodiscard]] nlohmann::ordered_json to_json(const pipeline::Report& report,
                                             const Judgement& judgement, bool with_costs);

}  // namespace vermilion::rules
