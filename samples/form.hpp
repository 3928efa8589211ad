#pragma once

#include "pipeline/form/template.hpp"
#include "samples/form_faults.hpp"
#include "samples/recipe.hpp"

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

// A form on its way back: somebody else printed it, here it is filled in, signed, stamped and
// scanned.
namespace vermilion::samples {

// The whole sheet, 0 black … 255 white, row by row.
struct PrintedSheet {
  int width = 0;
  int height = 0;
  std::vector<std::uint8_t> grey;
  double dpi = 0;
};

// Whose seals and hands there are.
struct Signers {
  std::string organisation;
  std::string seal_number;  // 13 digits, or empty
  std::string legal_person;
  std::string jiangxi_head;
  std::string agent;
};

struct FormRecipe {
  std::uint64_t seed = 0;
  std::vector<FormFault> faults = {};
  std::vector<Planted> defects = {};  // of the company seal's ink, of scanner, camera and file
};

struct FormSample {
  std::vector<std::byte> bytes;
  std::string extension;
  // Sheet -> upright picture, by rows; pixels count from the outer edge of the first one.
  std::array<double, 9> picture_from_mm{};
  std::string written_day;  // by hand, "2031-12-31"; empty where none is
  int turn_deg = 0;  // clockwise turn that makes the stored picture upright
  int width = 0;     // of the upright picture
  int height = 0;
};

// Whether the form has what the fault is about.
[[nodiscard]] bool can_have(const pipeline::form::Template& form, FormFault fault);

// The same for the defects of documents: that of a place on another document it cannot have.
[[nodiscard]] bool can_have(Defect defect);

// Pure, like make().
[[nodiscard]] FormSample hand_in(const PrintedSheet& print, const pipeline::form::Template& form,
                                 const Signers& signers, const FormRecipe& recipe);

}  // namespace vermilion::samples
