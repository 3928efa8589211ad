#pragma once

#include "rules/mistake.hpp"
#include "rules/schema/keys.hpp"

#include <tl/expected.hpp>

#include <optional>
#include <string>
#include <string_view>

// Scalars read as what their key takes, with the slips people make in them.
namespace vermilion::rules::schema {

// A number within the value's bounds. Refused by name: quotes, units (`1M`, `5 天`), letters that
// look like digits, separators, full-width digits, zeros in front.
[[nodiscard]] tl::expected<double, Mistake> number(const yaml::Node& node, const Value& value,
                                                   std::string_view key);

// `true` or `false`, and nothing else that YAML ever took for them.
[[nodiscard]] tl::expected<bool, Mistake> boolean(const yaml::Node& node, std::string_view key);

// licence_copy
[[nodiscard]] bool is_id(std::string_view text);

// S4, S3/4.12
[[nodiscard]] bool is_source(std::string_view text);

// As people write it: no exponent, no zeros behind the point.
[[nodiscard]] std::string plain_number(double value);

}  // namespace vermilion::rules::schema
