#pragma once

#include "rules/mistake.hpp"
#include "rules/schema/validate.hpp"

#include <optional>
#include <string_view>
#include <vector>

// Names of things, looked up where they are defined.
namespace vermilion::rules::schema {

using Known = std::vector<std::string_view>;

template <class Names>
Known known_of(const Names& names) {
  return Known(names.begin(), names.end());
}

// The known name that was probably meant.
[[nodiscard]] std::optional<std::string_view> nearest_in(std::string_view typed,
                                                         const Known& known);

// The mistake of a scalar that is none of the known names, with the nearest and all of them. Its
// words call the scalar both "name" and "value".
[[nodiscard]] std::optional<Mistake> unknown(MistakeCode code, const yaml::Node& node,
                                             const Known& known);

// Every name that may stand as such a value: words of the table, names of checks, findings,
// document types, of the project. Empty for free texts and numbers.
[[nodiscard]] Known names_of(const Value& value, const ProjectNames& project,
                             const Catalogue& catalogue);

// A finding, document type, slot, rule, … or the names in a condition. Nothing is said about a
// project that is not known whole.
[[nodiscard]] std::optional<Mistake> look_up_reference(const yaml::Node& node, const Value& value,
                                                       const ProjectNames& project,
                                                       const Catalogue& catalogue);

}  // namespace vermilion::rules::schema
