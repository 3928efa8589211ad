#include "bench/evaluate/expected.hpp"

#include "bench/evaluate/figures.hpp"
#include "bench/evaluate/inspections.hpp"
#include "bench/evaluate/neighbours.hpp"
#include "pipeline/credit_code/credit_code.hpp"
#include "samples/make.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <array>
#include <functional>
#include <optional>
#include <string>

namespace vermilion::evaluate {
namespace {

using pipeline::ExpectedCodeFact;

constexpr std::size_t kNeighbours = 20;

// Gates on the likelihood, to choose one from.
constexpr std::array kGates{0.9, 0.61, 0.37, 0.22, 0.14, 0.05, 0.02, 0.005, 0.001, 0.0001};

pipeline::Plan expecting(std::string code) {
  pipeline::Plan plan;
  plan.max_bytes = pipeline::limits::kFileBytesCeiling;
  plan.checks = {{.check = "credit_code_readable"}};
  plan.expected_code = std::move(code);
  return plan;
}

struct Page {
  std::string name;
  std::vector<std::byte> bytes;
  std::string file;
  std::string printed;
  std::string meant;  // another where the print is wrong
};

bool nothing_read(const pipeline::Report& report) {
  return !report.facts.credit_code &&
         std::ranges::none_of(report.findings, [](const pipeline::Finding& finding) {
           return finding.code == pipeline::FindingCode::UsccBadCheck ||
                  finding.code == pipeline::FindingCode::UsccLegacy;
         });
}

class Tally {
 public:
  Tally(pipeline::Inspector& inspector, bool each) : inspector_(inspector), each_(each) {}

  void add(const Page& page) {
    const bool sound = page.printed == page.meant;
    ++(sound ? sound_ : misprinted_);
    const auto report = inspect(page, page.meant);
    const auto& expected = report.facts.expected_code;
    const bool unread = nothing_read(report);
    if (!unread) {
      const bool same = report.facts.credit_code && report.facts.credit_code->value == page.meant;
      if (sound) ++(same ? read_ : differs_);
      // One of them, to see that a code that was read is never turned into another.
      for (const std::string& other : neighbours_of(page.meant, 1)) {
        const auto again = inspect(page, other);
        held_against_read_ += 1;
        matched_against_read_ += again.facts.expected_code && again.facts.expected_code->matches;
      }
      return;
    }
    unread_ += sound;
    note(page, sound ? true_ : meant_, expected, sound ? "true" : "meant");
    for (const std::string& other : neighbours_of(page.meant, kNeighbours)) {
      ++neighbours_held_;
      note(page, neighbour_, inspect(page, other).facts.expected_code, "neighbour");
    }
  }

  void print() const {
    fmt::print("  {} with a sound code: {} read, {} differ, {} unread; {} printed wrong\n", sound_,
               read_, differs_, unread_, misprinted_);
    fmt::print("  against a code that was read, neighbours that match: {}\n",
               percent(matched_against_read_, held_against_read_));
    fmt::print("  unread:   likelihood at least");
    for (const double gate : kGates) fmt::print(" {:>7}", gate);
    fmt::print("\n");
    print_row("the right code", true_);
    print_row("the code meant where printed wrong", meant_);
    print_row(fmt::format("{} neighbours", neighbours_held_), neighbour_);
    fmt::print("  matched as the gate is set: {} right, {} where printed wrong, {} neighbours\n",
               true_.matched, meant_.matched, neighbour_.matched);
  }

 private:
  struct Likelihoods {
    std::vector<double> values;
    int matched = 0;
  };

  pipeline::Report inspect(const Page& page, const std::string& expected) {
    return inspector_.inspect(page.bytes, page.file, expecting(expected));
  }

  void note(const Page& page, Likelihoods& into, const std::optional<ExpectedCodeFact>& fact,
            const char* what) {
    if (!fact) return;
    into.values.push_back(fact->likelihood);
    into.matched += fact->matches;
    constexpr double kWorthALine = 1e-6;
    if (each_ && (fact->likelihood > kWorthALine || &into == &true_))
      fmt::print("    {} {} {} {} {:.3g} {:.3g}\n", page.name, what, page.printed, fact->value,
                 fact->likelihood, fact->likelihood_read);
  }

  static void print_row(const std::string& what, const Likelihoods& likelihoods) {
    fmt::print("  {:<38}", what);
    for (const double gate : kGates) {
      fmt::print(" {:>7}", std::ranges::count_if(likelihoods.values,
                                                 [&](double value) { return value >= gate; }));
    }
    fmt::print("\n");
  }

  pipeline::Inspector& inspector_;
  bool each_;
  int sound_ = 0;
  int misprinted_ = 0;
  int read_ = 0;
  int differs_ = 0;
  int unread_ = 0;
  int held_against_read_ = 0;
  int matched_against_read_ = 0;
  int neighbours_held_ = 0;
  Likelihoods true_;
  Likelihoods meant_;
  Likelihoods neighbour_;
};

void print_real(pipeline::Inspector& inspector, const std::vector<Labelled>& images, bool each) {
  Tally tally(inspector, each);
  for (const Labelled& image : images) {
    if (image.category != kLicences) continue;
    const std::string code = image.labels.at("credit_code");
    tally.add({image.file, bytes_of(image.path), image.file, code, code});
  }
  fmt::print("expected codes on real licences\n");
  tally.print();
}

}  // namespace

void print_expected(pipeline::Inspector& inspector, const std::vector<Labelled>& licences,
                    const DrawnSets& wanted) {
  if (!licences.empty()) print_real(inspector, licences, wanted.each);
  for (const DrawnSet& set : drawn_sets(wanted)) {
    Tally tally(inspector, wanted.each);
    for (const samples::Recipe& recipe : set.recipes) {
      const samples::Sample sample = samples::make(recipe);
      if (!sample.truth.code_printed) continue;
      tally.add({fmt::format("{}", recipe.seed), sample.bytes, "drawn." + sample.extension,
                 *sample.truth.code_printed, *sample.truth.code_meant});
    }
    fmt::print("expected codes, {}\n", set.name);
    tally.print();
  }
}

}  // namespace vermilion::evaluate
