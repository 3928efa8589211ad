#pragma once

#include "pipeline/plan.hpp"
#include "pipeline/report.hpp"
#include "rules/forms/signature.hpp"
#include "rules/judge.hpp"
#include "rules/order_facts.hpp"
#include "rules/project.hpp"

#include <tl/expected.hpp>

#include <functional>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace vermilion::service::inspection {

// What a scan is looked at for, and how the report on it is judged: the same whoever asks, the
// command line or the API.
struct Terms {
  pipeline::Plan plan;
  std::function<rules::Judgement(const pipeline::Report& report)> judge;
};

// Each complaint is a sentence for a person: what, where, what was probably meant.

// Without a project: the general checks, for one of rules::general_documents() or, where `document`
// is empty, for any scan.
[[nodiscard]] tl::expected<Terms, std::string> general_terms(
    const std::string& document, const rules::OrderFacts& order,
    std::span<const pipeline::CheckDescription> checks);

// By the rules of a project for one of its slots. Forms are held against the order where there are
// keys to believe them by.
[[nodiscard]] tl::expected<Terms, std::string> project_terms(
    std::shared_ptr<const rules::Project> project, const std::string& document,
    const rules::OrderFacts& order, std::vector<rules::forms::Key> form_keys);

}  // namespace vermilion::service::inspection
