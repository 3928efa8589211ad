#include "bench/speed/today.hpp"

#include "bench/speed/child.hpp"
#include "bench/speed/scratch_folder.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <cstdlib>
#include <stdexcept>

namespace vermilion::speed {
namespace {

bool tesseract_is_installed() {
  const auto languages = run({"tesseract", "--list-langs"});
  return languages && languages->output.find("chi_sim") != std::string::npos;
}

constexpr std::array kTools{
    Tool{"tesseract", "tesseract FILE - -l chi_sim",
         [](const std::string& file) {
           return std::vector<std::string>{"tesseract", file, "-", "-l", "chi_sim"};
         },
         tesseract_is_installed},
    Tool{"zbarimg", "zbarimg -q FILE",
         [](const std::string& file) {
           return std::vector<std::string>{"zbarimg", "-q", file};
         },
         [] {
           return run({"zbarimg", "--version"}).has_value();
         }},
};

bool holds(std::string text, const std::optional<std::string>& code) {
  std::erase_if(text, [](unsigned char c) { return std::isspace(c) != 0; });
  return code && text.find(*code) != std::string::npos;
}

}  // namespace

std::span<const Tool> tools() {
  return kTools;
}

std::vector<ToolCost> costs_of(const Tool& tool, std::span<const Page> pages) {
  // Kind to Tesseract: with its own threads it costs up to three times the CPU for the same text.
  setenv("OMP_THREAD_LIMIT", "1", /*overwrite=*/1);
  const ScratchFolder folder;
  std::vector<ToolCost> costs;
  for (const Page& page : pages) {
    const auto ran = run(tool.command(folder.write(page.file_name, page.file)));
    if (!ran) throw std::runtime_error(std::string(tool.name) + " has gone");
    costs.push_back({ran->cpu_ms, holds(ran->output, page.code)});
  }
  return costs;
}

}  // namespace vermilion::speed
