#pragma once

#include <string_view>

// The bytes of rules/messages/zh.json and en.json.
namespace vermilion::rules::message_files {

extern const std::string_view kZh;
extern const std::string_view kEn;

}  // namespace vermilion::rules::message_files
