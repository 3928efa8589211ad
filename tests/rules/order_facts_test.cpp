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

TEST(OrderFacts, EveryTextIsReadUnderItsName) {
  for (const auto name : text_fact_names()) {
    const std::string text = name == "organisation_kind" ? "company" : "36";
    const auto facts = parse_order_facts("{\"" + std::string(name) + "\": \"" + text + "\"}");
    ASSERT_TRUE(facts) << name;
    for (const auto other : text_fact_names()) {
      EXPECT_EQ(text_fact(*facts, other).has_value(), other == name);
    }
    EXPECT_EQ(text_fact(*facts, name), text);
  }
  EXPECT_EQ(text_fact({.agent = "甲"}, "agnet"), std::nullopt);
}

TEST(OrderFacts, DetailsOfFormsAreReadUnderTheirNames) {
  for (const auto name : order_detail_names()) {
    const auto facts = parse_order_facts("{\"" + std::string(name) + "\": \"甲\"}");
    ASSERT_TRUE(facts) << name;
    EXPECT_EQ(text_fact(*facts, name), "甲");
    EXPECT_EQ(facts->details.size(), 1u);
  }
  EXPECT_FALSE(parse_order_facts(R"({"agent_mobile": 13800000000})"));
}

TEST(OrderFacts, FlagsAreTrueOrFalseOrUnknown) {
  const auto facts = parse_order_facts(R"({"main_key_exists": true})");
  ASSERT_TRUE(facts);
  EXPECT_EQ(facts->main_key_exists, true);
  EXPECT_EQ(facts->legal_person_verified, std::nullopt);
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

TEST(SetFact, WhatOnlyFormsPrintIsSetByItsName) {
  OrderFacts order;
  for (const auto name : order_detail_names()) set_fact(order, name, std::string(name));
  for (const auto name : order_detail_names()) EXPECT_EQ(text_fact(order, name), name);
}

TEST(SetFact, EveryNameOfTheJsonCanBeSet) {
  OrderFacts order;
  for (const auto name : text_fact_names()) set_fact(order, name, std::string(name));
  for (const auto name : text_fact_names()) EXPECT_EQ(text_fact(order, name), name);
  set_fact(order, "legal_person_verified", "true");
  set_fact(order, "main_key_exists", "false");
  EXPECT_EQ(order.legal_person_verified, true);
  EXPECT_EQ(order.main_key_exists, false);
}

}  // namespace
}  // namespace vermilion::rules
