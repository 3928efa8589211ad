#pragma once

#include "rules/schema/validate.hpp"

#include <string>
#include <vector>

namespace vermilion::tests {

// A small world for rule files: two checks, two document types, one project with that id.
rules::schema::Catalogue small_catalogue(const std::string& project = "tried");

// The mistakes of a file, be they of YAML or of the schema.
std::vector<rules::Mistake> mistakes_of(const rules::yaml::Source& source);

}  // namespace vermilion::tests
