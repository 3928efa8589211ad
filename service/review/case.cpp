#include "service/review/case.hpp"

#include "workflow/digest.hpp"

#include <fmt/format.h>

#include <string_view>
#include <variant>

namespace vermilion::service::review {
namespace {

using workflow::Event;
using workflow::EventKind;
using workflow::Matter;
using workflow::Order;

void line(std::string& text, std::string_view name, std::string_view value) {
  text += fmt::format("{} {}: {}\n", name, value.size(), value);
}

void add(const ShownDocument& shown, std::string& text) {
  line(text, "slot", shown.slot);
  line(text, "scan", shown.document.sha256);
  line(text, "report", shown.etag);
  line(text, "outdated", shown.document.outdated ? "yes" : "no");
  line(text, "let pass", shown.document.overridden ? "yes" : "no");
}

}  // namespace

std::optional<Previous> previous_in(std::span<const Event> history, const Order& order,
                                    const std::string& slot) {
  const auto* present = workflow::find_document(order, slot);
  std::optional<Previous> last;
  for (const Event& event : history) {
    if (event.kind != EventKind::DocumentDecided) continue;
    const auto& decided = std::get<workflow::DecideDocument>(event.body);
    const bool is_present = present != nullptr && present->sha256 == decided.sha256;
    if (decided.slot != slot || is_present) continue;
    last = Previous{.sha256 = decided.sha256,
                    .version = {},
                    .accepted = decided.accepted,
                    .reasons = decided.reasons};
  }
  return last;
}

std::optional<SecondPerson> second_person(const Order& order) {
  const auto found = order.approvals.find(Matter::OverrideFinding);
  if (found == order.approvals.end() || found->second.confirmed()) return std::nullopt;
  return SecondPerson{found->second.asked_by.id, found->second.reason,
                      workflow::sha256_of(workflow::subject_of(order, Matter::OverrideFinding))};
}

std::string digest_of(const Order& order, const std::vector<ShownDocument>& documents) {
  std::string text;
  line(text, "order", order.id);
  line(text, "organisation", order.organisation);
  line(text, "name", order.organisation_name);
  line(text, "project", order.project);
  line(text, "operation", workflow::name_of(order.operation));
  line(text, "variant", order.variant);
  line(text, "rules", order.terms_digest);
  line(text, "agent", order.agent.name);
  line(text, "mobile", order.agent.mobile);
  line(text, "round", fmt::format("{}", order.round));
  line(text, "generation", fmt::format("{}", order.generation));
  for (const ShownDocument& shown : documents) add(shown, text);
  if (const auto second = second_person(order)) {
    line(text, "asks", second->asked_by);
    line(text, "because", second->reason);
  }
  return workflow::sha256_of(text);
}

}  // namespace vermilion::service::review
