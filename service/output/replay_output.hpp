#pragma once

#include "rules/language.hpp"
#include "rules/replay.hpp"

#include <nlohmann/json_fwd.hpp>

#include <cstddef>
#include <string>
#include <vector>

// What replaying stored reports came to, for people and for programs.
namespace vermilion::service::output {

struct UnreadReport {
  std::string file;  // that was named on the command line
  rules::BadReport bad;
};

struct Replay {
  std::size_t scans = 0;
  rules::VerdictMatrix matrix;
  std::vector<rules::ReplayedScan> changed;  // with a verdict on both sides
  std::vector<rules::ReplayedScan> open;     // to be looked at anew, or covered by one side alone
  std::vector<UnreadReport> unread;

  void add(rules::ReplayedScan scan);
};

// The matrix, the scans that changed with what appeared (+), vanished (-) or changed its level (~),
// and those that need a new measurement, with the reasons.
[[nodiscard]] std::string pretty(const Replay& replay, rules::Language language);

// {"schema", "scans", "matrix": {"accept": {"accept": 7, …}, …}, "changed": […], "open": […],
//  "unread": […]}
[[nodiscard]] nlohmann::ordered_json to_json(const Replay& replay);

// How many of what, in one line.
[[nodiscard]] std::string summary(const Replay& replay, rules::Language language);

}  // namespace vermilion::service::output
