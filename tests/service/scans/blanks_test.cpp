#include "service/scans/blanks.hpp"

#include "rules/forms/fill.hpp"

#include <gmock/gmock.h>

namespace vermilion::tests {
namespace {

using namespace rules::forms;

Form a_form() {
  Form form;
  form.generation = 1;
  form.fields = {{.id = "agent", .fact = "agent"},
                 {.id = "legal", .fact = "legal_person"},
                 {.id = "mail", .fact = "agent_email", .otherwise = "——"},
                 {.id = "proof", .fact = "verification_url", .needs = "verification"}};
  form.texts = {{.id = "body", .paragraphs = {"{agent}，{organisation_address}"}},
                {.id = "foot", .paragraphs = {"{refund_bank}"}, .needs = "verification"}};
  return form;
}

TEST(Blanks, AreLeftWhereNobodyHasToldUs) {
  FormFacts facts{.values = {{"agent", "王小明"}}, .rows = {}};
  EXPECT_FALSE(fill(a_form(), "t", facts));
  service::scans::leave_open(a_form(), facts);
  const auto filled = fill(a_form(), "t", facts);
  ASSERT_TRUE(filled) << filled.error().detail;
  EXPECT_EQ(filled->values.at("agent"), "王小明");
  EXPECT_FALSE(filled->values.contains("legal"));
  EXPECT_EQ(filled->values.at("mail"), "——");
  EXPECT_EQ(filled->form.texts.front().paragraphs.front(), "王小明，____________");
  EXPECT_FALSE(facts.values.contains("refund_bank"));
  EXPECT_FALSE(facts.values.contains("verification_url"));
}

TEST(Blanks, AreNoneWhereAllIsKnown) {
  FormFacts facts{.values = {{"agent", "a"}, {"legal_person", "b"}, {"organisation_address", "c"}},
                  .rows = {}};
  const auto before = facts.values;
  service::scans::leave_open(a_form(), facts);
  EXPECT_EQ(facts.values, before);
}

}  // namespace
}  // namespace vermilion::tests
