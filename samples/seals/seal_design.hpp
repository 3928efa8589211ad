#pragma once

#include "pipeline/report.hpp"
#include "samples/geometry.hpp"

#include <string>

namespace vermilion::samples::seals {

using pipeline::SealShape;

[[nodiscard]] inline bool is_curved(SealShape shape) {
  return shape == SealShape::Round || shape == SealShape::Oval;
}

// What is cut into a seal. Sizes follow practice: round 38 to 45 mm, oval 45 x 30 and 40 x 30,
// square 16 to 25 mm, rectangle 20 x 10.
struct SealDesign {
  SealShape shape = SealShape::Round;
  Size size{40, 40};
  double rim = 1.0;
  std::string arch;    // the name along the upper rim; in a square seal its two or four characters
  std::string centre;  // a line across: 合同专用章, or the tax number of an invoice seal
  std::string foot;    // a line below the centre: 发票专用章
  std::string number;  // 13 digits along the lower rim
  bool star = false;   // five-pointed, in the middle
  bool reversed = false;  // white characters on a red ground
};

[[nodiscard]] SealDesign company_seal(std::string name, std::string number, double diameter_mm);
[[nodiscard]] SealDesign registrar_seal(std::string name, double diameter_mm);
[[nodiscard]] SealDesign special_seal(std::string name, std::string purpose, std::string number);
[[nodiscard]] SealDesign foreign_company_seal(std::string name, std::string number);
[[nodiscard]] SealDesign invoice_seal(std::string name, std::string tax_number);
[[nodiscard]] SealDesign person_seal(const std::string& person, double side_mm, bool reversed);
[[nodiscard]] SealDesign name_stamp(std::string person);

}  // namespace vermilion::samples::seals
