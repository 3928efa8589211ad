#include "rules/explain.hpp"

#include "rules/messages.hpp"
#include "rules/mistake_text.hpp"
#include "rules/nearest.hpp"
#include "rules/schema/scalars.hpp"
#include "rules/words.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <iterator>
#include <map>
#include <utility>

namespace vermilion::rules {
namespace {

using Checks = std::span<const pipeline::CheckDescription>;
using pipeline::CheckDescription;
using pipeline::FindingCode;
using schema::plain_number;

bool contains(const auto& values, const auto& value) {
  return std::ranges::find(values, value) != values.end();
}

// ---- finding

std::vector<RuleUse> all_uses(std::span<const Project> projects) {
  std::vector<RuleUse> uses;
  for (const Project& project : projects) {
    for (const Slot& slot : project.slots) {
      for (const DocumentType& type : slot.alternatives) {
        for (const Rule& rule : type.rules) uses.push_back({&project, &type, &rule, nullptr});
      }
    }
    for (const Comparison& each : project.comparisons) {
      uses.push_back({&project, nullptr, nullptr, &each});
    }
  }
  return uses;
}

const CheckDescription* check_of(const RuleUse& use, Checks checks) {
  if (use.rule == nullptr) return nullptr;
  const auto check = std::ranges::find(checks, use.rule->check, &CheckDescription::id);
  return check == checks.end() ? nullptr : &*check;
}

bool finds(const RuleUse& use, FindingCode code, Checks checks) {
  if (use.comparison != nullptr) return use.comparison->finding == code;
  const CheckDescription* check = check_of(use, checks);
  return check != nullptr && contains(check->finds, code);
}

bool is_called(const RuleUse& use, std::string_view name) {
  const std::string own = use.name();
  const std::string_view id = std::string_view(own).substr(own.rfind('/') + 1);
  return name == own || name == id || name == fmt::format("{}/{}", use.project->id, own);
}

void add_what_it_finds(const RuleUse& use, Checks checks, Explanation& explanation) {
  const auto add = [&](FindingCode code) {
    if (!contains(explanation.codes, code)) explanation.codes.push_back(code);
  };
  if (use.comparison != nullptr) add(use.comparison->finding);
  const CheckDescription* check = check_of(use, checks);
  if (check == nullptr || contains(explanation.checks, check)) return;
  explanation.checks.push_back(check);
  std::ranges::for_each(check->finds, add);
}

std::optional<std::string> nearest_name(std::string_view name, const std::vector<RuleUse>& uses) {
  std::vector<std::string> known;
  for (const auto& kind : pipeline::finding_kinds()) known.emplace_back(kind.name);
  for (const RuleUse& use : uses) {
    const std::string own = use.name();
    known.push_back(own.substr(own.rfind('/') + 1));
  }
  const auto near = nearest(name, known);
  return near ? std::optional<std::string>(*near) : std::nullopt;
}

// ---- telling

class Telling {
 public:
  Telling(const Explanation& explanation, Language language)
      : explanation_(explanation), language_(language) {}

  std::string take() {
    for (const FindingCode code : explanation_.codes) tell_code(code);
    for (const CheckDescription* check : explanation_.checks) tell_check(*check);
    tell_uses();
    text_.erase(0, text_.find_first_not_of('\n'));
    return std::move(text_);
  }

 private:
  [[nodiscard]] std::string_view say(std::string_view zh, std::string_view en) const {
    return language_ == Language::Chinese ? zh : en;
  }

  template <class... Words>
  void line(fmt::format_string<Words...> format, Words&&... words) {
    fmt::format_to(std::back_inserter(text_), format, std::forward<Words>(words)...);
    text_ += '\n';
  }

  void tell_code(FindingCode code) {
    const Text& text = text_of(code, language_);
    const auto& kind = pipeline::kind_of(code);
    line("\n{}  {} [{}]", kind.name, text.label, word(kind.level, language_));
    line("  {} {}", say("含义：", "Means: "), text.message);
    line("  {} {}", say("改法：", "Remedy:"), text.remedy);
  }

  void tell_check(const CheckDescription& check) {
    line("\n{} {}: {}", say("检查", "Check"), check.id, say(check.summary_zh, check.summary));
    for (const auto& parameter : check.parameters) {
      const std::string unit =
          parameter.unit.empty() ? "" : fmt::format(" {}", schema_word(parameter.unit, language_));
      line("  {} = {}{} ({} {}–{}): {}", parameter.name, plain_number(parameter.fallback), unit,
           say("范围", "range"), plain_number(parameter.min), plain_number(parameter.max),
           say(parameter.summary_zh, parameter.summary));
    }
  }

  // What projects share is told once, with all of them behind it.
  void tell_uses() {
    std::vector<std::pair<std::string, std::vector<std::string>>> told;
    for (const RuleUse& use : explanation_.uses) {
      std::string text = text_of_use(use);
      auto same = std::ranges::find(told, text, &decltype(told)::value_type::first);
      if (same == told.end()) same = told.insert(told.end(), {std::move(text), {}});
      if (!contains(same->second, use.project->id)) same->second.push_back(use.project->id);
    }
    for (const auto& [text, projects] : told) {
      text_ += text;
      line("  {} {}", say("项目：", "Projects:"), fmt::join(projects, ", "));
    }
  }

  std::string text_of_use(const RuleUse& use) const {
    std::string text = fmt::format(
        "\n{} {}\n", use.rule == nullptr ? say("比较", "Comparison") : say("规则", "Rule"),
        use.name());
    const auto add = [&](std::string_view label, const std::string& what) {
      if (!what.empty()) text += fmt::format("  {} {}\n", label, what);
    };
    const bool is_rule = use.rule != nullptr;
    add(say("审核人员回答：", "A person answers:"), is_rule ? use.rule->review.in(language_) : "");
    add(say("检查：", "Check:"), is_rule ? use.rule->check : "");
    add(say("设为：", "Set to:"), is_rule ? values_of(*use.rule) : "");
    const auto level = is_rule ? use.rule->level : use.comparison->level;
    add(say("轻重：", "Level:"), level ? std::string(word(*level, language_)) : "");
    if (is_rule && use.rule->log_only) add(say("只记录，不给人看", "Recorded only"), "·");
    const Condition& when = is_rule ? use.rule->when : use.comparison->when;
    if (when.kind != Condition::Kind::Always) add(say("何时：", "When:"), text_of(when));
    add(say("给经办人：", "Applicant:"),
        (is_rule ? use.rule->applicant : use.comparison->applicant).in(language_));
    const Sources& sources = is_rule ? use.rule->sources : use.comparison->sources;
    add(say("出处：", "Source:"), fmt::format("{}", fmt::join(sources, ", ")));
    return text;
  }

  static std::string values_of(const Rule& rule) {
    std::vector<std::string> values;
    for (const auto& [name, value] : rule.with) {
      values.push_back(fmt::format("{} = {}", name, plain_number(value)));
    }
    return fmt::format("{}", fmt::join(values, ", "));
  }

  const Explanation& explanation_;
  Language language_;
  std::string text_;
};

}  // namespace

std::string RuleUse::name() const {
  return rule == nullptr ? comparison->id : fmt::format("{}/{}", type->id, rule->id);
}

tl::expected<Explanation, std::optional<std::string>> explain(std::string_view name,
                                                              std::span<const Project> projects,
                                                              Checks checks) {
  const auto code = pipeline::finding_code(name);
  Explanation explanation{.name = std::string(name)};
  const auto uses = all_uses(projects);
  if (code) {
    explanation.codes = {*code};
    for (const auto& check : checks) {
      if (contains(check.finds, *code)) explanation.checks.push_back(&check);
    }
  }
  for (const RuleUse& use : uses) {
    if (code ? !finds(use, *code, checks) : !is_called(use, name)) continue;
    if (!code) add_what_it_finds(use, checks, explanation);
    explanation.uses.push_back(use);
  }
  if (!code && explanation.uses.empty()) return tl::make_unexpected(nearest_name(name, uses));
  return explanation;
}

std::string text_of(const Explanation& explanation, Language language) {
  return Telling(explanation, language).take();
}

}  // namespace vermilion::rules
