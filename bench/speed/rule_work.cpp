#include "bench/speed/rule_work.hpp"

#include "bench/speed/cpu_clock.hpp"
#include "pipeline/checks/catalogue.hpp"
#include "rules/compile.hpp"
#include "rules/judge_document.hpp"
#include "rules/project_plan.hpp"
#include "rules/read_reports.hpp"
#include "rules/replay.hpp"
#include "rules/report_json.hpp"
#include "rules/schema/check.hpp"
#include "rules/yaml/parse.hpp"
#include "samples/make.hpp"
#include "service/commands/rule_files.hpp"

#include <benchmark/benchmark.h>
#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <fstream>
#include <iterator>
#include <limits>
#include <stdexcept>

namespace vermilion::speed {
namespace {

namespace fs = std::filesystem;
using rules::yaml::Source;

constexpr std::string_view kSlot = "licence";
constexpr int kReports = 10'000;

Source source_of(const fs::path& file) {
  std::ifstream in(file, std::ios::binary);
  if (!in) throw std::runtime_error(fmt::format("{} cannot be read", file.string()));
  return {file.string(), {std::istreambuf_iterator<char>(in), {}}};
}

std::vector<Source> files_of(const fs::path& rules, std::string_view id) {
  std::vector<Source> files;
  for (const auto& entry : fs::directory_iterator(rules / "documents")) {
    if (entry.path().extension() == ".yaml") files.push_back(source_of(entry.path()));
  }
  std::ranges::sort(files, {}, &Source::name);
  files.push_back(source_of(rules / "projects" / fmt::format("{}.yaml", id)));
  files.push_back(source_of(rules / "projects" / fmt::format("{}.test.yaml", id)));
  return files;
}

rules::RuleFile parsed(const Source& source) {
  return {fs::path(source.name).stem(), source, rules::yaml::parse(source).value()};
}

rules::Project compiled(std::span<const Source> files) {
  std::vector<rules::RuleFile> types;
  for (const Source& file : files.first(files.size() - 2)) types.push_back(parsed(file));
  auto project = rules::compile(parsed(files[files.size() - 2]), types);
  if (!project) throw std::runtime_error("the project does not compile");
  return std::move(*project);
}

const rules::Slot& slot_of(const rules::Project& project) {
  const rules::Slot* slot = rules::find_slot(project, kSlot);
  if (slot == nullptr) throw std::runtime_error(fmt::format("no document \"{}\"", kSlot));
  return *slot;
}

// What `vermilion rules check` does with the files, and compiling them besides.
void check(const RuleBook& book) {
  const auto around = service::commands::surroundings(pipeline::check_descriptions());
  for (const auto& mistakes : rules::schema::check(book.files, {}, around)) {
    if (!mistakes.empty()) throw std::runtime_error("the rules have mistakes");
  }
  benchmark::DoNotOptimize(compiled(book.files));
}

void judge(const RuleBook& book) {
  benchmark::DoNotOptimize(
      rules::judge_document(book.project, slot_of(book.project), book.report, {}));
}

// From the bytes on: reading the reports is most of it.
void replay(const RuleBook& book) {
  std::string text;
  for (int i = 0; i < kReports; ++i) text += book.document + "\n";
  rules::VerdictMatrix matrix;
  const rules::Projects sides{book.project};
  rules::read_reports(text, [&](const auto& stored) {
    if (!stored) throw std::runtime_error(stored.error().complaint);
    matrix.count(rules::replay(*stored, sides, sides, {}, pipeline::check_descriptions()));
  });
  benchmark::DoNotOptimize(matrix);
}

constexpr std::array kErrands{
    RuleErrand{"check", "a project, documents, cases", 20, 10, check},
    RuleErrand{"judge", "one report", 1, 1000, judge},
    RuleErrand{"replay_10000", "10 000 stored reports", 10'000, 1, replay},
};

}  // namespace

RuleBook rule_book(const fs::path& rules, std::string_view id, pipeline::Inspector& inspector) {
  RuleBook book{.files = files_of(rules, id)};
  book.project = compiled(book.files);
  const rules::Slot& slot = slot_of(book.project);
  const auto sample = samples::make({.seed = 1});
  book.report =
      inspector.inspect(sample.bytes, "licence.jpg", rules::plan_of(book.project, slot, {}));
  const auto judgement = rules::judge_document(book.project, slot, book.report, {});
  book.document = rules::to_json(book.report, judgement, /*with_costs=*/false).dump();
  return book;
}

std::span<const RuleErrand> rule_errands() {
  return kErrands;
}

double cost_ms(const RuleErrand& errand, const RuleBook& book, int rounds) {
  double least = std::numeric_limits<double>::infinity();
  for (int round = 0; round < rounds; ++round) {
    const double begun = cpu_ms();
    for (int i = 0; i < errand.at_once; ++i) errand.run(book);
    least = std::min(least, (cpu_ms() - begun) / errand.at_once);
  }
  return least;
}

}  // namespace vermilion::speed
