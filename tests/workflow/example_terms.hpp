#pragma once

#include "workflow/project_terms.hpp"

namespace vermilion::tests {

// A project that asks for everything a project can ask for: new (main, sub, and one without a fee),
// reissue (with a seal, which is revoked) and renewal. Fees are the test's own where the documents
// name none.
[[nodiscard]] workflow::ProjectTerms example_terms();

}  // namespace vermilion::tests
