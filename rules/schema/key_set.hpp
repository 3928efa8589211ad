#pragma once

#include "rules/mistake.hpp"
#include "rules/schema/keys.hpp"
#include "rules/yaml/tree.hpp"

#include <map>
#include <string>
#include <string_view>
#include <vector>

// Which keys stand in a group, whatever stands behind them.
namespace vermilion::rules::schema {

// What a group lacks, has too much of, or calls by another name. A key that was meant to be a
// missing one is told once, as the name it should have; what a comma cut off a text is told as
// that.
[[nodiscard]] std::vector<Mistake> wrong_keys(const yaml::Node& group, const Shape& shape,
                                              const yaml::Source& source);

[[nodiscard]] Mistake missing_key(const yaml::Node& group, const Key& key);

// What the texts of a mistake about a key are filled with.
[[nodiscard]] std::map<std::string, std::string> words_of_key(std::string_view key, Words summary);

// A name as the value it would be.
[[nodiscard]] yaml::Node name_node(const yaml::Member& member);

}  // namespace vermilion::rules::schema
