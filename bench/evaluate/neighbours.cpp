#include "bench/evaluate/neighbours.hpp"

#include "pipeline/credit_code/credit_code.hpp"
#include "samples/random.hpp"

#include <algorithm>

namespace vermilion::evaluate {
namespace {

namespace credit_code = pipeline::credit_code;

constexpr std::size_t kBody = 8;
constexpr std::size_t kInnerCheck = 16;
constexpr std::size_t kDifferencesMax = 3;

std::string_view taken_for(char c) {
  constexpr std::string_view kPairs[] = {"0DQU8", "17TL", "27",  "38B", "4A",  "56",  "6G5", "71T",
                                         "8B3",   "9PQ",  "B8R", "D0Q", "G6C", "MNW", "EF",  "PRF"};
  for (const std::string_view pair : kPairs) {
    if (pair.front() == c) return pair.substr(1);
  }
  return {};
}

// One character changed, the check digits set right again.
std::string slip(std::string code, samples::Random& random) {
  const auto at = static_cast<std::size_t>(random.integer(2, static_cast<int>(kInnerCheck) - 1));
  const std::string_view close = taken_for(code[at]);
  code[at] = !close.empty() && random.chance(0.5) ? random.choose(close)
                                                  : random.choose(credit_code::kAlphabet);
  code[kInnerCheck] = credit_code::inner_check(std::string_view(code).substr(kBody, 8));
  code.back() = credit_code::outer_check(std::string_view(code).substr(0, kInnerCheck + 1));
  return code;
}

std::size_t differences(std::string_view a, std::string_view b) {
  std::size_t count = 0;
  for (std::size_t i = 0; i < a.size(); ++i) count += a[i] != b[i];
  return count;
}

}  // namespace

std::vector<std::string> neighbours_of(std::string_view code, std::size_t count) {
  constexpr int kTriesMax = 20'000;
  samples::Random random = samples::Random(0).child(code);
  std::vector<std::string> found;
  for (int i = 0; i < kTriesMax && found.size() < count; ++i) {
    std::string other = slip(std::string(code), random);
    const std::size_t apart = differences(code, other);
    if (apart < 2 || apart > kDifferencesMax || !credit_code::valid(other)) continue;
    if (std::ranges::find(found, other) == found.end()) found.push_back(std::move(other));
  }
  return found;
}

}  // namespace vermilion::evaluate
