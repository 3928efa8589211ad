#pragma once

#include "samples/random.hpp"

#include <cstdint>
#include <string>

// Organisations and persons that do not exist, in a city that does not exist either.
namespace vermilion::samples {

struct Date {
  int year = 2020;
  int month = 1;
  int day = 1;
};
[[nodiscard]] std::string in_chinese(Date date);  // 2020年01月01日

enum class Category : std::uint8_t { Company, Institution, Association, Clinic };

// What is wrong with an identity card.
struct CardFlaws {
  bool number_wrong = false;
  int years_over = 0;  // its term ended so many years ago
};

struct Organisation {
  Category category = Category::Company;
  std::string name;
  std::string code_meant;    // passes both checks
  std::string code_printed;  // what stands on the paper; the same unless a defect says otherwise
  std::string legal_person;
  std::string type;  // 有限责任公司(自然人投资或控股)
  std::string address;
  std::string capital;
  std::string purpose;    // 经营范围, 业务范围, 诊疗科目
  std::string registrar;  // whose red seal the original carries
  std::string sponsor;    // 举办单位, 业务主管单位
  std::string seal_number;
  std::string city;
  Date founded;
  Date issued;
  CardFlaws card = {};  // of the legal person
};

[[nodiscard]] Organisation invent_organisation(Category category, Random random);

struct Person {
  std::string name;
  bool male = true;
  int birth_year = 1980;
  std::string address;
  std::string citizen_id;
  std::string police;  // 签发机关
  Date valid_from;
};

[[nodiscard]] Person invent_person(Random random);

}  // namespace vermilion::samples
