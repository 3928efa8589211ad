#include "rules/forms/drawing/facsimiles.hpp"

#include "tests/rules/forms/printed_forms.hpp"

#include <gtest/gtest.h>
#include <opencv2/imgproc.hpp>

#include <algorithm>

namespace vermilion::rules::forms::drawing {
namespace {

using pipeline::form::Facsimile;
using pipeline::form::Field;
using pipeline::form::kSolidInk;

const tests::PrintedForm& letter() {
  static const auto kForm = tests::printed_form("yingtan_sunshine", "authorisation_letter");
  return kForm;
}
const tests::PrintedForm& application() {
  static const auto kForm = tests::printed_form("yingtan_sunshine", "application_form");
  return kForm;
}

pipeline::Plan plan_with_facsimiles(const tests::PrintedForm& form) {
  pipeline::Plan plan{.checks = {}};
  plan.form = form.form;
  EXPECT_TRUE(add_facsimiles(plan));
  return plan;
}

cv::Mat1f picture_of(const Facsimile& facsimile) {
  const int height = static_cast<int>(facsimile.ink.size()) / facsimile.width;
  cv::Mat1f ink(height, facsimile.width);
  std::ranges::transform(facsimile.ink, ink.begin(),
                         [](char level) { return static_cast<float>(level - '0') / kSolidInk; });
  return ink;
}

// The same place cut out of the printed sheet.
cv::Mat1f on_sheet(const samples::PrintedSheet& sheet, const Facsimile& facsimile, cv::Size size) {
  const cv::Mat1b grey(sheet.height, sheet.width, const_cast<std::uint8_t*>(sheet.grey.data()));
  const double px_per_mm = sheet.dpi / 25.4;
  // From the middles of its pixels to those of the sheet.
  const double step = px_per_mm / facsimile.px_per_mm;
  const cv::Matx23d to_sheet(step, 0, facsimile.box.x * px_per_mm + step / 2 - 0.5,  //
                             0, step, facsimile.box.y * px_per_mm + step / 2 - 0.5);
  cv::Mat1f cut;
  cv::warpAffine(cv::Mat1f(255 - grey), cut, to_sheet, size,
                 cv::INTER_LINEAR | cv::WARP_INVERSE_MAP);
  return cut;
}

// Of `inner` within `outer`: Cairo sets glyphs on whole pixels, so each may be one off, and no two
// rasters are quite the same. Another text comes to 0.4.
double correlation(const cv::Mat1f& outer, const cv::Mat1f& inner) {
  cv::Mat1f result;
  cv::matchTemplate(outer, inner, result, cv::TM_CCOEFF_NORMED);
  double most = 0;
  cv::minMaxLoc(result, nullptr, &most);
  return most;
}

TEST(Facsimiles, AreOfTheFieldsPrintedInOneRow) {
  for (const auto* form : {&letter(), &application()}) {
    const auto plan = plan_with_facsimiles(*form);
    for (const Field& field : plan.form->fields) {
      const bool expected = !field.fact.empty() && field.printed && !field.multi_line;
      EXPECT_EQ(field.facsimile.has_value(), expected) << field.id;
    }
  }
}

TEST(Facsimiles, ShowWhatThePrintShowsThere) {
  for (const auto* form : {&letter(), &application()}) {
    const auto plan = plan_with_facsimiles(*form);
    for (const Field& field : plan.form->fields) {
      if (!field.facsimile) continue;
      const cv::Mat1f ink = picture_of(*field.facsimile);
      const cv::Mat1f inner = ink(cv::Rect(1, 1, ink.cols - 2, ink.rows - 2));
      EXPECT_GT(correlation(on_sheet(form->sheet, *field.facsimile, ink.size()), inner), 0.7)
          << field.id;
    }
  }
}

TEST(Facsimiles, LieWithinTheirFieldsAndHoldOnlyLevelsOfInk) {
  const auto plan = plan_with_facsimiles(application());
  for (const Field& field : plan.form->fields) {
    if (!field.facsimile) continue;
    const auto& [box, px_per_mm, width, ink] = *field.facsimile;
    EXPECT_GE(box.x, field.value.x) << field.id;
    EXPECT_LE(box.right(), field.value.right()) << field.id;
    EXPECT_GE(box.y, field.value.y) << field.id;
    EXPECT_LE(box.bottom(), field.value.bottom()) << field.id;
    EXPECT_EQ(ink.size() % static_cast<std::size_t>(width), 0U) << field.id;
    const auto [least, most] = std::ranges::minmax(ink);
    EXPECT_EQ(least, '0') << field.id;
    EXPECT_LE(most, '0' + kSolidInk) << field.id;
  }
}

TEST(Facsimiles, OfAPlanWithoutAFormAreNone) {
  pipeline::Plan plan{.checks = {}};
  EXPECT_TRUE(add_facsimiles(plan));
  EXPECT_FALSE(plan.form);
}

}  // namespace
}  // namespace vermilion::rules::forms::drawing
