#pragma once

#include "pipeline/form/registration.hpp"
#include "pipeline/seal/seal.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

// Which seal stands in which box of a form.
namespace vermilion::pipeline::form {

// Seals of organisations have 38 mm and more, those of people 25 and less (domain knowledge, no
// rule of law); whose a seal is, its size tells.
enum class SealKind : std::uint8_t { Company, Person };

struct BoxedSeal {
  std::size_t seal = 0;  // of the page's
  SealKind kind = SealKind::Company;
  std::vector<cv::Point2f> outline;  // in millimetres of the sheet, once around
  BoxMm box;                         // around it
  std::optional<std::size_t> stamp;  // of the template's: the box most of it lies in
  double overhang_mm = 0;            // how far it reaches beyond the lines of that box
};

// A box asks for a seal of this kind.
[[nodiscard]] SealKind kind_wanted(const Stamp& stamp);

[[nodiscard]] std::vector<BoxedSeal> seals_in_boxes(const Template& form,
                                                    const Placement& placement,
                                                    std::span<const seal::Seal> seals);

// Square millimetres of the box that lie under the seal.
[[nodiscard]] double covered_mm2(const BoxedSeal& seal, const BoxMm& box);

}  // namespace vermilion::pipeline::form
