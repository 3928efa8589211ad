#include "pipeline/credit_code/registration_number.hpp"

#include <gtest/gtest.h>

#include <string>

namespace vermilion::pipeline::registration_number {
namespace {

// A region that does not exist.
const std::string kFirst14 = "99000010012345";

std::string closed(const std::string& first14) {
  return first14 + check_digit(first14);
}

TEST(RegistrationNumber, CheckDigitIsThatOfTheStandard) {
  EXPECT_EQ(check_digit("0794"), '5');  // the example of ISO 7064
}

TEST(RegistrationNumber, NumberWithItsCheckDigitIsValid) {
  EXPECT_TRUE(valid(closed(kFirst14)));
}

TEST(RegistrationNumber, AnyOneDigitThatIsAnotherIsRefused) {
  const std::string number = closed(kFirst14);
  for (std::size_t place = 0; place < number.size(); ++place) {
    for (char digit = '0'; digit <= '9'; ++digit) {
      std::string other = number;
      other[place] = digit;
      EXPECT_EQ(valid(other), digit == number[place]) << other;
    }
  }
}

TEST(RegistrationNumber, OtherLengthsAndLettersAreRefused) {
  EXPECT_FALSE(valid(""));
  EXPECT_FALSE(valid(closed(kFirst14 + "0")));
  EXPECT_FALSE(valid(closed("9900001001234")));
  std::string letter = closed(kFirst14);
  letter[6] = 'B';
  EXPECT_FALSE(valid(letter));
}

}  // namespace
}  // namespace vermilion::pipeline::registration_number
