#include "service/running/bills.hpp"

#include "service/payment/beijing.hpp"
#include "service/running/alarms.hpp"
#include "tests/service/effects/office.hpp"

#include <fmt/format.h>
#include <gmock/gmock.h>

namespace vermilion::service::running {
namespace {

using payment::Booking;
using Kind = payment::Difference::Kind;
using tests::Backend;
using tests::Office;

constexpr const char* kCode = "91360600MA35DEM06M";
constexpr std::string_view kPaid = R"(
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
applicant open NEW-1-P1 {0}
outside work
outside pay NEW-1-P1 {0}
see awaiting_parcel
)";

// An order paid over the simulator's wire, and the bill of that day from there.
class ADay : public testing::TestWithParam<const char*> {
 protected:
  ADay() : office(Backend::Sqlite, Office::Wire::Loopback) {
    office.register_organisation(kCode, "OLD");
    office.live("NEW-1", kCode, "OLD", fmt::format(fmt::runtime(kPaid), GetParam()));
    day = payment::beijing_time(office.stamp().now).substr(0, 10);
    auto partners = effects::read_partners(office.folder.path(), [this] { return office.stamp(); });
    EXPECT_TRUE(partners);
    fetch = partners->bills.at(GetParam());
  }

  Bill reconciled(const effects::FetchBill& by) {
    const auto bill = reconcile_day(office.store.database, GetParam(), day, by);
    EXPECT_TRUE(bill) << bill.error();
    return bill.value_or(Bill{});
  }

  Office office;
  std::string day;
  effects::FetchBill fetch;
};

TEST_P(ADay, OfAGatewayThatHasMovedWhatWeKnowShowsNoDifference) {
  const Bill bill = reconciled(fetch);
  EXPECT_EQ(bill.booked.size(), 1u);
  EXPECT_THAT(bill.differences, testing::IsEmpty());
  EXPECT_THAT(*alarms(office.store.database, 10), testing::IsEmpty());
}

TEST_P(ADay, IsReadOnceAndKept) {
  const Bill first = reconciled(fetch);
  const Bill again = reconciled([](const std::string&) {
    return tl::unexpected(std::string("nobody is asked a second time"));
  });
  EXPECT_EQ(again.booked, first.booked);
  EXPECT_EQ(bills(office.store.database, 10)->size(), 1u);
}

TEST_P(ADay, ThatDiffersIsKeptWithItsDifferencesAndRaisesAnAlarmForEach) {
  const auto changed = [&](const std::string& asked) {
    auto bookings = *fetch(asked);
    bookings.front().amount_fen += 1;
    bookings.push_back({"UNHEARD-OF", "", "4200", 100});
    return tl::expected<std::vector<Booking>, std::string>(bookings);
  };
  const Bill bill = reconciled(changed);
  std::vector<Kind> kinds;
  for (const auto& one : bill.differences) kinds.push_back(one.kind);
  EXPECT_THAT(kinds, testing::UnorderedElementsAre(Kind::OtherAmount, Kind::MissingHere));
  EXPECT_EQ(alarms(office.store.database, 10)->size(), 2u);
  EXPECT_EQ(bills(office.store.database, 10)->front().differences, bill.differences);
}

TEST_P(ADay, WithoutABillThoughMoneyMovedIsAskedForAgain) {
  const auto nothing = [](const std::string&) { return std::vector<Booking>(); };
  const auto bill = reconcile_day(office.store.database, GetParam(), day, nothing);
  ASSERT_FALSE(bill);
  EXPECT_THAT(bill.error(), testing::HasSubstr("no bill yet"));
  EXPECT_THAT(*bills(office.store.database, 10), testing::IsEmpty());
  EXPECT_EQ(reconciled(fetch).booked.size(), 1u);
}

TEST_P(ADay, WithMoneyTheGatewayDoesNotKnowSaysSo) {
  office.store.wait(std::chrono::days(4));
  const Bill bill = reconciled([](const std::string&) { return std::vector<Booking>(); });
  ASSERT_EQ(bill.differences.size(), 1u);
  EXPECT_EQ(bill.differences.front().kind, Kind::MissingThere);
  EXPECT_EQ(bill.differences.front().here.attempt, "NEW-1-P1");
}

class ADayOfWeChat : public ADay {};
INSTANTIATE_TEST_SUITE_P(, ADay, testing::Values("wechat", "alipay"),
                         [](const auto& channel) { return std::string(channel.param); });
INSTANTIATE_TEST_SUITE_P(, ADayOfWeChat, testing::Values("wechat"),
                         [](const auto& channel) { return std::string(channel.param); });

TEST_P(ADayOfWeChat, WhoseFileIsAnotherThanWasAnnouncedIsNotBelieved) {
  auto merchant = *office.ears.wechat;
  const auto forging = [&](const http::Request& request) {
    auto exchanged = transport::Exchanged(office.partners.answer(request));
    if (request.path.find("billdownload") != std::string::npos) exchanged->body += "\n";
    return exchanged;
  };
  const auto bill = effects::wechat_bills(merchant, forging, [&] { return office.stamp(); })(day);
  ASSERT_FALSE(bill);
  EXPECT_THAT(bill.error(), testing::HasSubstr("not the one that was announced"));
}

}  // namespace
}  // namespace vermilion::service::running
