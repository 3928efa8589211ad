#pragma once

#include "samples/random.hpp"

#include <string>
#include <string_view>

// Numbers that look right and belong to nobody: region 369999 has never been given out.
namespace vermilion::samples {

inline constexpr std::string_view kNobodysRegion = "369999";

// A credit code that passes both checks; `prefix` is department and category: 91, 12, 51.
[[nodiscard]] std::string invented_credit_code(std::string_view prefix, Random& random);

// The same code as a clerk gets it wrong: one character taken for another, so that it fails.
[[nodiscard]] std::string misprinted(const std::string& code, Random& random);

// The same code with a letter the alphabet lacks in place of a digit: O for 0, I for 1, Z for 2,
// S for 5. Codes without such a digit after the region come back unchanged.
[[nodiscard]] std::string with_lookalike(const std::string& code, Random& random);

[[nodiscard]] std::string invented_citizen_id(int birth_year, bool male, Random& random);
[[nodiscard]] std::string invented_seal_number(Random& random);          // 13 digits from 36
[[nodiscard]] std::string invented_registration_number(Random& random);  // 注册号, 15 digits
[[nodiscard]] std::string invented_certificate_number(Random& random);   // 证照编号, 20 digits
[[nodiscard]] std::string invented_medical_number(Random& random);       // 登记号, 22 characters
[[nodiscard]] std::string invented_mobile_number(Random& random);

}  // namespace vermilion::samples
