#include "service/authoring/differing.hpp"

#include "pipeline/checks/catalogue.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <optional>
#include <string_view>
#include <utility>

namespace vermilion::service::authoring {
namespace {

using json = nlohmann::ordered_json;
using rules::ChangeWords;
using rules::Language;
using rules::Project;
using Kind = rules::Change::Kind;

constexpr int kDiffSchema = 1;  // of the JSON; members may be added under the same number

const Project* named(const std::vector<Project>& projects, const std::string& id) {
  const auto found = std::ranges::find(projects, id, &Project::id);
  return found == projects.end() ? nullptr : &*found;
}

std::string_view name(Kind kind) {
  switch (kind) {
    case Kind::Changed:
      return "changed";
    case Kind::Added:
      return "added";
    case Kind::Removed:
      return "removed";
    case Kind::Moved:
      return "moved";
  }
  return {};
}

json value_of(const std::optional<std::string>& value) {
  return value ? json::parse(*value) : json();
}

json to_json(const ChangeWords& zh, const ChangeWords& en) {
  return {{"kind", name(zh.change.kind)},
          {"path", zh.change.path},
          {"before", value_of(zh.change.before)},
          {"after", value_of(zh.change.after)},
          {"words", {{"steps", zh.steps}, {"before", zh.before}, {"after", zh.after}}},
          {"words_en", {{"steps", en.steps}, {"before", en.before}, {"after", en.after}}}};
}

json to_json(const ProjectPair& pair) {
  json object{{"project", pair.any().id},
              {"kind", name(pair.before == nullptr  ? Kind::Added
                            : pair.after == nullptr ? Kind::Removed
                                                    : Kind::Changed)},
              {"changes", json::array()}};
  const auto zh = changes_of(pair, Language::Chinese);
  const auto en = changes_of(pair, Language::English);
  for (std::size_t i = 0; i < zh.size(); ++i) object["changes"].push_back(to_json(zh[i], en[i]));
  return object;
}

}  // namespace

bool ProjectPair::differs() const {
  return before == nullptr || after == nullptr || before->digest != after->digest;
}

std::vector<ProjectPair> pairs_of(const std::vector<Project>& before,
                                  const std::vector<Project>& after) {
  if (before.size() == 1 && after.size() == 1) return {{&before.front(), &after.front()}};
  std::vector<ProjectPair> pairs;
  for (const Project& project : before) pairs.push_back({&project, named(after, project.id)});
  for (const Project& project : after) {
    if (named(before, project.id) == nullptr) pairs.push_back({nullptr, &project});
  }
  return pairs;
}

std::vector<ChangeWords> changes_of(const ProjectPair& pair, Language language) {
  if (pair.before == nullptr || pair.after == nullptr) return {};
  return rules::changes_in_words(*pair.before, *pair.after, pipeline::check_descriptions(),
                                 language);
}

json to_json(const std::vector<ProjectPair>& pairs) {
  json projects = json::array();
  for (const ProjectPair& pair : pairs) {
    if (pair.differs()) projects.push_back(to_json(pair));
  }
  return {{"schema", kDiffSchema}, {"projects", std::move(projects)}};
}

}  // namespace vermilion::service::authoring
