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

constexpr std::array kTools{
    Tool{"tesseract", "tesseract FILE - -l chi_sim",
         [](const std::string& file) {
           return std::vector<std::string>{"tesseract", file, "-", "-l", "chi_sim"};
         },
         [] { return tesseract_knows("chi_sim"); }},
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

bool tesseract_knows(std::string_view language) {
  const auto languages = run({"tesseract", "--list-langs"});
  return languages && languages->output.find(language) != std::string::npos;
}

void one_thread_for_tesseract() {
  setenv("OMP_THREAD_LIMIT", "1", /*overwrite=*/1);
}

std::vector<ToolCost> costs_of(const Tool& tool, std::span<const Page> pages) {
  one_thread_for_tesseract();
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
