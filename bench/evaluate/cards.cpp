#include "bench/evaluate/cards.hpp"

#include "pipeline/credit_code/citizen_id.hpp"
#include "samples/make.hpp"
#include "samples/random.hpp"

#include <fmt/format.h>

#include <array>
#include <chrono>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace vermilion::evaluate {
namespace {

using pipeline::FindingCode;
using samples::Defect;

constexpr std::array<std::string_view, 4> kChecks{"card_sides_present", "card_original_size",
                                                  "card_number_valid", "card_in_force"};

struct Condition {
  std::string_view name;
  std::optional<Defect> defect;
  std::optional<FindingCode> finding;
  bool other_number = false;  // the order has another one
};
constexpr std::array kConditions{
    Condition{"clean", {}, {}},
    Condition{"one side alone", Defect::CardSideMissing, FindingCode::IdSideMissing},
    Condition{"reduced, 0.60 to 0.90", Defect::CardReduced, FindingCode::CopyReduced},
    Condition{"a digit wrong", Defect::CardNumberWrong, FindingCode::IdBadCheck},
    Condition{"another's card", {}, FindingCode::IdNotEqualOrder, true},
    Condition{"expired", Defect::CardExpired, FindingCode::IdExpired},
};

samples::Recipe recipe_of(const Condition& condition, std::uint64_t seed) {
  samples::Wishes wishes{.documents = {samples::DocumentKind::IdCard}};
  if (condition.defect) wishes.defects = {*condition.defect};
  return samples::random_recipe(seed, wishes);
}

// Another valid number of the same region.
std::string another(const std::string& number) {
  std::string first = number.substr(0, 17);
  first[16] = first[16] == '9' ? '0' : static_cast<char>(first[16] + 1);
  return first + pipeline::citizen_id::check_character(first);
}

pipeline::Plan plan_of(const Condition& condition, const std::string& number) {
  using namespace std::chrono_literals;
  pipeline::Plan plan;
  for (const std::string_view check : kChecks) plan.checks.push_back({.check = std::string(check)});
  const bool misprinted = condition.defect == Defect::CardNumberWrong;
  plan.expected_citizen_id = condition.other_number || misprinted ? another(number) : number;
  plan.today = std::chrono::sys_days(2026y / 11 / 21);
  plan.fields = {{"valid_until"}};
  return plan;
}

struct Seen {
  int pages = 0;
  int found = 0;  // with the finding that is wanted
  int read = 0;   // a sound number
  int sized = 0;
  std::map<std::string, int> others = {};  // findings that are not wanted
};

void count(const pipeline::Report& report, const Condition& condition, Seen& seen) {
  ++seen.pages;
  std::set<FindingCode> codes;
  for (const auto& finding : report.findings) codes.insert(finding.code);
  for (const FindingCode code : codes) {
    if (code == condition.finding) {
      ++seen.found;
    } else {
      ++seen.others[std::string(name(code))];
    }
  }
  const auto measured = [&](std::string_view check) {
    const auto found = report.measurements.find(check);
    return found != report.measurements.end() && !found->second.empty();
  };
  seen.read += measured("card_number_valid") ? 1 : 0;
  seen.sized += measured("card_original_size") ? 1 : 0;
}

}  // namespace

void print_cards(pipeline::Inspector& inspector, const DrawnCards& wanted) {
  fmt::print("{:<26}{:>7}{:>7}{:>8}{:>8}  {}\n", "identity card", "pages", "found", "sized",
             "number", "else");
  for (const Condition& condition : kConditions) {
    Seen seen;
    for (int i = 0; i < wanted.count; ++i) {
      const std::uint64_t seed = wanted.seed + static_cast<std::uint64_t>(i);
      const auto sample = samples::make(recipe_of(condition, seed));
      const std::string& number = sample.truth.decoys.front();
      const auto report = inspector.inspect(sample.bytes, "card." + sample.extension,
                                            plan_of(condition, number));
      const int before = seen.found;
      count(report, condition, seen);
      const bool right = condition.finding ? seen.found > before : report.findings.empty();
      if (right || !wanted.each) continue;
      fmt::print("  {} seed {}:", condition.name, seed);
      for (const auto& finding : report.findings) fmt::print(" {}", name(finding.code));
      fmt::print("\n");
    }
    std::string others;
    for (const auto& [code, times] : seen.others) others += fmt::format(" {} {}", code, times);
    fmt::print("{:<26}{:>7}{:>7}{:>8}{:>8} {}\n", condition.name, seen.pages,
               condition.finding ? fmt::format("{}", seen.found) : "-", seen.sized, seen.read,
               others);
  }
}

}  // namespace vermilion::evaluate
