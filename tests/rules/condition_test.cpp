#include "rules/condition.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <random>

namespace vermilion::rules {
namespace {

const ConditionNames& names() {
  static const ConditionNames kNames{
      {"operation", {"new", "reissue", "renew"}}, {"variant", {"main", "sub"}}, {"province", {}}};
  return kNames;
}

Condition parsed(std::string_view text) {
  const auto condition = parse_condition(text, names());
  EXPECT_TRUE(condition) << text;
  return condition.value_or(Condition{});
}

const OrderFacts kMain{.operation = "new", .variant = "main", .province = "36"};

struct TruthCase {
  const char* text;
  Truth truth;  // for kMain
};

class ConditionHolds : public testing::TestWithParam<TruthCase> {};

TEST_P(ConditionHolds, AsItReads) {
  EXPECT_EQ(evaluate(parsed(GetParam().text), kMain), GetParam().truth);
}

INSTANTIATE_TEST_SUITE_P(
    Condition, ConditionHolds,
    testing::Values(TruthCase{"operation == new", Truth::Yes},
                    TruthCase{"operation == reissue", Truth::No},
                    TruthCase{"operation != reissue", Truth::Yes},
                    TruthCase{"variant in [main, sub]", Truth::Yes},
                    TruthCase{"variant not in [main, sub]", Truth::No},
                    TruthCase{"not variant == sub", Truth::Yes},
                    TruthCase{"operation == new and variant == main", Truth::Yes},
                    TruthCase{"operation == new and variant == sub", Truth::No},
                    TruthCase{"operation == renew or variant == main", Truth::Yes},
                    // "and" binds closer than "or".
                    TruthCase{"operation == new or variant == sub and variant == main", Truth::Yes},
                    TruthCase{"(operation == new or variant == sub) and variant == sub", Truth::No},
                    TruthCase{"not (operation == new and variant == sub)", Truth::Yes},
                    TruthCase{"province == \"36\"", Truth::Yes},
                    TruthCase{"province == 36", Truth::Yes},
                    TruthCase{"province in ['11',  '12']", Truth::No}));

TEST(Condition, UnknownFactDecidesNothingByItself) {
  const OrderFacts order{.operation = "new"};
  const auto truth = [&](std::string_view text) { return evaluate(parsed(text), order); };
  EXPECT_EQ(truth("variant == main"), Truth::Unknown);
  EXPECT_EQ(truth("not variant == main"), Truth::Unknown);
  EXPECT_EQ(truth("operation == new and variant == main"), Truth::Unknown);
  EXPECT_EQ(truth("operation == renew and variant == main"), Truth::No);
  EXPECT_EQ(truth("operation == new or variant == main"), Truth::Yes);
  EXPECT_EQ(truth("operation == renew or variant == main"), Truth::Unknown);
}

TEST(Condition, DefaultHoldsAlways) {
  EXPECT_EQ(evaluate({}, {}), Truth::Yes);
}

struct WrongCase {
  const char* name;
  const char* text;
  MistakeCode code;
  const char* token;  // what the span covers
  std::map<std::string, std::string> words;
};

class ConditionMistake : public testing::TestWithParam<WrongCase> {};

TEST_P(ConditionMistake, PointsAtTheToken) {
  const std::string_view text = GetParam().text;
  const auto condition = parse_condition(text, names());
  ASSERT_FALSE(condition);
  const Mistake& mistake = condition.error();
  EXPECT_EQ(name(mistake.code), name(GetParam().code));
  EXPECT_EQ(text.substr(mistake.span.begin, mistake.span.end - mistake.span.begin),
            GetParam().token);
  for (const auto& [word, said] : GetParam().words) {
    ASSERT_TRUE(mistake.words.contains(word)) << word;
    EXPECT_EQ(mistake.words.at(word), said);
  }
}

using enum MistakeCode;
INSTANTIATE_TEST_SUITE_P(
    Condition, ConditionMistake,
    testing::Values(
        WrongCase{
            "OneEqualsSign", "variant = main", ConditionAssignment, "=", {{"name", "variant"}}},
        WrongCase{"MisspeltName",
                  "varaint == main",
                  ConditionNameUnknown,
                  "varaint",
                  {{"nearest", "variant"}}},
        WrongCase{"MisspeltValue",
                  "variant == mian",
                  ConditionValueUnknown,
                  "mian",
                  {{"nearest", "main"}, {"name", "variant"}, {"known", "main, sub"}}},
        WrongCase{"MisspeltValueInAList",
                  "operation in [new, renwe]",
                  ConditionValueUnknown,
                  "renwe",
                  {{"nearest", "renew"}}},
        WrongCase{"FullWidthBracket", "（variant == main)", ConditionSyntax, "（", {}},
        WrongCase{"FullWidthComma", "variant in [main，sub]", ConditionSyntax, "，", {}},
        WrongCase{"NoValue", "variant ==", ConditionSyntax, "", {{"expected.en", "a value"}}},
        WrongCase{"ReservedValue", "variant == and", ConditionSyntax, "and", {}},
        WrongCase{"NoBracket", "variant in main", ConditionSyntax, "main", {}},
        WrongCase{"OpenBracket", "(variant == main", ConditionSyntax, "", {}},
        WrongCase{"OpenList", "variant in [main", ConditionSyntax, "", {}},
        WrongCase{"EmptyList", "variant in []", ConditionSyntax, "]", {}},
        WrongCase{"OpenQuote", "province == \"36", ConditionSyntax, "\"36", {}},
        WrongCase{"OtherLanguage", "variant == main && operation == new", ConditionSyntax, "&", {}},
        WrongCase{
            "TwoInARow", "variant == main operation == new", ConditionSyntax, "operation", {}},
        WrongCase{"Empty", "", ConditionSyntax, "", {}}),
    [](const auto& test) { return std::string(test.param.name); });

TEST(Condition, BracketsWithoutEndAreRefusedAndCostNoStack) {
  const auto condition = parse_condition(std::string(100'000, '('), names());
  ASSERT_FALSE(condition);
  EXPECT_EQ(condition.error().code, ConditionSyntax);
}

Condition random_condition(std::minstd_rand& random, int depth) {
  const auto among = [&] {
    const auto& [name, values] = *std::next(names().begin(), static_cast<long>(random() % 3));
    Condition condition{.kind = Condition::Kind::Among, .name = name};
    const std::size_t count = 1 + random() % 2;
    for (std::size_t i = 0; i < count; ++i) {
      condition.values.push_back(values.empty() ? "江 西" : values[random() % values.size()]);
    }
    return condition;
  };
  const auto kind = depth == 0 ? Condition::Kind::Among : Condition::Kind(1 + random() % 4);
  if (kind == Condition::Kind::Among) return among();
  Condition condition{.kind = kind};
  const std::size_t parts = kind == Condition::Kind::Not ? 1 : 2 + random() % 2;
  for (std::size_t i = 0; i < parts; ++i) {
    condition.parts.push_back(random_condition(random, depth - 1));
  }
  return condition;
}

TEST(Condition, TextReadsBackAsTheSameCondition) {
  std::minstd_rand random(20'240'502);
  for (int i = 0; i < 2000; ++i) {
    const Condition condition = random_condition(random, 3);
    EXPECT_EQ(parsed(text_of(condition)), condition) << text_of(condition);
  }
}

TEST(Condition, BytesOfAnyKindAreReadOrRefused) {
  std::minstd_rand random(20'240'503);
  const std::string_view pieces[] = {"variant", "==", "in",   "[",  "]",    "(",  ")", "not", "and",
                                     "or",      ",",  "main", "\"", "\xE4", "，", " ", "\xff"};
  for (int i = 0; i < 20'000; ++i) {
    std::string text;
    for (unsigned k = random() % 9; k > 0; --k) {
      text += pieces[random() % std::size(pieces)];
      text += ' ';
    }
    const auto condition = parse_condition(text, names());
    if (condition) continue;
    EXPECT_LE(condition.error().span.begin, condition.error().span.end);
    EXPECT_LE(condition.error().span.end, text.size());
  }
}

}  // namespace
}  // namespace vermilion::rules
