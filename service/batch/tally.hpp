#pragma once

#include "rules/language.hpp"
#include "service/batch/outcome.hpp"

#include <chrono>
#include <cstddef>
#include <string>

namespace vermilion::service::batch {

// How many scans came out how.
struct Tally {
  std::size_t accepted = 0;
  std::size_t referred = 0;
  std::size_t rejected = 0;
  std::size_t unreadable = 0;  // no picture, or no file
  std::size_t failed = 0;      // our fault

  void count(const Outcome& outcome);

  std::size_t total() const { return accepted + referred + rejected + unreadable + failed; }
  std::size_t with_defects() const { return total() - accepted; }
};

// The last line of a batch: counts and rate.
[[nodiscard]] std::string summary(const Tally& tally, std::chrono::duration<double> elapsed,
                                  rules::Language language);

// The line that is drawn while a batch runs: done, rate, time left, defects so far.
[[nodiscard]] std::string progress_line(const Tally& tally, std::size_t inputs,
                                        std::chrono::duration<double> elapsed);

}  // namespace vermilion::service::batch
