#include "pipeline/checks/credit_code_readable.hpp"

#include "tests/support/a_sample.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <set>
#include <string>
#include <vector>

namespace vermilion::pipeline::checks {
namespace {

using samples::Defect;
using samples::DocumentKind;
using samples::Recipe;
using tests::a_sample;
using tests::a_stamped_copy;
using tests::a_stamped_copy_of;
using tests::codes;
using tests::with;

Report checked(const Recipe& recipe) {
  return tests::checked("credit_code_readable", recipe);
}

// Without a QR symbol: the print alone tells.
Recipe a_certificate(std::uint64_t seed) {
  return a_stamped_copy_of(DocumentKind::InstitutionCertificate, seed);
}

TEST(CreditCodeReadable, PrintedCodeIsReadAndNothingSaid) {
  for (const std::uint64_t seed : {1, 2, 3}) {
    for (const Recipe& recipe : {a_stamped_copy(seed), a_certificate(seed)}) {
      const Report report = checked(recipe);
      EXPECT_EQ(codes(report), "") << seed;
      ASSERT_TRUE(report.facts.credit_code) << seed;
      EXPECT_EQ(report.facts.credit_code->value, a_sample(recipe).truth.code_printed);
    }
  }
}

TEST(CreditCodeReadable, PageWithoutACodeIsReportedAndNothingGuessed) {
  const Report report = checked(a_stamped_copy_of(DocumentKind::IdCard));
  EXPECT_EQ(codes(report), "USCC_UNREADABLE");
  EXPECT_FALSE(report.facts.credit_code);
}

TEST(CreditCodeReadable, WrongCharacterIsQuotedAsPrintedAndRefused) {
  for (const std::uint64_t seed : {2, 3, 4, 5}) {
    const Recipe recipe = with(a_certificate(seed), Defect::CodeWrong);
    const Report report = checked(recipe);
    ASSERT_EQ(codes(report), "USCC_BAD_CHECK") << seed;
    const Finding& found = report.findings.front();
    EXPECT_EQ(found.words.at("printed"), a_sample(recipe).truth.code_printed);
    EXPECT_EQ(found.level, Level::Block);
    EXPECT_GT(tests::overlap(*found.box, *a_sample(recipe).truth.code_box), 0.5);
    EXPECT_FALSE(report.facts.credit_code) << "never mended towards a code that passes";
  }
}

// A code from the symbol beside it does not mend the print.
TEST(CreditCodeReadable, WrongPrintBesideARightSymbolIsStillWrong) {
  for (const std::uint64_t seed : {1, 2, 3, 4, 5}) {
    const Recipe recipe = with(a_stamped_copy(seed), Defect::CodeWrong);
    const Report report = checked(recipe);
    ASSERT_EQ(codes(report), "USCC_BAD_CHECK") << seed;
    EXPECT_EQ(report.findings.front().words.at("printed"), a_sample(recipe).truth.code_printed);
  }
}

TEST(CreditCodeReadable, WrongPrintIsNeverSilentBesideARightSymbol) {
  GTEST_SKIP() << "known miss: nothing is said of this one; the symbol's code stands alone";
  EXPECT_NE(codes(checked(with(a_stamped_copy(10), Defect::CodeWrong))), "");
}

// I, O, Z or S where the standard has 1, 0, 2 or 5: what is meant is clear, what is printed wrong.
TEST(CreditCodeReadable, LetterTheStandardLacksIsQuotedWithWhatIsMeant) {
  for (const std::uint64_t seed : {1, 2, 3, 4}) {
    const Recipe recipe = with(a_stamped_copy(seed), Defect::CodeLookalike);
    const Report report = checked(recipe);
    ASSERT_EQ(codes(report), "USCC_LOOKALIKE") << seed;
    const Finding& found = report.findings.front();
    EXPECT_EQ(found.level, Level::Warn);
    EXPECT_EQ(found.words.at("printed"), a_sample(recipe).truth.code_printed);
    EXPECT_EQ(found.words.at("meant"), a_sample(recipe).truth.code_meant);
    EXPECT_GT(tests::overlap(*found.box, *a_sample(recipe).truth.code_box), 0.5);
  }
}

TEST(CreditCodeReadable, SecondDocumentWithAnotherCodeIsNamedWithBoth) {
  int told = 0;
  for (const std::uint64_t seed : {1, 2, 3, 4, 5, 6, 7, 8}) {
    Recipe recipe = tests::at_dpi(150, a_stamped_copy(seed));
    recipe.composition = samples::Composition::TwoOnOne;
    const auto& truth = a_sample(recipe).truth;
    const Report report = checked(recipe);
    const auto found = std::ranges::find(report.findings, FindingCode::UsccSeveral, &Finding::code);
    if (found == report.findings.end()) continue;
    ++told;
    EXPECT_EQ(found->level, Level::Warn);
    const std::set<std::string> named{found->words.at("first"), found->words.at("other")};
    EXPECT_EQ(named, (std::set<std::string>{truth.code_printed.value(),
                                            truth.beside.front().code_printed.value()}))
        << seed;
    EXPECT_EQ(report.facts.credit_code->alternatives,
              std::vector<std::string>{found->words.at("other")});
  }
  EXPECT_GE(told, 2);
}

TEST(CreditCodeReadable, CodeOfTheOrderIsExpectedOnlyWhereThePlanSays) {
  const auto& sample = a_sample(a_stamped_copy_of(DocumentKind::SealSheet, 1));
  Plan plan = tests::only("credit_code_readable");
  EXPECT_FALSE(tests::inspected(sample, plan).facts.expected_code);
  plan.expected_code = sample.truth.code_printed;
  const auto fact = tests::inspected(sample, plan).facts.expected_code;
  ASSERT_TRUE(fact);
  EXPECT_TRUE(fact->matches);
}

TEST(CreditCodeReadable, LookalikesCarryNoCode) {
  for (const auto document : {DocumentKind::LookalikeLetterhead, DocumentKind::LookalikeTexture,
                              DocumentKind::LookalikeBankLetter, DocumentKind::LookalikeMosaic,
                              DocumentKind::LookalikeMenu}) {
    for (const std::uint64_t seed : {1, 2}) {
      const Report report = checked(a_stamped_copy_of(document, seed));
      EXPECT_NE(codes(report), "");
      EXPECT_FALSE(report.facts.credit_code) << static_cast<int>(document) << ' ' << seed;
    }
  }
}

// Blurred, faint, noisy, tilted: a code may be lost, never another one found.
TEST(CreditCodeReadable, BadPictureGivesTheRightCodeOrNone) {
  for (const auto& [defect, strength] : {std::pair(Defect::Blur, 0.3),
                                         {Defect::Noise, 16.0},
                                         {Defect::Skew, 8.0},
                                         {Defect::Lowres, 80.0},
                                         {Defect::JpegLowQuality, 12.0},
                                         {Defect::Photo, 0.08},
                                         {Defect::SealOverCode, 1.0},
                                         {Defect::Watermark, 0.4}}) {
    for (const std::uint64_t seed : {1, 2}) {
      const Recipe recipe = with(a_certificate(seed), defect, strength);
      const Report report = checked(recipe);
      const auto& code = report.facts.credit_code;
      EXPECT_TRUE(!code || code->value == a_sample(recipe).truth.code_printed)
          << describe(defect).id << ' ' << seed << ' ' << code->value;
    }
  }
}

}  // namespace
}  // namespace vermilion::pipeline::checks
