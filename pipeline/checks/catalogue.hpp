#pragma once

#include "pipeline/checks/check.hpp"

#include <span>
#include <string_view>

// Every check there is. A new check is a file pair and a row in catalogue.cpp; the command line,
// the rules, the fuzz targets and the tests go through this list and keep none of their own.
namespace vermilion::pipeline {

std::span<const CheckDescription> check_descriptions();

}  // namespace vermilion::pipeline

namespace vermilion::pipeline::checks {

std::span<const Check> catalogue();

// Null when there is no such check.
const Check* find(std::string_view id);

}  // namespace vermilion::pipeline::checks
