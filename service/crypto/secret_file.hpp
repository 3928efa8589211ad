#pragma once

#include <tl/expected.hpp>

#include <filesystem>
#include <string>

// Keys and passwords come from files and go nowhere else: not into a database, a log or a message.
namespace vermilion::service::crypto {

// The bytes of a file that only we may read. Refused, with a sentence that names the file and never
// quotes it: what is no plain file, belongs to somebody else than us and root, may be read or
// written by the group or by others, or has more than 64 KiB.
[[nodiscard]] tl::expected<std::string, std::string> read_secret_file(
    const std::filesystem::path& file);

// Writes a file with mode 0600 that was not there before, durably; else a sentence why not.
[[nodiscard]] tl::expected<void, std::string> write_secret_file(const std::filesystem::path& file,
                                                                std::string_view bytes);

}  // namespace vermilion::service::crypto
