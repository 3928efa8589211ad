#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

// The numbered requirements read out of the source documents: row 4.12 is the twelfth of S3.
namespace vermilion::tests {

[[nodiscard]] std::vector<std::string> requirement_rows();

// A row no rule holds, and whose matter it is instead.
struct UnruledRow {
  std::string_view row;
  std::string_view room;  // "workflow", "service"
  std::string_view reason;
};
[[nodiscard]] std::span<const UnruledRow> unruled_rows();

}  // namespace vermilion::tests
