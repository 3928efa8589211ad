#pragma once

#include "pipeline/report.hpp"
#include "rules/judge.hpp"
#include "rules/language.hpp"

#include <string_view>

// What people call a verdict, a level, a seal: one word for each, wherever it is shown.
namespace vermilion::rules {

[[nodiscard]] std::string_view word(Verdict verdict, Language language);
[[nodiscard]] std::string_view word(pipeline::Level level, Language language);
[[nodiscard]] std::string_view word(pipeline::SealRole role, Language language);

}  // namespace vermilion::rules
