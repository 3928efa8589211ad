#include "samples/form.hpp"

#include "tests/samples/decoded.hpp"

#include <gmock/gmock.h>

#include <set>

namespace vermilion::samples {
namespace {

constexpr double kDpi = 100;
constexpr double kPxPerMm = kDpi / 25.4;

pipeline::form::Template a_template() {
  pipeline::form::Template form;
  form.marks = {{10, 10, 4, 4}};
  form.code = {164, 17, 26, 26};
  form.fields = {{.id = "organisation", .fact = "organisation", .value = {60, 50, 130, 10}},
                 {.id = "valid_until",
                  .printed = "至　　　　年　　月　　日止",
                  .value = {60, 60, 130, 10}}};
  form.stamps = {{.id = "organisation",
                  .by = "organisation",
                  .with = {"seal"},
                  .box = {20, 90, 85, 80},
                  .room = {20, 98, 85, 64}},
                 {.id = "legal_person",
                  .by = "legal_person",
                  .with = {"seal", "signature"},
                  .shape = "square",
                  .box = {105, 90, 85, 80},
                  .room = {105, 98, 85, 64}}};
  form.ticks = {{.id = "agreed", .square = {20, 200, 3.6, 3.6}}};
  return form;
}

// White paper with the mark.
PrintedSheet a_sheet() {
  PrintedSheet sheet{.width = 827, .height = 1169, .grey = {}, .dpi = kDpi};
  sheet.grey.assign(static_cast<std::size_t>(sheet.width) * static_cast<std::size_t>(sheet.height),
                    255);
  for (int y = 39; y < 55; ++y) {
    for (int x = 39; x < 55; ++x) {
      sheet.grey[static_cast<std::size_t>(y * sheet.width + x)] = 0;
    }
  }
  return sheet;
}

const Signers kSigners{"江西墨舟建设工程有限公司", "3699991234567", "顾怀瑾", "秦照夜", "苏砚青"};

FormSample handed_in(const FormRecipe& recipe) {
  return hand_in(a_sheet(), a_template(), kSigners, recipe);
}

TEST(FormSample, SameRecipeGivesTheSameBytes) {
  const FormRecipe recipe{.seed = 7, .faults = {FormFault::SealFaint}};
  EXPECT_EQ(handed_in(recipe).bytes, handed_in(recipe).bytes);
  EXPECT_NE(handed_in(recipe).bytes, handed_in({.seed = 8}).bytes);
}

TEST(FormSample, EveryFaultShows) {
  const auto clean = handed_in({.seed = 3}).bytes;
  for (const FormFaultDescription& row : form_faults()) {
    ASSERT_TRUE(can_have(a_template(), row.fault)) << row.id;
    EXPECT_NE(handed_in({.seed = 3, .faults = {row.fault}}).bytes, clean) << row.id;
  }
}

TEST(FormSample, DayWrittenByHandIsTold) {
  EXPECT_EQ(handed_in({.seed = 3}).written_day, handed_in({.seed = 3}).written_day);
  EXPECT_GE(handed_in({.seed = 3}).written_day, "2027-01-01");
  EXPECT_EQ(handed_in({.seed = 3, .faults = {FormFault::DaySoon}}).written_day, "2026-11-29");
  EXPECT_EQ(handed_in({.seed = 3, .faults = {FormFault::FieldBlank}}).written_day, "");
}

TEST(FormSample, FaultsNeedWhatTheyAreAbout) {
  const pipeline::form::Template blank;
  for (const FormFaultDescription& row : form_faults()) {
    const bool scaled = row.fault == FormFault::Reduced || row.fault == FormFault::Enlarged;
    EXPECT_EQ(can_have(blank, row.fault), scaled) << row.id;
  }
}

TEST(FormSample, MapLeadsFromTheSheetToThePicture) {
  const FormSample sample = handed_in({.seed = 5, .faults = {FormFault::Reduced}});
  const auto& map = sample.picture_from_mm;
  const double w = map[6] * 12 + map[7] * 12 + map[8];
  const int x = static_cast<int>((map[0] * 12 + map[1] * 12 + map[2]) / w);
  const int y = static_cast<int>((map[3] * 12 + map[4] * 12 + map[5]) / w);
  Sample file{sample.bytes, sample.extension, {}};
  file.truth.turn_deg = sample.turn_deg;
  const tests::Decoded picture = tests::decode(file);
  EXPECT_EQ(picture.width, sample.width);
  EXPECT_LT(picture.at(x, y)[0], 100);
  EXPECT_LT(map[0] / kPxPerMm, 0.975);
}

TEST(FormFaults, AreKnownByTheirIds) {
  std::set<std::string_view> ids;
  for (const FormFaultDescription& row : form_faults()) {
    EXPECT_TRUE(ids.insert(row.id).second) << row.id;
    EXPECT_EQ(form_fault_named(row.id), row.fault);
    EXPECT_EQ(name(row.fault), row.id);
  }
  EXPECT_FALSE(form_fault_named("form_eaten"));
}

}  // namespace
}  // namespace vermilion::samples
