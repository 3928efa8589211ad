#include "pipeline/credit_code/citizen_id.hpp"
#include "pipeline/credit_code/code_in_text.hpp"
#include "pipeline/credit_code/credit_code.hpp"

#include <algorithm>
#include <cctype>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

namespace {

using namespace vermilion::pipeline;
using namespace vermilion::pipeline::credit_code;

void demand(bool holds) {
  if (!holds) std::abort();
}

bool is_alphanumeric(char c) {
  return std::isalnum(static_cast<unsigned char>(c)) != 0;
}

std::string upper(std::string_view text) {
  std::string result(text);
  std::ranges::transform(result, result.begin(),
                         [](unsigned char c) { return static_cast<char>(std::toupper(c)); });
  return result;
}

// Does the code stand in the text with no letter or digit on either side?
bool stands_alone(std::string_view text, std::string_view code) {
  const std::string shouted = upper(text);
  for (auto at = shouted.find(code); at != std::string::npos; at = shouted.find(code, at + 1)) {
    const bool begins = at == 0 || !is_alphanumeric(text[at - 1]);
    const std::size_t end = at + code.size();
    if (begins && (end == text.size() || !is_alphanumeric(text[end]))) return true;
  }
  return false;
}

void demand_one_apart(std::string_view a, std::string_view b) {
  demand(a.size() == b.size());
  int differing = 0;
  for (std::size_t i = 0; i < a.size(); ++i) differing += a[i] != b[i];
  demand(differing == 1);
}

// The check characters of a run of eighteen, made right where its letters allow.
void close(std::uint8_t* run) {
  std::string code = upper({reinterpret_cast<const char*>(run), kLength});
  const auto in_alphabet = [](char c) { return kAlphabet.find(c) != std::string_view::npos; };
  if (!std::all_of(code.begin(), code.begin() + 16, in_alphabet)) return;
  run[16] = static_cast<std::uint8_t>(code[16] = inner_check(code.substr(8, 8)));
  run[17] = static_cast<std::uint8_t>(outer_check(code.substr(0, 17)));
}

}  // namespace

extern "C" std::size_t LLVMFuzzerMutate(std::uint8_t* data, std::size_t size, std::size_t max_size);

// Two check characters let one mutant in three hundred through; half of them are helped.
extern "C" std::size_t LLVMFuzzerCustomMutator(std::uint8_t* data, std::size_t size,
                                               std::size_t max_size, unsigned seed) {
  const std::size_t mutated = LLVMFuzzerMutate(data, size, max_size);
  if (seed % 2 == 0 || mutated < kLength) return mutated;
  close(data + seed / 2 % (mutated - kLength + 1));
  return mutated;
}

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  if (const auto parsed = parse(text)) {
    demand(valid(*parsed));
    demand(parse(*parsed) == *parsed);
    demand(!has_lookalikes(*parsed));
    demand(!citizen_id::valid(*parsed));
  } else {
    demand(!name(parsed.error()).empty());
    demand(!valid(text));
  }
  if (valid(text)) {
    demand(normalise(text) == text);
    demand(code_in(text) == text);
  }
  for (const std::string& candidate : candidates(text)) {
    demand(valid(candidate));
    demand_one_apart(candidate, text);
  }
  if (const auto code = code_in(text)) {
    demand(valid(*code));
    demand(stands_alone(text, *code));
  }
  static_cast<void>(category_is_known(text));
  return 0;
}
