#pragma once

#include "rules/project.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace vermilion::rules {

// One thing two rule sets do not share.
struct Change {
  enum class Kind : std::uint8_t {
    Changed,  // a value, one of which may be left out
    Added,    // an item of a list: a rule, a document, a variant, with all it brings
    Removed,
    Moved,  // items of a list stand in another order
  };

  Kind kind = Kind::Changed;
  std::string path;                        // "documents/licence/types/licence_copy/checks/sharp"
  std::optional<std::string> before = {};  // as JSON; absent where nothing is said
  std::optional<std::string> after = {};

  friend bool operator==(const Change&, const Change&) = default;
};

// What changed in meaning, sorted by path: empty exactly when the digests are the same. A list
// without ids is one value.
[[nodiscard]] std::vector<Change> changes(const Project& before, const Project& after);

}  // namespace vermilion::rules
