#pragma once

#include "pipeline/plan.hpp"
#include "rules/rejudge.hpp"

#include <array>
#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <vector>

// What would be said of scans that were inspected before, by two sets of rules.
namespace vermilion::rules {

// Projects in force at the same time, by their ids.
using Projects = std::vector<Project>;

// A finding that only one side makes, or both at different levels.
struct FindingChange {
  std::optional<pipeline::Finding> before;
  std::optional<pipeline::Finding> after;

  friend bool operator==(const FindingChange&, const FindingChange&) = default;
};

// One side's word on a scan.
struct Side {
  std::optional<Verdict> verdict;  // absent: see the gaps
  std::vector<Gap> gaps;           // what would have to be measured anew
  bool covered = true;             // false: the rules have no such project or document

  friend bool operator==(const Side&, const Side&) = default;
};

struct ReplayedScan {
  std::string file;
  std::string project;
  std::string document;  // the slot
  Side before;
  Side after;
  std::vector<FindingChange> changes;  // where both sides have a verdict

  [[nodiscard]] bool is_open() const { return !before.verdict || !after.verdict; }
  [[nodiscard]] bool differs() const { return before.verdict != after.verdict || !changes.empty(); }
};

// Where a scan was put, for reports of inspections without a project.
struct Filing {
  std::string project;
  std::string document;
};

// `otherwise` is for reports that do not say which project and document they were judged for.
[[nodiscard]] ReplayedScan replay(const StoredReport& stored, const Projects& before,
                                  const Projects& after, const Filing& otherwise,
                                  std::span<const pipeline::CheckDescription> checks);

// How often which verdict became which; the last row and column are the scans without one.
class VerdictMatrix {
 public:
  static constexpr std::size_t kOpen = 4;

  void count(const ReplayedScan& scan);
  [[nodiscard]] std::size_t at(std::size_t before, std::size_t after) const {
    return counts_[before][after];
  }

 private:
  std::array<std::array<std::size_t, kOpen + 1>, kOpen + 1> counts_{};
};

}  // namespace vermilion::rules
