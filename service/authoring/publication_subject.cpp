#include "service/authoring/publication_subject.hpp"

#include "workflow/approval.hpp"
#include "workflow/digest.hpp"

#include <fmt/format.h>

#include <map>
#include <string_view>

namespace vermilion::service::authoring {
namespace {

void line(std::string& text, std::string_view name, std::string_view value) {
  text += fmt::format("{} {}: {}\n", name, value.size(), value);
}

std::string digest_of(const projects::RuleSet& set, const std::string& project) {
  const auto found = set.projects.find(project);
  return found == set.projects.end() ? std::string() : found->second.rules->digest;
}

// What it means, project by project, where that differs.
void add_meanings(const projects::RuleSet& before, const projects::RuleSet& after,
                  std::string& text) {
  std::map<std::string, bool> ids;
  for (const auto& [id, kept] : before.projects) ids[id] = true;
  for (const auto& [id, kept] : after.projects) ids[id] = true;
  for (const auto& [id, there] : ids) {
    const std::string was = digest_of(before, id);
    const std::string is = digest_of(after, id);
    if (was == is) continue;
    line(text, "project", id);
    line(text, "before", was);
    line(text, "after", is);
  }
}

}  // namespace

std::string subject_text(const Draft& draft, const projects::RuleSet& before,
                         const projects::RuleSet& after) {
  std::string text;
  line(text, "matter", workflow::name_of(workflow::Matter::PublishRules));
  line(text, "draft", draft.id);
  line(text, "title", draft.title);
  line(text, "author", draft.author);
  line(text, "from", draft.base);
  line(text, "to", after.digest);
  for (const auto& [path, content] : draft.edits) {
    line(text, "file", path);
    line(text, "sha256", content ? workflow::sha256_of(*content) : "");
  }
  add_meanings(before, after, text);
  return text;
}

}  // namespace vermilion::service::authoring
