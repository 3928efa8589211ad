#include "service/effects/partners.hpp"

#include "service/simulator/sides.hpp"
#include "tests/support/temporary_folder.hpp"

#include <gmock/gmock.h>
#include <nlohmann/json.hpp>

#include <fstream>

namespace vermilion::service::effects {
namespace {

namespace fs = std::filesystem;
using testing::HasSubstr;

class PartnersFolder : public testing::Test {
 protected:
  PartnersFolder() {
    static const auto kSides = simulator::make_sides({});
    EXPECT_TRUE(simulator::write_sides(kSides, {}, folder.path()));
    secret = kSides.verification.secret;
    std::ifstream in(folder.path() / "partners.json");
    settings = nlohmann::json::parse(in);
  }

  std::string complaint(const nlohmann::json& changed) const {
    std::ofstream(folder.path() / "partners.json") << changed.dump();
    const auto read = read_partners(folder.path());
    return read ? "" : read.error();
  }

  const tests::TemporaryFolder folder;
  std::string secret;
  nlohmann::json settings;  // as they were written
};

TEST_F(PartnersFolder, EverybodyWhoIsInItIsSetUp) {
  const auto partners = read_partners(folder.path());
  ASSERT_TRUE(partners) << partners.error();
  EXPECT_EQ(partners->world.cashiers.size(), 2u);
  EXPECT_TRUE(partners->world.texting.send);
  EXPECT_TRUE(partners->world.verifying && partners->world.tracking && partners->world.ask_invoice);
  EXPECT_EQ(partners->ears.verification->secret, secret);
}

TEST_F(PartnersFolder, WhoIsNotInItIsNobody) {
  std::ofstream(folder.path() / "partners.json") << "{}";
  const auto partners = read_partners(folder.path());
  ASSERT_TRUE(partners);
  EXPECT_TRUE(partners->world.cashiers.empty());
  EXPECT_FALSE(partners->world.verifying);
}

TEST_F(PartnersFolder, SecretsOthersMayReadAreRefused) {
  const fs::path file = folder.path() / "verification/secret";
  fs::permissions(file, fs::perms::group_read, fs::perm_options::add);
  const auto partners = read_partners(folder.path());
  ASSERT_FALSE(partners);
  EXPECT_THAT(partners.error(), HasSubstr("chmod 600"));
  EXPECT_THAT(partners.error(), testing::Not(HasSubstr(secret)));
}

TEST_F(PartnersFolder, WhatIsWrongIsNamed) {
  auto json = settings;
  json["wechat"].erase("mchid");
  EXPECT_THAT(complaint(json), HasSubstr("wechat.mchid"));
  json = settings;
  json["wechat"]["key_file"] = "verification/secret";
  EXPECT_THAT(complaint(json), HasSubstr("verification/secret"));
  json = settings;
  json["alipay"]["url"] = "http://gateway.example.com";
  EXPECT_THAT(complaint(json), HasSubstr("needs https"));
  json = settings;
  json["sms"]["vendor"] = "pigeon";
  EXPECT_THAT(complaint(json), HasSubstr("sms.vendor"));
  json = settings;
  json["wechat"]["apiv3_key_file"] = "wechat/none";
  EXPECT_THAT(complaint(json), HasSubstr("wechat/none"));
  EXPECT_THAT(complaint("no object"), HasSubstr("no object"));
}

}  // namespace
}  // namespace vermilion::service::effects
