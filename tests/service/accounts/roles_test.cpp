#include "service/accounts/roles.hpp"

#include <gtest/gtest.h>

namespace vermilion::service::accounts {
namespace {

using enum Role;

TEST(Roles, AreStoredByTheirNames) {
  EXPECT_EQ(text_of(Reviewer | Finance), "reviewer finance");
  EXPECT_EQ(roles_named("finance reviewer"), Reviewer | Finance);
  EXPECT_EQ(roles_named(""), Roles{});
  EXPECT_EQ(roles_named("emperor"), Roles{});
}

// Of all 64 sets of the staff's roles these may be one account's, and no others.
TEST(Roles, OfOneAccountAreOneOrReviewerWithFinance) {
  const Roles all[] = {Reviewer, Operator, Finance, RuleAuthor, Auditor, Admin};
  int allowed = 0;
  for (unsigned bits = 0; bits < 64; ++bits) {
    Roles roles;
    int count = 0;
    for (unsigned i = 0; i < 6; ++i) {
      if ((bits >> i & 1U) == 0) continue;
      roles = roles | all[i];
      ++count;
    }
    const bool fits = count == 1 || roles == (Reviewer | Finance);
    EXPECT_EQ(check_roles(roles).has_value(), fits) << text_of(roles);
    allowed += fits ? 1 : 0;
  }
  EXPECT_EQ(allowed, 7);
}

TEST(Roles, OfApplicantsAreNotGivenToTheStaff) {
  EXPECT_FALSE(check_roles(Applicant));
  EXPECT_FALSE(check_roles(Applicant | Reviewer));
}

TEST(Roles, ThatExcludeEachOtherSayWhy) {
  const auto refused = check_roles(Operator | Finance);
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().reason, Reason::RolesExclude);
  EXPECT_EQ(refused.error().mistakes.at(0).text, "退款的提出与审批须由两人分别办理。");
}

}  // namespace
}  // namespace vermilion::service::accounts
