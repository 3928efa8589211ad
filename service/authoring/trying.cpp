#include "service/authoring/trying.hpp"

#include "rules/excerpt.hpp"
#include "rules/project_plan.hpp"
#include "service/cases/printed_form.hpp"
#include "service/cases/recipe.hpp"
#include "service/commands/rule_files.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace vermilion::service::authoring {
namespace {

constexpr int kTestSchema = 1;  // of the JSON; members may be added under the same number

// What no single file shows: whether the case goes with its project, and can be drawn.
std::string wrong_with(const rules::Project& project, const rules::Case& each) {
  if (const auto served = rules::serves(project, each.order); !served) return served.error().detail;
  for (const auto& document : each.documents) {
    const rules::Slot* slot = rules::find_slot(project, document.slot);
    if (slot == nullptr) return "a case with a sample names the slot it is handed in for";
    const bool known =
        std::ranges::count(slot->alternatives, document.alternative, &rules::DocumentType::id) > 0;
    if (!document.alternative.empty() && !known) {
      return fmt::format("the slot \"{}\" takes no \"{}\"", document.slot, document.alternative);
    }
    if (cases::is_form(document)) {
      if (auto why = cases::wrong_with_form(project, document); !why.empty()) return why;
    } else if (const auto recipe = cases::recipe_of(document.sample); !recipe) {
      return recipe.error();
    }
  }
  return {};
}

}  // namespace

tl::expected<std::vector<cases::Listed>, std::string> list_of(
    const std::vector<commands::AuthoredProject>& projects) {
  std::vector<cases::Listed> list;
  for (const commands::AuthoredProject& authored : projects) {
    if (!authored.cases) {
      if (authored.project.draft) continue;
      return tl::make_unexpected(
          fmt::format("{}: a published project needs cases, in {}{} beside it",
                      authored.source.name, authored.project.id, commands::kCasesEnding));
    }
    const auto& source = authored.cases->source;
    for (const rules::Case& each : authored.cases->cases) {
      const std::size_t line = rules::place_of(each.span.begin, source.text).line;
      if (const auto why = wrong_with(authored.project, each); !why.empty()) {
        return tl::make_unexpected(fmt::format("{}:{}: {}: {}", source.name, line, each.name, why));
      }
      list.push_back({&authored.project, &each, source.name, line});
    }
  }
  return list;
}

void Tried::add(const cases::Listed& listed, const cases::Outcome& outcome) {
  tally.count(listed, outcome);
  all.push_back(cases::to_json(listed, outcome));
}

nlohmann::ordered_json to_json(const Tried& tried) {
  const cases::Tally& tally = tried.tally;
  return {{"schema", kTestSchema},  {"held", tally.held},     {"todo", tally.todo},
          {"failed", tally.failed}, {"broken", tally.broken}, {"cases", tried.all}};
}

}  // namespace vermilion::service::authoring
