#pragma once

#include "rules/schema/completion.hpp"
#include "rules/yaml/tree.hpp"

#include <nlohmann/json_fwd.hpp>

#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

// What may be written at a place of a rule file.
namespace vermilion::service::authoring {

// The byte before which the cursor stands: lines and characters from 1; beyond a line's end it
// stands at the end. Nothing: there is no such line.
[[nodiscard]] std::optional<std::size_t> byte_at(std::string_view text, std::size_t line,
                                                 std::size_t column);

[[nodiscard]] std::vector<rules::schema::Completion> complete(
    const rules::yaml::Source& file, std::size_t at,
    const std::vector<rules::yaml::Source>& beside);

// [{"text", "zh", "en"}]
[[nodiscard]] nlohmann::ordered_json to_json(
    const std::vector<rules::schema::Completion>& completions);

}  // namespace vermilion::service::authoring
