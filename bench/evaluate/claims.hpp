#pragma once

#include <optional>
#include <string>

namespace vermilion::evaluate {

// What became of the credit codes of pages that show one.
struct Claims {
  int exact = 0;
  int wrong = 0;  // another code was claimed
  int absent = 0;

  int all() const { return exact + wrong + absent; }

  void count(const std::optional<std::string>& claimed, const std::string& shown) {
    ++(!claimed ? absent : *claimed == shown ? exact : wrong);
  }
};

}  // namespace vermilion::evaluate
