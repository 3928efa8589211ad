#pragma once

#include "rules/schema/validate.hpp"

#include <span>
#include <string>
#include <vector>

// Rule files as people hand them in: several, each by itself and by what it refers to.
namespace vermilion::rules::schema {

// What the files may name besides each other.
struct Surroundings {
  std::span<const pipeline::CheckDescription> checks;
  std::vector<std::string> samples;
  std::vector<std::string> defects;
};

// The mistakes of each file, in the order of the files. `beside` are files that are not checked but
// may be referred to, such as the document types of a single project.
[[nodiscard]] std::vector<std::vector<Mistake>> check(std::span<const yaml::Source> files,
                                                      std::span<const yaml::Source> beside,
                                                      const Surroundings& surroundings);

// What a file beside these may name. The surroundings must outlive it.
[[nodiscard]] Catalogue catalogue_of(std::span<const yaml::Source> files,
                                     const Surroundings& surroundings);

}  // namespace vermilion::rules::schema
