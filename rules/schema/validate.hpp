#pragma once

#include "pipeline/plan.hpp"
#include "rules/mistake.hpp"
#include "rules/schema/keys.hpp"
#include "rules/schema/names.hpp"
#include "rules/yaml/tree.hpp"

#include <cstddef>
#include <span>
#include <vector>

namespace vermilion::rules::schema {

// What a rule file may name and does not define itself. The checks come in as plain descriptions,
// so that rules links none of them.
struct Catalogue {
  std::span<const pipeline::CheckDescription> checks;
  Names names;
};

// A file shows what it is by its name (`*.test.yaml`) or its keys, misspelt ones included.
[[nodiscard]] FileKind kind_of(const yaml::Node& file, const yaml::Source& source);

// The names of the project a file is about: its own, the one it tests, or none that it knows.
[[nodiscard]] ProjectNames names_within(const yaml::Node& file, FileKind kind, const Names& names);

// All mistakes of a file that could be parsed, in the order of their places, at most kMistakesMax.
//
// Names and conditions are looked up only once everything else is right: a slot whose `slot:` is
// misspelt would else be missed wherever it is referred to, one mistake many times.
[[nodiscard]] std::vector<Mistake> validate(const yaml::Node& file, const yaml::Source& source,
                                            FileKind kind, const Catalogue& catalogue);

// Who has a hundred mistakes has the wrong file.
inline constexpr std::size_t kMistakesMax = 100;

}  // namespace vermilion::rules::schema
