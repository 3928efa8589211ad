#include "service/authoring/publication_subject.hpp"

#include "workflow/approval.hpp"
#include "workflow/digest.hpp"
#include "workflow/subject.hpp"

#include <map>

namespace vermilion::service::authoring {
namespace {

using workflow::add_line;

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
    add_line(text, "project", id);
    add_line(text, "before", was);
    add_line(text, "after", is);
  }
}

}  // namespace

std::string subject_text(const Draft& draft, const projects::RuleSet& before,
                         const projects::RuleSet& after) {
  std::string text;
  add_line(text, "matter", workflow::name_of(workflow::Matter::PublishRules));
  add_line(text, "draft", draft.id);
  add_line(text, "title", draft.title);
  add_line(text, "author", draft.author);
  add_line(text, "from", draft.base);
  add_line(text, "to", after.digest);
  for (const auto& [path, content] : draft.edits) {
    add_line(text, "file", path);
    add_line(text, "sha256", content ? workflow::sha256_of(*content) : "");
  }
  add_meanings(before, after, text);
  return text;
}

}  // namespace vermilion::service::authoring
