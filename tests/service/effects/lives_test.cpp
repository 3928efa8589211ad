// Whole lives of orders: store, runner, reception, and everybody outside as they are played.
#include "tests/service/effects/office.hpp"

#include <gmock/gmock.h>

namespace vermilion::tests {
namespace {

using workflow::Stage;

// A new main key, paid by WeChat, sent by courier, with an invoice.
constexpr std::string_view kNew = R"(
applicant begin new main
outside work
outside verify
applicant fill_form
applicant upload all
outside work
applicant submit
reviewer claim
reviewer accept all
reviewer approve
outside work
see awaiting_payment
applicant open NEW-1-P1 wechat
outside work
outside pay NEW-1-P1 wechat
see awaiting_parcel
applicant invoice_data
applicant post SF SF1234567890123
outside work
post_room parcel SF SF1234567890123
post_room check_paper good
maker start_making
outside work
see awaiting_courier
outside work
outside invoices
maker dispatch SF SF9876543210123
outside work
see issued
)";

// A reissue, paid by Alipay: the old certificate is revoked once the new one is made.
constexpr std::string_view kReissue = R"(
applicant begin reissue with_seal
outside work
outside verify
applicant fill_form
applicant upload all
outside work
applicant submit
reviewer claim
reviewer accept all
reviewer approve
applicant open RE-1-P1 alipay
outside work
outside pay RE-1-P1 alipay
see awaiting_parcel
applicant post SF SF1234567890124
post_room parcel SF SF1234567890124
post_room check_paper good
maker ask_second revoke_by_reissue 补办
maker#2 confirm_second revoke_by_reissue
maker start_making
outside work
see awaiting_courier
applicant deliver collection
maker hand_over 李四 signed
outside work
see issued
)";

// A renewal for two years: no review and no paper, the same key.
constexpr std::string_view kRenewal = R"(
applicant begin renew organisation years=2
applicant open REN-1-P1 wechat
outside work
outside pay REN-1-P1 wechat
see renewal_paid
applicant download OLD-REN KEY-1 1
outside work
see renewed
)";

class Lives : public OnBoth {};
INSTANTIATE_TEST_SUITE_P(Scenario, Lives, testing::Values(Backend::Sqlite, Backend::PostgreSql),
                         backend_name);

void live_all(Office& office) {
  office.register_organisation("91360600MA35DEM06M", "OLD-NEW");
  office.register_organisation("91360600MA35DEM14G", "OLD-RE");
  office.register_organisation("91360600MA35DEM22B", "OLD-REN");
  office.live("NEW-1", "91360600MA35DEM06M", "OLD-NEW", kNew);
  office.live("RE-1", "91360600MA35DEM14G", "OLD-RE", kReissue);
  office.live("REN-1", "91360600MA35DEM22B", "OLD-REN", kRenewal);
}

void expect_lived(Office& office) {
  EXPECT_THAT(office.dead(), testing::IsEmpty());
  EXPECT_EQ(office.distrusted, 0);
  EXPECT_EQ(office.order("NEW-1").invoice.size(), 20u);
  EXPECT_TRUE(office.order("RE-1").chosen_revoked);
  EXPECT_THAT(office.maker.revoked, testing::ElementsAre(testing::Pair("OLD-RE", 1)));
  EXPECT_EQ(office.maker.made.size(), 3u);
  EXPECT_FALSE(office.partners.book().texts.empty());
  EXPECT_TRUE(office.store.orders.differences()->empty());
}

TEST_P(Lives, NewReissueAndRenewalEndAsTheyShould) {
  Office office(GetParam());
  live_all(office);
  expect_lived(office);
}

TEST(ScenarioOverLoopback, NewReissueAndRenewalEndAsTheyShould) {
  Office office(Backend::Sqlite, Office::Wire::Loopback);
  live_all(office);
  expect_lived(office);
  EXPECT_GE(office.callbacks, 5);
}

}  // namespace
}  // namespace vermilion::tests
