#include "pipeline/credit_code/code_in_text.hpp"

#include "pipeline/credit_code/credit_code.hpp"

#include <algorithm>
#include <cctype>

namespace vermilion::pipeline::credit_code {
namespace {

bool alphanumeric(char c) {
  return std::isalnum(static_cast<unsigned char>(c)) != 0;
}

}  // namespace

std::optional<std::string> code_in(std::string_view text) {
  std::size_t begin = 0;
  while (begin < text.size()) {
    if (!alphanumeric(text[begin])) {
      ++begin;
      continue;
    }
    std::size_t end = begin;
    while (end < text.size() && alphanumeric(text[end])) ++end;
    if (end - begin == kLength) {
      std::string run(text.substr(begin, kLength));
      std::ranges::transform(run, run.begin(),
                             [](unsigned char c) { return static_cast<char>(std::toupper(c)); });
      if (valid(run)) return run;
    }
    begin = end;
  }
  return std::nullopt;
}

std::optional<std::string> code_in_spaced(std::string_view text) {
  std::string run;
  for (std::size_t i = 0; i <= text.size(); ++i) {
    const char c = i < text.size() ? text[i] : '\n';
    if (c == ' ') continue;
    if (alphanumeric(c)) {
      run += c;
      continue;
    }
    if (run.size() == kLength) {
      if (auto code = parse(run)) return *code;
    }
    run.clear();
  }
  return std::nullopt;
}

}  // namespace vermilion::pipeline::credit_code
