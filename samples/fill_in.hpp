#pragma once

#include "samples/form.hpp"
#include "samples/picture.hpp"
#include "samples/random.hpp"

#include <string>

// What people do to a sheet of paper before it is scanned.
namespace vermilion::samples {

// Writes into the printed form what is to be written by hand, ticks, stamps and signs it, each in
// its box unless the faults of `recipe` say otherwise; `wanted` says what is wrong with the ink of
// the company's seal. The day that was written, "2031-12-31"; empty where none is.
std::string fill_in(Picture& page, double dpi, const pipeline::form::Template& form,
                    const Signers& signers, const FormRecipe& recipe, const Recipe& wanted,
                    const Random& random);

}  // namespace vermilion::samples
