#include "rules/yaml/tree.hpp"

#include <algorithm>

namespace vermilion::rules::yaml {

const Node* Node::find(std::string_view key) const {
  const auto member = std::ranges::find(members, key, &Member::key);
  return member == members.end() ? nullptr : &member->value;
}

}  // namespace vermilion::rules::yaml
