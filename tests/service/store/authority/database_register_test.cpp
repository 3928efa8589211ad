#include "service/store/authority/database_register.hpp"

#include "service/certificates/authority.hpp"
#include "tests/service/store/a_database.hpp"
#include "tests/support/temporary_folder.hpp"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <set>
#include <thread>

namespace vermilion::service::store::authority {
namespace {

using namespace std::chrono_literals;
using certificates::Instant;
using certificates::Issued;
using certificates::Reason;
using certificates::Revocation;

constexpr Instant kNow = std::chrono::sys_days(2026y / 11 / 21);

class DatabaseRegisterTest : public tests::OnBoth {
 protected:
  void SetUp() override {
    tests::OnBoth::SetUp();
    if (IsSkipped()) return;
    owned_ = std::make_unique<tests::ADatabase>(GetParam());
    database_ = std::make_unique<database::Database>(owned_->migrated());
    rsa_ = std::make_unique<DatabaseRegister>(*database_, "rsa");
    sm2_ = std::make_unique<DatabaseRegister>(*database_, "sm2");
  }

  std::unique_ptr<tests::ADatabase> owned_;
  std::unique_ptr<database::Database> database_;
  std::unique_ptr<DatabaseRegister> rsa_;
  std::unique_ptr<DatabaseRegister> sm2_;
};

TEST_P(DatabaseRegisterTest, WhatWasKeptFirstStays) {
  const Issued first{"r", "asked", "01", "pem"};
  EXPECT_EQ(rsa_->by_request("r").value(), std::nullopt);
  EXPECT_EQ(rsa_->keep(first).value(), first);
  EXPECT_EQ(rsa_->keep({"r", "asked", "02", "other"}).value(), first);
  EXPECT_EQ(rsa_->by_request("r").value(), first);
  EXPECT_EQ(rsa_->by_serial("01").value(), first);
  EXPECT_EQ(rsa_->by_serial("02").value(), std::nullopt);
}

TEST_P(DatabaseRegisterTest, AuthoritiesDoNotSeeEachOther) {
  ASSERT_TRUE(rsa_->keep({"r", "asked", "01", "pem"}));
  EXPECT_EQ(sm2_->by_request("r").value(), std::nullopt);
  EXPECT_EQ(sm2_->by_serial("01").value(), std::nullopt);
  ASSERT_TRUE(rsa_->revoke({"01", kNow, Reason::Superseded}));
  EXPECT_TRUE(sm2_->revocations().value().empty());
}

TEST_P(DatabaseRegisterTest, FirstRevocationStands) {
  const Revocation first{"02", kNow, Reason::Superseded};
  EXPECT_EQ(rsa_->revoke(first).value(), first);
  EXPECT_EQ(rsa_->revoke({"02", kNow + 1h, Reason::KeyCompromise}).value(), first);
  const Revocation second{"01", kNow, Reason::Unspecified};
  ASSERT_TRUE(rsa_->revoke(second));
  EXPECT_EQ(rsa_->revocations().value(), (std::vector<Revocation>{second, first}));
  EXPECT_EQ(rsa_->revocation("02").value(), first);
  EXPECT_EQ(rsa_->revocation("03").value(), std::nullopt);
}

TEST_P(DatabaseRegisterTest, NoNumberOfAListIsGivenTwice) {
  std::vector<std::vector<std::uint64_t>> given(4);
  std::vector<std::jthread> threads;
  for (auto& numbers : given) {
    threads.emplace_back([&] {
      for (int i = 0; i < 10; ++i) numbers.push_back(rsa_->next_list_number().value());
    });
  }
  threads.clear();
  std::set<std::uint64_t> all;
  for (const auto& numbers : given) all.insert(numbers.begin(), numbers.end());
  EXPECT_EQ(all.size(), 40u);
  EXPECT_EQ(*all.rbegin(), 40u);
  EXPECT_EQ(sm2_->next_list_number().value(), 1u);
}

// However many ask at once and however often: one certificate.
TEST_P(DatabaseRegisterTest, FiftyAtOnceAreGivenTheSameCertificate) {
  const tests::TemporaryFolder folder;
  ASSERT_TRUE(certificates::make_authority(folder.path(),
                                           {certificates::Algorithm::Sm2, "测试认证中心"}, kNow));
  auto authority = certificates::Authority::open(folder.path(), *sm2_).value();
  const auto key = certificates::PrivateKey::generate(certificates::Algorithm::Sm2);
  std::vector<std::string> serials(50);
  std::vector<std::jthread> threads;
  for (int i = 0; i < 10; ++i) {
    threads.emplace_back([&, i] {
      for (int j = 0; j < 5; ++j) {
        const auto issued = authority.issue({"issue_certificate/O1/1",
                                             {"测试公司", "91360600MA35DEM06M"},
                                             key.public_key(),
                                             kNow + 24h * 365},
                                            kNow);
        serials[static_cast<std::size_t>(5 * i + j)] = issued ? issued->serial : "";
      }
    });
  }
  threads.clear();
  EXPECT_EQ(std::set<std::string>(serials.begin(), serials.end()).size(), 1u);
  EXPECT_NE(serials.front(), "");
}

INSTANTIATE_TEST_SUITE_P(, DatabaseRegisterTest,
                         testing::Values(database::Backend::Sqlite, database::Backend::PostgreSql),
                         tests::backend_name);

}  // namespace
}  // namespace vermilion::service::store::authority
