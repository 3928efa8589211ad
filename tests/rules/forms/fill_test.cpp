#include "rules/forms/fill.hpp"

#include <gtest/gtest.h>

namespace vermilion::rules::forms {
namespace {

FormFacts facts() {
  return {.values = {{"order_number", "1"}, {"date", "2026-11-21"}, {"agent", "苏砚青"}},
          .rows = {}};
}

Form form_of(std::vector<Field> fields, std::vector<Text> texts = {}) {
  Form form{.generation = 1};
  form.fields = std::move(fields);
  form.texts = std::move(texts);
  return form;
}

TEST(FormFilling, FieldShowsItsFact) {
  const auto filled = fill(form_of({{.id = "who", .fact = "agent"}}), "表", facts());
  ASSERT_TRUE(filled);
  EXPECT_EQ(filled->values.at("who"), "苏砚青");
  EXPECT_EQ(filled->printed.at("agent"), "苏砚青");
  EXPECT_EQ(filled->title, "表");
}

TEST(FormFilling, TextSaysItsFacts) {
  const auto filled =
      fill(form_of({}, {{.id = "t", .paragraphs = {"由{agent}办理"}}}), "", facts());
  ASSERT_TRUE(filled);
  EXPECT_EQ(filled->form.texts[0].paragraphs[0], "由苏砚青办理");
  EXPECT_TRUE(filled->printed.contains("agent"));
}

TEST(FormFilling, EveryFactThatIsMissingIsNamedAtOnce) {
  const auto filled = fill(
      form_of({{.id = "a", .fact = "recipient"}}, {{.id = "t", .paragraphs = {"{refund_email}"}}}),
      "", facts());
  ASSERT_FALSE(filled);
  EXPECT_NE(filled.error().detail.find("recipient, refund_email"), std::string::npos)
      << filled.error().detail;
}

TEST(FormFilling, FieldMaySayWhatStandsThereOtherwise) {
  const auto filled = fill(form_of({{.id = "a", .fact = "invoice_title", .otherwise = "——"},
                                    {.id = "b", .otherwise = "　年　月　日"},
                                    {.id = "c"}}),
                           "", facts());
  ASSERT_TRUE(filled);
  EXPECT_EQ(filled->values.at("a"), "——");
  EXPECT_EQ(filled->values.at("b"), "　年　月　日");
  EXPECT_FALSE(filled->values.contains("c"));
  EXPECT_FALSE(filled->printed.contains("invoice_title"));
}

TEST(FormFilling, WhatIsNotNeededIsLeftOutWithItsFacts) {
  Form form =
      form_of({}, {{.id = "t", .paragraphs = {"{verification_url}"}, .needs = "verification"}});
  form.lines = {{.w = 10, .needs = "verification"}};
  const auto filled = fill(form, "", facts());
  ASSERT_TRUE(filled);
  EXPECT_TRUE(filled->form.texts.empty());
  EXPECT_TRUE(filled->form.lines.empty());
}

TEST(FormFilling, BoxIsTickedWhereTheFactSaysSo) {
  Form form{.generation = 1};
  form.ticks = {{.id = "yes", .fact = "agent", .is = "苏砚青"},
                {.id = "no", .fact = "agent", .is = "顾怀瑾"},
                {.id = "open", .fact = "recipient", .is = "甲"}};
  const auto filled = fill(form, "", facts());
  ASSERT_TRUE(filled);
  EXPECT_TRUE(filled->ticked.at("yes"));
  EXPECT_FALSE(filled->ticked.at("no"));
  EXPECT_FALSE(filled->ticked.contains("open"));
}

}  // namespace
}  // namespace vermilion::rules::forms
