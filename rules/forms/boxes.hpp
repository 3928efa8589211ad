#pragma once

#include "rules/forms/layout.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

// Whether what a form places fits on its sheet and stays apart.
namespace vermilion::rules::forms {

// Something placed, and the path its box is written under: "stamps/organisation".
struct Placed {
  std::string path;
  Box box;
};

// All but the lines, which may touch anything. The form's code comes first: it is always there.
[[nodiscard]] std::vector<Placed> placed(const Form& form);

enum class BoxFault : std::uint8_t { OffPage, Overlap };

struct MisplacedBox {
  BoxFault fault;
  std::size_t which;  // of what was handed in
  std::string other;  // Overlap: what it lies on, "stamps/organisation", "corner_mark"
};

// What a form lacks to be printed: what a project adds to a form it must say whole, what it changes
// of one it need not.
struct Lacking {
  std::string path;  // "stamps/organisation"; empty: the form itself
  std::string key;   // "box"
};

[[nodiscard]] std::vector<Lacking> lacking(const Form& form);

// One fault for each box that has any: the sheet's edge, a corner mark, or something before it.
[[nodiscard]] std::vector<MisplacedBox> misplaced(std::span<const Placed> boxes);

}  // namespace vermilion::rules::forms
