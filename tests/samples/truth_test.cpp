#include "samples/truth.hpp"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

namespace vermilion::samples {
namespace {

Truth stamped_licence() {
  return {.document = "business_licence",
          .layout = "2014",
          .copy = "colour",
          .format = "jpeg",
          .code_printed = "91369999MA0140544D",
          .code_meant = "91369999MA0140544D",
          .code_valid = true,
          .code_box = Box{1, 2, 3, 4},
          .organisation = "样州市墨舟测绘有限公司",
          .legal_person = "周砚舟",
          .seals = {{pipeline::SealShape::Round,
                     pipeline::SealRole::Holder,
                     "样州市墨舟测绘有限公司",
                     {10, 20, 30, 40},
                     40,
                     "red",
                     {"seal_faded"},
                     {"text"}}},
          .defects = {{"seal_faded", 0.25, "share"}, {"progressive", 1, ""}},
          .width = 1654,
          .height = 2339,
          .dpi = 200,
          .turn_deg = 90,
          .skew_deg = -0.25};
}

TEST(Truth, IsWrittenWithTheWordsOfTheReport) {
  const auto json = to_json(stamped_licence());
  EXPECT_EQ(json["credit_code"]["box"], nlohmann::ordered_json({1, 2, 3, 4}));
  EXPECT_EQ(json["credit_code"]["valid"], true);
  EXPECT_EQ(json["seals"][0]["shape"], "round");
  EXPECT_EQ(json["seals"][0]["role"], "holder");
  EXPECT_EQ(json["page"]["turn_deg"], 90);
  EXPECT_EQ(json["page"]["skew_deg"], -0.25);
  EXPECT_EQ(json["defects"][0]["strength"], 0.25);
}

TEST(Truth, DefectWithoutUnitHasNoStrength) {
  EXPECT_FALSE(to_json(stamped_licence())["defects"][1].contains("strength"));
}

TEST(Truth, WhatIsNotThereIsAbsent) {
  Truth truth = stamped_licence();
  truth.code_printed.reset();
  truth.layout.clear();
  const auto json = to_json(truth);
  EXPECT_FALSE(json.contains("credit_code"));
  EXPECT_FALSE(json.contains("layout"));
  EXPECT_FALSE(json.contains("emblem"));
}

}  // namespace
}  // namespace vermilion::samples
