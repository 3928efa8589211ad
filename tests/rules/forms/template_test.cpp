#include "rules/forms/template.hpp"

#include "rules/project_plan.hpp"
#include "tests/rules/forms/an_order.hpp"
#include "tests/rules/rule_files.hpp"

#include <gmock/gmock.h>

#include <algorithm>

namespace vermilion::rules::forms {
namespace {

using pipeline::form::Template;

Project project_named(const std::string& id) {
  for (const auto& file : tests::shipped_rules().projects) {
    Project project = tests::compiled(file, tests::shipped_rules().documents);
    if (project.id == id) return project;
  }
  throw std::invalid_argument(id);
}

const DocumentType& type_in(const Project& project, const std::string& id) {
  for (const Slot& slot : project.slots) {
    for (const DocumentType& type : slot.alternatives) {
      if (type.id == id) return type;
    }
  }
  throw std::invalid_argument(id);
}

template <class Items>
const auto& named(const Items& items, const std::string& id) {
  const auto item = std::ranges::find_if(items, [&](const auto& each) { return each.id == id; });
  if (item == items.end()) throw std::invalid_argument(id);
  return *item;
}

class FormTemplate : public testing::Test {
 protected:
  Template of(const std::string& type, const OrderFacts& order) {
    return template_of(project_, type_in(project_, type), order);
  }

  const Project project_ = project_named("yingtan_sunshine");
};

TEST_F(FormTemplate, TellsWhatTheOrderPutsIntoEachField) {
  const OrderFacts order = tests::an_order_for(project_);
  const Template form = of("application_form", order);
  const auto& name = named(form.fields, "organisation");
  EXPECT_EQ(name.printed, order.organisation);
  EXPECT_EQ(name.fact, "organisation");
  EXPECT_EQ(name.box, (pipeline::form::BoxMm{30, 53, 160, 9}));
  EXPECT_EQ(name.value, (pipeline::form::BoxMm{64, 53, 126, 9}));
  EXPECT_EQ(form.generation, 1);
  EXPECT_EQ(form.document, "application_form");
  EXPECT_THAT(form.marks, testing::SizeIs(4));
  EXPECT_EQ(named(form.texts, "order_number").printed, "订单编号：20261121093000017");
}

TEST_F(FormTemplate, WithoutAnOrderPlacesStandAndValuesAreUnknown) {
  const Template form = of("application_form", {});
  EXPECT_EQ(named(form.fields, "organisation").printed, std::nullopt);
  EXPECT_EQ(named(form.fields, "project").printed, project_.name.zh);
  EXPECT_EQ(named(form.texts, "order_number").printed, std::nullopt);
  EXPECT_EQ(form.fields.size(), of("application_form", tests::an_order()).fields.size());
}

TEST_F(FormTemplate, FieldToWriteInHasNoFactAndTheWordsAroundTheBlanks) {
  const auto form = of("authorisation_letter", tests::an_order_for(project_));
  const auto& until = named(form.fields, "valid_until");
  EXPECT_EQ(until.fact, "");
  ASSERT_TRUE(until.printed);
  EXPECT_THAT(*until.printed, testing::HasSubstr("自签发之日起"));
}

TEST_F(FormTemplate, RoomOfAStampLeavesItsLabelAndHintAlone) {
  const auto form = of("seal_sheet", tests::an_order_for(project_));
  const auto& seal = named(form.stamps, "organisation");
  EXPECT_EQ(seal.room.y, seal.box.y + 8);
  EXPECT_EQ(seal.room.bottom(), seal.box.bottom() - 9);
  EXPECT_TRUE(seal.framed);
  EXPECT_EQ(named(form.stamps, "legal_person").shape, "square");
}

TEST_F(FormTemplate, EveryFieldIsFramedByStrokes) {
  const auto form = of("application_form", tests::an_order_for(project_));
  for (const auto& field : form.fields) {
    EXPECT_TRUE(std::ranges::any_of(form.strokes, [&](const auto& stroke) {
      return stroke.box == field.box;
    })) << field.id;
  }
}

TEST_F(FormTemplate, PlanOfASlotCarriesIt) {
  const OrderFacts order = tests::an_order_for(project_);
  for (const Slot& slot : project_.slots) {
    const auto& type = slot.alternatives.front();
    const auto plan = plan_of(project_, slot, order);
    EXPECT_EQ(plan.form.has_value(), !type.form.empty()) << slot.id;
    if (!plan.form) continue;
    EXPECT_EQ(*plan.form, template_of(project_, type, order)) << slot.id;
  }
}

}  // namespace
}  // namespace vermilion::rules::forms
