#pragma once

#include "bench/speed/inspections.hpp"
#include "bench/speed/memory.hpp"
#include "bench/speed/rule_work.hpp"
#include "bench/speed/today.hpp"
#include "bench/speed/workers.hpp"

#include <tl/expected.hpp>

#include <filesystem>
#include <map>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace vermilion::speed {

struct Settings {
  int pages = 45;       // of each category: five of each of nine documents
  int rounds = 5;       // over them
  int today_pages = 9;  // that the script of today gets, a second each: one of each document
  int runs = 20;        // of the program, for its start
  int batch_runs = 3;   // of the program over many scans, for its memory
  std::filesystem::path models;
  std::filesystem::path rules;
  std::filesystem::path program;
};

// What workers get through together.
struct BatchKind {
  std::string_view name;
  std::string_view label;
  const Category* category;  // null: as many pages, in turn of all kinds of file
};

std::span<const BatchKind> batch_kinds();

// Everything that several rows are made of, measured when the first of them asks.
class Measured {
 public:
  explicit Measured(Settings settings) : settings_(std::move(settings)) {}

  const Settings& settings() const { return settings_; }

  // Side by side: costs(c)[i] is what pages(c)[i] costs.
  const std::vector<Page>& pages(const Category& category);
  const std::vector<PageCost>& costs(const Category& category);

  // What the tool costs on the first pages of the category; nothing when it is not installed.
  const std::optional<std::vector<ToolCost>>& tool_costs(const Tool& tool,
                                                         const Category& category);

  // Of the shipped project with the longest rules and cases.
  const RuleBook& rule_book();

  const Throughput& throughput(const BatchKind& batch, int workers);

  // To be asked before any page is drawn here.
  double peak_mb(const Load& load, int workers);

 private:
  pipeline::Inspector& inspector();
  std::vector<const Page*> pages_of(const BatchKind& batch);

  Settings settings_;
  std::optional<pipeline::Inspector> inspector_;
  std::map<std::string_view, std::vector<Page>> pages_;
  std::map<std::string_view, std::vector<PageCost>> costs_;
  std::map<std::pair<std::string_view, std::string_view>, std::optional<std::vector<ToolCost>>>
      tool_costs_;
  std::map<std::pair<std::string_view, int>, Throughput> throughputs_;
  std::optional<RuleBook> rule_book_;
  std::optional<BatchMemory> batch_memory_;
  std::map<std::pair<std::string_view, int>, double> peaks_mb_;
};

}  // namespace vermilion::speed
