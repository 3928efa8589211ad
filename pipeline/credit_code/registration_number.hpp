#pragma once

#include <string_view>

// 注册号, the number a business was registered under before credit codes took its place in October
// 2015: GS 15-2006. Licences of that time show it and no credit code.
namespace vermilion::pipeline::registration_number {

// Fifteen digits, of which the last is the check digit of the others.
[[nodiscard]] bool valid(std::string_view number);

// The digit that closes a number: ISO 7064, MOD 11,10.
[[nodiscard]] char check_digit(std::string_view digits);

}  // namespace vermilion::pipeline::registration_number
