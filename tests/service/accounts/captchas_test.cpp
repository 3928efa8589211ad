#include "service/accounts/captchas.hpp"

#include "tests/service/accounts/a_house.hpp"

namespace vermilion::tests {
namespace {

using namespace service::accounts;

class Captchas : public AccountsOnBoth {};

bool answers(AHouse& house, const CaptchaAnswer& answer, const std::string& device) {
  return house.store.database
      .transact([&](Transaction& transaction) {
        return answer_captcha(transaction, house.accounts.keys, answer, device);
      })
      .value();
}

TEST_P(Captchas, ServeOnceRightOrWrong) {
  AHouse house(GetParam());
  const auto visitor = house.visitor();
  const auto right = house.solved(visitor);
  EXPECT_TRUE(answers(house, right, visitor.device));
  EXPECT_FALSE(answers(house, right, visitor.device));
  auto wrong = house.solved(visitor);
  EXPECT_FALSE(answers(house, {wrong.id, "999"}, visitor.device));
  EXPECT_FALSE(answers(house, wrong, visitor.device));
}

TEST_P(Captchas, AreForTheBrowserTheyWereShownToForFiveMinutes) {
  AHouse house(GetParam());
  const auto visitor = house.visitor();
  EXPECT_FALSE(answers(house, house.solved(visitor), house.visitor("another").device));
  const auto late = house.solved(visitor);
  house.wait(kCaptchaLife);
  EXPECT_FALSE(answers(house, late, visitor.device));
  EXPECT_FALSE(answers(house, {"no such", "1"}, visitor.device));
}

TEST_P(Captchas, TakeFullWidthDigitsAndBlanks) {
  AHouse house(GetParam());
  const auto visitor = house.visitor();
  auto answer = house.solved(visitor);
  std::string wide = " ";
  for (const char c : answer.answer) {
    wide += std::string("\xEF\xBC") + static_cast<char>(c - '0' + '\x90');
  }
  EXPECT_TRUE(answers(house, {answer.id, wide}, visitor.device));
}

TEST_P(Captchas, AreNotShownToOneAddressForEver) {
  AHouse house(GetParam());
  const auto visitor = house.visitor();
  int shown = 0;
  Result<Captcha> captcha;
  while ((captcha = show_captcha(house.accounts, visitor.device, visitor.address))) ++shown;
  EXPECT_EQ(shown, 60);
  EXPECT_EQ(captcha.error().reason, Reason::TooMany);
  EXPECT_EQ(captcha.error().wait.count(), 5);
  EXPECT_TRUE(show_captcha(house.accounts, visitor.device, "another"));
}

// Neither answer stands where it could be read.
TEST_P(Captchas, LeaveNoAnswerInTheDatabase) {
  AHouse house(GetParam());
  const auto answer = house.solved(house.visitor());
  const auto row = house.store.database
                       .read([](Transaction& transaction) {
                         return transaction.row<std::string, std::string>(
                             "SELECT picture, question FROM captchas");
                       })
                       .value();
  EXPECT_EQ(std::get<0>(*row).size(), 64u);
  EXPECT_NE(std::get<1>(*row), answer.answer);
}

INSTANTIATE_TEST_SUITE_P(, Captchas, testing::Values(Backend::Sqlite, Backend::PostgreSql),
                         backend_name);

}  // namespace
}  // namespace vermilion::tests
