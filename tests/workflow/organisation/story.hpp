#pragma once

#include "tests/workflow/scenario.hpp"

// Stories of an account, in the lines of scenario.hpp with verbs of their own:
//   <role>[#n] <verb> <words…> [-> CODE]   the verbs are in story.cpp
//   registered                             鹰潭市样例(有限)公司 of 91360600MA35DEM06M, 13807010001
//   advised <yes|no>… <advice>             用户已存在, question by question
//   reads <text>                           the last refusal says so
//   name <name> | mobile <number> | state <state>
//   asked <effect> | unasked <effect>
//   wait 2d | 3h | 30m | 61s
namespace vermilion::tests {

// Those of tests/workflow/organisation/scenarios.
[[nodiscard]] const std::vector<Scenario>& account_scenarios();

[[nodiscard]] std::vector<std::string> account_played(const Scenario& scenario);

}  // namespace vermilion::tests
