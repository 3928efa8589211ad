#pragma once

#include "pipeline/finding.hpp"
#include "samples/series.hpp"

#include <filesystem>
#include <string>
#include <vector>

// The samples that lie beside the program, as recipes: the pictures can be drawn again at any time.
namespace vermilion::samples {

// What an inspection with the general checks of its document has to say of a sample: its verdict by
// name
// ("accept", "refer", "reject") and its findings, in the order of the checks. Lookalikes are
// inspected without a document; none of them may yield a seal or a code.
struct Expected {
  std::string verdict;
  std::vector<pipeline::FindingCode> findings;
};

struct ShippedSample {
  NamedRecipe sample;  // the stem says what becomes of it and why
  Expected expected;
};

[[nodiscard]] std::vector<ShippedSample> shipped();

// Each with its truth and, as `<stem>.expected.json`, with what is expected of it.
[[nodiscard]] tl::expected<void, WriteError> write_shipped(const std::filesystem::path& folder);

}  // namespace vermilion::samples
