#include "bench/evaluate/cascade.hpp"

#include "pipeline/qr/ladder.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <functional>
#include <numeric>
#include <string_view>

namespace vermilion::evaluate {
namespace {

using pipeline::Report;

// Names in the account of costs.
using Stages = std::vector<std::string_view>;

Stages stages_of_ladder() {
  Stages stages{"qr"};  // what its rungs share
  for (const auto& rung : pipeline::qr::rungs()) stages.push_back(rung.stage);
  return stages;
}

template <class Gave>
Attempt attempt_of(std::string_view by, const Stages& stages, std::span<const Inspected> inspected,
                   const Gave& gave) {
  Attempt attempt{.by = std::string(by)};
  for (const Inspected& one : inspected) {
    bool ran = false;
    for (const auto& cost : one.report.costs) {
      if (std::ranges::find(stages, cost.stage) == stages.end()) continue;
      ran = true;
      attempt.cpu_ms += static_cast<double>(cost.cpu_ns) * 1e-6;
    }
    attempt.ran += ran;
    attempt.gave += gave(one.report);
  }
  return attempt;
}

void print(std::string_view title, std::string_view gave, const std::vector<Attempt>& attempts,
           std::span<const Inspected> inspected) {
  fmt::print("  {:<24}{:>8}{:>9}{:>9}{:>8}\n", title, "ran on", gave, "CPU ms", "share%");
  for (const Attempt& attempt : attempts) {
    fmt::print("    {:<22}{:>8}{:>9}{:>9.2f}{:>8.1f}\n", attempt.by, attempt.ran, attempt.gave,
               attempt.mean_ms(), share_pct(attempt, inspected));
  }
}

}  // namespace

std::vector<Attempt> readers_of_codes(std::span<const Inspected> inspected) {
  const auto attempt = [&](std::string_view reader, const Stages& stages) {
    return attempt_of(reader, stages, inspected, [&](const Report& report) {
      return report.facts.credit_code && report.facts.credit_code->read_by == reader;
    });
  };
  return {attempt("qr", stages_of_ladder()), attempt("light", {"credit code"}),
          attempt("trained", {"trained reader"}), attempt("tesseract", {"tesseract"})};
}

std::vector<Attempt> rungs_of_ladder(std::span<const Inspected> inspected) {
  std::vector<Attempt> attempts;
  for (const auto& rung : pipeline::qr::rungs()) {
    attempts.push_back(attempt_of(rung.name, {rung.stage}, inspected, [&](const Report& report) {
      const auto& symbols = report.facts.qr;
      return symbols && !symbols->empty() && symbols->front().read_by == rung.name;
    }));
  }
  return attempts;
}

std::vector<Attempt> stages_of(std::span<const Inspected> inspected) {
  std::vector<Attempt> stages;
  for (const Inspected& one : inspected) {
    for (const auto& cost : one.report.costs) {
      auto stage = std::ranges::find(stages, cost.stage, &Attempt::by);
      if (stage == stages.end()) stage = stages.insert(stage, Attempt{.by = cost.stage});
      ++stage->ran;
      stage->cpu_ms += static_cast<double>(cost.cpu_ns) * 1e-6;
    }
  }
  std::ranges::stable_sort(stages, std::greater{}, &Attempt::cpu_ms);
  return stages;
}

double share_pct(const Attempt& attempt, std::span<const Inspected> inspected) {
  const double all_ms =
      std::accumulate(inspected.begin(), inspected.end(), 0.0,
                      [](double sum, const Inspected& one) { return sum + one.cpu_ms; });
  return all_ms == 0 ? 0 : 100 * attempt.cpu_ms / all_ms;
}

void print_readers(const std::vector<Inspected>& inspected) {
  print("reader of the code", "gave it", readers_of_codes(inspected), inspected);
}

void print_rungs(const std::vector<Inspected>& inspected) {
  print("rung of the QR ladder", "decoded", rungs_of_ladder(inspected), inspected);
}

void print_stages(const std::vector<Inspected>& inspected) {
  fmt::print("  {:<24}{:>8}{:>9}{:>8}\n", "stage", "ran on", "CPU ms", "share%");
  for (const Attempt& stage : stages_of(inspected)) {
    fmt::print("    {:<22}{:>8}{:>9.2f}{:>8.1f}\n", stage.by, stage.ran, stage.mean_ms(),
               share_pct(stage, inspected));
  }
}

}  // namespace vermilion::evaluate
