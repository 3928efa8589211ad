#pragma once

#include "pipeline/form/registration.hpp"
#include "pipeline/page/text_lines.hpp"

#include <string_view>

// Where the values of a form are read.
namespace vermilion::pipeline::form {

// The field this fact was printed in; null where the form has none, where its value runs over
// several rows, and where it is written in by hand.
[[nodiscard]] const Field* printed_field(const Template& form, std::string_view fact);

// The field of this name that is written in by hand; null where the form has none.
[[nodiscard]] const Field* written_field(const Template& form, std::string_view id);

// The row its value stands in, on the page.
[[nodiscard]] page::TextLine row_of(const Field& field, const Placement& placement);

}  // namespace vermilion::pipeline::form
