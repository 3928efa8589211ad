#include "service/running/key_requests.hpp"

#include "tests/service/store/a_database.hpp"

#include <gmock/gmock.h>

namespace vermilion::service::running {
namespace {

using certificates::Algorithm;
using certificates::PrivateKey;
using tests::ADatabase;
using tests::Backend;

workflow::Order order_called(const std::string& id) {
  workflow::Order order;
  order.id = id;
  return order;
}

TEST(KeyRequests, GiveTheKeyOfTheLastRequestBrought) {
  const ADatabase a(Backend::Sqlite);
  auto database = a.migrated();
  KeyRequests requests(database);
  const auto broken = PrivateKey::generate(Algorithm::Sm2);
  const auto good = PrivateKey::generate(Algorithm::Sm2);
  ASSERT_TRUE(*requests.bring("O1", broken.request(), "maker"));
  ASSERT_TRUE(*requests.bring("O1", good.request(), "maker"));
  const auto key = requests.key_of(order_called("O1"));
  ASSERT_TRUE(key);
  EXPECT_EQ(key->id(), good.public_key().id());
}

TEST(KeyRequests, ThatNobodyHasBroughtAreWaitedFor) {
  const ADatabase a(Backend::Sqlite);
  auto database = a.migrated();
  const auto key = KeyRequests(database).key_of(order_called("O1"));
  ASSERT_FALSE(key);
  EXPECT_EQ(key.error().kind, effects::Failure::Kind::Later);
}

TEST(KeyRequests, ThatProveNoKeyAreRefused) {
  const ADatabase a(Backend::Sqlite);
  auto database = a.migrated();
  std::string request = PrivateKey::generate(Algorithm::Sm2).request();
  const auto at = request.size() - 50;  // within the signature
  request[at] = request[at] == 'A' ? 'B' : 'A';
  const auto brought = KeyRequests(database).bring("O1", request, "maker");
  ASSERT_TRUE(brought);
  EXPECT_FALSE(*brought);
}

}  // namespace
}  // namespace vermilion::service::running
