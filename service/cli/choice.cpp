#include "service/cli/choice.hpp"

#include "service/cli/suggestion.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

namespace vermilion::service::cli {

CLI::Validator one_of(std::vector<std::string_view> words) {
  const auto refuse_others = [words](const std::string& typed) -> std::string {
    if (std::ranges::count(words, typed) != 0) return {};
    return fmt::format("\"{}\" is none of {}{}", typed, fmt::join(words, ", "),
                       did_you_mean(typed, words));
  };
  return {refuse_others, /*description=*/""};
}

}  // namespace vermilion::service::cli
