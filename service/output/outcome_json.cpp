#include "service/output/outcome_json.hpp"

#include "rules/report_json.hpp"

#include <nlohmann/json.hpp>

namespace vermilion::service::output {
namespace {

using ordered_json = nlohmann::ordered_json;

ordered_json without_report(const std::string& file, const batch::Failure& failure) {
  return {{"schema", rules::kReportSchema},
          {"file", file},
          {"verdict", rules::name(rules::Verdict::Unreadable)},
          {"error", {{"cause", batch::name(failure.cause)}, {"message", failure.detail}}},
          {"findings", ordered_json::array()},
          {"facts", ordered_json::object()}};
}

}  // namespace

ordered_json to_json(const batch::Outcome& outcome, bool with_costs) {
  if (!outcome.result) return without_report(outcome.file, outcome.result.error());
  auto document = rules::to_json(outcome.result->report, outcome.result->judgement, with_costs);
  if (!outcome.overlay.empty()) document["overlay"] = outcome.overlay;
  return document;
}

std::string dump(const ordered_json& document, int indent) {
  return document.dump(indent, ' ', /*ensure_ascii=*/false, ordered_json::error_handler_t::replace);
}

}  // namespace vermilion::service::output
