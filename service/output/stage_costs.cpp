#include "service/output/stage_costs.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <tuple>

namespace vermilion::service::output {
namespace {

constexpr double kMsPerNs = 1e-6;

std::string row(std::string_view stage, int runs, std::int64_t cpu_ns, std::int64_t all_ns,
                std::size_t scans) {
  const double ms = static_cast<double>(cpu_ns) * kMsPerNs;
  const double share =
      all_ns == 0 ? 0 : 100.0 * static_cast<double>(cpu_ns) / static_cast<double>(all_ns);
  return fmt::format("{:<20} {:>8} {:>12.1f} {:>7.1f}% {:>10.3f}\n", stage, runs, ms, share,
                     ms / static_cast<double>(scans));
}

}  // namespace

void StageCosts::add(const batch::Outcome& outcome) {
  if (!outcome.result) return;
  ++scans_;
  for (const auto& cost : outcome.result->report.costs) add(cost);
}

void StageCosts::add(const pipeline::StageCost& cost) {
  const auto known = std::ranges::find(stages_, cost.stage, &pipeline::StageCost::stage);
  if (known == stages_.end()) {
    stages_.push_back(cost);
    return;
  }
  known->runs += cost.runs;
  known->cpu_ns += cost.cpu_ns;
}

std::string StageCosts::table() const {
  if (scans_ == 0) return {};
  auto stages = stages_;
  std::ranges::sort(stages, [](const auto& a, const auto& b) {
    return std::tuple(-a.cpu_ns, a.stage) < std::tuple(-b.cpu_ns, b.stage);
  });
  std::int64_t all_ns = 0;
  int runs = 0;
  for (const auto& stage : stages) {
    all_ns += stage.cpu_ns;
    runs += stage.runs;
  }
  std::string table = fmt::format("{:<20} {:>8} {:>12} {:>8} {:>10}\n", "stage", "runs", "total ms",
                                  "share", "ms/scan");
  for (const auto& stage : stages) {
    table += row(stage.stage, stage.runs, stage.cpu_ns, all_ns, scans_);
  }
  return table + row("all", runs, all_ns, all_ns, scans_);
}

}  // namespace vermilion::service::output
