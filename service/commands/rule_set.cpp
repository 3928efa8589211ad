#include "service/commands/rule_set.hpp"

#include "rules/compile.hpp"
#include "rules/excerpt.hpp"
#include "rules/nearest.hpp"
#include "rules/schema/check.hpp"
#include "rules/yaml/parse.hpp"
#include "service/commands/rule_files.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <system_error>
#include <utility>

namespace vermilion::service::commands {
namespace {

namespace fs = std::filesystem;
using rules::yaml::Source;

template <class T>
using Read = tl::expected<T, std::string>;

bool is_there(const fs::path& file) {
  std::error_code error;
  return fs::exists(file, error);
}

// "licence_copy" of licence_copy.yaml.
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

fs::path cases_beside(const fs::path& project) {
  return fs::path(project).replace_extension(kCasesEnding);
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
  const auto by_file = rules::schema::check(files, {}, surroundings(checks));
  for (std::size_t i = 0; i < files.size(); ++i) {
    for (const auto& mistake : by_file[i]) all.push_back({files[i].name, mistake});
  }
  return all;
}

rules::RuleFile rule_file(const Source& source) {
  return {fs::path(source.name).stem(), source, rules::yaml::parse(source).value()};
}

const Source* find_source(const std::vector<Source>& files, const fs::path& file) {
  const auto found = std::ranges::find(files, file.string(), &Source::name);
  return found == files.end() ? nullptr : &*found;
}

std::optional<CasesFile> cases_of(const std::vector<Source>& files, const fs::path& project) {
  const Source* source = find_source(files, cases_beside(project));
  if (source == nullptr) return std::nullopt;
  return CasesFile{*source, rules::cases_of(rules::yaml::parse(*source).value())};
}

std::vector<fs::path> projects_in(const fs::path& folder) {
  std::vector<fs::path> files;
  for (const auto& id : ids_in(folder / "projects")) {
    files.push_back(folder / "projects" / (id + ".yaml"));
  }
  return files;
}

// The folder of rules that a project's file lies in, if it lies in one.
fs::path rules_around(const fs::path& project, const fs::path& rules_at_hand) {
  const fs::path around = fs::absolute(project).parent_path().parent_path();
  return is_there(around / "documents") ? around : rules_at_hand;
}

}  // namespace

Read<std::vector<AuthoredProject>> authored_projects(
    const fs::path& folder, const std::vector<fs::path>& projects, Cases cases,
    std::span<const pipeline::CheckDescription> checks, rules::Language language) {
  std::vector<fs::path> paths;
  for (const auto& id : ids_in(folder / "documents")) {
    paths.push_back(folder / "documents" / (id + ".yaml"));
  }
  const auto types = static_cast<std::ptrdiff_t>(paths.size());
  for (const fs::path& project : projects) {
    paths.push_back(project);
    const fs::path beside = cases_beside(project);
    if (cases == Cases::Read && is_there(beside)) paths.push_back(beside);
  }
  const auto files = read_rule_files(paths);
  if (!files) return tl::make_unexpected(files.error());
  const auto mistakes = mistakes_in(*files, checks);
  if (!mistakes.empty()) return tl::make_unexpected(told(mistakes, *files, language));

  std::vector<rules::RuleFile> documents;
  std::transform(files->begin(), files->begin() + types, std::back_inserter(documents), rule_file);
  std::vector<AuthoredProject> authored;
  for (const fs::path& project : projects) {
    const Source& source = *find_source(*files, project);
    auto compiled = rules::compile(rule_file(source), documents);
    if (!compiled) return tl::make_unexpected(told(compiled.error(), *files, language));
    authored.push_back({std::move(*compiled), source, cases_of(*files, project)});
  }
  return authored;
}

Read<std::vector<rules::Project>> rule_set(const fs::path& path, const fs::path& rules_at_hand,
                                           std::span<const pipeline::CheckDescription> checks,
                                           rules::Language language) {
  std::error_code error;
  const bool folder = fs::is_directory(path, error);
  const auto files = folder ? projects_in(path) : std::vector{path};
  if (files.empty()) {
    return tl::make_unexpected(fmt::format("{}: no projects there", (path / "projects").string()));
  }
  auto authored = authored_projects(folder ? path : rules_around(path, rules_at_hand), files,
                                    Cases::LeaveAlone, checks, language);
  if (!authored) return tl::make_unexpected(std::move(authored.error()));
  std::vector<rules::Project> projects;
  for (AuthoredProject& one : *authored) projects.push_back(std::move(one.project));
  return projects;
}

Read<rules::DocumentType> document_rules(const fs::path& folder, std::string_view id,
                                         std::span<const pipeline::CheckDescription> checks,
                                         rules::Language language) {
  const auto files = read_rule_files({folder / "documents" / (std::string(id) + ".yaml")});
  if (!files) return tl::make_unexpected(files.error());
  const auto mistakes = mistakes_in(*files, checks);
  if (!mistakes.empty()) return tl::make_unexpected(told(mistakes, *files, language));
  auto compiled = rules::compile_document(rule_file(files->front()));
  if (!compiled) return tl::make_unexpected(told(compiled.error(), *files, language));
  return std::move(*compiled);
}

std::vector<std::string> project_ids(const fs::path& folder) {
  return ids_in(folder / "projects");
}

Read<fs::path> project_file(const fs::path& folder, std::string_view id) {
  const auto known = project_ids(folder);
  if (std::ranges::find(known, id) != known.end()) {
    return folder / "projects" / (std::string(id) + ".yaml");
  }
  if (known.empty()) {
    return tl::make_unexpected(
        fmt::format("{}: no projects there", (folder / "projects").string()));
  }
  const auto meant = rules::nearest(id, known);
  return tl::make_unexpected(
      meant ? fmt::format("there is no project \"{}\"; did you mean \"{}\"?", id, *meant)
            : fmt::format("there is no project \"{}\"; known are {}", id, fmt::join(known, ", ")));
}

}  // namespace vermilion::service::commands
