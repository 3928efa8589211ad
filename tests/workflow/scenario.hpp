#pragma once

#include "tests/workflow/journey.hpp"

#include <chrono>
#include <iosfwd>
#include <string>
#include <vector>

// A story about an order in plain text. Lines:
//   scenario <title>
//   rows 2.10 3.14                  requirements it stands for
//   project <id>                    whose rules it goes by, where they are the published ones
//   given <setting>                 the project or the ledger is otherwise: see scenario.cpp
//   <role>[#n] <verb> <words…>      must be taken; the verbs are in phrases.cpp
//   <role> <verb> … -> CODE         must be refused so, and change nothing
//   reach <stage>                   by the ordinary way: filled in, approved, paid, …
//   see <status> <payment> <waits for> <whose turn>
//   asked <effect> [<word>]         the effect was asked for
//   unasked <effect> [<word>]       it was not
//   wait 2d | 3h | 30m
//   overdue <clock> | in_time <clock>
//   # a remark
namespace vermilion::tests {

struct Scenario {
  std::string file;
  int line = 0;
  std::string title;
  std::vector<std::string> rows;
  std::vector<std::string> steps;
  std::string project = {};
};

// "new:12: A main key, from beginning to post"
void PrintTo(const Scenario& scenario, std::ostream* out);

// Every scenario of a folder below tests/, in the order of file names.
[[nodiscard]] std::vector<Scenario> scenarios_in(const std::string& folder);
// Those of tests/workflow/scenarios: orders by the terms of the one example.
[[nodiscard]] const std::vector<Scenario>& scenarios();

// What went otherwise than told, in sentences; empty: all as told.
[[nodiscard]] std::vector<std::string> played(const Scenario& scenario, Journey from = {});

// "2d", "3h", "30m", "61s".
[[nodiscard]] std::chrono::seconds duration_in(const std::string& word);

// The codes its refusals are told by.
[[nodiscard]] std::vector<std::string> refusals_in(const Scenario& scenario);

}  // namespace vermilion::tests
