#pragma once

#include "pipeline/inspect.hpp"
#include "rules/project.hpp"
#include "rules/yaml/tree.hpp"

#include <filesystem>
#include <span>
#include <string>
#include <string_view>
#include <vector>

// What those who write rules, and those who are judged by them, wait for.
namespace vermilion::speed {

// One project with its documents and cases, and the report on one scan of a slot of it.
struct RuleBook {
  std::vector<rules::yaml::Source> files;
  rules::Project project;
  pipeline::Report report;
  std::string document;  // the report as a program stores it, on one line
};

// Of the project `rules/projects/<id>.yaml`; throws what went wrong.
[[nodiscard]] RuleBook rule_book(const std::filesystem::path& rules, std::string_view id,
                                 pipeline::Inspector& inspector);

struct RuleErrand {
  std::string_view name;
  std::string_view label;
  double goal_ms;
  int at_once;  // times in one timing, so that the clock's step does not count
  void (*run)(const RuleBook& book);
};

std::span<const RuleErrand> rule_errands();

// CPU time of the errand, least of the rounds.
[[nodiscard]] double cost_ms(const RuleErrand& errand, const RuleBook& book, int rounds);

}  // namespace vermilion::speed
