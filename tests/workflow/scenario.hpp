#pragma once

#include <string>
#include <vector>

// A story about an order in plain text. Lines:
//   scenario <title>
//   rows 2.10 3.14                  requirements it stands for
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
};

// Every scenario of tests/workflow/scenarios/*.scenario, in the order of file names.
[[nodiscard]] const std::vector<Scenario>& scenarios();

// What went otherwise than told, in sentences; empty: all as told.
[[nodiscard]] std::vector<std::string> played(const Scenario& scenario);

}  // namespace vermilion::tests
