#include "service/post_room/found.hpp"

#include "rules/forms/payload.hpp"
#include "tests/service/review/a_desk.hpp"

#include <gtest/gtest.h>

namespace vermilion::service::post_room {
namespace {

using tests::ADesk;
using tests::Backend;

const rules::forms::Key kKey{7, std::string(32, 'k')};
const rules::forms::Key kAnotherKey{7, std::string(32, 'x')};

std::string code(const std::string& order, const rules::forms::Key& key = kKey,
                 std::uint8_t generation = 1) {
  return rules::forms::encode({order, "yingtan_sunshine", "application_form", generation, {}}, key)
      .value();
}

class PostRoom : public tests::OnBoth {
 protected:
  static Found found(ADesk& a, const std::string& read) {
    return a.store.orders
        .transact(
            [&](store::orders::Saying& saying) { return find(saying, read, std::span(&kKey, 1)); })
        .value();
  }
  static void pay(ADesk& a) {
    a.submit("O1");
    ASSERT_TRUE(a.desk.claim_next("r1").value());
    const auto shown = a.desk.look("O1", "r1").value();
    ASSERT_TRUE(a.desk.decide("O1", "r1", ADesk::accepting(shown)));
    ASSERT_TRUE(a.say("O1", {workflow::Role::Applicant, "seat-1"},
                      workflow::OpenPayment{"O1-P1", workflow::Channel::WeChat}));
    ASSERT_TRUE(a.say("O1", {workflow::Role::System, "gateway"},
                      workflow::NotePayment{"O1-P1", "T1", *a.order("O1").fee, {}}));
  }
};

TEST_P(PostRoom, FindsAnOrderByItsNumberAndByTheCodeOfAForm) {
  ADesk a(GetParam());
  pay(a);
  EXPECT_EQ(found(a, "O1").answer, Answer::Expected);
  const Found by_code = found(a, code("O1"));
  EXPECT_EQ(by_code.answer, Answer::Expected);
  EXPECT_EQ(by_code.code.document, "application_form");
  EXPECT_EQ(by_code.code.signed_by_us, true);
  ASSERT_TRUE(by_code.order);
  EXPECT_EQ(by_code.order->id, "O1");
}

TEST_P(PostRoom, SaysThatPaperCameTooEarly) {
  ADesk a(GetParam());
  a.submit("O1");
  EXPECT_EQ(found(a, "O1").answer, Answer::Early);
  EXPECT_EQ(found(a, code("O1")).answer, Answer::Early);
}

TEST_P(PostRoom, SaysThatAFormIsOfAnOlderPrint) {
  ADesk a(GetParam());
  pay(a);
  EXPECT_EQ(found(a, code("O1", kKey, 2)).answer, Answer::Stale);
}

TEST_P(PostRoom, BelievesNoCodeThatIsNotSigned) {
  ADesk a(GetParam());
  pay(a);
  const Found forged = found(a, code("O1", kAnotherKey));
  EXPECT_EQ(forged.answer, Answer::Forged);
  EXPECT_FALSE(forged.order);
}

TEST_P(PostRoom, KnowsNothingOfWhatIsNotOurs) {
  ADesk a(GetParam());
  for (const auto* read : {"O2", "https://example.cn/x?y=1", "", "' OR 1=1", "一二三"}) {
    const Found nothing = found(a, read);
    EXPECT_EQ(nothing.answer, Answer::Unknown) << read;
    EXPECT_FALSE(nothing.order) << read;
  }
}

INSTANTIATE_TEST_SUITE_P(, PostRoom, testing::Values(Backend::Sqlite, Backend::PostgreSql),
                         tests::backend_name);

}  // namespace
}  // namespace vermilion::service::post_room
