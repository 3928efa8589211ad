#pragma once

#include "workflow/apply.hpp"
#include "workflow/organisation/apply.hpp"

#include <tl/expected.hpp>

#include <optional>
#include <vector>

// What an order's step does to the main keys of its organisation. It is done in the same
// transaction, so that two orders cannot both find a main key free.
namespace vermilion::service::store::orders {

[[nodiscard]] bool is_about_main_key(const workflow::Effect& effect);

// The organisation's own steps because of these effects, one after the other. What it refuses to
// reserve, it refuses the order. What it refuses to record has happened all the same: the hall was
// quicker, and an alarm is raised in its place.
struct MainKeySteps {
  std::vector<workflow::organisation::Step> steps;
  std::vector<workflow::Effect> alarms;
};
[[nodiscard]] tl::expected<MainKeySteps, workflow::Refusal> main_key_steps(
    const workflow::organisation::Organisation& organisation, const workflow::Order& order,
    const std::vector<workflow::Effect>& effects, workflow::Instant now);

}  // namespace vermilion::service::store::orders
