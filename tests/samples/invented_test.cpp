#include "samples/invented.hpp"

#include "pipeline/credit_code/citizen_id.hpp"
#include "pipeline/credit_code/credit_code.hpp"

#include <gtest/gtest.h>

#include <set>

namespace vermilion::samples {
namespace {

TEST(Invented, OrganisationsOfACategoryHaveItsCodeAndRegistrar) {
  const struct {
    Category category;
    std::string prefix;
    std::string registrar;
  } table[] = {{Category::Company, "91", "局"},
               {Category::Institution, "12", "事业单位登记管理局"},
               {Category::Association, "51", "民政局"},
               {Category::Clinic, "52", "卫生健康委员会"}};
  for (const auto& row : table) {
    for (std::uint64_t seed = 0; seed < 50; ++seed) {
      const Organisation made = invent_organisation(row.category, Random(seed));
      EXPECT_TRUE(made.code_meant.starts_with(row.prefix));
      EXPECT_EQ(made.code_printed, made.code_meant);
      EXPECT_TRUE(made.registrar.ends_with(row.registrar)) << made.registrar;
      EXPECT_TRUE(pipeline::credit_code::valid(made.code_meant));
    }
  }
}

TEST(Invented, NamesVary) {
  std::set<std::string> names;
  for (std::uint64_t seed = 0; seed < 200; ++seed) {
    names.insert(invent_organisation(Category::Company, Random(seed)).name);
  }
  EXPECT_GT(names.size(), 180u);
}

TEST(Invented, BracketsInNamesAreFullWidth) {
  for (std::uint64_t seed = 0; seed < 200; ++seed) {
    const std::string name = invent_organisation(Category::Company, Random(seed)).name;
    EXPECT_EQ(name.find_first_of("()"), std::string::npos) << name;
  }
}

TEST(Invented, PersonsIdAgreesWithBirthAndSex) {
  for (std::uint64_t seed = 0; seed < 100; ++seed) {
    const Person person = invent_person(Random(seed));
    EXPECT_TRUE(pipeline::citizen_id::valid(person.citizen_id));
    EXPECT_EQ(person.citizen_id.substr(6, 4), std::to_string(person.birth_year));
    EXPECT_EQ((person.citizen_id[16] - '0') % 2 == 1, person.male);
  }
}

TEST(Invented, DatesAreWrittenWithTwoDigits) {
  EXPECT_EQ(in_chinese({2020, 3, 1}), "2020年03月01日");
}

}  // namespace
}  // namespace vermilion::samples
