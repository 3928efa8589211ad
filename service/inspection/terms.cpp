#include "service/inspection/terms.hpp"

#include "rules/forms/drawing/facsimiles.hpp"
#include "rules/general.hpp"
#include "rules/judge_document.hpp"
#include "rules/nearest.hpp"
#include "rules/project_plan.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <utility>

namespace vermilion::service::inspection {
namespace {

template <class T>
using Made = tl::expected<T, std::string>;

Made<std::string> general_document(const std::string& typed) {
  std::vector<std::string_view> known;
  for (const auto& document : rules::general_documents()) known.push_back(document.id);
  if (std::ranges::find(known, typed) != known.end()) return typed;
  const auto meant = rules::nearest(typed, std::span<const std::string_view>(known));
  return tl::make_unexpected(
      meant ? fmt::format("there is no document \"{}\"; did you mean \"{}\"?", typed, *meant)
            : fmt::format("there is no document \"{}\"; known are {}", typed,
                          fmt::join(known, ", ")));
}

std::string unknown_slot(const rules::Project& project, const std::string& typed) {
  std::vector<std::string> known;
  for (const auto& slot : project.slots) known.push_back(slot.id);
  const auto meant = rules::nearest(typed, std::span<const std::string>(known));
  const std::string problem = typed.empty()
                                  ? std::string("name a --document of the project")
                                  : fmt::format("the project has no document \"{}\"", typed);
  return meant ? fmt::format("{}; did you mean \"{}\"?", problem, *meant)
               : fmt::format("{}: {}", problem, fmt::join(known, ", "));
}

}  // namespace

Made<Terms> general_terms(const std::string& document, const rules::OrderFacts& order,
                          std::span<const pipeline::CheckDescription> checks) {
  Terms terms{
      .plan = rules::general_plan(checks),
      .judge = [order](const pipeline::Report& report) { return rules::judge(report, order); }};
  if (!document.empty()) {
    const auto known = general_document(document);
    if (!known) return tl::make_unexpected(known.error());
    auto plan = rules::general_plan_for(*known, checks);
    if (!plan) return tl::make_unexpected(plan.error().detail);
    terms.plan = std::move(*plan);
  }
  terms.plan.expected_code = order.credit_code;
  return terms;
}

Made<Terms> project_terms(std::shared_ptr<const rules::Project> project,
                          const std::string& document, const rules::OrderFacts& order,
                          std::vector<rules::forms::Key> form_keys) {
  if (const auto fits = rules::serves(*project, order); !fits) {
    return tl::make_unexpected(fits.error().detail);
  }
  const rules::Slot* slot = rules::find_slot(*project, document);
  if (slot == nullptr) return tl::make_unexpected(unknown_slot(*project, document));
  Terms terms{.plan = rules::plan_of(*project, *slot, order),
              .judge = [project, slot, order,
                        form_keys = std::move(form_keys)](const pipeline::Report& report) {
                return rules::judge_document(*project, *slot, report, order, form_keys);
              }};
  terms.plan.expected_code = order.credit_code;
  if (const auto added = rules::forms::drawing::add_facsimiles(terms.plan); !added) {
    return tl::make_unexpected(added.error().detail);
  }
  return terms;
}

}  // namespace vermilion::service::inspection
