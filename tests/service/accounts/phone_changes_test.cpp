#include "service/accounts/phone_changes.hpp"

#include "service/accounts/registration.hpp"
#include "service/accounts/sign_in.hpp"
#include "service/store/blobs/folder_shelf.hpp"
#include "tests/service/accounts/a_house.hpp"
#include "tests/service/store/blobs/quick_disk.hpp"
#include "tests/service/store/blobs/rings.hpp"
#include "tests/support/temporary_folder.hpp"

namespace vermilion::tests {
namespace {

using namespace service::accounts;
using workflow::organisation::Purpose;

constexpr const char* kNewMobile = "13707010009";
const std::string kLetter = "\xFF\xD8\xFF a letter with a stamp";
const Asker kOperator{"op-1", Role::Operator, ""};

class PhoneChanges : public AccountsOnBoth {
 protected:
  void SetUp() override {
    AccountsOnBoth::SetUp();
    if (IsSkipped()) return;
    house_ = std::make_unique<AHouse>(GetParam());
    shelf_ = std::make_unique<service::store::blobs::FolderShelf>(
        *service::store::blobs::FolderShelf::open(folder_.path(), disk_));
    blobs_ = std::make_unique<service::store::blobs::Blobs>(*shelf_,
                                                            service::store::blobs::ring_of({1}));
    house_->accounts.blobs = blobs_.get();
    entered_ = house_->registered();
    house_->wait(std::chrono::minutes(10));
  }

  Result<void> ask(const std::string& material = kLetter, const std::string& typed = "") {
    const auto visitor = house_->visitor("newcomer");
    house_->wait(std::chrono::minutes(20));  // letters of one address are counted
    const auto code = house_->fresh_code(Purpose::ChangePhone, kOurs, kNewMobile, visitor);
    return ask_phone_change(house_->accounts,
                            {kOurs, kNewMobile, typed.empty() ? code : typed, "离职", material},
                            visitor);
  }

  TemporaryFolder folder_;
  service::store::blobs::QuickDisk disk_;
  std::unique_ptr<service::store::blobs::FolderShelf> shelf_;
  std::unique_ptr<service::store::blobs::Blobs> blobs_;
  std::unique_ptr<AHouse> house_;
  Entered entered_;
};

TEST_P(PhoneChanges, AreAskedWithALetterListedAndApproved) {
  ASSERT_TRUE(ask());
  const auto changes = phone_changes(house_->accounts);
  ASSERT_EQ(changes->size(), 1u);
  EXPECT_EQ(changes->front().organisation.phone_change->mobile, kNewMobile);
  EXPECT_EQ(*phone_change_material(house_->accounts, kOperator, kOurs), kLetter);
  ASSERT_TRUE(approve_phone_change(house_->accounts, kOperator, kOurs));
  EXPECT_TRUE(phone_changes(house_->accounts)->empty());
  EXPECT_EQ(house_->organisation().mobile, kNewMobile);
  house_->work();
  EXPECT_EQ(house_->texts.back().template_id, "phone_changed");
  EXPECT_EQ(house_->texts.back().phone, kNewMobile);
  EXPECT_EQ(house_->texts[house_->texts.size() - 2].phone, kOurMobile);
  for (const auto& blank : house_->texts.back().blanks) EXPECT_NE(blank.text, kNewMobile);
}

// Who left opens nothing any more; who came sets a password by telephone.
TEST_P(PhoneChanges, HandTheSeatOver) {
  ASSERT_TRUE(ask());
  EXPECT_TRUE(house_->who(entered_.token));
  ASSERT_TRUE(approve_phone_change(house_->accounts, kOperator, kOurs));
  EXPECT_FALSE(house_->who(entered_.token));
  const auto old_browser = house_->visitor("office of 13807010001");
  SignIn said{kOurs, "", "", kPassword, "", {}};
  EXPECT_FALSE(sign_in(house_->accounts, said, old_browser));
  house_->wait(std::chrono::minutes(10));
  const auto visitor = house_->visitor("newcomer");
  const auto code = house_->fresh_code(Purpose::ResetPassword, kOurs, kNewMobile, visitor);
  ASSERT_TRUE(
      reset_password(house_->accounts, {kOurs, kNewMobile, code, "a new long secret"}, visitor));
  said.password = "a new long secret";
  EXPECT_TRUE(sign_in(house_->accounts, said, visitor));
}

TEST_P(PhoneChanges, AreRefusedWithAReasonAndTold) {
  ASSERT_TRUE(ask());
  EXPECT_FALSE(refuse_phone_change(house_->accounts, kOperator, kOurs, ""));
  ASSERT_TRUE(refuse_phone_change(house_->accounts, kOperator, kOurs, "公章不清"));
  EXPECT_EQ(house_->organisation().mobile, kOurMobile);
  house_->work();
  EXPECT_EQ(house_->texts.back().template_id, "phone_change_refused");
  EXPECT_EQ(house_->texts.back().phone, kNewMobile);
  EXPECT_TRUE(house_->who(entered_.token));
  EXPECT_EQ(approve_phone_change(house_->accounts, kOperator, kOurs).error().reason,
            Reason::NotFound);
}

TEST_P(PhoneChanges, NeedALetterAndTheCode) {
  EXPECT_EQ(ask("<html>").error().mistakes.at(0).pointer, "/material");
  EXPECT_EQ(ask("").error().mistakes.at(0).pointer, "/material");
  EXPECT_EQ(ask(kLetter, "abcdef").error().reason, Reason::CodeWrong);
  EXPECT_TRUE(phone_changes(house_->accounts)->empty());
  EXPECT_EQ(phone_change_material(house_->accounts, kOperator, kOurs).error().reason,
            Reason::NotFound);
}

INSTANTIATE_TEST_SUITE_P(, PhoneChanges, testing::Values(Backend::Sqlite, Backend::PostgreSql),
                         backend_name);

}  // namespace
}  // namespace vermilion::tests
