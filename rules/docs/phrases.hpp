#pragma once

#include "rules/project.hpp"

#include <cstddef>
#include <cstdint>
#include <string_view>

// What a rule file says in signs, said in words.
namespace vermilion::rules::docs {

[[nodiscard]] LocalText operation_name(const Operation& operation);
[[nodiscard]] LocalText operation_name(std::string_view id);

// "220 元", "12.50 元"; "未定" where nothing is set.
[[nodiscard]] LocalText fee_text(const Variant& variant);

// "办理新制，且申请主锁时"; empty where it holds always.
[[nodiscard]] LocalText condition_text(const Condition& condition, const Project& project);

// "JPEG、PNG、BMP 图片，不超过 1 MB"
[[nodiscard]] LocalText files_text(const FileTerms& files);

// "单位公章；法人章（方形）或亲笔签名"; empty where nobody signs.
[[nodiscard]] LocalText signatures_text(const DocumentType& type);

// "空白处、经营范围处"; empty where a seal may stand anywhere.
[[nodiscard]] LocalText places_text(const DocumentType& type);

// Who pays the courier: applicant, collect, unset.
[[nodiscard]] LocalText payer_text(std::string_view payer);

[[nodiscard]] LocalText payment_text(const Payment& payment);

[[nodiscard]] LocalText working_days_text(int days);

}  // namespace vermilion::rules::docs
