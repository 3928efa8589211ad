#pragma once

#include <nlohmann/json.hpp>

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

// Labelled real images: a folder with labels.tsv (file, category, …, labels_json; tab-separated,
// fields quoted as in CSV).
namespace vermilion::evaluate {

inline constexpr std::string_view kLicences = "licence";                // show a credit code
inline constexpr std::string_view kLicencesNoCode = "licence_no_code";  // none that can be read
inline constexpr std::string_view kSymbols = "qr";

struct Labelled {
  std::filesystem::path path;
  std::string file;      // relative to the folder
  std::string category;  // "licence", "qr", …
  int width = 0;
  int height = 0;
  nlohmann::json labels;
};

// Empty where the label is missing or null.
std::string text_of(const nlohmann::json& labels, const char* key);

// In the order of the file; throws std::runtime_error when there is no labels.tsv.
std::vector<Labelled> read_labels(const std::filesystem::path& folder);

}  // namespace vermilion::evaluate
