#include "bench/evaluate/cards.hpp"
#include "samples/invented.hpp"
#include "samples/make.hpp"
#include "samples/random.hpp"
#include "samples/utf8.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <vector>

namespace vermilion::evaluate {
namespace {

using samples::Random;

// How the name the order has differs from the one that was stamped.
enum class Differs : std::uint8_t { Nowhere, InOne, InTwo, Whole };
struct Condition {
  std::string_view name;
  Differs differs;
};
constexpr std::array kConditions{Condition{"the organisation's own", Differs::Nowhere},
                                 Condition{"one other character", Differs::InOne},
                                 Condition{"two other characters", Differs::InTwo},
                                 Condition{"another organisation's", Differs::Whole}};

// 有限公司, 有限责任公司: what every other company has too.
constexpr std::size_t kSuffix = 4;

std::string joined(const std::vector<std::string>& characters) {
  std::string text;
  for (const std::string& each : characters) text += each;
  return text;
}

// So many characters of the name are those of another organisation's.
std::string with_others(const std::string& name, const std::string& other, int count,
                        Random random) {
  std::vector<std::string> characters;
  for (const auto each : samples::characters(name)) characters.emplace_back(each);
  const auto others = samples::characters(other);
  const int places = static_cast<int>(characters.size() - std::min(kSuffix, characters.size() - 1));
  std::vector<std::size_t> changed;
  while (static_cast<int>(changed.size()) < std::min(count, places)) {
    const auto at = static_cast<std::size_t>(random.integer(0, places - 1));
    const auto from =
        static_cast<std::size_t>(random.integer(0, static_cast<int>(others.size()) - 1));
    const bool known = std::ranges::find(changed, at) != changed.end();
    if (known || characters[at] == others[from]) continue;
    characters[at] = others[from];
    changed.push_back(at);
  }
  return joined(characters);
}

std::string expected_name(const std::string& stamped, Differs differs, std::uint64_t seed) {
  const Random random(seed);
  const std::string other =
      samples::invent_organisation(samples::Category::Company, random.child("neighbour")).name;
  switch (differs) {
    case Differs::Nowhere:
      return stamped;
    case Differs::InOne:
      return with_others(stamped, other, 1, random.child("one"));
    case Differs::InTwo:
      return with_others(stamped, other, 2, random.child("two"));
    case Differs::Whole:
      return other;
  }
  return stamped;
}

}  // namespace

void print_seal_names(pipeline::Inspector& inspector, const DrawnCards& wanted) {
  fmt::print("{:<26}{:>7}{:>10}\n", "name around the seal", "seals", "refused");
  for (const Condition& condition : kConditions) {
    int seals = 0;
    int refused = 0;
    for (int i = 0; i < wanted.count; ++i) {
      const std::uint64_t seed = wanted.seed + static_cast<std::uint64_t>(i);
      const auto sample = samples::make(samples::random_recipe(
          seed, {.documents = {samples::DocumentKind::AppointmentLetter}}));
      pipeline::Plan plan;
      plan.checks = {{.check = "seal_names_organisation"}};
      plan.fields = {
          {"organisation", expected_name(sample.truth.organisation, condition.differs, seed)}};
      const auto report = inspector.inspect(sample.bytes, "seal." + sample.extension, plan);
      const auto measured = report.measurements.find("seal_names_organisation");
      if (measured == report.measurements.end() || measured->second.empty()) continue;
      ++seals;
      refused += report.findings.empty() ? 0 : 1;
      const bool right = report.findings.empty() == (condition.differs == Differs::Nowhere);
      if (right || !wanted.each) continue;
      fmt::print("  {} seed {}: {} stamped, {} expected, likeness {:.2f}\n", condition.name, seed,
                 sample.truth.organisation, *plan.fields.front().expected,
                 measured->second.front().values.at("likeness"));
    }
    fmt::print("{:<26}{:>7}{:>10}\n", condition.name, seals, refused);
  }
}

}  // namespace vermilion::evaluate
