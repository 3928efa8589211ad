#include "service/authoring/files.hpp"

#include "pipeline/checks/catalogue.hpp"
#include "rules/excerpt.hpp"
#include "rules/schema/check.hpp"
#include "rules/yaml/parse.hpp"
#include "service/commands/rule_files.hpp"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <set>
#include <utility>

namespace vermilion::service::authoring {
namespace {

using rules::yaml::Source;

constexpr std::string_view kEnding = ".yaml";
constexpr std::string_view kDocuments = "documents/";

// "projects/fair" of projects/fair.yaml and of projects/fair.test.yaml
std::string stem_of(const std::string& path) {
  return path.substr(0, path.find('.'));
}

bool is_id(std::string_view text) {
  return !text.empty() && text.size() <= 64 && std::ranges::all_of(text, [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_';
  });
}

// A pointer to a member of this name (RFC 6901).
std::string pointer_to(const std::string& path) {
  std::string pointer = "/files/";
  for (const char c : path) pointer += c == '/' ? "~1" : c == '~' ? "~0" : std::string(1, c);
  return pointer;
}

review::Wrong told(const rules::Mistake& mistake, const Source& source) {
  return {pointer_to(source.name), rules::render(mistake, source, rules::Language::Chinese)};
}

// The same that rules test and rules diff hold a folder against before they use it.
review::AllWrong mistakes_in(const std::vector<Source>& sources) {
  review::AllWrong all;
  const auto by_file =
      rules::schema::check(sources, {}, commands::surroundings(pipeline::check_descriptions()));
  for (std::size_t i = 0; i < sources.size(); ++i) {
    for (const auto& mistake : by_file[i]) all.push_back(told(mistake, sources[i]));
  }
  return all;
}

std::optional<commands::CasesFile> cases_of(const Files& files, const std::string& project) {
  const std::string path = fmt::format("projects/{}{}", project, commands::kCasesEnding);
  const auto found = files.find(path);
  if (found == files.end()) return std::nullopt;
  const Source source{path, found->second};
  return commands::CasesFile{source, rules::cases_of(rules::yaml::parse(source).value())};
}

}  // namespace

bool is_rule_path(std::string_view path) {
  const bool project = path.starts_with("projects/");
  if (!project && !path.starts_with(kDocuments)) return false;
  path.remove_prefix(path.find('/') + 1);
  const std::string_view ending =
      project && path.ends_with(commands::kCasesEnding) ? commands::kCasesEnding : kEnding;
  return path.ends_with(ending) && is_id(path.substr(0, path.size() - ending.size()));
}

Files edited(Files files, const Edits& edits) {
  for (const auto& [path, text] : edits) {
    if (text) {
      files[path] = *text;
    } else {
      files.erase(path);
    }
  }
  return files;
}

std::vector<Source> sources_of(const Files& files) {
  std::vector<Source> sources;
  for (const auto& [path, text] : files) sources.push_back({path, text});
  return sources;
}

Files beside(const Files& these, const Files& all) {
  std::set<std::string> stems;
  for (const auto& [path, text] : these) stems.insert(stem_of(path));
  const bool types = std::ranges::any_of(
      these, [](const auto& file) { return file.first.starts_with(kDocuments); });
  Files files = all;
  std::erase_if(files, [&](const auto& file) {
    return !types && !file.first.starts_with(kDocuments) && !stems.contains(stem_of(file.first));
  });
  return files;
}

review::Got<projects::RuleSet> sound(const Files& files) {
  if (auto mistakes = mistakes_in(sources_of(files)); !mistakes.empty()) {
    return review::trouble(std::move(mistakes));
  }
  auto set = projects::read_rule_set(files, pipeline::check_descriptions());
  if (!set) return review::wrong("/files", std::move(set.error()));
  return std::move(*set);
}

std::vector<commands::AuthoredProject> authored(const projects::RuleSet& set,
                                                const std::vector<std::string>& ids) {
  std::vector<commands::AuthoredProject> all;
  for (const auto& [id, kept] : set.projects) {
    if (!ids.empty() && std::ranges::find(ids, id) == ids.end()) continue;
    const std::string path = fmt::format("projects/{}{}", id, kEnding);
    all.push_back({*kept.rules, {path, set.files.at(path)}, cases_of(set.files, id)});
  }
  return all;
}

std::vector<rules::Project> projects_of(const projects::RuleSet& set) {
  std::vector<rules::Project> all;
  for (const auto& [id, kept] : set.projects) all.push_back(*kept.rules);
  return all;
}

}  // namespace vermilion::service::authoring
