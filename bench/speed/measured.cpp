#include "bench/speed/measured.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <stdexcept>

namespace vermilion::speed {
namespace {

// A page that is refused costs next to nothing.
void demand_readable(const Category& category, std::span<const PageCost> costs) {
  if (std::ranges::all_of(costs, &PageCost::readable)) return;
  throw std::runtime_error(fmt::format("a page of {} is refused", category.name));
}

pipeline::Inspector created_from(const std::filesystem::path& models) {
  auto created = pipeline::Inspector::create(models);
  if (!created) throw std::runtime_error(created.error().detail);
  return std::move(*created);
}

}  // namespace

std::span<const BatchKind> batch_kinds() {
  static const std::array kKinds{
      BatchKind{categories().front().name, categories().front().label, &categories().front()},
      BatchKind{"mixed", "all kinds of file", nullptr}};
  return kKinds;
}

pipeline::Inspector& Measured::inspector() {
  if (!inspector_) inspector_ = created_from(settings_.models);
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

// Kinds of file and documents follow each other at their own pace, so that they meet in all ways.
std::vector<const Page*> Measured::pages_of(const BatchKind& batch) {
  std::vector<const Page*> row;
  for (std::size_t i = 0; i < static_cast<std::size_t>(settings_.pages); ++i) {
    const Category& category =
        batch.category != nullptr ? *batch.category : categories()[i % categories().size()];
    row.push_back(&pages(category)[i]);
  }
  return row;
}

const RuleBook& Measured::rule_book() {
  if (!rule_book_) {
    // With the longest rules, documents and cases of those shipped.
    rule_book_ =
        speed::rule_book(settings_.models.parent_path() / "rules", "yingtan_sunshine", inspector());
  }
  return *rule_book_;
}

const Throughput& Measured::throughput(const BatchKind& batch, int workers) {
  const std::pair key(batch.name, workers);
  if (const auto known = throughputs_.find(key); known != throughputs_.end()) return known->second;
  std::vector<pipeline::Inspector> inspectors;
  for (int nth = 0; nth < workers; ++nth) inspectors.push_back(created_from(settings_.models));
  return throughputs_[key] = throughput_of(inspectors, pages_of(batch), settings_.rounds);
}

double Measured::peak_mb(const Load& load, int workers) {
  const std::pair key(load.name, workers);
  if (const auto known = peaks_mb_.find(key); known != peaks_mb_.end()) return known->second;
  if (!batch_memory_) batch_memory_.emplace(settings_.program, settings_.pages);
  return peaks_mb_[key] = batch_memory_->peak_mb(load, workers, settings_.batch_runs);
}

}  // namespace vermilion::speed
