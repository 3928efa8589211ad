#pragma once

#include "rules/schema/validate.hpp"

#include <cstddef>
#include <span>
#include <string>
#include <vector>

// What may be written at a place of a rule file that is being written: for editors.
namespace vermilion::rules::schema {

struct Completion {
  std::string text;  // the whole word, what was typed of it included
  std::string zh;    // one line; empty where the word says it all
  std::string en;
};

// In the order of the table. `at` counts bytes. Names of the project itself are known once the file
// can be parsed; nothing is proposed in comments and free texts.
[[nodiscard]] std::vector<Completion> completions(const yaml::Source& file, std::size_t at,
                                                  const Catalogue& catalogue);

}  // namespace vermilion::rules::schema
