#include "service/orders/sight.hpp"

#include <gtest/gtest.h>

namespace vermilion::service::orders {
namespace {

using accounts::Asker;
using accounts::Role;
using enum workflow::Stage;

bool sees(Role role, workflow::Stage stage) {
  return may_see({"x", role, {}}, "91360600MA35ABCD0X", stage);
}

TEST(Sight, OfApplicantsEndsAtTheirOrganisation) {
  const Asker applicant{"s", Role::Applicant, "91360600MA35ABCD0X"};
  const Asker homeless{"s", Role::Applicant, {}};
  for (std::size_t i = 0; i < workflow::kStages; ++i) {
    const auto stage = static_cast<workflow::Stage>(i);
    EXPECT_EQ(may_see(applicant, "91360600MA35ABCD0X", stage), stage != NotBegun);
    EXPECT_FALSE(may_see(applicant, "91360600MA35WXY11X", stage));
    EXPECT_FALSE(may_see(homeless, "", stage));
  }
}

TEST(Sight, OfStaffIsWhatTheyHaveToDoWith) {
  struct Row {
    workflow::Stage stage;
    bool reviewer, clerk, finance, auditor;
  };
  for (const Row& row :
       {Row{NotBegun, false, false, false, false}, Row{Draft, false, true, false, true},
        Row{AwaitingReviewer, true, true, false, true}, Row{Rejected, true, true, false, true},
        Row{AwaitingPayment, true, true, true, true}, Row{PaperReceived, false, true, true, true},
        Row{Issued, false, true, true, true}, Row{RenewalPaid, false, true, true, true},
        Row{Void, false, true, true, true}}) {
    SCOPED_TRACE(name_of(row.stage));
    EXPECT_EQ(sees(Role::Reviewer, row.stage), row.reviewer);
    EXPECT_EQ(sees(Role::Operator, row.stage), row.clerk);
    EXPECT_EQ(sees(Role::Finance, row.stage), row.finance);
    EXPECT_EQ(sees(Role::Auditor, row.stage), row.auditor);
    EXPECT_FALSE(sees(Role::Admin, row.stage));
    EXPECT_FALSE(sees(Role::RuleAuthor, row.stage));
  }
}

}  // namespace
}  // namespace vermilion::service::orders
