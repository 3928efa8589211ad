#include "service/commands/project_rules.hpp"

#include "service/commands/rule_set.hpp"

#include <utility>

namespace vermilion::service::commands {

tl::expected<rules::Project, std::string> project_rules(
    const std::filesystem::path& folder, std::string_view id,
    std::span<const pipeline::CheckDescription> checks, rules::Language language) {
  const auto file = project_file(folder, id);
  if (!file) return tl::make_unexpected(file.error());
  auto authored = authored_projects(folder, {*file}, Cases::LeaveAlone, checks, language);
  if (!authored) return tl::make_unexpected(std::move(authored.error()));
  return std::move(authored->front().project);
}

Read<rules::DocumentType> document_rules(const fs::path& folder, std::string_view id,
                                         std::span<const pipeline::CheckDescription> checks,
                                         rules::Language language) {
  const std::string type(id);
  auto files = sources_of(folder / "documents", {type});
  if (!files) return tl::make_unexpected(files.error());
  const auto mistakes = mistakes_in(*files, checks);
  if (!mistakes.empty()) return tl::make_unexpected(told(mistakes, *files, language));
  auto compiled = rules::compile_document(rule_file(type, files->front()));
  if (!compiled) return tl::make_unexpected(told(compiled.error(), *files, language));
  return std::move(*compiled);
}

}  // namespace vermilion::service::commands
