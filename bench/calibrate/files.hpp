#pragma once

#include "bench/calibrate/figure.hpp"

#include <filesystem>
#include <string>
#include <vector>

// What is written: a picture for each figure, sheets of them, and their numbers. All throw
// std::runtime_error where a file cannot be written.
namespace vermilion::calibrate {

// `<id>.svg` and `<id>.png` for each figure.
void write_pictures(const std::filesystem::path& folder, const std::vector<Figure>& figures);

// `<sheet>.svg` and `<sheet>.png` for each sheet, two figures side by side.
void write_sheets(const std::filesystem::path& folder, const std::vector<Figure>& figures);

// `curves.tsv`: a line for each curve at each value.
void write_numbers(const std::filesystem::path& folder, const std::vector<Figure>& figures);

// What becomes of the scans at the values in use, as a table for a README.
[[nodiscard]] std::string table_of(const std::vector<Figure>& figures);

}  // namespace vermilion::calibrate
