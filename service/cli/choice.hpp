#pragma once

#include <CLI/App.hpp>
#include <CLI/Validators.hpp>

#include <cstdint>
#include <string>
#include <vector>

namespace vermilion::service::cli {

// For options that take one of a few words: anything else is refused with the word that was
// probably meant.
[[nodiscard]] CLI::Validator one_of(const std::vector<std::string>& words);

// For whole numbers within bounds. The bounds belong in the option's description.
[[nodiscard]] CLI::Validator between(std::uint64_t low, std::uint64_t high);

}  // namespace vermilion::service::cli
