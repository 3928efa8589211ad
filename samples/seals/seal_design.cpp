#include "samples/seals/seal_design.hpp"

#include "samples/utf8.hpp"

#include <utility>

namespace vermilion::samples::seals {
namespace {

// Four characters fill a square: a name of two is followed by 之印, one of three by 印.
std::string four_characters(const std::string& person) {
  switch (characters(person).size()) {
    case 2:
      return person + "之印";
    case 3:
      return person + "印";
    default:
      return person;
  }
}

}  // namespace

SealDesign company_seal(std::string name, std::string number, double diameter_mm) {
  return {.size = {diameter_mm, diameter_mm},
          .rim = diameter_mm > 41 ? 1.2 : 1.0,
          .arch = std::move(name),
          .number = std::move(number),
          .star = true};
}

SealDesign registrar_seal(std::string name, double diameter_mm) {
  return {.size = {diameter_mm, diameter_mm}, .rim = 1.1, .arch = std::move(name), .star = true};
}

SealDesign special_seal(std::string name, std::string purpose, std::string number) {
  return {.size = {38, 38},
          .arch = std::move(name),
          .foot = std::move(purpose),
          .number = std::move(number),
          .star = true};
}

SealDesign foreign_company_seal(std::string name, std::string number) {
  return {.shape = SealShape::Oval,
          .size = {45, 30},
          .arch = std::move(name),
          .number = std::move(number)};
}

SealDesign invoice_seal(std::string name, std::string tax_number) {
  return {.shape = SealShape::Oval,
          .size = {40, 30},
          .arch = std::move(name),
          .centre = std::move(tax_number),
          .foot = "发票专用章"};
}

SealDesign person_seal(const std::string& person, double side_mm, bool reversed) {
  return {.shape = SealShape::Square,
          .size = {side_mm, side_mm},
          .rim = reversed ? 0.5 : 0.9,
          .arch = four_characters(person),
          .reversed = reversed};
}

SealDesign name_stamp(std::string person) {
  return {.shape = SealShape::Rectangle, .size = {20, 10}, .rim = 0.7, .arch = std::move(person)};
}

}  // namespace vermilion::samples::seals
