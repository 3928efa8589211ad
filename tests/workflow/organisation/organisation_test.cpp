#include "workflow/organisation/organisation.hpp"

#include "tests/workflow/organisation/account.hpp"

#include <gmock/gmock.h>

namespace vermilion::tests {
namespace {

using namespace workflow;
using namespace workflow::organisation;

TEST(OrganisationFold, IsWhatTheCommandsLedTo) {
  Account account = registered();
  account.say(Role::Applicant, AddSeat{"s2", "李四", "13907010002"});
  account.say(Role::System, ReserveMainKey{"p", "O1"});
  account.say(Role::Service, AskRename{"鹰潭市样例(有限)公司", "甲", "r", "e"});
  EXPECT_TRUE(organisation::fold(account.log) == account.organisation);
  EXPECT_EQ(account.organisation.version, account.log.size());
}

TEST(OrganisationFold, ForgetsCodesSentMoreThanADayAgo) {
  Account account = unregistered();
  account.say(Role::Applicant, SendCode{Purpose::Register, kMobile, "d", true});
  account.now += std::chrono::hours(25);
  account.say(Role::Applicant, SendCode{Purpose::Register, kMobile, "d", true});
  EXPECT_EQ(account.organisation.codes_sent.at(kMobile).size(), 1U);
}

TEST(RenameSubject, NoTwoReadAlike) {
  const organisation::Organisation organisation = registered().organisation;
  const AskRename one{"甲\nright 3: 乙", "丙", "r", "e"};
  const AskRename other{"甲", "乙", "r", "e"};
  EXPECT_NE(rename_subject(organisation, one), rename_subject(organisation, other));
}

TEST(OrganisationNames, AreThereForEveryEvent) {
  for (std::size_t i = 0; i < organisation::kEvents; ++i) {
    EXPECT_FALSE(name_of(static_cast<organisation::EventKind>(i)).empty()) << i;
  }
}

}  // namespace
}  // namespace vermilion::tests
