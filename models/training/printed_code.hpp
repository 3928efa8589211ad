#pragma once

#include "models/training/random.hpp"

#include <string>

// Texts as they stand on licences.
namespace vermilion::models {

// A code that passes both checks, of any region.
std::string valid_code(Random& random);

// A valid code, eighteen characters that are none, or another number; empty now and then.
std::string code_like(Random& random);

std::u32string random_han(Random& random, int count);

}  // namespace vermilion::models
