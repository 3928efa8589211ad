#pragma once

#include "rules/judge.hpp"
#include "rules/order_facts.hpp"
#include "rules/yaml/tree.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

// The cases beside a project: what is handed in, and what has to be said of it.
namespace vermilion::rules {

struct PlantedDefect {
  std::string id;
  double strength = 0;
};

// A synthetic document, by the words of `vermilion samples make`.
struct CaseSample {
  std::string document;
  std::uint64_t seed = 1;
  bool in_colour = false;  // else a black-and-white copy
  int dpi = 200;
  std::vector<PlantedDefect> defects;
};

struct CaseDocument {
  std::string slot;
  std::string alternative;  // of a slot with several: what the sample is meant as
  CaseSample sample;
};

// Findings by code, rules by id.
struct Expectation {
  std::vector<std::string> must;
  std::vector<std::string> must_not;
  std::vector<std::string> todo;   // should be found and is not yet
  std::optional<Verdict> verdict;  // absent: any
};

struct Case {
  std::string name;
  yaml::Span span;  // of the name
  OrderFacts order;
  std::vector<CaseDocument> documents;  // empty: the order is judged by itself
  bool whole_order = false;             // false: one document, judged without the others
  Expectation expected;
};

// Of a tree that passed validation.
[[nodiscard]] std::vector<Case> cases_of(const yaml::Node& file);

}  // namespace vermilion::rules
