#include "service/orders/catalogue.hpp"

#include "tests/service/projects/shipped_rules.hpp"

#include <gmock/gmock.h>

namespace vermilion::service::orders {
namespace {

using testing::HasSubstr;
using testing::Not;

std::shared_ptr<const projects::RuleSet> set_of(projects::Files files) {
  return std::make_shared<const projects::RuleSet>(tests::read(std::move(files)));
}

TEST(Catalogue, IsWrittenOnceForEachSetOfRules) {
  Catalogue catalogue;
  const auto shipped = set_of(tests::shipped_files());
  const auto text = catalogue.of(shipped);
  EXPECT_EQ(*text, text_of(catalogue_json(*shipped)));
  EXPECT_EQ(catalogue.of(shipped), text) << "written again";
}

TEST(Catalogue, ChangesWithTheRulesThatAreLive) {
  Catalogue catalogue;
  const auto before = catalogue.of(set_of(tests::shipped_files()));
  const auto dearer = set_of(tests::files_with_every_fee());
  EXPECT_EQ(*catalogue.of(dearer), text_of(catalogue_json(*dearer)));
  EXPECT_NE(*catalogue.of(dearer), *before);
}

TEST(Catalogue, IsEmptyBeforeAnythingWasPublished) {
  Catalogue catalogue;
  EXPECT_THAT(*catalogue.of(nullptr), HasSubstr("\"items\":[]"));
  EXPECT_THAT(*catalogue.of(set_of(tests::shipped_files())), Not(HasSubstr("\"items\":[]")));
}

}  // namespace
}  // namespace vermilion::service::orders
