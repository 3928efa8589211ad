#pragma once

#include <string_view>

namespace vermilion::service::cli {

extern const std::string_view kVersion;  // "0.1.0", as CMakeLists.txt of the root says

}  // namespace vermilion::service::cli
