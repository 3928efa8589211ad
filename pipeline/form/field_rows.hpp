#pragma once

#include "pipeline/form/registration.hpp"
#include "pipeline/page/text_lines.hpp"

#include <string_view>

// Where the values of a form are read.
namespace vermilion::pipeline::form {

// The field that holds this fact, or is named so where it holds none; null where there is none, or
// where its value runs over several rows.
[[nodiscard]] const Field* field_named(const Template& form, std::string_view fact);

// The row its value stands in, on the page.
[[nodiscard]] page::TextLine row_of(const Field& field, const Placement& placement);

}  // namespace vermilion::pipeline::form
