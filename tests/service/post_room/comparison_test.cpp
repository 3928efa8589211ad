#include "service/post_room/comparison.hpp"

#include <gmock/gmock.h>

#include <algorithm>
#include <functional>

namespace vermilion::service::post_room {
namespace {

using pipeline::Report;
using testing::Contains;
using testing::IsEmpty;
using testing::Not;

Report a_report() {
  Report report;
  report.readable = true;
  report.image = pipeline::ImageFact{.width = 1654, .height = 2339, .dpi = 200};
  report.facts.seals = {pipeline::SealFact{.box = {1000, 1800, 315, 315}, .diameter_mm = 40}};
  report.facts.qr = {pipeline::QrFact{.text = "VFABC", .box = {1400, 50, 200, 200}, .read_by = ""}};
  report.facts.credit_code = pipeline::CreditCodeFact{.value = "91360600MA35DEM06M", .box = {}};
  report.facts.document =
      pipeline::DocumentKindFact{.kind = "application_form", .title = "申请表", .box = {}};
  return report;
}

std::vector<Aspect> differing(const std::function<void(Report&)>& change) {
  Report paper = a_report();
  change(paper);
  std::vector<Aspect> aspects;
  for (const auto& difference : compare(a_report(), paper).differences) {
    EXPECT_FALSE(difference.zh.empty() || difference.en.empty());
    aspects.push_back(difference.aspect);
  }
  return aspects;
}

TEST(PaperComparison, FindsNothingInTheSameSheet) {
  EXPECT_THAT(differing([](Report&) {}), IsEmpty());
}

TEST(PaperComparison, ForgivesWhatASecondScanDoesToASheet) {
  EXPECT_THAT(differing([](Report& paper) {
                // 300 dpi, a little off.
                paper.image->dpi = 300;
                auto& seal = paper.facts.seals->front();
                seal.box = {1520, 2680, 470, 475};
                seal.diameter_mm = 41.5;
              }),
              IsEmpty());
}

TEST(PaperComparison, SaysWhatIsAnother) {
  const auto one = [](Aspect aspect) { return testing::ElementsAre(aspect); };
  EXPECT_THAT(differing([](Report& paper) { paper.facts.credit_code->value = "9136"; }),
              one(Aspect::CreditCode));
  EXPECT_THAT(differing([](Report& paper) { paper.facts.document->kind = "licence"; }),
              one(Aspect::Kind));
  EXPECT_THAT(differing([](Report& paper) { paper.facts.qr->front().text = "VFABD"; }),
              one(Aspect::Form));
  EXPECT_THAT(differing([](Report& paper) { paper.facts.qr->clear(); }), one(Aspect::Form));
  EXPECT_THAT(differing([](Report& paper) { paper.facts.seals->clear(); }), one(Aspect::SealCount));
  EXPECT_THAT(differing([](Report& paper) { paper.facts.seals->front().box.x -= 120; }),
              one(Aspect::SealPlace));
  EXPECT_THAT(differing([](Report& paper) {
                paper.facts.seals->front().shape = pipeline::SealShape::Square;
              }),
              one(Aspect::SealPlace));
  EXPECT_THAT(differing([](Report& paper) { paper.facts.seals->front().diameter_mm = 30; }),
              one(Aspect::SealSize));
  EXPECT_THAT(differing([](Report& paper) { paper.readable = false; }), one(Aspect::Readable));
}

TEST(PaperComparison, DoesNotClaimToHaveComparedWhatOnlyOneSideTells) {
  Report paper = a_report();
  paper.facts.credit_code.reset();
  paper.image->dpi.reset();
  const auto compared = compare(a_report(), paper).compared;
  EXPECT_THAT(compared, Not(Contains(Aspect::CreditCode)));
  EXPECT_THAT(compared, Not(Contains(Aspect::SealPlace)));
  EXPECT_THAT(compared, Contains(Aspect::SealCount));
}

}  // namespace
}  // namespace vermilion::service::post_room
