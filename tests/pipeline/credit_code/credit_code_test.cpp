#include "pipeline/credit_code/credit_code.hpp"

#include "tests/support/shared_data.hpp"

#include <gtest/gtest.h>

#include <random>

namespace vermilion::pipeline::credit_code {
namespace {

using tests::shared_json;

TEST(CreditCode, EveryPublishedCodePassesBothChecks) {
  const auto vectors = shared_json("vectors/credit_code_valid.json");
  if (!vectors) GTEST_SKIP() << tests::kNoSharedData;
  for (const auto& row : *vectors) {
    const std::string code = row["code"];
    EXPECT_TRUE(valid(code)) << code;
    EXPECT_EQ(parse(code), code);
  }
}

TEST(CreditCode, EveryWrongVectorIsRefusedForItsOwnReason) {
  const auto vectors = shared_json("vectors/credit_code_invalid.json");
  if (!vectors) GTEST_SKIP() << tests::kNoSharedData;
  for (const auto& row : *vectors) {
    const std::string code = row["code"];
    const std::string kind = row["class"];
    const auto checked = check(code);
    ASSERT_FALSE(checked) << code;
    const Fault expected = kind == "charset"  ? Fault::Alphabet
                           : kind == "length" ? Fault::Length
                           : kind == "c18"    ? Fault::OuterCheck
                                              : Fault::InnerCheck;
    // A made-up code of class c17 may already fail by its region.
    if (checked.error() != Fault::Region) {
      EXPECT_EQ(checked.error(), expected) << code;
    }
  }
}

TEST(CreditCode, CodesOfTheEarlyPilotAreNonConformingNotWrong) {
  const auto vectors = shared_json("vectors/credit_code_legacy.json");
  if (!vectors) GTEST_SKIP() << tests::kNoSharedData;
  for (const auto& row : *vectors) {
    const std::string code = row["code"];
    const auto checked = check(code);
    ASSERT_FALSE(checked) << code;
    EXPECT_EQ(checked.error(), Fault::NonConforming) << code;
    EXPECT_EQ(std::string(1, outer_check(code.substr(0, 17))), row["computed_c18"]) << code;
  }
}

TEST(CreditCode, TypedTextIsBroughtIntoTheFormOfTheStandard) {
  const auto vectors = shared_json("vectors/credit_code_normalise.json");
  if (!vectors) GTEST_SKIP() << tests::kNoSharedData;
  for (const auto& row : *vectors) {
    EXPECT_EQ(normalise(row["in"].get<std::string>()), row["out"]) << row["in"];
  }
}

TEST(CreditCode, EveryPairOfTheStandardIsKnownAndNoOther) {
  const auto table = shared_json("vectors/credit_code_categories.json");
  if (!table) GTEST_SKIP() << tests::kNoSharedData;
  for (const char department : kAlphabet) {
    for (const char category : kAlphabet) {
      const std::string pair{department, category};
      const std::string first(1, department);
      const bool listed =
          table->contains(first) && (*table)[first]["2nd"].contains(std::string(1, category));
      EXPECT_EQ(category_is_known(pair), listed) << pair;
    }
  }
}

TEST(CreditCode, CheckCharacterZeroIsNotForgotten) {
  // A remainder of 0 must give '0', not index 31.
  EXPECT_TRUE(valid("1210000042500615X0"));
}

TEST(CreditCode, CitizenIdThatClosesTheOuterCheckIsNoCreditCode) {
  const auto checked = check("11010519491231002X");
  ASSERT_FALSE(checked);
  EXPECT_EQ(checked.error(), Fault::CitizenId);
}

TEST(CreditCode, SwappingTheEndsCannotBeSeenByArithmetic) {
  // Both ends weigh 1, so a passed check is no proof of existence.
  EXPECT_TRUE(valid("914403001922038216"));
  EXPECT_TRUE(valid("614403001922038219"));
}

TEST(CreditCode, NoSingleWrongCharacterPasses) {
  const std::string code = "91360000625912173B";
  for (std::size_t i = 0; i < kLength; ++i) {
    for (const char other : kAlphabet) {
      if (other == code[i]) continue;
      std::string wrong = code;
      wrong[i] = other;
      EXPECT_FALSE(valid(wrong)) << wrong;
    }
  }
}

TEST(CreditCode, LookAlikesAreFoldedOnlyWhereTheAlphabetDecides) {
  EXPECT_EQ(normalise("OIZS"), "0125");
  EXPECT_EQ(normalise("91360000BDGLTQUB0X"), "91360000BDGLTQUB0X");
  EXPECT_TRUE(has_lookalikes("9136OO00625912173B"));
  EXPECT_FALSE(has_lookalikes("91360000625912173B"));
}

TEST(CreditCode, AmbiguousLettersTakeTheReadingThatPasses) {
  EXPECT_EQ(normalise("9l36oooo625912l73b"), "91360000625912173B");
  EXPECT_EQ(normalise("91110000600037341l"), "91110000600037341L");
}

TEST(CreditCode, TextFullOfAmbiguousLettersComesBackAtOnce) {
  EXPECT_EQ(normalise("VVVVVVVVVVVVVVVVVV").size(), kLength);
}

struct Repair {
  const char* printed;
  const char* meant;
};

class CandidatesOf : public testing::TestWithParam<Repair> {};

TEST_P(CandidatesOf, HoldTheCodeThatWasMeant) {
  const auto found = candidates(GetParam().printed);
  EXPECT_EQ(found, std::vector<std::string>{GetParam().meant});
}

INSTANTIATE_TEST_SUITE_P(CreditCode, CandidatesOf,
                         testing::Values(Repair{"913600006259121738", "91360000625912173B"},
                                         Repair{"911101085513850820", "91110108551385082Q"},
                                         Repair{"9144030071526726X6", "9144030071526726XG"},
                                         Repair{"9144030071526726KG", "9144030071526726XG"},
                                         Repair{"91350200NA31DJ4F48", "91350200MA31DJ4F48"},
                                         Repair{"91110108651385082Q", "91110108551385082Q"},
                                         Repair{"91350203MA31NELDXR", "91350203MA31NFLDXR"}),
                         [](const auto& repair) { return std::string(repair.param.printed); });

TEST(CreditCode, CodesMadeWithTheCheckCharactersPass) {
  std::mt19937 random(1);
  const auto any = [&](std::string_view from) { return from[random() % from.size()]; };
  for (int i = 0; i < 2000; ++i) {
    std::string code = "91369999";
    for (int k = 0; k < 8; ++k) code += any(kAlphabet);
    code += inner_check(code.substr(8, 8));
    code += outer_check(code);
    // One in thousands is a citizen ID as well; the region 369999 with a date in its body is not.
    EXPECT_TRUE(valid(code)) << code;
  }
}

TEST(CreditCode, AnyBytesAreAnswered) {
  std::mt19937 random(2);
  for (int i = 0; i < 20'000; ++i) {
    std::string text(random() % 40, '\0');
    for (char& c : text) c = static_cast<char>(random());
    const auto parsed = parse(text);
    if (parsed) {
      EXPECT_TRUE(valid(*parsed));
    }
    for (const auto& repaired : candidates(text)) EXPECT_TRUE(valid(repaired));
  }
}

}  // namespace
}  // namespace vermilion::pipeline::credit_code
