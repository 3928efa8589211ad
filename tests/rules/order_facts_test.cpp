#include "rules/order_facts.hpp"

#include <gtest/gtest.h>

namespace vermilion::rules {
namespace {

TEST(OrderFacts, BothMembersAreRead) {
  const auto facts =
      parse_order_facts(R"({"credit_code": "91360000625912173B", "organisation": "示例有限公司"})");
  ASSERT_TRUE(facts);
  EXPECT_EQ(facts->credit_code, "91360000625912173B");
  EXPECT_EQ(facts->organisation, "示例有限公司");
}

TEST(OrderFacts, MembersLeftOutAreUnknown) {
  const auto facts = parse_order_facts("{}");
  ASSERT_TRUE(facts);
  EXPECT_FALSE(facts->credit_code);
  EXPECT_FALSE(facts->organisation);
}

struct BadOrderCase {
  const char* name;
  const char* json;
  const char* detail;
};

class BadOrder : public testing::TestWithParam<BadOrderCase> {};

TEST_P(BadOrder, IsRefusedWithAReason) {
  const auto facts = parse_order_facts(GetParam().json);
  ASSERT_FALSE(facts);
  EXPECT_EQ(facts.error().kind, ErrorKind::BadOrder);
  EXPECT_NE(facts.error().detail.find(GetParam().detail), std::string::npos)
      << facts.error().detail;
}

INSTANTIATE_TEST_SUITE_P(
    OrderFacts, BadOrder,
    testing::Values(BadOrderCase{"Empty", "", "not a JSON object"},
                    BadOrderCase{"CutShort", R"({"credit_code": "9)", "not a JSON object"},
                    BadOrderCase{"Array", "[]", "not a JSON object"},
                    BadOrderCase{"Text", R"("91360000625912173B")", "not a JSON object"},
                    BadOrderCase{"MisspeltMember", R"({"creditcode": "9"})", "\"creditcode\""},
                    BadOrderCase{"Number", R"({"credit_code": 913600006259})", "must be a string"},
                    BadOrderCase{"Null", R"({"organisation": null})", "must be a string"}),
    [](const auto& test) { return std::string(test.param.name); });

}  // namespace
}  // namespace vermilion::rules
