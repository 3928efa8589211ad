#pragma once

#include "pipeline/form/template.hpp"

#include <string>
#include <vector>

namespace vermilion::pipeline::form {

// Something on the form that must stay readable.
struct KeyPlace {
  std::string what;  // "fields/agent"
  BoxMm box;         // where its print stands
};

// What a form says of its order: its codes and its number, what is printed in its fields, and the
// texts that name organisations and people. Where a seal may stand after all is said by
// `seal_may_cover`.
[[nodiscard]] std::vector<KeyPlace> key_places(const Template& form);

// How wide a text of this size is set.
[[nodiscard]] double width_mm(const std::string& utf8, double size_pt);

}  // namespace vermilion::pipeline::form
