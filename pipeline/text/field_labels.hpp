#pragma once

#include <span>
#include <string_view>

// How documents name the facts that stand on them.
namespace vermilion::pipeline::text {

struct FieldLabel {
  std::string_view fact;   // "organisation"
  std::string_view label;  // "名称"
};

// Of one fact the commonest first. A label that another ends in comes after it.
std::span<const FieldLabel> field_labels();

}  // namespace vermilion::pipeline::text
