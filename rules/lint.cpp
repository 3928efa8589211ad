#include "rules/lint.hpp"

#include "rules/compile.hpp"
#include "rules/warnings.hpp"
#include "rules/yaml/parse.hpp"

#include <algorithm>
#include <map>
#include <string>
#include <tuple>
#include <utility>

namespace vermilion::rules {
namespace {

using schema::FileKind;
using yaml::Source;
using Mistakes = std::vector<Mistake>;

std::vector<Source> together(std::span<const Source> files, std::span<const Source> beside) {
  std::vector<Source> all(files.begin(), files.end());
  for (const Source& source : beside) {
    if (std::ranges::find(files, source.name, &Source::name) == files.end()) all.push_back(source);
  }
  return all;
}

bool none(const std::vector<Mistakes>& by_file) {
  return std::ranges::all_of(by_file, [](const Mistakes& mistakes) { return mistakes.empty(); });
}

std::string text_of(const yaml::Node& tree, std::string_view key) {
  const yaml::Node* node = tree.find(key);
  return node == nullptr ? "" : node->text;
}

// Files without a mistake of their own, by what they are.
struct Shelf {
  std::vector<RuleFile> documents;
  std::vector<RuleFile> projects;
  std::map<std::string, std::vector<Case>> cases;  // by project

  explicit Shelf(std::span<const Source> sources) {
    for (const Source& source : sources) {
      yaml::Node tree = yaml::parse(source).value();
      switch (schema::kind_of(tree, source)) {
        case FileKind::Document:
          documents.push_back({text_of(tree, "document"), source, std::move(tree)});
          break;
        case FileKind::Project:
          projects.push_back({text_of(tree, "project"), source, std::move(tree)});
          break;
        case FileKind::Cases:
          cases[text_of(tree, "project")] = cases_of(tree);
          break;
      }
    }
  }
};

// What several projects say of one place of a shared type is said once.
void keep_first_of_each(Mistakes& mistakes) {
  const auto place = [](const Mistake& m) { return std::tuple(m.span.begin, m.span.end, m.code); };
  std::ranges::stable_sort(mistakes, {}, place);
  const auto same = [&](const Mistake& a, const Mistake& b) { return place(a) == place(b); };
  mistakes.erase(std::unique(mistakes.begin(), mistakes.end(), same), mistakes.end());
}

class Linter {
 public:
  Linter(std::span<const Source> files, Shelf shelf,
         std::span<const pipeline::CheckDescription> checks)
      : files_(files), shelf_(std::move(shelf)), checks_(checks), by_file_(files.size()) {}

  std::vector<Mistakes> take() {
    compile_all();
    if (none(by_file_)) warn();
    for (Mistakes& mistakes : by_file_) keep_first_of_each(mistakes);
    return std::move(by_file_);
  }

 private:
  void compile_all() {
    for (const RuleFile& file : shelf_.projects) {
      auto project = compile(file, shelf_.documents);
      project ? projects_.push_back(std::move(*project)) : add(project.error());
    }
  }

  void warn() {
    std::vector<TriedProject> tried;
    for (const Project& project : projects_) {
      add(warnings(project, checks_));
      tried.push_back({&project, shelf_.cases[project.id]});
    }
    add(untried_rules(tried, checks_));
    for (std::size_t i = 0; i < files_.size(); ++i) {
      for (Mistake& doubt : text_warnings(yaml::parse(files_[i]).value())) {
        by_file_[i].push_back(std::move(doubt));
      }
    }
  }

  void add(std::vector<FileMistake> mistakes) {
    for (FileMistake& each : mistakes) {
      const auto file = std::ranges::find(files_, each.file, &Source::name);
      if (file == files_.end()) continue;
      by_file_[static_cast<std::size_t>(file - files_.begin())].push_back(std::move(each.mistake));
    }
  }

  std::span<const Source> files_;
  Shelf shelf_;
  std::span<const pipeline::CheckDescription> checks_;
  std::vector<Mistakes> by_file_;
  std::vector<Project> projects_;
};

}  // namespace

std::vector<Mistakes> lint(std::span<const Source> files, std::span<const Source> beside,
                           const schema::Surroundings& surroundings) {
  auto mistakes = schema::check(files, beside, surroundings);
  if (!none(mistakes)) return mistakes;
  const auto all = together(files, beside);
  // Nothing can be said of files put together with broken ones.
  if (!none(schema::check(all, {}, surroundings))) return mistakes;
  return Linter(files, Shelf(all), surroundings.checks).take();
}

}  // namespace vermilion::rules
