#include "service/workers/template_json.hpp"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

namespace vermilion::service::workers {
namespace {

using namespace pipeline::form;

// Every member of every value set to something else than what it begins with.
Template a_form() {
  const BoxMm box{1.5, 2.25, 0.1, 1.0 / 3};
  return {.document = "seal_sheet",
          .generation = 3,
          .width_mm = 209.9,
          .height_mm = 296.8,
          .marks = {box, {4, 5, 6, 7}},
          .code = box,
          .fields = {{.id = "organisation",
                      .label = "单位名称",
                      .fact = "organisation",
                      .printed = "某某公司",
                      .box = box,
                      .value = {1, 1, 1, 1},
                      .size_pt = 12,
                      .multi_line = true,
                      .facsimile = Facsimile{box, 6, 3, "0o0"}},
                     {.id = "by_hand"}},
          .stamps = {{.id = "legal_person",
                      .by = "legal_person",
                      .with = {"seal", "signature"},
                      .shape = "square",
                      .box = box,
                      .room = {2, 2, 2, 2},
                      .framed = false}},
          .ticks = {{.id = "new", .fact = "operation", .printed = false, .square = box},
                    {.id = "agreed"}},
          .texts = {{.id = "notes", .printed = "一\n二", .box = box, .size_pt = 9.5}},
          .codes = {{.id = "verification", .printed = "https://example.org", .symbol = box}},
          .strokes = {{.box = box, .weight_mm = 0.5}},
          .seal_may_cover = {"blank"}};
}

TEST(TemplateJson, EveryMemberArrives) {
  EXPECT_EQ(template_of(nlohmann::json::parse(template_json(a_form()).dump())), a_form());
  EXPECT_EQ(template_of(template_json({})), Template{});
}

TEST(TemplateJson, WithoutAMemberIsRefused) {
  auto json = template_json(a_form());
  json["stamps"][0].erase("room");
  EXPECT_THROW((void)template_of(json), nlohmann::json::exception);
}

}  // namespace
}  // namespace vermilion::service::workers
