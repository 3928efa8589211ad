#include "samples/invented_numbers.hpp"

#include "pipeline/credit_code/citizen_id.hpp"
#include "pipeline/credit_code/credit_code.hpp"

#include <gtest/gtest.h>

namespace vermilion::samples {
namespace {

namespace credit_code = pipeline::credit_code;
namespace citizen_id = pipeline::citizen_id;

TEST(InventedNumbers, CreditCodesPassBothChecksAndBelongToNobody) {
  Random random(1);
  for (const auto* prefix : {"91", "92", "12", "51", "52"}) {
    for (int i = 0; i < 300; ++i) {
      const std::string code = invented_credit_code(prefix, random);
      EXPECT_TRUE(credit_code::valid(code)) << code;
      EXPECT_TRUE(credit_code::category_is_known(code)) << code;
      EXPECT_EQ(code.substr(0, 8), std::string(prefix) + "369999");
    }
  }
}

TEST(InventedNumbers, MisprintedCodesDifferInOneCharacterAndFail) {
  Random random(2);
  for (int i = 0; i < 300; ++i) {
    const std::string code = invented_credit_code("91", random);
    const std::string wrong = misprinted(code, random);
    int different = 0;
    for (std::size_t k = 0; k < code.size(); ++k) different += code[k] != wrong[k] ? 1 : 0;
    EXPECT_EQ(different, 1) << code << " " << wrong;
    EXPECT_FALSE(credit_code::valid(wrong)) << wrong;
  }
}

TEST(InventedNumbers, LookalikesAreFoldedBackToTheCodeThatWasMeant) {
  Random random(3);
  int changed = 0;
  for (int i = 0; i < 300; ++i) {
    const std::string code = invented_credit_code("91", random);
    const std::string printed = with_lookalike(code, random);
    changed += printed != code ? 1 : 0;
    EXPECT_EQ(credit_code::has_lookalikes(printed), printed != code);
    EXPECT_EQ(credit_code::normalise(printed), code);
  }
  EXPECT_GT(changed, 250);
}

TEST(InventedNumbers, CitizenIdsAreValidAndTellTheSex) {
  Random random(4);
  for (int i = 0; i < 300; ++i) {
    const std::string id = invented_citizen_id(1980 + i % 20, i % 2 == 0, random);
    EXPECT_TRUE(citizen_id::valid(id)) << id;
    EXPECT_EQ((id[16] - '0') % 2 == 1, i % 2 == 0) << id;
  }
}

TEST(InventedNumbers, DecoysHaveTheLengthsOfTheirKinds) {
  Random random(5);
  EXPECT_EQ(invented_seal_number(random).size(), 13u);
  EXPECT_TRUE(invented_seal_number(random).starts_with("36"));
  EXPECT_EQ(invented_registration_number(random).size(), 15u);
  EXPECT_EQ(invented_certificate_number(random).size(), 20u);
  EXPECT_EQ(invented_medical_number(random).size(), 22u);
  EXPECT_EQ(invented_mobile_number(random).size(), 11u);
}

}  // namespace
}  // namespace vermilion::samples
