#pragma once

#include "service/store/orders/terms.hpp"

namespace vermilion::service::commands {

// For work on orders that decides nothing about them, so that no rules need be read.
class NoRules final : public store::orders::Terms {
 public:
  Found current(const std::string&) const override { return nullptr; }
  Found with_digest(const std::string&, const std::string&) const override { return nullptr; }
};

}  // namespace vermilion::service::commands
