#include "bench/speed/rows.hpp"

#include "bench/speed/stages.hpp"
#include "bench/speed/statistics.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <stdexcept>

namespace vermilion::speed {
namespace {

const tl::unexpected<std::string> kNotInstalled{"not installed"};

// The same quantity of each page.
template <class Of>
std::vector<double> each(std::span<const PageCost> costs, const Of& of) {
  std::vector<double> values;
  for (const PageCost& cost : costs) values.push_back(of(cost));
  return values;
}

double whole_x(const PageCost& cost) {
  return cost.x(cost.whole_ms);
}

double whole_ms(const PageCost& cost) {
  return cost.whole_ms;
}

int codes_printed(std::span<const Page> pages) {
  return static_cast<int>(
      std::ranges::count_if(pages, [](const Page& page) { return page.code.has_value(); }));
}

int codes_read(std::span<const PageCost> costs) {
  return static_cast<int>(std::ranges::count(costs, true, &PageCost::code_read));
}

Row part_row(std::span<const PageCost> costs, const std::vector<double>& part_ms) {
  std::vector<double> x;
  for (std::size_t i = 0; i < costs.size(); ++i) x.push_back(costs[i].x(part_ms[i]));
  return {median(part_ms),
          {{"ran_on", static_cast<double>(costs.size())},
           {"ms", median(part_ms)},
           {"ms_p95", p95(part_ms)},
           {"x", median(x)},
           {"x_p95", p95(x)}}};
}

// Part of the CPU time of all pages together.
double share_pct(const std::vector<double>& part_ms, std::span<const PageCost> costs) {
  return 100 * mean(part_ms) / mean(each(costs, whole_ms));
}

// What no stage accounts for. A stage without a row of its own would hide in it.
double rest_ms(const PageCost& cost) {
  double rest = cost.whole_ms;
  for (const auto& [stage, runs, cpu_ns] : cost.stages) {
    if (std::ranges::find(kStages, stage) == kStages.end()) {
      throw std::runtime_error(fmt::format("\"{}\" lacks a row in bench/speed/stages.hpp", stage));
    }
    rest -= static_cast<double>(cpu_ns) * 1e-6;
  }
  return rest;
}

// `cpu_ms` of the first pages of the category.
Row today_row(std::span<const PageCost> costs, std::span<const Page> pages,
              const std::vector<double>& cpu_ms, int read) {
  std::vector<double> x;
  for (std::size_t i = 0; i < cpu_ms.size(); ++i) x.push_back(costs[i].x(cpu_ms[i]));
  return {median(cpu_ms),
          {{"pages", static_cast<double>(cpu_ms.size())},
           {"ms", median(cpu_ms)},
           {"x", median(x)},
           {"x_max", std::ranges::max(x)},
           {"codes", codes_printed(pages.first(cpu_ms.size()))},
           {"codes_read", read}}};
}

tl::unexpected<std::string> no_program(const Settings& settings) {
  return tl::make_unexpected("no " + settings.program.string());
}

}  // namespace

MaybeRow start_row(Measured& measured, const Errand& errand) {
  const auto& settings = measured.settings();
  if (!std::filesystem::exists(settings.program)) return no_program(settings);
  const ErrandCost cost = cost_of(errand, settings.program, settings.runs);
  Row row{cost.wall_ms,
          {{"runs", settings.runs},
           {"wall_ms", cost.wall_ms},
           {"wall_ms_p95", cost.wall_p95_ms},
           {"cpu_ms", cost.cpu_ms}}};
  if (cost.peak_mb) row.figures["peak_mb"] = *cost.peak_mb;
  return row;
}

MaybeRow memory_row(Measured& measured, const Load& load, int workers) {
  const auto& settings = measured.settings();
  if (!std::filesystem::exists(settings.program)) return no_program(settings);
  const double peak_mb = measured.peak_mb(load, workers);
  Row row{.figures = {{"workers", workers}, {"scans", std::min(load.pages, settings.pages)}}};
  if (peak_mb <= self_peak_mb()) return row;
  row.figures["peak_mb"] = peak_mb;
  if (workers > 1)
    row.figures["mb_a_worker"] = mb_a_worker(measured.peak_mb(load, 1), peak_mb, workers);
  return row;
}

MaybeRow inspect_row(Measured& measured, const Category& category) {
  const auto& costs = measured.costs(category);
  const auto reference_ms = each(costs, [](const PageCost& cost) { return cost.reference_ms; });
  const auto unrest = each(
      costs, [](const PageCost& cost) { return cost.reference_median_ms / cost.reference_ms - 1; });
  const auto decode_x =
      each(costs, [](const PageCost& cost) { return cost.x(cost.stage_ms("decode")); });
  const auto ms = each(costs, whole_ms);
  const auto x = each(costs, whole_x);
  return Row{median(ms),
             {{"pages", static_cast<double>(costs.size())},
              {"reference_ms", median(reference_ms)},
              {"ms", median(ms)},
              {"ms_p95", p95(ms)},
              {"x", median(x)},
              {"x_p95", p95(x)},
              {"decode_x", median(decode_x)},
              {"codes", codes_printed(measured.pages(category))},
              {"codes_read", codes_read(costs)},
              {"unrest_pct", 100 * median(unrest)}}};
}

MaybeRow stage_row(Measured& measured, const Category& category, std::string_view stage) {
  const auto& all = measured.costs(category);
  const auto stage_ms = [&](const PageCost& cost) { return cost.stage_ms(stage); };
  std::vector<PageCost> ran;
  std::ranges::copy_if(all, std::back_inserter(ran),
                       [&](const PageCost& cost) { return cost.ran(stage); });
  if (ran.empty()) return tl::make_unexpected("ran on no page");
  Row row = part_row(ran, each(ran, stage_ms));
  row.figures["share_pct"] = share_pct(each(all, stage_ms), all);
  return row;
}

MaybeRow rest_row(Measured& measured, const Category& category) {
  const auto& costs = measured.costs(category);
  Row row = part_row(costs, each(costs, rest_ms));
  row.figures["share_pct"] = share_pct(each(costs, rest_ms), costs);
  return row;
}

MaybeRow document_row(Measured& measured, const Category& category, std::string_view document) {
  const auto& pages = measured.pages(category);
  const auto& costs = measured.costs(category);
  std::vector<PageCost> of_document;
  for (std::size_t i = 0; i < pages.size(); ++i) {
    if (pages[i].document == document) of_document.push_back(costs[i]);
  }
  if (of_document.empty()) return tl::make_unexpected("no page drawn");
  const auto ms = each(of_document, whole_ms);
  const auto x = each(of_document, whole_x);
  return Row{median(ms),
             {{"pages", static_cast<double>(of_document.size())},
              {"ms", median(ms)},
              {"x", median(x)},
              {"x_max", std::ranges::max(x)}}};
}

MaybeRow tool_row(Measured& measured, const Category& category, const Tool& tool) {
  const auto& tool_costs = measured.tool_costs(tool, category);
  if (!tool_costs) return kNotInstalled;
  std::vector<double> ms;
  int read = 0;
  for (const ToolCost& cost : *tool_costs) {
    ms.push_back(cost.cpu_ms);
    read += cost.code_read;
  }
  return today_row(measured.costs(category), measured.pages(category), ms, read);
}

MaybeRow all_tools_row(Measured& measured, const Category& category) {
  std::vector<double> ms;
  std::vector<bool> read;
  for (const Tool& tool : tools()) {
    const auto& tool_costs = measured.tool_costs(tool, category);
    if (!tool_costs) return kNotInstalled;
    ms.resize(tool_costs->size());
    read.resize(tool_costs->size());
    for (std::size_t i = 0; i < tool_costs->size(); ++i) {
      ms[i] += (*tool_costs)[i].cpu_ms;
      read[i] = read[i] || (*tool_costs)[i].code_read;
    }
  }
  return today_row(measured.costs(category), measured.pages(category), ms,
                   static_cast<int>(std::ranges::count(read, true)));
}

MaybeRow same_pages_row(Measured& measured, const Category& category) {
  const std::span<const PageCost> all = measured.costs(category);
  const auto wanted = static_cast<std::size_t>(measured.settings().today_pages);
  const auto costs = all.first(std::min(all.size(), wanted));
  return today_row(costs, measured.pages(category), each(costs, whole_ms), codes_read(costs));
}

MaybeRow rules_row(Measured& measured, const RuleErrand& errand) {
  const auto& settings = measured.settings();
  const double ms = cost_ms(errand, measured.rule_book(), settings.rounds);
  return Row{ms, {{"rounds", settings.rounds}, {"ms", ms}, {"goal_ms", errand.goal_ms}}};
}

MaybeRow workers_row(Measured& measured, const BatchKind& batch, int workers) {
  const Throughput one = measured.throughput(batch, 1);
  const Throughput all = measured.throughput(batch, workers);
  return Row{1000 / all.scans_per_s,
             {{"workers", workers},
              {"scans", measured.settings().pages},
              {"scans_per_s", all.scans_per_s},
              {"of_one", all.scans_per_s / one.scans_per_s},
              {"cpu_allows", workers * 1000 / all.cpu_ms},
              {"cpu_ms", all.cpu_ms}}};
}

}  // namespace vermilion::speed
