#include "bench/speed/table.hpp"

#include <fmt/format.h>
#include <fmt/ostream.h>

#include <algorithm>
#include <array>
#include <fstream>
#include <span>

namespace vermilion::speed {
namespace {

struct Column {
  std::string_view heading;
  std::string_view figure;
  int decimals;
};

struct Section {
  std::string_view name;  // the first part of its benchmarks' names
  std::string_view title;
  std::span<const Column> columns;
};

constexpr Column kStart[] = {{"runs", "runs", 0},
                             {"wall ms", "wall_ms", 1},
                             {"p95", "wall_ms_p95", 1},
                             {"CPU ms", "cpu_ms", 1},
                             {"peak MB", "peak_mb", 1}};
constexpr Column kInspect[] = {{"pages", "pages", 0},
                               {"ref ms", "reference_ms", 2},
                               {"ms", "ms", 2},
                               {"p95", "ms_p95", 2},
                               {"x", "x", 2},
                               {"p95", "x_p95", 2},
                               {"decode", "decode_x", 2},
                               {"codes", "codes", 0},
                               {"read", "codes_read", 0},
                               {"unrest%", "unrest_pct", 1}};
constexpr Column kStage[] = {{"ran on", "ran_on", 0}, {"ms", "ms", 3},
                             {"p95", "ms_p95", 3},    {"x", "x", 3},
                             {"p95", "x_p95", 3},     {"share%", "share_pct", 1}};
constexpr Column kDocument[] = {
    {"pages", "pages", 0}, {"ms", "ms", 2}, {"x", "x", 2}, {"most", "x_max", 2}};
constexpr Column kToday[] = {{"pages", "pages", 0}, {"ms", "ms", 1},
                             {"x", "x", 1},         {"most", "x_max", 1},
                             {"codes", "codes", 0}, {"read", "codes_read", 0}};

constexpr Column kMemory[] = {{"workers", "workers", 0},
                              {"scans", "scans", 0},
                              {"peak MB", "peak_mb", 1},
                              {"a worker", "mb_a_worker", 1}};
constexpr Column kWorkers[] = {{"workers", "workers", 0},     {"scans", "scans", 0},
                               {"scans/s", "scans_per_s", 1}, {"of one", "of_one", 2},
                               {"at most", "cpu_allows", 1},  {"CPU ms", "cpu_ms", 2}};

constexpr Column kForms[] = {
    {"forms", "forms", 0}, {"ms", "ms", 2}, {"p95", "ms_p95", 2}, {"kB", "kb", 0}};
constexpr Column kRules[] = {{"rounds", "rounds", 0}, {"ms", "ms", 3}, {"goal ms", "goal_ms", 0}};
constexpr Column kOrders[] = {{"events", "events", 0}, {"ms", "ms", 4}};

constexpr std::array kSections{
    Section{"start", "Start of the program", kStart},
    Section{"memory", "Memory of workers", kMemory},
    Section{"orders", "Orders; goal for 100 events: 0.1 ms", kOrders},
    Section{"inspect", "Whole inspection; goal for flat pages: x 1.50, p95 2.50", kInspect},
    Section{"stage", "Stages", kStage},
    Section{"document", "Whole inspection by document", kDocument},
    Section{"today", "The script of today", kToday},
    Section{"rules", "Rules", kRules},
    Section{"workers", "Scans side by side", kWorkers},
    Section{"forms", "Printed forms; goal: ms 40", kForms}};

constexpr int kLabelWidth = 30;
constexpr int kColumnWidth = 9;

const Section* section_of(std::string_view group) {
  const auto name = group.substr(0, group.find('/'));
  const auto found = std::ranges::find(kSections, name, &Section::name);
  return found == kSections.end() ? nullptr : &*found;
}

std::string cell(const Column& column, const benchmark::UserCounters& figures) {
  const auto figure = figures.find(std::string(column.figure));
  if (figure == figures.end()) return "-";
  return fmt::format("{:.{}f}", static_cast<double>(figure->second), column.decimals);
}

std::string line_of(const Section& section, const benchmark::BenchmarkReporter::Run& run) {
  std::string line = fmt::format("{:<{}}", run.report_label, kLabelWidth);
  if (run.error_occurred) return line + "  " + run.error_message;
  for (const Column& column : section.columns) {
    line += fmt::format("{:>{}}", cell(column, run.counters), kColumnWidth);
  }
  return line;
}

std::string heading_of(const Section& section, std::string_view group) {
  const bool divided = group.find('/') != std::string_view::npos;
  std::string line = fmt::format("{:<{}}", "", kLabelWidth);
  for (const Column& column : section.columns) {
    line += fmt::format("{:>{}}", column.heading, kColumnWidth);
  }
  return fmt::format("\n{}{}{}\n{}", section.title, divided ? ", " : "",
                     divided ? group.substr(group.find('/') + 1) : "", line);
}

std::string processor() {
  std::ifstream cpuinfo("/proc/cpuinfo");
  for (std::string line; std::getline(cpuinfo, line);) {
    if (line.starts_with("model name")) return line.substr(line.find(':') + 2);
  }
  return "unknown processor";
}

#ifdef NDEBUG
constexpr std::string_view kBuild = "without assertions";
#else
constexpr std::string_view kBuild = "WITH ASSERTIONS: only the release build's figures count";
#endif

}  // namespace

bool Table::ReportContext(const Context& context) {
  const auto& cpu = context.cpu_info;
  const double load = cpu.load_avg.empty() ? 0 : cpu.load_avg.front();
  fmt::print(GetOutputStream(), "{} x {}, load {:.2f}; compiler {}, {}\n{}\n", cpu.num_cpus,
             processor(), load, __VERSION__, kBuild, terms_);
  return true;
}

void Table::ReportRuns(const std::vector<Run>& runs) {
  for (const Run& run : runs) {
    const std::string& name = run.run_name.function_name;
    const std::string group = name.substr(0, name.rfind('/'));
    const Section* section = section_of(group);
    if (section == nullptr) continue;
    if (group != group_) fmt::print(GetOutputStream(), "{}\n", heading_of(*section, group));
    group_ = group;
    fmt::print(GetOutputStream(), "{}\n", line_of(*section, run));
    GetOutputStream().flush();
  }
}

}  // namespace vermilion::speed
