#pragma once

#include "service/orders/json.hpp"
#include "service/projects/rule_set.hpp"

#include <memory>
#include <mutex>
#include <string>

// What applicants can choose from.
namespace vermilion::service::orders {

// For how many years a renewal may be paid at once. No document says; a certificate of five years
// is the longest that is usual.
inline constexpr int kYearsLeast = 1;
inline constexpr int kYearsMost = 5;

// Every project that is published; drafts are not shown.
[[nodiscard]] Json catalogue_json(const projects::RuleSet& rules);

// The same as text, written once for each set of rules that goes live: every visitor asks for it
// first, and strangers as often as they like. Any number of threads.
class Catalogue {
 public:
  using Text = std::shared_ptr<const std::string>;

  // Of no rules: nothing to choose from.
  [[nodiscard]] Text of(std::shared_ptr<const projects::RuleSet> live);

 private:
  std::mutex mutex_;
  std::shared_ptr<const projects::RuleSet> rules_;
  Text text_;
};

}  // namespace vermilion::service::orders
