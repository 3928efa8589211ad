#include "service/cli/choice.hpp"

#include "service/cli/suggestion.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <string_view>

namespace vermilion::service::cli {

CLI::Validator one_of(const std::vector<std::string>& words) {
  const auto refuse_others = [words](const std::string& typed) -> std::string {
    if (std::ranges::count(words, typed) != 0) return {};
    const std::vector<std::string_view> known(words.begin(), words.end());
    const std::string meant = did_you_mean(typed, known);
    return meant.empty() ? fmt::format("\"{}\" is none of {}", typed, fmt::join(words, ", "))
                         : fmt::format("there is no \"{}\"{}", typed, meant);
  };
  return {refuse_others, /*description=*/""};
}

CLI::Validator between(std::uint64_t low, std::uint64_t high) {
  return CLI::Range(low, high).description("");
}

}  // namespace vermilion::service::cli
