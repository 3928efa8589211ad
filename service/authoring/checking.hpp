#pragma once

#include "rules/mistake.hpp"
#include "rules/yaml/tree.hpp"

#include <nlohmann/json_fwd.hpp>

#include <string>
#include <vector>

// What is wrong with rule files. The same on the command line and over HTTP, to the byte.
namespace vermilion::service::authoring {

struct Checked {
  std::vector<rules::yaml::Source> files;
  std::vector<std::vector<rules::Mistake>> mistakes;  // by file
};

// `beside` are files that are not looked at but may be referred to.
[[nodiscard]] Checked check(std::vector<rules::yaml::Source> files,
                            const std::vector<rules::yaml::Source>& beside);

// {"schema", "files": how many, "mistakes": […]}
[[nodiscard]] nlohmann::ordered_json to_json(const Checked& checked);

// A document as programs are given it: two blanks a level, a line feed at the end; what is no UTF-8
// becomes U+FFFD.
[[nodiscard]] std::string text_of(const nlohmann::ordered_json& document);

}  // namespace vermilion::service::authoring
