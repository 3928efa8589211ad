#include "bench/speed/measured.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <stdexcept>

namespace vermilion::speed {
namespace {

// A page that is refused costs next to nothing.
void demand_readable(const Category& category, std::span<const PageCost> costs) {
  if (std::ranges::all_of(costs, &PageCost::readable)) return;
  throw std::runtime_error(fmt::format("a page of {} is refused", category.name));
}

}  // namespace

pipeline::Inspector& Measured::inspector() {
  if (!inspector_) {
    auto created = pipeline::Inspector::create(settings_.models);
    if (!created) throw std::runtime_error(created.error().detail);
    inspector_ = std::move(*created);
  }
  return *inspector_;
}

const std::vector<Page>& Measured::pages(const Category& category) {
  const auto known = pages_.find(category.name);
  if (known != pages_.end()) return known->second;
  return pages_[category.name] = draw(category, settings_.pages);
}

const std::vector<PageCost>& Measured::costs(const Category& category) {
  const auto known = costs_.find(category.name);
  if (known != costs_.end()) return known->second;
  auto costs = measure(inspector(), pages(category), settings_.rounds);
  demand_readable(category, costs);
  return costs_[category.name] = std::move(costs);
}

const std::optional<std::vector<ToolCost>>& Measured::tool_costs(const Tool& tool,
                                                                 const Category& category) {
  const std::pair key(tool.name, category.name);
  const auto known = tool_costs_.find(key);
  if (known != tool_costs_.end()) return known->second;
  auto& costs = tool_costs_[key];
  if (!tool.installed()) return costs;
  const std::span<const Page> all = pages(category);
  costs = costs_of(tool, all.first(std::min(all.size(), std::size_t(settings_.today_pages))));
  return costs;
}

}  // namespace vermilion::speed
