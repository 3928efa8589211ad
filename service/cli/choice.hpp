#pragma once

#include <CLI/App.hpp>
#include <CLI/Validators.hpp>

#include <string>
#include <string_view>
#include <vector>

namespace vermilion::service::cli {

// For options that take one of a few words: anything else is refused with the word that was
// probably meant.
[[nodiscard]] CLI::Validator one_of(std::vector<std::string_view> words);

}  // namespace vermilion::service::cli
