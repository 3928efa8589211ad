#include "service/effects/runner.hpp"

#include "tests/service/effects/office.hpp"

#include <gmock/gmock.h>

namespace vermilion::tests {
namespace {

using service::effects::Failure;
using service::effects::Runner;
using service::effects::Task;

constexpr const char* kCode = "91360600MA35DEM06M";

// An order that waits for its verification to be started; everything else is done.
struct Waiting {
  Waiting() : office(Backend::Sqlite) {
    office.register_organisation(kCode, "OLD-1");
    office.work();
    office.live("O-1", kCode, "OLD-1", "applicant begin new main\n");
  }
  // The partner does this once.
  template <class Do>
  void next_exchange(Do act) {
    auto real = office.world.verifying->carrier;
    office.world.verifying->carrier = [this, real, act](const service::http::Request& request) {
      office.world.verifying->carrier = real;
      return act(real, request);
    };
  }
  Office office;
};

TEST(Runner, JobIsDoneOnceAndNotAgain) {
  Waiting waiting;
  EXPECT_EQ(waiting.office.work(), 1);
  EXPECT_EQ(waiting.office.work(), 0);
  EXPECT_EQ(waiting.office.partners.book().verifications.size(), 1u);
}

TEST(Runner, WhatFailedIsTriedAgainAfterAPause) {
  Waiting waiting;
  using service::transport::Exchanged;
  waiting.next_exchange([](const auto&, const auto&) -> Exchanged {
    return tl::unexpected(
        service::transport::Failure{service::transport::Failure::Kind::NotSent, "refused"});
  });
  EXPECT_EQ(waiting.office.work(), 1);
  EXPECT_TRUE(waiting.office.partners.book().verifications.empty());
  EXPECT_EQ(waiting.office.work(), 0) << "not before its time";
  waiting.office.store.wait(std::chrono::minutes(1));
  EXPECT_EQ(waiting.office.work(), 1);
  EXPECT_EQ(waiting.office.partners.book().verifications.size(), 1u);
}

TEST(Runner, TextThatMayHaveBeenSentIsLeftToAPerson) {
  Waiting waiting;
  Office& office = waiting.office;
  auto real = office.world.texting.send;
  office.world.texting.send = [&](const service::sms::Message& message) -> service::sms::Sent {
    static_cast<void>(real(message));  // it was sent, the answer is lost
    return tl::unexpected(service::sms::Failure{service::sms::Failure::Kind::Unknown, "was cut"});
  };
  office.live("O-1", kCode, "OLD-1",
              "outside work\noutside verify\napplicant fill_form\napplicant upload all\n"
              "outside work\napplicant submit\nreviewer claim\nreviewer accept all\n"
              "reviewer approve\noutside work\n");
  for (int i = 0; i < 5; ++i) {
    office.store.wait(std::chrono::hours(1));
    office.work();
  }
  EXPECT_EQ(office.partners.book().texts.size(), 1u);
  ASSERT_EQ(office.dead().size(), 1u);
  EXPECT_THAT(office.dead().front().reason, testing::HasSubstr("may have been sent"));
}

// A worker that was stopped past its lease comes back when another has done the job.
TEST(Runner, WhoLostItsLeaseSaysNothing) {
  Waiting waiting;
  Office& office = waiting.office;
  waiting.next_exchange([&](const auto& real, const auto& request) {
    auto answer = real(request);
    office.store.wait(std::chrono::minutes(1));
    EXPECT_EQ(office.work(), 1) << "somebody else has it";
    return answer;
  });
  EXPECT_EQ(office.work(), 1);
  EXPECT_EQ(office.partners.book().verifications.size(), 1u);
  EXPECT_TRUE(office.dead().empty());
}

}  // namespace
}  // namespace vermilion::tests
