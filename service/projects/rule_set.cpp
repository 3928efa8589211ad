#include "service/projects/rule_set.hpp"

#include "pipeline/digest.hpp"
#include "rules/compile.hpp"
#include "rules/excerpt.hpp"
#include "rules/schema/check.hpp"
#include "rules/yaml/parse.hpp"
#include "service/projects/terms.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>
#include <vector>

namespace vermilion::service::projects {
namespace {

using rules::yaml::Source;

constexpr std::string_view kProjects = "projects/";
constexpr std::string_view kDocuments = "documents/";
constexpr std::string_view kEnding = ".yaml";
constexpr std::string_view kCasesEnding = ".test.yaml";

bool is_rule_file(std::string_view path, std::string_view folder) {
  return path.starts_with(folder) && path.ends_with(kEnding) && !path.ends_with(kCasesEnding);
}

// "licence_copy" of "documents/licence_copy.yaml"
std::string id_in(std::string_view path) {
  path.remove_prefix(path.find('/') + 1);
  return std::string(path.substr(0, path.size() - kEnding.size()));
}

std::vector<Source> sources_in(const Files& files, std::string_view folder) {
  std::vector<Source> sources;
  for (const auto& [path, text] : files) {
    if (is_rule_file(path, folder)) sources.push_back({path, text});
  }
  return sources;
}

std::string told(const rules::Mistake& mistake, const Source& source) {
  return "\n\n" + rules::render(mistake, source, rules::Language::English);
}

tl::unexpected<std::string> mistaken(const std::string& mistakes) {
  return tl::make_unexpected("the rules have mistakes" + mistakes);
}

std::string told(const std::vector<rules::FileMistake>& mistakes,
                 const std::vector<Source>& sources) {
  std::string text;
  for (const auto& [file, mistake] : mistakes) {
    const auto source = std::ranges::find(sources, file, &Source::name);
    if (source != sources.end()) text += told(mistake, *source);
  }
  return text;
}

using RuleFiles = std::vector<rules::RuleFile>;

tl::expected<RuleFiles, std::string> parsed(const std::vector<Source>& sources) {
  RuleFiles files;
  std::string mistakes;
  for (const Source& source : sources) {
    auto tree = rules::yaml::parse(source);
    if (tree) files.push_back({id_in(source.name), source, std::move(*tree)});
    if (!tree) mistakes += told(tree.error(), source);
  }
  if (!mistakes.empty()) return mistaken(mistakes);
  return files;
}

std::string mistakes_in(const std::vector<Source>& sources,
                        std::span<const pipeline::CheckDescription> checks) {
  std::string text;
  const auto by_file = rules::schema::check(sources, {}, {.checks = checks});
  for (std::size_t i = 0; i < sources.size(); ++i) {
    for (const auto& mistake : by_file[i]) text += told(mistake, sources[i]);
  }
  return text;
}

std::vector<Source> all_sources(const Files& files) {
  auto sources = sources_in(files, kDocuments);
  for (Source& source : sources_in(files, kProjects)) sources.push_back(std::move(source));
  return sources;
}

KeptProject kept(rules::Project project) {
  auto rules = std::make_shared<const rules::Project>(std::move(project));
  auto terms = std::make_shared<const workflow::ProjectTerms>(terms_of(*rules));
  return {std::move(rules), std::move(terms)};
}

}  // namespace

std::string digest_of(const Files& files) {
  std::string text;
  for (const auto& [path, content] : files) {
    text += fmt::format("{} {} {}\n", path, content.size(), content);
  }
  return pipeline::sha256(std::as_bytes(std::span(text.data(), text.size())));
}

tl::expected<RuleSet, std::string> compile_rule_set(Files files) {
  const auto documents = parsed(sources_in(files, kDocuments));
  if (!documents) return tl::make_unexpected(documents.error());
  const auto projects = parsed(sources_in(files, kProjects));
  if (!projects) return tl::make_unexpected(projects.error());

  RuleSet rules;
  std::vector<rules::FileMistake> mistakes;
  const auto keep_mistakes = [&](const std::vector<rules::FileMistake>& more) {
    mistakes.insert(mistakes.end(), more.begin(), more.end());
  };
  for (const rules::RuleFile& file : *documents) {
    auto type = rules::compile_document(file);
    if (!type) keep_mistakes(type.error());
    if (type) {
      rules.documents[file.id] = std::make_shared<const rules::DocumentType>(std::move(*type));
    }
  }
  for (const rules::RuleFile& file : *projects) {
    auto project = rules::compile(file, *documents);
    if (!project) keep_mistakes(project.error());
    if (project) rules.projects[file.id] = kept(std::move(*project));
  }
  if (!mistakes.empty()) return mistaken(told(mistakes, all_sources(files)));
  rules.digest = digest_of(files);
  rules.files = std::move(files);
  return rules;
}

tl::expected<RuleSet, std::string> read_rule_set(
    Files files, std::span<const pipeline::CheckDescription> checks) {
  const std::string mistakes = mistakes_in(all_sources(files), checks);
  if (!mistakes.empty()) return mistaken(mistakes);
  auto rules = compile_rule_set(std::move(files));
  if (rules && rules->projects.empty()) {
    return tl::make_unexpected(std::string("there are no projects in projects/"));
  }
  return rules;
}

}  // namespace vermilion::service::projects
