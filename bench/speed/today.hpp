#pragma once

#include "bench/speed/corpus.hpp"

#include <span>
#include <string>
#include <string_view>
#include <vector>

// What a script of today does with a scan: it calls the programs that come with Debian.
namespace vermilion::speed {

struct Tool {
  std::string_view name;
  std::string_view label;
  std::vector<std::string> (*command)(const std::string& file);
  // Can it do its work here? A missing tool is no error; its rows say so.
  bool (*installed)();
};

std::span<const Tool> tools();

// Is Tesseract installed, with its data for this language?
bool tesseract_knows(std::string_view language);

// With its own threads Tesseract costs up to three times the CPU for the same text. From here on it
// is started kindly.
void one_thread_for_tesseract();

struct ToolCost {
  double cpu_ms = 0;
  bool code_read = false;  // the credit code stands in what it wrote, blanks left out
};

// Once over each page: a run of a second needs no repetition.
std::vector<ToolCost> costs_of(const Tool& tool, std::span<const Page> pages);

}  // namespace vermilion::speed
