#include "workflow/chart.hpp"

#include "workflow/status.hpp"
#include "workflow/transitions.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <map>
#include <utility>
#include <vector>

namespace vermilion::workflow {
namespace {

constexpr Stages kRenewal =
    Stage::RenewalUnpaid | Stage::RenewalPaid | Stage::RenewalDownloading | Stage::Renewed;

std::vector<Stage> stages_in(Stages some) {
  std::vector<Stage> stages;
  for (std::size_t i = 0; i < kStages; ++i) {
    if (some.contains(static_cast<Stage>(i))) stages.push_back(static_cast<Stage>(i));
  }
  return stages;
}

std::string status_at(Stage stage) {
  Order order;
  order.stage = stage;
  return status_text(order, Language::Chinese);
}

// The stages of new and reissued orders by the status customers see, then renewal.
std::string groups() {
  std::vector<std::pair<std::string, std::string>> texts;
  for (std::size_t i = 0; i < kStages; ++i) {
    const auto stage = static_cast<Stage>(i);
    if (stage == Stage::Void || stage == Stage::NotBegun) continue;
    const std::string name = kRenewal.contains(stage) ? "更新" : status_at(stage);
    if (texts.empty() || texts.back().first != name) {
      const auto known =
          std::ranges::find(texts, name, &std::pair<std::string, std::string>::first);
      if (known != texts.end()) {
        known->second += fmt::format("    {}\n", name_of(stage));
        continue;
      }
      texts.emplace_back(name, "");
    }
    texts.back().second += fmt::format("    {}\n", name_of(stage));
  }
  std::string result;
  int number = 0;
  for (const auto& [name, stages] : texts) {
    result += fmt::format("  state \"{}\" as status_{} {{\n{}  }}\n", name, ++number, stages);
  }
  return result;
}

std::string shown(Stage stage) {
  return stage == Stage::NotBegun ? "[*]" : std::string(name_of(stage));
}

std::string edges() {
  std::map<std::pair<Stage, Stage>, std::vector<std::string>> labels;
  for (const OrderTransition& row : transitions()) {
    for (const Stage from : stages_in(row.from)) {
      if (!row.to || *row.to == from || *row.to == Stage::Void) continue;
      auto& commands = labels[{from, *row.to}];
      const std::string name(name_of(row.command));
      if (std::ranges::find(commands, name) == commands.end()) commands.push_back(name);
    }
  }
  std::string result;
  for (const auto& [ends, commands] : labels) {
    result += fmt::format("  {} --> {}: {}\n", shown(ends.first), shown(ends.second),
                          fmt::join(commands, ", "));
  }
  return result;
}

std::string stages_text(Stages some) {
  std::vector<std::string_view> names;
  for (const Stage stage : stages_in(some)) names.push_back(name_of(stage));
  if (names.size() <= kStages / 2) return fmt::format("{}", fmt::join(names, ", "));
  std::vector<std::string_view> others;
  for (std::size_t i = 0; i < kStages; ++i) {
    if (!some.contains(static_cast<Stage>(i))) others.push_back(kStageNames[i]);
  }
  return fmt::format("all but {}", fmt::join(others, ", "));
}

std::string roles_text(Roles some) {
  std::vector<std::string_view> names;
  for (std::size_t i = 0; i < kRoleNames.size(); ++i) {
    if (some.contains(static_cast<Role>(i))) names.push_back(kRoleNames[i].name);
  }
  return fmt::format("{}", fmt::join(names, ", "));
}

std::string row_text(const OrderTransition& row) {
  std::vector<std::string> needs;
  for (const OrderGuard* need : row.needs) {
    needs.push_back(fmt::format("{} (`{}`)", need->name, name_of(need->refusal)));
  }
  std::vector<std::string_view> effects;
  for (const EffectKind effect : row.effects) effects.push_back(name_of(effect));
  return fmt::format("| {} | {} | {} | {} | {} | {} | {} | {} |\n", name_of(row.command),
                     stages_text(row.from), roles_text(row.who),
                     row.when == nullptr ? "" : row.when->name, fmt::join(needs, "; "),
                     name_of(row.event), row.to ? name_of(*row.to) : "", fmt::join(effects, ", "));
}

}  // namespace

std::string chart() {
  return "stateDiagram-v2\n" + groups() + edges();
}

std::string transition_table() {
  std::string table =
      "| command | in | who | if | needs, else refused as | event | then | effects |\n"
      "|---|---|---|---|---|---|---|---|\n";
  for (const OrderTransition& row : transitions()) table += row_text(row);
  return table;
}

}  // namespace vermilion::workflow
