#include "service/authoring/trials.hpp"

#include "service/authoring/files.hpp"
#include "tests/service/authoring/shipped_files.hpp"
#include "tests/support/outcomes.hpp"

#include <gtest/gtest.h>

#include <future>

namespace vermilion::service::authoring {
namespace {

using namespace std::chrono_literals;

class RuleTrials : public testing::Test {
 protected:
  RuleTrials()
      : set_(sound(tests::shipped_files()).value()),
        projects_(authored(set_, {"yingtan_sunshine"})),
        list_(list_of(projects_).value()) {}

  static cases::InspectByPlan slow(std::chrono::milliseconds each) {
    return [each](auto, auto file, const auto&) {
      std::this_thread::sleep_for(each);
      return tests::a_readable_report(std::string(file));
    };
  }
  static bool never() { return false; }

  projects::RuleSet set_;
  std::vector<commands::AuthoredProject> projects_;
  std::vector<cases::Listed> list_;
  Trials trials_;
};

TEST_F(RuleTrials, EndWhenTheirTimeIsOver) {
  const auto ran = trials_.run("a", list_, slow(50ms), never, 120ms);
  ASSERT_TRUE(ran);
  EXPECT_FALSE(ran->complete());
  EXPECT_GE(ran->tried.tally.total(), 1U);
  EXPECT_LT(ran->tried.tally.total(), ran->of);
  EXPECT_EQ(ran->tried.all.size(), ran->tried.tally.total());
}

TEST_F(RuleTrials, EndWhenTheServerStops) {
  const auto ran = trials_.run("a", list_, slow(1ms), [] { return true; });
  ASSERT_TRUE(ran);
  EXPECT_FALSE(ran->complete());
}

TEST_F(RuleTrials, AreForOneAuthorAtATime) {
  std::atomic<bool> stop = false;
  auto first = std::async(std::launch::async, [&] {
    return trials_.run("a", list_, slow(20ms), [&] { return stop.load(); });
  });
  std::this_thread::sleep_for(60ms);
  EXPECT_FALSE(trials_.run("b", list_, slow(1ms), never));
  stop = true;
  EXPECT_TRUE(first.get());
  EXPECT_TRUE(trials_.run("b", list_, slow(1ms), never, 30ms));
}

TEST_F(RuleTrials, OfTheSameAuthorTakeThePlaceOfTheFirst) {
  auto first =
      std::async(std::launch::async, [&] { return trials_.run("a", list_, slow(30ms), never); });
  std::this_thread::sleep_for(100ms);
  const auto second = trials_.run("a", list_, slow(1ms), never, 50ms);
  EXPECT_TRUE(second);
  const auto cancelled = first.get();
  ASSERT_TRUE(cancelled);
  EXPECT_FALSE(cancelled->complete());
}

}  // namespace
}  // namespace vermilion::service::authoring
