#pragma once

#include "pipeline/report.hpp"
#include "rules/order_facts.hpp"
#include "rules/project.hpp"

#include <optional>
#include <string>
#include <string_view>

// One fact, as two sides have it.
namespace vermilion::rules {

inline constexpr std::string_view kTheOrder = "order";  // beside the slots in `compare: in:`

// What one side says, and where on its scan.
struct Sight {
  std::string document;  // the slot, or "order"
  std::string value;
  std::optional<pipeline::Box> box = {};

  friend bool operator==(const Sight&, const Sight&) = default;
};

// Nothing where the fact was not read, or the order does not say it.
[[nodiscard]] std::optional<Sight> sight_of(std::string_view fact, std::string_view slot,
                                            const pipeline::Report& report);
[[nodiscard]] std::optional<Sight> sight_of(std::string_view fact, const OrderFacts& order);

// What differs, by the comparison's finding and level; names say how (NAME_WIDTH, …), all name both
// sides. Nothing when they agree.
[[nodiscard]] std::optional<pipeline::Finding> difference(const Project& project,
                                                          const Comparison& comparison,
                                                          const Sight& read, const Sight& expected);

// Of a finding that a comparison gave rise to: its rule, its level, the words of its rule.
void sign(pipeline::Finding& finding, const Project& project, const Comparison& comparison);

// The applicant's words of a rule in place of the code's remedy.
void tell(pipeline::Finding& finding, const LocalText& applicant);

}  // namespace vermilion::rules
