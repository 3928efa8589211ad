#include "service/cli/suggestion.hpp"

#include "rules/nearest.hpp"

#include <fmt/format.h>

namespace vermilion::service::cli {

std::string did_you_mean(std::string_view typed, std::span<const std::string_view> known) {
  const auto meant = rules::nearest(typed, known);
  return meant ? fmt::format("; did you mean \"{}\"?", *meant) : std::string();
}

}  // namespace vermilion::service::cli
