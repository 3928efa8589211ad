#pragma once

#include "pipeline/plan.hpp"
#include "rules/diff.hpp"
#include "rules/language.hpp"

#include <span>
#include <string>
#include <vector>

namespace vermilion::rules {

// A change as those who keep the rules would tell it. What it is about is called as in the manual
// and in the file: the steps are taken from schema/keys.hpp, names from the rules themselves.
struct ChangeWords {
  Change change;
  std::vector<std::string> steps;  // "要上传的文件", "营业执照 (licence)", "规则", "sharp", …
  std::string before;              // with its unit: "220 元"; empty for items
  std::string after;
};

[[nodiscard]] std::vector<ChangeWords> changes_in_words(
    const Project& before, const Project& after, std::span<const pipeline::CheckDescription> checks,
    Language language);

}  // namespace vermilion::rules
