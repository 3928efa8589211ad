#pragma once

#include "rules/project.hpp"

#include <optional>
#include <string>
#include <vector>

namespace vermilion::rules {

// One value that two rule sets do not share.
struct Change {
  std::string path;                   // "documents/licence/types/licence_copy/checks/sharp/level"
  std::optional<std::string> before;  // as JSON; absent where the value is new
  std::optional<std::string> after;   // absent where it is gone

  friend bool operator==(const Change&, const Change&) = default;
};

// What changed in meaning, sorted by path: empty exactly when the digests are the same. A list is
// one value; where only the order of named items differs, that is the change (".../order").
[[nodiscard]] std::vector<Change> changes(const Project& before, const Project& after);

}  // namespace vermilion::rules
