#include "rules/docs/phrases.hpp"

#include <gtest/gtest.h>

namespace vermilion::rules::docs {
namespace {

const Project kFair{
    .id = "fair",
    .operations = {{.id = "new", .variants = {{.id = "main", .name = {"主锁", "main key"}}}}}};

Condition among(std::string name, std::vector<std::string> values) {
  return {.kind = Condition::Kind::Among, .name = std::move(name), .values = std::move(values)};
}

struct Said {
  const char* name;
  Condition condition;
  const char* zh;
  const char* en;
};

class ConditionInWords : public testing::TestWithParam<Said> {};

TEST_P(ConditionInWords, IsASentence) {
  const LocalText text = condition_text(GetParam().condition, kFair);
  EXPECT_EQ(text.zh, GetParam().zh);
  EXPECT_EQ(text.en, GetParam().en);
}

const Condition kNew = among("operation", {"new"});
const Condition kMain = among("variant", {"main"});

INSTANTIATE_TEST_SUITE_P(
    Phrases, ConditionInWords,
    testing::Values(Said{"Always", {}, "", ""},
                    Said{"Operation", among("operation", {"new", "renew"}),
                         "办理新制或更新（续费）时", "new certificate or renewal"},
                    Said{"Variant", kMain, "申请主锁时", "main key"},
                    Said{"Kind", among("organisation_kind", {"medical"}), "单位是医疗机构时",
                         "the organisation is a medical institution"},
                    Said{"And",
                         {.kind = Condition::Kind::And, .parts = {kNew, kMain}},
                         "办理新制，且申请主锁时",
                         "new certificate, and main key"},
                    Said{"NotOr",
                         {.kind = Condition::Kind::And,
                          .parts = {{.kind = Condition::Kind::Not, .parts = {kMain}},
                                    {.kind = Condition::Kind::Or, .parts = {kNew, kMain}}}},
                         "不属于“申请主锁”，且（办理新制，或申请主锁）时",
                         "not: main key, and (new certificate, or main key)"}),
    [](const auto& test) { return std::string(test.param.name); });

struct Fee {
  Variant variant;
  const char* zh;
};

TEST(Phrases, FeesAreInYuan) {
  for (const auto& [variant, zh] :
       {Fee{{.fee_fen = 22000}, "220 元"}, Fee{{.fee_fen = 1250}, "12.50 元"},
        Fee{{.fee_fen = 5}, "0.05 元"}, Fee{{.fee_fen = 10000, .fee_per = "year"}, "100 元/年"},
        Fee{{}, "未定，暂不开放"}}) {
    EXPECT_EQ(fee_text(variant).zh, zh);
  }
}

TEST(Phrases, FilesAreFormatsAndSize) {
  using enum pipeline::ImageFormat;
  EXPECT_EQ(files_text({.formats = {Jpeg, Png}, .max_bytes = 1'048'576}).zh,
            "JPEG、PNG 图片，不超过 1 MB");
  EXPECT_EQ(files_text({.formats = {Bmp}, .max_bytes = 512'000}).en, "BMP picture, at most 500 KB");
  EXPECT_EQ(files_text({.formats = {Bmp}, .max_bytes = 1'500'000}).en,
            "BMP picture, at most 1.43 MB");
}

TEST(Phrases, SignaturesNameWhoAndEitherWay) {
  const DocumentType type{
      .seal_may_cover = {"blank", "business_scope"},
      .signatures = {{.by = "organisation", .with = {"seal"}},
                     {.by = "legal_person", .with = {"seal", "signature"}, .shape = "square"}}};
  EXPECT_EQ(signatures_text(type).zh, "单位公章；法人章（方形）或法人亲笔签名");
  EXPECT_EQ(signatures_text(type).en,
            "the company seal; the legal person's square seal or the legal person's own signature");
  EXPECT_EQ(places_text(type).zh, "空白处、经营范围处");
  EXPECT_TRUE(signatures_text({}).empty());
}

}  // namespace
}  // namespace vermilion::rules::docs
