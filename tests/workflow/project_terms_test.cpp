#include "workflow/project_terms.hpp"

#include "tests/workflow/example_terms.hpp"

#include <gtest/gtest.h>

namespace vermilion::tests {
namespace {

using namespace workflow;

TEST(ProjectTerms, AreFoundByOperationVariantAndSlot) {
  const ProjectTerms terms = example_terms();
  ASSERT_NE(find_variant(terms, Operation::New, "main"), nullptr);
  EXPECT_TRUE(find_variant(terms, Operation::New, "main")->main_key);
  EXPECT_NE(find_slot(*find_variant(terms, Operation::New, "main"), "seal_sheet"), nullptr);
  EXPECT_EQ(find_slot(*find_variant(terms, Operation::New, "sub"), "seal_sheet"), nullptr);
}

TEST(ProjectTerms, WhatIsNotOfferedIsNull) {
  const ProjectTerms terms = example_terms();
  EXPECT_EQ(find_operation(terms, Operation::Change), nullptr);
  EXPECT_EQ(find_variant(terms, Operation::Change, "main"), nullptr);
  EXPECT_EQ(find_variant(terms, Operation::New, "expert"), nullptr);
}

}  // namespace
}  // namespace vermilion::tests
