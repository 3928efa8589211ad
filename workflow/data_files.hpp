#pragma once

#include <array>
#include <string_view>

// The bytes of messages/*.json and holidays/*.json.
namespace vermilion::workflow::data_files {

extern const std::string_view kMessagesZh;
extern const std::string_view kMessagesEn;
extern const std::array<std::string_view, 1> kHolidays;

}  // namespace vermilion::workflow::data_files
