#include "service/commands/project_rules.hpp"

#include "rules/compile.hpp"
#include "rules/excerpt.hpp"
#include "rules/nearest.hpp"
#include "rules/schema/check.hpp"
#include "rules/yaml/parse.hpp"
#include "service/batch/contents.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <system_error>
#include <vector>

namespace vermilion::service::commands {
namespace {

namespace fs = std::filesystem;
using rules::yaml::Source;

template <class T>
using Read = tl::expected<T, std::string>;

// "licence_copy" of licence_copy.yaml; cases (*.test.yaml) are no rules.
std::vector<std::string> ids_in(const fs::path& folder) {
  std::vector<std::string> ids;
  std::error_code error;
  for (const auto& entry : fs::directory_iterator(folder, error)) {
    const fs::path file = entry.path().filename();
    if (file.extension() == ".yaml" && file.stem().extension().empty()) ids.push_back(file.stem());
  }
  std::ranges::sort(ids);
  return ids;
}

Read<Source> source_of(const fs::path& file) {
  const auto contents = batch::read_file(file, rules::yaml::kBytesMax + 1);
  if (!contents) {
    return tl::make_unexpected(fmt::format("{}: {}", file.string(), contents.error()));
  }
  const auto* text = reinterpret_cast<const char*>(contents->bytes.data());
  return Source{file.string(), {text, contents->bytes.size()}};
}

Read<std::vector<Source>> sources_of(const fs::path& folder, const std::vector<std::string>& ids) {
  std::vector<Source> sources;
  for (const auto& id : ids) {
    auto source = source_of(folder / (id + ".yaml"));
    if (!source) return tl::make_unexpected(source.error());
    sources.push_back(std::move(*source));
  }
  return sources;
}

std::string unknown_project(const fs::path& folder, std::string_view id) {
  const auto known = ids_in(folder);
  if (known.empty()) return fmt::format("{}: no projects there", folder.string());
  const auto meant = rules::nearest(id, known);
  return meant
             ? fmt::format("there is no project \"{}\"; did you mean \"{}\"?", id, *meant)
             : fmt::format("there is no project \"{}\"; known are {}", id, fmt::join(known, ", "));
}

// Everything that is wrong, one mistake after the other.
template <class Mistakes>
std::string told(const Mistakes& mistakes, const std::vector<Source>& files,
                 rules::Language language) {
  std::string text = "the rules have mistakes";
  for (const auto& [file, mistake] : mistakes) {
    const auto source = std::ranges::find(files, file, &Source::name);
    if (source != files.end()) text += "\n\n" + rules::render(mistake, *source, language);
  }
  return text;
}

std::vector<rules::FileMistake> mistakes_in(const std::vector<Source>& files,
                                            std::span<const pipeline::CheckDescription> checks) {
  std::vector<rules::FileMistake> all;
  const auto by_file = rules::schema::check(files, {}, {.checks = checks});
  for (std::size_t i = 0; i < files.size(); ++i) {
    for (const auto& mistake : by_file[i]) all.push_back({files[i].name, mistake});
  }
  return all;
}

rules::RuleFile rule_file(const std::string& id, const Source& source) {
  return {id, source, rules::yaml::parse(source).value()};
}

// The project of a file with the document types of a folder.
Read<rules::Project> project_of(const fs::path& file, const fs::path& documents,
                                std::span<const pipeline::CheckDescription> checks,
                                rules::Language language) {
  const auto types = ids_in(documents);
  auto files = sources_of(documents, types);
  if (!files) return tl::make_unexpected(files.error());
  auto source = source_of(file);
  if (!source) return tl::make_unexpected(source.error());
  files->push_back(std::move(*source));

  const auto mistakes = mistakes_in(*files, checks);
  if (!mistakes.empty()) return tl::make_unexpected(told(mistakes, *files, language));
  std::vector<rules::RuleFile> type_files;
  for (std::size_t i = 0; i < types.size(); ++i) {
    type_files.push_back(rule_file(types[i], (*files)[i]));
  }
  auto compiled = rules::compile(rule_file(file.stem(), files->back()), type_files);
  if (!compiled) return tl::make_unexpected(told(compiled.error(), *files, language));
  return std::move(*compiled);
}

// The document types beside a project's file: ../documents, else those of the rules at hand.
fs::path documents_beside(const fs::path& project, const fs::path& rules_at_hand) {
  const fs::path beside = fs::absolute(project).parent_path().parent_path() / "documents";
  std::error_code error;
  return fs::is_directory(beside, error) ? beside : rules_at_hand / "documents";
}

}  // namespace

Read<rules::Project> project_rules(const fs::path& folder, std::string_view id,
                                   std::span<const pipeline::CheckDescription> checks,
                                   rules::Language language) {
  const fs::path projects = folder / "projects";
  const std::string project(id);
  const auto known = ids_in(projects);
  if (std::ranges::find(known, project) == known.end()) {
    return tl::make_unexpected(unknown_project(projects, id));
  }
  return project_of(projects / (project + ".yaml"), folder / "documents", checks, language);
}

Read<std::vector<rules::Project>> rule_set(const fs::path& path, const fs::path& rules_at_hand,
                                           std::span<const pipeline::CheckDescription> checks,
                                           rules::Language language) {
  std::error_code error;
  const bool folder = fs::is_directory(path, error);
  const auto ids = folder ? ids_in(path / "projects") : std::vector<std::string>{path.stem()};
  if (ids.empty()) return tl::make_unexpected(unknown_project(path / "projects", ""));
  std::vector<rules::Project> projects;
  for (const auto& id : ids) {
    auto project = folder
                       ? project_rules(path, id, checks, language)
                       : project_of(path, documents_beside(path, rules_at_hand), checks, language);
    if (!project) return tl::make_unexpected(std::move(project.error()));
    projects.push_back(std::move(*project));
  }
  return projects;
}

}  // namespace vermilion::service::commands
