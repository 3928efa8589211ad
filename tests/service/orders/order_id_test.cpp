#include "service/orders/order_id.hpp"

#include <gtest/gtest.h>

#include <set>

namespace vermilion::service::orders {
namespace {

using namespace std::chrono;

const workflow::Instant kEvening =
    sys_days(2026y / November / 21) + hours(17);  // the 22nd in Beijing

TEST(OrderId, BeginsWithTheDayInBeijingAndIsNeverTheSame) {
  std::set<std::string> ids;
  for (int i = 0; i < 2'000; ++i) {
    const auto id = new_order_id(kEvening);
    EXPECT_TRUE(id.starts_with("O20261122-")) << id;
    EXPECT_TRUE(is_order_id(id)) << id;
    ids.insert(id);
  }
  EXPECT_EQ(ids.size(), 2'000u);
}

TEST(OrderId, WithOneCharacterMistypedIsNone) {
  const std::string id = new_order_id(kEvening);
  for (std::size_t at = 0; at < id.size(); ++at) {
    for (const char c : std::string("0123456789ABCDEFGHJKLMNPQRTUWXYOISVZ-")) {
      std::string wrong = id;
      wrong[at] = c;
      EXPECT_EQ(is_order_id(wrong), wrong == id) << wrong;
    }
  }
}

TEST(OrderId, WithNeighboursExchangedIsNone) {
  for (int i = 0; i < 100; ++i) {
    const std::string id = new_order_id(kEvening);
    for (std::size_t at = 0; at + 1 < id.size(); ++at) {
      std::string wrong = id;
      std::swap(wrong[at], wrong[at + 1]);
      EXPECT_EQ(is_order_id(wrong), wrong == id) << wrong;
    }
  }
}

}  // namespace
}  // namespace vermilion::service::orders
