#pragma once

#include "rules/cases.hpp"
#include "samples/recipe.hpp"

#include <tl/expected.hpp>

#include <string>

namespace vermilion::service::cases {

// How the sample of a case is drawn. Its names were looked up; the complaint tells what cannot be
// drawn: a defect the document cannot have, two that exclude each other, a strength beyond those
// the defect is drawn at.
[[nodiscard]] tl::expected<samples::Recipe, std::string> recipe_of(const rules::CaseSample& sample);

}  // namespace vermilion::service::cases
