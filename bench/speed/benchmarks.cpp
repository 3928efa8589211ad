#include "bench/speed/benchmarks.hpp"

#include "bench/speed/forms.hpp"
#include "bench/speed/orders.hpp"
#include "bench/speed/rows.hpp"
#include "bench/speed/stages.hpp"

#include <benchmark/benchmark.h>
#include <fmt/format.h>

#include <algorithm>
#include <exception>
#include <functional>
#include <set>
#include <thread>

namespace vermilion::speed {
namespace {

using RowOf = std::function<MaybeRow()>;

void report(benchmark::State& state, const RowOf& row_of, bool& failed) try {
  const MaybeRow row = row_of();
  if (!row) return state.SkipWithError(row.error().c_str());
  for (auto _ : state) state.SetIterationTime(row->ms * 1e-3);
  state.counters.insert(row->figures.begin(), row->figures.end());
} catch (const std::exception& error) {
  failed = true;
  state.SkipWithError(error.what());
}

// Google Benchmark repeats a thing until its mean is stable. Here rounds over many pages do that
// and the figures are quantiles over the pages, so each benchmark is one iteration that tells them.
class Adder {
 public:
  Adder(Measured& measured, bool& failed) : measured_(measured), failed_(failed) {}

  void starts() const {
    for (const Errand& errand : errands()) {
      add(fmt::format("start/{}", errand.name), errand.label,
          [&m = measured_, &errand] { return start_row(m, errand); });
    }
  }

  void memory() const {
    for (const Load& load : loads()) {
      for (const int workers : {1, 2, 4}) {
        add(fmt::format("memory/{}/{}", load.name, workers),
            fmt::format("{} {}", load.label, workers),
            [&m = measured_, &load, workers] { return memory_row(m, load, workers); });
      }
    }
  }

  void rules() const {
    for (const RuleErrand& errand : rule_errands()) {
      add(fmt::format("rules/{}", errand.name), errand.label,
          [&m = measured_, &errand] { return rules_row(m, errand); });
    }
  }

  void workers(const BatchKind& batch) const {
    const int cores = static_cast<int>(std::max(1U, std::thread::hardware_concurrency()));
    for (const int workers : std::set{1, cores}) {
      add(fmt::format("workers/{}/{}", batch.name, workers),
          workers == 1 ? "one worker" : "a worker on each core",
          [&m = measured_, &batch, workers] { return workers_row(m, batch, workers); });
    }
  }

  void forms() const {
    add("forms/make", "printed forms", [&m = measured_] { return forms_row(m.settings()); });
  }
  void orders() const { add("orders/fold", "fold of an order", fold_row); }

  void inspection(const Category& category) const {
    add(fmt::format("inspect/{}", category.name), category.label,
        [&m = measured_, &category] { return inspect_row(m, category); });
  }

  void stages(const Category& category) const {
    for (const std::string_view stage : kStages) {
      add(fmt::format("stage/{}/{}", category.name, identifier(stage)), stage,
          [&m = measured_, &category, stage] { return stage_row(m, category, stage); });
    }
    add(fmt::format("stage/{}/rest", category.name), "the rest",
        [&m = measured_, &category] { return rest_row(m, category); });
  }

  void documents(const Category& category) const {
    for (const std::string& document : document_names()) {
      add(fmt::format("document/{}/{}", category.name, document), document,
          [&m = measured_, &category, document] { return document_row(m, category, document); });
    }
  }

  void script_of_today(const Category& category) const {
    for (const Tool& tool : tools()) {
      add(fmt::format("today/{}/{}", category.name, tool.name), tool.label,
          [&m = measured_, &category, &tool] { return tool_row(m, category, tool); });
    }
    add(fmt::format("today/{}/both", category.name), "both",
        [&m = measured_, &category] { return all_tools_row(m, category); });
    add(fmt::format("today/{}/inspect", category.name), "inspection of the same pages",
        [&m = measured_, &category] { return same_pages_row(m, category); });
  }

 private:
  static std::string identifier(std::string_view words) {
    std::string name(words);
    std::ranges::replace(name, ' ', '_');
    return name;
  }

  void add(const std::string& name, std::string_view label, RowOf row_of) const {
    benchmark::RegisterBenchmark(name.c_str(),
                                 [label = std::string(label), row_of = std::move(row_of),
                                  &failed = failed_](benchmark::State& state) {
                                   state.SetLabel(label);
                                   report(state, row_of, failed);
                                 })
        ->Iterations(1)
        ->UseManualTime()
        ->Unit(benchmark::kMillisecond);
  }

  Measured& measured_;
  bool& failed_;
};

}  // namespace

void add_benchmarks(Measured& measured, bool& failed) {
  const Adder add(measured, failed);
  add.starts();
  add.memory();
  add.orders();
  for (const Category& category : categories()) add.inspection(category);
  for (const Category& category : categories()) {
    if (!category.in_detail) continue;
    add.stages(category);
    add.documents(category);
    add.script_of_today(category);
  }
  add.rules();
  for (const BatchKind& batch : batch_kinds()) add.workers(batch);
  add.forms();
}

}  // namespace vermilion::speed
