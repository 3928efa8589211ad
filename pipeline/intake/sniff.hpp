#pragma once

#include "pipeline/report.hpp"

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>

// What a file is by its first bytes, and what its name says it is.
namespace vermilion::pipeline::intake {

struct Kind {
  std::string_view name;              // "JPEG", "PDF", "text", "unknown"
  std::optional<ImageFormat> format;  // present when we read it
};

Kind sniff(std::span<const std::byte> bytes);

// Lower case and with its dot; empty when the name has none.
std::string extension_of(std::string_view file);

// The name of the kind files with this extension are; empty when it says nothing.
std::string_view kind_of_extension(std::string_view extension);

}  // namespace vermilion::pipeline::intake
