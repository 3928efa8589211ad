#pragma once

#include "rules/language.hpp"
#include "service/cases/trial.hpp"

#include <nlohmann/json_fwd.hpp>

#include <chrono>
#include <cstddef>
#include <string>

// What came of cases, for people and for programs.
namespace vermilion::service::cases {

struct Tally {
  std::size_t held = 0;
  std::size_t failed = 0;
  std::size_t broken = 0;  // our fault
  std::size_t todo = 0;    // of those that held: there is something still to do

  void count(const Listed& listed, const Outcome& outcome);

  [[nodiscard]] std::size_t total() const { return held + failed + broken; }
};

// Where the case stands and what it expected and did not get, nothing else; empty when it holds.
[[nodiscard]] std::string pretty(const Listed& listed, const Outcome& outcome,
                                 rules::Language language);

// {"project", "case", "file", "line", "documents", "outcome": "held|failed|broken", "verdict",
// "findings", …}
[[nodiscard]] nlohmann::ordered_json to_json(const Listed& listed, const Outcome& outcome);

// The last line of a run.
[[nodiscard]] std::string summary(const Tally& tally, std::chrono::duration<double> elapsed,
                                  rules::Language language);

}  // namespace vermilion::service::cases
