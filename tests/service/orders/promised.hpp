#pragma once

#include <nlohmann/json.hpp>

#include <string>
#include <string_view>

namespace vermilion::tests {

// What an answer has otherwise than service/openapi.yaml promises for this route and status, the
// first difference as "/items/0/turn: null is no string"; empty: nothing.
[[nodiscard]] std::string broken_promise(std::string_view method, std::string_view route,
                                         int status, const nlohmann::json& answer);

}  // namespace vermilion::tests
