#pragma once

#include "workflow/project_terms.hpp"

#include <memory>
#include <string>

namespace vermilion::service::store::orders {

// What the projects' rules say. Somebody who knows the rules gives it; an order goes by the terms
// it was begun under for as long as it lives, so none is ever forgotten. Asked by several threads.
class Terms {
 public:
  using Found = std::shared_ptr<const workflow::ProjectTerms>;

  virtual ~Terms() = default;
  // Null: there is no such project.
  virtual Found current(const std::string& project) const = 0;
  // Null: unknown, and orders that go by it cannot go on.
  virtual Found with_digest(const std::string& project, const std::string& digest) const = 0;
};

}  // namespace vermilion::service::store::orders
