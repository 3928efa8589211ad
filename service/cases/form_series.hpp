#pragma once

#include "rules/project.hpp"

#include <tl/expected.hpp>

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

// Forms of a project as they come back: printed for orders that do not exist, filled in, signed,
// stamped and scanned, with defects planted.
namespace vermilion::service::cases {

struct FormSeries {
  const rules::Project* project = nullptr;
  std::string slot;  // whose form
  std::vector<std::string> defects;  // every one of them is planted, as strong as the seed says
  int count = 1;
  std::uint64_t seed = 1;
  int dpi = 200;
};

// All that can be wrong with a form: of people, of the print, of scanner and ink.
[[nodiscard]] std::vector<std::string> form_defects();

// Writes `0001.jpg`, its `0001.truth.json` and `0001.order.json`, the order to hold it against, and
// `forms.key`, the key of the codes. The complaint says what cannot be drawn or written.
[[nodiscard]] tl::expected<void, std::string> write_forms(const FormSeries& series,
                                                          const std::filesystem::path& folder);

}  // namespace vermilion::service::cases
