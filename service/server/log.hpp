#pragma once

#include <nlohmann/json_fwd.hpp>
#include <tl/expected.hpp>

#include <filesystem>
#include <functional>
#include <string>
#include <string_view>

namespace vermilion::service::server {

// Takes one event: its name and its members. What people typed, and names, numbers and texts of
// their documents are never among them.
using Log = std::function<void(std::string_view event, const nlohmann::ordered_json& members)>;

// A JSON document a line, to standard error: `{"at": "2026-11-21T08:00:00.123Z", "event": …}`.
[[nodiscard]] Log log_to_standard_error();

// The same at the end of a file, which only its owner may read. The complaint names the file.
[[nodiscard]] tl::expected<Log, std::string> log_to_file(const std::filesystem::path& file);

}  // namespace vermilion::service::server
