#pragma once

#include "service/batch/outcome.hpp"

#include <nlohmann/json_fwd.hpp>

#include <string>

namespace vermilion::service::output {

// The report's document (rules/report_json.hpp). An input without a report gets the same shape: the
// verdict "unreadable", no findings, no facts, and a member "error" {"cause", "message"}. Where an
// overlay was drawn, "overlay" says where.
[[nodiscard]] nlohmann::ordered_json to_json(const batch::Outcome& outcome, bool with_costs);

// The bytes of a document. File names need not be UTF-8 on disk; what is not becomes U+FFFD.
[[nodiscard]] std::string dump(const nlohmann::ordered_json& document, int indent);

}  // namespace vermilion::service::output
