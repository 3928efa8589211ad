#include "pipeline/qr/ladder.hpp"

#include "pipeline/limits.hpp"
#include "samples/make.hpp"
#include "tests/support/pages.hpp"

#include <gtest/gtest.h>
#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <cmath>
#include <set>

namespace vermilion::pipeline::qr {
namespace {

const std::string kPayload = "https://example.org/licence?uniscid=91369999MA00000000";
const cv::Size kPage(1240, 1754);  // A4 at 150 dpi

std::vector<Reading> read(const tests::DrawnPage& page) {
  readers::ZbarReader zbar;
  Costs costs;
  return qr::read(page.pyramid, page.light, page.lines, zbar, costs);
}

// A page of text with one symbol, and the corners of the symbol itself.
struct Drawn {
  cv::Mat1b luma;
  std::array<cv::Point2f, 4> corners;
};

Drawn page_with(const std::string& payload, double module_px, cv::Point at) {
  Drawn drawn{tests::text_page(kPage, 20), {}};
  const cv::Mat1b symbol = tests::qr_symbol(payload, module_px);
  tests::paste(drawn.luma, symbol, at);
  const auto near = static_cast<float>(4 * module_px);
  const float far = static_cast<float>(symbol.cols) - near;
  const cv::Point2f origin(at);
  drawn.corners = {origin + cv::Point2f(near, near), origin + cv::Point2f(far, near),
                   origin + cv::Point2f(far, far), origin + cv::Point2f(near, far)};
  return drawn;
}

// Within a module and never nearer than three pixels.
testing::AssertionResult stands_at(const Symbol& symbol, const std::array<cv::Point2f, 4>& corners,
                                   double module_px) {
  for (std::size_t i = 0; i < corners.size(); ++i) {
    if (cv::norm(symbol.corners[i] - corners[i]) > std::max(3.0, module_px)) {
      return testing::AssertionFailure()
             << "corner " << i << " at " << symbol.corners[i] << " instead of " << corners[i];
    }
  }
  return testing::AssertionSuccess();
}

class ModuleSize : public testing::TestWithParam<double> {};

TEST_P(ModuleSize, IsReadAtItsPlace) {
  const Drawn drawn = page_with(kPayload, GetParam(), {700, 1100});
  const auto readings = read(tests::page_of(drawn.luma));
  ASSERT_EQ(readings.size(), 1U);
  EXPECT_EQ(readings[0].symbol.text, kPayload);
  EXPECT_TRUE(stands_at(readings[0].symbol, drawn.corners, GetParam()));
  EXPECT_EQ(std::ranges::count(rungs(), readings[0].read_by, &RungName::name), 1);
}

INSTANTIATE_TEST_SUITE_P(Ladder, ModuleSize, testing::Values(2.0, 2.5, 3.0, 3.7, 5.0, 8.0));

struct Worn {
  const char* name;
  tests::Wear how;
};
void PrintTo(const Worn& worn, std::ostream* out) {
  *out << worn.name;
}

class WornSymbol : public testing::TestWithParam<Worn> {};

TEST_P(WornSymbol, IsStillRead) {
  Drawn drawn = page_with(kPayload, 4, {560, 800});
  tests::wear(drawn.luma, GetParam().how, 1);
  const auto readings = read(tests::page_of(drawn.luma));
  ASSERT_EQ(readings.size(), 1U);
  EXPECT_EQ(readings[0].symbol.text, kPayload);
}

INSTANTIATE_TEST_SUITE_P(
    Ladder, WornSymbol,
    testing::Values(Worn{"TurnedLittle", {.turn_deg = 7}}, Worn{"TurnedMuch", {.turn_deg = 40}},
                    Worn{"Sideways", {.turn_deg = 90}}, Worn{"UpsideDown", {.turn_deg = 180}},
                    Worn{"Soft", {.blur_px = 1.5}}, Worn{"Noisy", {.noise = 18}},
                    Worn{"SoftNoisyAndTurned", {.turn_deg = -5, .blur_px = 1, .noise = 8}}),
    [](const auto& worn) { return worn.param.name; });

TEST(Ladder, FirstCornerIsTheSymbolsOwnWhicheverWayItLies) {
  Drawn drawn = page_with(kPayload, 4, {560, 800});
  cv::rotate(drawn.luma, drawn.luma, cv::ROTATE_180);
  const auto readings = read(tests::page_of(drawn.luma));
  ASSERT_EQ(readings.size(), 1U);
  std::array<cv::Point2f, 4> turned = drawn.corners;
  for (cv::Point2f& corner : turned) corner = cv::Point2f(1240, 1754) - corner;
  EXPECT_TRUE(stands_at(readings[0].symbol, turned, 4));
}

std::vector<std::string> texts_on_a_page(const std::vector<std::string>& payloads,
                                         double module_px) {
  cv::Mat1b luma = tests::text_page(kPage, 20);
  int y = 120;
  for (const auto& payload : payloads) {
    tests::paste(luma, tests::qr_symbol(payload, module_px), {300, y});
    y += 500;
  }
  std::vector<std::string> texts;
  for (const Reading& reading : read(tests::page_of(luma))) texts.push_back(reading.symbol.text);
  std::ranges::sort(texts);
  return texts;
}

TEST(Ladder, EverySymbolOfAPageIsReadOnce) {
  const std::vector<std::string> payloads{"1 " + kPayload, "2 " + kPayload, "3 " + kPayload};
  EXPECT_EQ(texts_on_a_page(payloads, 3), payloads);
}

TEST(Ladder, SymbolThatStandsOutOnlyAtAWiderGapIsReadBesideOthers) {
  const std::vector<std::string> payloads{"first " + kPayload, "second " + kPayload,
                                          "third " + kPayload};
  EXPECT_EQ(texts_on_a_page(payloads, 5), payloads);
}

TEST(Ladder, SameTextTwiceIsTwoSymbols) {
  EXPECT_EQ(texts_on_a_page({kPayload, kPayload}, 3).size(), 2U);
}

TEST(Ladder, PayloadInGbkComesBackInUtf8) {
  const Drawn drawn = page_with(
      "\xC3\xFB\xB3\xC6\xA3\xBA\xC4\xAB\xD6\xDB\xB2\xE2\xBB\xE6;91369999MA00000000", 4, {600, 600});
  const auto readings = read(tests::page_of(drawn.luma));
  ASSERT_EQ(readings.size(), 1U);
  EXPECT_EQ(readings[0].symbol.text, "名称：墨舟测绘;91369999MA00000000");
}

TEST(Ladder, SymbolThatFillsAScreenshotIsRead) {
  for (const double module_px : {3.0, 9.0}) {
    const cv::Mat1b luma = tests::qr_symbol(kPayload, module_px);
    const auto readings = read(tests::page_of(luma));
    ASSERT_EQ(readings.size(), 1U) << module_px;
    EXPECT_EQ(readings[0].symbol.text, kPayload);
  }
}

TEST(Ladder, PagesWithoutASymbolReadNothing) {
  EXPECT_TRUE(read(tests::page_of(tests::text_page(kPage, 20))).empty());
  EXPECT_TRUE(read(tests::page_of(cv::Mat1b(kPage, uchar{245}))).empty());
  EXPECT_TRUE(read(tests::page_of(cv::Mat1b(16, 16, uchar{245}))).empty());
  for (const auto document :
       {samples::DocumentKind::LookalikeMosaic, samples::DocumentKind::LookalikeTexture,
        samples::DocumentKind::LookalikeLetterhead}) {
    EXPECT_TRUE(
        read(tests::page_of(samples::make({.document = document, .dpi = 150, .seed = 1}))).empty());
  }
}

TEST(Ladder, LicencesGiveTheirSymbolAtItsPlace) {
  int symbols = 0;
  int right = 0;
  for (std::uint64_t seed = 1; seed <= 6; ++seed) {
    const auto sample = samples::make(
        {.document = samples::DocumentKind::BusinessLicence2019, .dpi = 200, .seed = seed});
    const auto readings = read(tests::page_of(sample));
    for (const auto& truth : sample.truth.qr) {
      ++symbols;
      const cv::Rect box(truth.box.x, truth.box.y, truth.box.width, truth.box.height);
      right += std::ranges::any_of(readings, [&](const Reading& reading) {
        const cv::Point2f middle = (reading.symbol.corners[0] + reading.symbol.corners[2]) / 2;
        return reading.symbol.text == truth.text && box.contains(middle);
      });
    }
  }
  EXPECT_GE(symbols, 6);
  EXPECT_EQ(right, symbols);
}

TEST(Rungs, HaveNamesOfTheirOwn) {
  std::set<std::string_view> names;
  std::set<std::string_view> stages;
  for (const RungName& rung : rungs()) {
    EXPECT_TRUE(names.insert(rung.name).second) << rung.name;
    EXPECT_TRUE(stages.insert(rung.stage).second) << rung.stage;
  }
  EXPECT_EQ(rungs().back().name, "zbar");  // the dearest comes last
}

// Each rung climbed once and accounted for, down to the one that read: nothing beyond it.
TEST(Rungs, AreAccountedForAsFarAsTheyWereClimbed) {
  const auto climbed = [](const cv::Mat1b& luma) {
    const auto page = tests::page_of(luma);
    readers::ZbarReader zbar;
    Costs costs;
    const auto readings = qr::read(page.pyramid, page.light, page.lines, zbar, costs);
    for (std::size_t i = 0; i < costs.stages().size(); ++i) {
      EXPECT_EQ(costs.stages()[i].stage, rungs()[i].stage);
      EXPECT_EQ(costs.stages()[i].runs, 1);
    }
    return std::pair(costs.stages().size(),
                     readings.empty() ? std::string_view() : readings[0].read_by);
  };
  EXPECT_EQ(climbed(page_with(kPayload, 4, {560, 800}).luma), std::pair(1UL, rungs()[0].name));
  EXPECT_EQ(climbed(tests::text_page(kPage, 20)), std::pair(rungs().size(), std::string_view()));
}

}  // namespace
}  // namespace vermilion::pipeline::qr
