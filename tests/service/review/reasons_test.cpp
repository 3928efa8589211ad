#include "service/review/reasons.hpp"

#include "pipeline/checks/catalogue.hpp"
#include "tests/service/review/a_desk.hpp"

#include <gmock/gmock.h>

#include <algorithm>
#include <set>

namespace vermilion::service::review {
namespace {

using testing::Each;
using testing::Field;
using testing::IsEmpty;
using testing::Not;

const rules::Slot& licence() {
  return *rules::find_slot(*tests::the_project(), "licence");
}

std::vector<Reason> reasons(const nlohmann::ordered_json& report) {
  return reasons_for(licence(), "licence_copy", report, pipeline::check_descriptions());
}

TEST(Reasons, BeginWithWhatTheMachineFoundInItsWords) {
  auto report = tests::a_report("refer", {{"SEAL_FAINT"}, {"IMG_SKEW", "note"}});
  report["cross"] = tests::a_report("refer", {{"DUPLICATE_IMAGE"}})["findings"];
  const auto all = reasons(report);
  ASSERT_GE(all.size(), 2U);
  EXPECT_EQ(all[0], (Reason{"SEAL_FAINT", "SEAL_FAINT 说明 请重新扫描。",
                            "SEAL_FAINT text Scan again.", true}));
  EXPECT_EQ(all[1].code, "DUPLICATE_IMAGE");
  EXPECT_EQ(std::ranges::count(all, true, &Reason::from_finding), 2);
}

TEST(Reasons, OfferWhatTheRulesAskAndWhatTheirChecksFindEachOnce) {
  const auto all = reasons(nullptr);
  std::set<std::string> codes;
  for (const Reason& reason : all) EXPECT_TRUE(codes.insert(reason.code).second) << reason.code;
  EXPECT_TRUE(codes.contains("review/licence_duplicate"));
  EXPECT_TRUE(codes.contains("SEAL_NONE"));
  EXPECT_THAT(all, Each(Field(&Reason::zh, Not(IsEmpty()))));
  EXPECT_THAT(all, Each(Field(&Reason::from_finding, false)));
}

TEST(Reasons, OfAnOrderSayTheSameLater) {
  EXPECT_EQ(reason_of("SEAL_NONE", nullptr).zh.empty(), false);
  EXPECT_THAT(reason_of("review/licence_duplicate", &licence()).zh,
              testing::StartsWith("不符合要求："));
  EXPECT_EQ(reason_of("字太潦草，请重写", &licence()).zh, "字太潦草，请重写");
  EXPECT_EQ(reason_of("review/no_such_rule", &licence()).zh, "review/no_such_rule");
}

}  // namespace
}  // namespace vermilion::service::review
