#pragma once

#include "pipeline/plan.hpp"
#include "rules/schema/keys.hpp"

#include <nlohmann/json_fwd.hpp>

#include <span>

namespace vermilion::rules::schema {

// A kind of file as JSON Schema (draft 2020-12), for the completion and the hints of editors. It
// says all the table says; names of other things, conditions and what must stand only once are
// beyond it and left to validate().
[[nodiscard]] nlohmann::ordered_json json_schema(
    FileKind kind, std::span<const pipeline::CheckDescription> checks);

}  // namespace vermilion::rules::schema
