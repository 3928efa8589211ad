#include "bench/evaluate/drawn.hpp"

#include "bench/evaluate/figures.hpp"
#include "bench/speed/cpu_clock.hpp"
#include "pipeline/checks/catalogue.hpp"
#include "rules/general.hpp"
#include "samples/make.hpp"
#include "samples/random.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <optional>
#include <utility>
#include <vector>

namespace vermilion::evaluate {
namespace {

using samples::Defect;
using samples::DocumentKind;

constexpr double kPrintedWrong = 0.1;

struct Set {
  const char* name;
  std::vector<std::vector<Defect>> defects;  // one of these is planted
  int further = 0;
  samples::Composition composition = samples::Composition::Alone;
  samples::Frame frame = samples::Frame::None;
};

std::vector<Set> sets() {
  return {{"clean", {{}}},
          {"hard", {{}}, 3},
          {"turned", {{Defect::Turn90}, {Defect::Turn180}, {Defect::Turn270}}, 1},
          {"low resolution", {{Defect::Lowres}, {Defect::Upscaled}}, 1},
          {"stamped over", {{Defect::SealOverCode}}, 1},
          {.name = "two on one", .defects = {{}}, .composition = samples::Composition::TwoOnOne},
          {.name = "screenshot", .defects = {{}}, .frame = samples::Frame::Screenshot}};
}

// Those that print a code.
const std::vector<DocumentKind> kDocuments{
    DocumentKind::BusinessLicence2014,    DocumentKind::BusinessLicence2019,
    DocumentKind::ElectronicLicence,      DocumentKind::InstitutionCertificate,
    DocumentKind::AssociationCertificate, DocumentKind::MedicalLicence,
    DocumentKind::AuthorisationLetter,    DocumentKind::SealSheet};

samples::Recipe recipe(const Set& set, std::uint64_t seed) {
  samples::Random random(seed);
  while (true) {
    samples::Wishes wishes{.documents = {random.choose(kDocuments)},
                           .defects = random.choose(set.defects),
                           .further_defects_max = set.further,
                           .composition = set.composition,
                           .frame = set.frame};
    if (random.chance(kPrintedWrong)) wishes.defects.push_back(Defect::CodeWrong);
    if (samples::conflict(wishes).empty()) return samples::random_recipe(seed, wishes);
  }
}

struct Counts {
  int sound = 0;
  int exact = 0;
  int wrong = 0;
  int absent = 0;
  int misprinted = 0;
  int named = 0;    // of the misprinted: said to be wrong
  int meant = 0;    // read as the code that was meant, by a symbol or by correcting the print
  int another = 0;  // read as a third code
  int two = 0;      // pictures with two codes, both printed right
  int both = 0;     // of these: both reported
  int told = 0;     // of all others: said to show several
  std::map<std::string, int> by;
  std::map<std::string, int> of_the_page;  // findings on the picture itself
  std::vector<double> dpi_off;             // of the true density
  std::vector<double> cpu_ms;
};

bool named_wrong(const pipeline::Report& report) {
  return std::ranges::any_of(report.findings, [](const pipeline::Finding& finding) {
    return finding.code == pipeline::FindingCode::UsccBadCheck;
  });
}

// Printed with a letter for the digit it is taken for: to be read as the code that was meant.
bool has_lookalike(const samples::Truth& truth) {
  return std::ranges::find(truth.defects, samples::describe(Defect::CodeLookalike).id,
                           &samples::PlantedTruth::id) != truth.defects.end();
}

bool says_several(const pipeline::Report& report) {
  return std::ranges::any_of(report.findings, [](const pipeline::Finding& finding) {
    return finding.code == pipeline::FindingCode::UsccSeveral;
  });
}

// The other document's code, where it differs.
std::optional<std::string> second_code(const samples::Truth& truth) {
  if (truth.beside.empty() || truth.beside.front().code_printed == truth.code_printed) return {};
  return truth.beside.front().code_printed;
}

bool larger_than_a_sheet(const samples::Recipe& recipe) {
  return recipe.composition != samples::Composition::Alone || recipe.frame != samples::Frame::None;
}

void count_documents(Counts& counts, const samples::Truth& truth, const pipeline::Report& report) {
  const auto second = second_code(truth);
  if (second && truth.code_valid) ++counts.two;
  if (!says_several(report)) return;
  if (!second) ++counts.told;
  if (second && truth.code_valid) ++counts.both;
}

void count_page(Counts& counts, const samples::Truth& truth, const pipeline::Report& report) {
  for (const pipeline::Finding& finding : report.findings) {
    const std::string code(name(finding.code));
    if (code.starts_with("IMG_")) ++counts.of_the_page[code];
  }
  if (report.image && report.image->dpi)
    counts.dpi_off.push_back(100 * std::abs(*report.image->dpi / truth.dpi - 1));
}

// A word for how the code was read, and into the counts.
const char* counted(Counts& counts, const samples::Truth& truth, const pipeline::Report& report) {
  const auto& code = report.facts.credit_code;
  if (!truth.code_valid && !has_lookalike(truth)) {
    ++counts.misprinted;
    counts.named += named_wrong(report);
    if (!code) return "misprinted";
    if (code->value == second_code(truth)) return "misprinted, the other document read";
    const bool meant = code->value == truth.code_meant;
    ++(meant ? counts.meant : counts.another);
    return meant ? "misprinted, read as meant" : "misprinted, READ AS ANOTHER";
  }
  ++counts.sound;
  if (!code) return ++counts.absent, "absent";
  if (code->value != truth.code_printed && code->value != truth.code_meant &&
      code->value != second_code(truth))
    return ++counts.wrong, "WRONG";
  ++counts.by[code->read_by];
  return ++counts.exact, "exact";
}

void print_each(std::uint64_t seed, const samples::Truth& truth, const pipeline::Report& report,
                const char* how) {
  const auto& code = report.facts.credit_code;
  fmt::print("  {} {:<24} {} {} {:.3g}\n", seed, truth.document, how, code ? code->read_by : "-",
             code ? code->confidence : 0.0);
}

}  // namespace

std::vector<DrawnSet> drawn_sets(const DrawnSets& wanted) {
  std::vector<DrawnSet> drawn;
  std::uint64_t next = wanted.seed;
  for (const Set& set : sets()) {
    const std::uint64_t first = std::exchange(next, next + static_cast<unsigned>(wanted.count));
    if (!wanted.only.empty() && wanted.only != set.name) continue;
    drawn.push_back({set.name, {}});
    for (std::uint64_t seed = first; seed < next; ++seed)
      drawn.back().recipes.push_back(recipe(set, seed));
  }
  return drawn;
}

void print_drawn(pipeline::Inspector& inspector, const DrawnSets& wanted) {
  pipeline::Plan plan = rules::general_plan(pipeline::check_descriptions());
  fmt::print("drawn samples, {} of each set\n", wanted.count);
  for (const DrawnSet& set : drawn_sets(wanted)) {
    Counts counts;
    for (const samples::Recipe& recipe : set.recipes) {
      const samples::Sample sample = samples::make(recipe);
      if (!sample.truth.code_printed) continue;  // cut off
      // Two sheets of full size, or a whole screen, are more than an upload may be.
      plan.max_bytes = larger_than_a_sheet(recipe) ? pipeline::limits::kFileBytesCeiling
                                                   : pipeline::limits::kFileBytes;
      const double begun = speed::cpu_ms();
      const auto report = inspector.inspect(sample.bytes, "drawn." + sample.extension, plan);
      counts.cpu_ms.push_back(speed::cpu_ms() - begun);
      count_documents(counts, sample.truth, report);
      count_page(counts, sample.truth, report);
      const char* how = counted(counts, sample.truth, report);
      if (wanted.each) print_each(recipe.seed, sample.truth, report, how);
    }
    fmt::print("{}\n  exact  {}\n  wrong  {}\n  absent {}\n", set.name,
               percent(counts.exact, counts.sound), percent(counts.wrong, counts.sound),
               percent(counts.absent, counts.sound));
    fmt::print("  of {} printed wrong: {} named, {} read as the code meant, {} as another\n",
               counts.misprinted, counts.named, counts.meant, counts.another);
    fmt::print("  CPU    {}\n  exact by reader\n", spread(counts.cpu_ms, "ms"));
    for (const auto& [reader, times] : counts.by) fmt::print("    {:<24} {}\n", reader, times);
    if (counts.two > 0) fmt::print("  two codes: {} told\n", percent(counts.both, counts.two));
    fmt::print("  told of several where there is one: {}\n", counts.told);
    fmt::print("  dpi off by {}\n  of the picture", spread(std::move(counts.dpi_off), "%"));
    for (const auto& [code, times] : counts.of_the_page) fmt::print(" {} {}", code, times);
    fmt::print("\n");
  }
}

}  // namespace vermilion::evaluate
