#include "service/simulator/server.hpp"

#include "service/payment/alipay/form.hpp"
#include "service/transport/client.hpp"
#include "tests/service/effects/office.hpp"

#include <fmt/format.h>
#include <gmock/gmock.h>

namespace vermilion::service::simulator {
namespace {

using testing::HasSubstr;
using tests::Backend;
using tests::Office;

// A person in front of the page.
class Person {
 public:
  explicit Person(std::uint16_t port)
      : client_(*transport::endpoint_of(fmt::format("http://127.0.0.1:{}", port))) {}

  std::string look() { return client_.exchange({"GET", "/", {}, {}})->body; }
  http::Answer press(const payment::alipay::Parameters& form) {
    return *client_.exchange({"POST", "/do", {}, payment::alipay::to_form(form)});
  }

 private:
  transport::Client client_;
};

TEST(SimulatorServer, PagePressedPayEndsAsACommand) {
  Office office(Backend::Sqlite, Office::Wire::Loopback);
  Person person(office.port());
  for (const std::string channel : {"wechat", "alipay"}) {
    const std::string id = "O-" + channel;
    const std::string code = channel == "wechat" ? "91360600MA35DEM06M" : "91360600MA35DEM14G";
    office.register_organisation(code, "OLD-" + channel);
    office.live(id, code, "OLD-" + channel,
                fmt::format("applicant begin renew organisation years=2\n"
                            "applicant open {}-P1 {}\noutside work\n",
                            id, channel));
    EXPECT_THAT(person.look(), HasSubstr(id + "-P1"));
    const auto done = person.press({{"act", "pay"}, {"key", id + "-P1"}, {"of", channel}});
    EXPECT_EQ(done.status, 200);
    EXPECT_THAT(done.body, HasSubstr("已支付"));
    EXPECT_TRUE(office.comes_to(id, workflow::Stage::RenewalPaid)) << channel;
  }
  EXPECT_EQ(office.distrusted, 0);
}

TEST(SimulatorServer, AnswerThatIsSwallowedMayHaveBeenTaken) {
  Office office(Backend::Sqlite, Office::Wire::Loopback);
  office.partners.swallow_next_answer();
  const auto charged =
      office.world.cashiers.at(workflow::Channel::WeChat)
          ->charge({"A-1234", 100, "证书", office.stamp().now + std::chrono::hours(1)});
  ASSERT_FALSE(charged);
  EXPECT_EQ(charged.error().kind, effects::Failure::Kind::Unknown);
  EXPECT_EQ(office.partners.book().trades.size(), 1u);
}

TEST(SimulatorServer, NoSuchButtonIsSaidSo) {
  Office office(Backend::Sqlite, Office::Wire::Loopback);
  Person person(office.port());
  EXPECT_EQ(person.press({{"act", "rob"}}).status, 400);
  EXPECT_THAT(person.press({{"act", "pay"}, {"key", "X"}, {"of", "wechat"}}).body,
              HasSubstr("没有可做的"));
}

TEST(SimulatorServer, ForgedAndDoubledCallbacksOnTheWireHaveNoEffect) {
  Office office(Backend::Sqlite, Office::Wire::Loopback);
  office.partners.set({.twice = 100, .forge = 100});
  office.register_organisation("91360600MA35DEM06M", "OLD-1");
  office.live("O-1", "91360600MA35DEM06M", "OLD-1",
              "applicant begin renew organisation years=2\napplicant open O-1-P1 wechat\n"
              "outside work\noutside pay O-1-P1 wechat\nsee renewal_paid\n");
  EXPECT_TRUE(office.comes([&] { return office.callbacks == 3; }));
  EXPECT_EQ(office.distrusted, 1);
  EXPECT_EQ(office.order("O-1").version, 3u);
}

}  // namespace
}  // namespace vermilion::service::simulator
