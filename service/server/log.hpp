#pragma once

#include <nlohmann/json_fwd.hpp>

#include <functional>
#include <string_view>

namespace vermilion::service::server {

// Takes one event: its name and its members. What people typed, and names, numbers and texts of
// their documents are never among them.
using Log = std::function<void(std::string_view event, const nlohmann::ordered_json& members)>;

// A JSON document a line, to standard error: `{"at": "2026-11-21T08:00:00.123Z", "event": …}`.
[[nodiscard]] Log log_to_standard_error();

}  // namespace vermilion::service::server
