#include "service/webhooks/webhooks.hpp"

#include "tests/service/store/a_database.hpp"

#include <gmock/gmock.h>

namespace vermilion::service::webhooks {
namespace {

using tests::ADatabase;
using tests::Backend;

std::vector<std::string> pointers(const Wanted& wanted, Reach reach) {
  std::vector<std::string> found;
  for (const auto& mistake : mistakes_in(wanted, reach)) found.push_back(mistake.pointer);
  return found;
}

TEST(Webhooks, LieWhereTheyMay) {
  const auto at = [](const std::string& url, Reach reach) {
    return pointers({"desk", url, {}}, reach);
  };
  using testing::ElementsAre;
  using testing::IsEmpty;
  EXPECT_THAT(at("https://partner.example/hook", Reach::Public), IsEmpty());
  EXPECT_THAT(at("http://127.0.0.1:9000/hook", Reach::Anywhere), IsEmpty());
  EXPECT_THAT(at("http://127.0.0.1:9000/hook", Reach::Public), ElementsAre("/url"));
  EXPECT_THAT(at("http://partner.example/hook", Reach::Anywhere), ElementsAre("/url"));
  EXPECT_THAT(at("file:///etc/passwd", Reach::Anywhere), ElementsAre("/url"));
  EXPECT_THAT(at("https://a.example/hook?next=x", Reach::Public), ElementsAre("/url"));
}

TEST(Webhooks, AreToldOfEventsThereAre) {
  EXPECT_THAT(pointers({"", "https://a.example", {"approved", "nonsense"}}, Reach::Public),
              testing::ElementsAre("/client", "/events/1"));
}

TEST(Webhooks, AreKeptListedAndRemoved) {
  const ADatabase a(Backend::Sqlite);
  auto database = a.migrated();
  const auto made = add(database, {"desk", "https://a.example/h", {"approved", "voided"}}, "admin");
  ASSERT_TRUE(made);
  ASSERT_EQ(all(database)->size(), 1u);
  EXPECT_EQ(all(database)->front(), *made);
  EXPECT_TRUE(*remove(database, made->id));
  EXPECT_FALSE(*remove(database, made->id));
  EXPECT_THAT(*all(database), testing::IsEmpty());
}

TEST(Webhooks, HaveSecretsOfTheirOwnThatFollowFromTheKey) {
  EXPECT_EQ(secret_of("k", "wh_1"), secret_of("k", "wh_1"));
  EXPECT_NE(secret_of("k", "wh_1"), secret_of("k", "wh_2"));
  EXPECT_NE(secret_of("k", "wh_1"), secret_of("l", "wh_1"));
  EXPECT_TRUE(secret_of("k", "wh_1").starts_with("whsec_"));
}

}  // namespace
}  // namespace vermilion::service::webhooks
