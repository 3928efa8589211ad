#include "pipeline/checks/form_code_readable.hpp"

#include "samples/hostile/encode_png.hpp"
#include "tests/rules/forms/printed_forms.hpp"
#include "tests/support/a_sample.hpp"
#include "tests/support/pages.hpp"

#include <gtest/gtest.h>

namespace vermilion::pipeline::checks {
namespace {

// A page of print at 150 dpi with one QR code.
Report checked(const std::string& text) {
  cv::Mat1b page = tests::text_page({1240, 1754}, 20);
  tests::paste(page, tests::qr_symbol(text, 4), {900, 100});
  samples::hostile::Picture picture{.width = page.cols, .height = page.rows, .rgb = {}};
  for (const std::uint8_t value : page) picture.rgb.insert(picture.rgb.end(), 3, value);
  const auto png = encode_png(picture, {.colour = samples::hostile::PngColour::Grey});
  return tests::inspector().inspect(std::as_bytes(std::span(png)), "form.png",
                                    tests::only("form_code_readable"));
}

TEST(FormCodeReadable, CodeOfAFormIsFoundAndHandedOn) {
  const Report report = checked("VFAEDH5N6ZQ2KJ7GAW");
  EXPECT_EQ(tests::codes(report), "");
  ASSERT_TRUE(report.facts.qr);
  ASSERT_EQ(report.facts.qr->size(), 1u);
  EXPECT_EQ(report.facts.qr->front().text, "VFAEDH5N6ZQ2KJ7GAW");
}

TEST(FormCodeReadable, AnotherCodeIsNoForm) {
  EXPECT_EQ(tests::codes(checked("https://example.org/VF")), "TPL_NO_QR");
}

TEST(FormCodeReadable, PageWithoutACodeIsReported) {
  EXPECT_EQ(tests::codes(tests::checked("form_code_readable",
                                        tests::a_stamped_copy_of(samples::DocumentKind::IdCard))),
            "TPL_NO_QR");
}

// Of the sheet with this code on it, where the application form of a project is expected.
Report held_against_the_form(std::span<const std::byte> bytes) {
  Plan plan = tests::only("form_code_readable");
  plan.form = tests::printed_form("housing_inside", "application_form").form;
  return tests::inspector().inspect(bytes, "form.jpg", plan);
}

TEST(FormCodeReadable, ApplicationFormOfTheHallIsNamed) {
  const auto& hall =
      tests::a_sample(tests::a_stamped_copy_of(samples::DocumentKind::ApplicationForm));
  EXPECT_EQ(tests::codes(held_against_the_form(hall.bytes)), "TPL_HALL_FORM");
}

TEST(FormCodeReadable, OurFormWithAHiddenCodeIsNotOfTheHall) {
  const auto hidden = tests::printed_form("housing_inside", "application_form", "hidden");
  const auto scan = tests::handed_in(hidden, {.seed = 5});
  EXPECT_EQ(tests::codes(held_against_the_form(scan.bytes)), "TPL_NO_QR");
}

}  // namespace
}  // namespace vermilion::pipeline::checks
