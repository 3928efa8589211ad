#include "service/effects/authority.hpp"

#include "tests/service/certificates/memory_register.hpp"
#include "tests/service/effects/played.hpp"
#include "tests/support/temporary_folder.hpp"

#include <gmock/gmock.h>

namespace vermilion::service::effects {
namespace {

using namespace std::chrono_literals;
using certificates::Algorithm;
using certificates::PrivateKey;
using tests::Played;
using workflow::Stage;

// Journeys are of March 2026.
constexpr certificates::Instant kMade = std::chrono::sys_days(2026y / 1 / 1);

struct AnAuthority {
  AnAuthority() : key(PrivateKey::generate(Algorithm::Sm2)) {
    EXPECT_TRUE(
        certificates::make_authority(folder.path(), {Algorithm::Sm2, "测试认证中心"}, kMade));
    authority.emplace(certificates::Authority::open(folder.path(), kept).value());
  }
  AuthorityMaker maker(Played& played) {
    return {*authority, [this](const workflow::Order&) { return key.public_key(); },
            played.world.stamps};
  }
  tests::TemporaryFolder folder;
  PrivateKey key;
  certificates::MemoryRegister kept;
  std::optional<certificates::Authority> authority;
};

constexpr std::string_view kToMaking =
    "applicant fill_form\nsystem verify passed\napplicant upload all\nsystem inspect all clean\n"
    "applicant submit\nreviewer claim\nreviewer accept all\nreviewer approve\n"
    "applicant open P1 wechat\nsystem paid P1 fee\napplicant post SF SF1234567890123\n"
    "post_room parcel SF SF1234567890123\npost_room check_paper good\n";

TEST(AuthorityMaker, MakesOneCertificateForOneMaking) {
  AnAuthority one;
  Played played("applicant begin new main\n" + std::string(kToMaking) + "maker start_making\n");
  AuthorityMaker maker = one.maker(played);
  played.world.certificates = &maker;
  const workflow::Order before = played.order();
  ASSERT_TRUE(played.carry("issue_certificate"));
  const auto first = played.order().made;
  ASSERT_TRUE(first);
  EXPECT_EQ(first->key_id, one.key.public_key().id());
  EXPECT_TRUE(first->main_key);
  played.journey.order = before;  // the answer was lost, a day passed
  played.journey.wait(24h);
  ASSERT_TRUE(played.carry("issue_certificate", true));
  EXPECT_EQ(played.order().made, first);
}

TEST(AuthorityMaker, KeyNobodyHasBroughtIsWaitedFor) {
  AnAuthority one;
  Played played("applicant begin new main\n" + std::string(kToMaking) + "maker start_making\n");
  AuthorityMaker maker(
      *one.authority,
      [](const workflow::Order&) -> Outcome<certificates::PublicKey> {
        return failed(Failure::Kind::Later, "no key yet");
      },
      played.world.stamps);
  played.world.certificates = &maker;
  EXPECT_EQ(played.carry("issue_certificate").error().kind, Failure::Kind::Later);
  EXPECT_EQ(played.order().stage, Stage::Making);
}

// The old certificate is the authority's own: made for one order, renewed by another, then
// replaced.
TEST(AuthorityMaker, RenewsInTheSameKeyAndRevokesWhatWasReplaced) {
  AnAuthority one;
  Played first("applicant begin new main\n" + std::string(kToMaking) + "maker start_making\n");
  AuthorityMaker maker = one.maker(first);
  first.world.certificates = &maker;
  ASSERT_TRUE(first.carry("issue_certificate"));
  Played second("");
  second.journey.now = first.order().made->valid_until - 24h;
  second.journey.registry = *first.order().made;
  second.journey.go(
      "applicant begin renew organisation years=2\napplicant open P2 wechat\n"
      "system paid P2 fee\n");
  second.journey.go("applicant download " + first.order().made->serial + " " +
                    first.order().made->key_id + " 1\n");
  AuthorityMaker renewer = one.maker(second);
  second.world.certificates = &renewer;
  ASSERT_TRUE(second.carry("issue_certificate"));
  EXPECT_EQ(second.order().stage, Stage::Renewed);
  EXPECT_EQ(second.order().made->key_id, first.order().made->key_id);
  EXPECT_FALSE(second.journey.asked_for("raise_alarm")) << "the validity is as paid";
  EXPECT_TRUE(renewer.revoke(first.order().made->serial));
  EXPECT_TRUE(renewer.revoke(first.order().made->serial)) << "revoked already is revoked";
  EXPECT_EQ(renewer.revoke("1234").error().kind, Failure::Kind::Never);
}

}  // namespace
}  // namespace vermilion::service::effects
