#include "service/cases/telling.hpp"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

namespace vermilion::service::cases {
namespace {

using pipeline::FindingCode;
using rules::Language;
using rules::Verdict;

const rules::Project kFair{.id = "fair"};
const rules::Case kEach{.name = "太淡",
                        .documents = {{.slot = "licence"}},
                        .expected = {.must = {"SEAL_NONE"}, .verdict = Verdict::Accept}};
const Listed kListed{&kFair, &kEach, "fair.test.yaml", 3};

pipeline::Finding blur() {
  pipeline::Finding finding = pipeline::finding(FindingCode::ImgBlur);
  finding.rule = "fair/page/sharp";
  finding.value = 0.5;
  finding.threshold = 0.36;
  finding.box = {10, 20, 30, 40};
  return finding;
}

Trial failed() {
  return {.judgement = {.verdict = Verdict::Refer, .findings = {blur()}},
          .difference = {.missing = {"SEAL_NONE"},
                         .unexpected = {"IMG_BLUR"},
                         .found_todo = {"sharp"},
                         .verdict = Verdict::Refer,
                         .type = "copy"}};
}

TEST(CaseTelling, CaseThatHoldsIsNotTold) {
  EXPECT_EQ(pretty(kListed, Trial{}, Language::Chinese), "");
}

TEST(CaseTelling, FailureShowsTheDifferenceAlone) {
  EXPECT_EQ(pretty(kListed, failed(), Language::Chinese),
            "fair.test.yaml:3: 不符：太淡\n"
            "  没有报出：SEAL_NONE (无公章)\n"
            "  不应报出：IMG_BLUR：页面模糊：笔画边缘宽 0.50 mm，应不超过 0.36 mm。\n"
            "  todo 已能报出，请移到 must：sharp\n"
            "  结论：应为“接受”，实为“需人工”\n"
            "  判断时当作：copy\n");
  const std::string english = pretty(kListed, failed(), Language::English);
  EXPECT_EQ(english.find("fair.test.yaml:3: failed: 太淡\n  not found: SEAL_NONE ("), 0u)
      << english;
  EXPECT_NE(english.find("  verdict: accepted expected, is for a person\n"), std::string::npos);
}

TEST(CaseTelling, OurFaultIsCalledSo) {
  EXPECT_EQ(pretty(kListed, tl::make_unexpected(std::string("no font")), Language::English),
            "fair.test.yaml:3: our fault: 太淡\n  no font\n");
}

TEST(CaseTelling, JsonHoldsWhatWasExpectedAndFound) {
  const auto json = to_json(kListed, failed());
  EXPECT_EQ(json.at("project"), "fair");
  EXPECT_EQ(json.at("case"), "太淡");
  EXPECT_EQ(json.at("line"), 3);
  EXPECT_EQ(json.at("outcome"), "failed");
  EXPECT_EQ(json.at("verdict"), "refer");
  EXPECT_EQ(json.at("expected").at("verdict"), "accept");
  EXPECT_EQ(json.at("difference").at("missing").at(0), "SEAL_NONE");
  EXPECT_EQ(json.at("documents"), nlohmann::json::array({"licence"}));
  const auto& finding = json.at("findings").at(0);
  EXPECT_EQ(finding.at("rule"), "fair/page/sharp");
  EXPECT_EQ(finding.at("message"), "页面模糊：笔画边缘宽 0.50 mm，应不超过 0.36 mm。");
  EXPECT_NE(finding.at("message_en"), "");
  EXPECT_EQ(finding.at("box"), nlohmann::json::array({10, 20, 30, 40}));
  EXPECT_EQ(to_json(kListed, Trial{}).at("outcome"), "held");
  EXPECT_FALSE(to_json(kListed, Trial{}).contains("difference"));
  EXPECT_EQ(to_json(kListed, tl::make_unexpected(std::string("x"))).at("error"), "x");
}

TEST(CaseTelling, TallyCountsWhatIsStillToDoOnce) {
  const rules::Case todo{.expected = {.todo = {"IMG_BLUR"}}};
  Tally tally;
  tally.count(kListed, Trial{});
  tally.count({&kFair, &todo, "", 1}, Trial{});
  tally.count(kListed, failed());
  tally.count(kListed, tl::make_unexpected(std::string("x")));
  EXPECT_EQ(tally.held, 2u);
  EXPECT_EQ(tally.todo, 1u);
  EXPECT_EQ(tally.failed, 1u);
  EXPECT_EQ(tally.broken, 1u);
  EXPECT_EQ(summary(tally, std::chrono::seconds(2), Language::English),
            "4 cases: 2 held (1 of them with something to do), 1 failed, 1 broken; 2.0 s");
}

}  // namespace
}  // namespace vermilion::service::cases
