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

}  // namespace vermilion::service::commands
