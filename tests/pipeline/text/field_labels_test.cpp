#include "pipeline/text/field_labels.hpp"

#include <gtest/gtest.h>

namespace vermilion::pipeline::text {
namespace {

TEST(FieldLabels, LabelThatAnotherOfItsFactEndsInComesAfterIt) {
  const auto labels = field_labels();
  for (auto later = labels.begin(); later != labels.end(); ++later) {
    for (auto earlier = labels.begin(); earlier != later; ++earlier) {
      if (earlier->fact != later->fact) continue;
      EXPECT_FALSE(later->label.ends_with(earlier->label))
          << earlier->label << " hides " << later->label;
    }
  }
}

}  // namespace
}  // namespace vermilion::pipeline::text
