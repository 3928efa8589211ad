#pragma once

#include "samples/defects.hpp"

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

// The pages speed is measured on: synthetic, drawn anew each time, the same ones on any machine.
namespace vermilion::speed {

using Bytes = std::vector<std::byte>;

// One kind of file. All kinds are made from the same documents and seeds, as far as they allow, so
// that what differs is the file.
struct Category {
  std::string_view name;   // in the names of benchmarks: "flat_200"
  std::string_view label;  // for people: "flat A4, 200 dpi"
  int dpi = 200;
  std::optional<samples::Defect> planted = {};  // what makes it this kind
  bool in_detail = false;  // also by stage and by document, and by the script of today
};

std::span<const Category> categories();

struct Page {
  std::string document;             // "business_licence_2019"
  std::string file_name;            // "page.png"
  Bytes file;                       // at most as large as an upload may be
  Bytes baseline_jpeg;              // the same picture, for the reference to decode
  std::optional<std::string> code;  // the credit code printed on it
};

// Of all documents that are drawn, as Page::document has them.
std::vector<std::string> document_names();

// Each document of samples/ in turn, as often as it takes.
std::vector<Page> draw(const Category& category, int count);

}  // namespace vermilion::speed
