#include "service/cases/telling.hpp"

#include "rules/messages.hpp"
#include "rules/words.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <string_view>
#include <utility>
#include <vector>

namespace vermilion::service::cases {
namespace {

using pipeline::Finding;
using rules::Language;

std::string_view either(Language language, std::string_view zh, std::string_view en) {
  return language == Language::Chinese ? zh : en;
}

// A code with its label; a rule's id says it itself.
std::string named(const std::string& name, Language language) {
  const auto code = pipeline::finding_code(name);
  if (!code) return name;
  return fmt::format("{} ({})", name, rules::text_of(*code, language).label);
}

std::string names(const std::vector<std::string>& all, Language language) {
  std::vector<std::string> texts;
  for (const auto& name : all) texts.push_back(named(name, language));
  return fmt::format("{}", fmt::join(texts, either(language, "、", ", ")));
}

// What was found, measured; the finding of a rule is told by its own message.
std::string found_text(const std::string& name, const rules::CaseJudgement& judgement,
                       Language language) {
  for (const Finding& finding : judgement.findings) {
    if (pipeline::name(finding.code) != name && !finding.rule.ends_with("/" + name)) continue;
    return fmt::format("{}{}{}", name, either(language, "：", ": "),
                       text_of(finding, language).message);
  }
  return name;
}

void add(std::string& text, std::string_view label, std::string_view what, Language language) {
  text += fmt::format("  {}{}{}\n", label, either(language, "：", ": "), what);
}

std::string told(const Listed& listed, const Trial& trial, Language language) {
  const auto& [missing, unexpected, found_todo, verdict, type] = trial.difference;
  std::string text;
  if (!missing.empty()) {
    add(text, either(language, "没有报出", "not found"), names(missing, language), language);
  }
  for (const auto& name : unexpected) {
    add(text, either(language, "不应报出", "not expected"),
        found_text(name, trial.judgement, language), language);
  }
  if (!found_todo.empty()) {
    add(text, either(language, "todo 已能报出，请移到 must", "todo is found now, move it to must"),
        names(found_todo, language), language);
  }
  if (verdict) {
    text += fmt::format(fmt::runtime(either(language, "  结论：应为“{}”，实为“{}”\n",
                                            "  verdict: {} expected, is {}\n")),
                        word(*listed.each->expected.verdict, language), word(*verdict, language));
  }
  if (!type.empty()) {
    add(text, either(language, "判断时当作", "judged as"), type, language);
  }
  return text;
}

nlohmann::ordered_json expectation_json(const rules::Expectation& expected) {
  nlohmann::ordered_json json{
      {"must", expected.must}, {"must_not", expected.must_not}, {"todo", expected.todo}};
  if (expected.verdict) json["verdict"] = name(*expected.verdict);
  return json;
}

nlohmann::ordered_json difference_json(const rules::CaseDifference& difference) {
  nlohmann::ordered_json json{{"missing", difference.missing},
                              {"unexpected", difference.unexpected},
                              {"found_todo", difference.found_todo}};
  if (difference.verdict) json["verdict"] = name(*difference.verdict);
  if (!difference.type.empty()) json["type"] = difference.type;
  return json;
}

nlohmann::ordered_json findings_json(const std::vector<Finding>& findings) {
  auto all = nlohmann::ordered_json::array();
  for (const Finding& finding : findings) {
    nlohmann::ordered_json each{{"code", pipeline::name(finding.code)},
                                {"level", pipeline::name(finding.level)},
                                {"rule", finding.rule},
                                {"message", text_of(finding, Language::Chinese).message},
                                {"message_en", text_of(finding, Language::English).message}};
    if (finding.box) {
      each["box"] = {finding.box->x, finding.box->y, finding.box->width, finding.box->height};
    }
    all.push_back(std::move(each));
  }
  return all;
}

std::vector<std::string> slots_of(const rules::Case& each) {
  std::vector<std::string> slots;
  for (const auto& document : each.documents) slots.push_back(document.slot);
  return slots;
}

std::string_view outcome_name(const Outcome& outcome) {
  if (!outcome) return "broken";
  return outcome->difference.holds() ? "held" : "failed";
}

}  // namespace

void Tally::count(const Listed& listed, const Outcome& outcome) {
  if (!outcome) {
    ++broken;
  } else if (!outcome->difference.holds()) {
    ++failed;
  } else {
    ++held;
    todo += listed.each->expected.todo.empty() ? 0 : 1;
  }
}

std::string pretty(const Listed& listed, const Outcome& outcome, Language language) {
  if (outcome && outcome->difference.holds()) return {};
  const std::string_view label =
      outcome ? either(language, "不符", "failed") : either(language, "程序出错", "our fault");
  return fmt::format(
      "{}:{}: {}{}{}\n{}", listed.file, listed.line, label, either(language, "：", ": "),
      listed.each->name,
      outcome ? told(listed, *outcome, language) : fmt::format("  {}\n", outcome.error()));
}

nlohmann::ordered_json to_json(const Listed& listed, const Outcome& outcome) {
  nlohmann::ordered_json json{{"project", listed.project->id},
                              {"case", listed.each->name},
                              {"file", listed.file},
                              {"line", listed.line},
                              {"documents", slots_of(*listed.each)},
                              {"outcome", outcome_name(outcome)},
                              {"expected", expectation_json(listed.each->expected)}};
  if (!outcome) {
    json["error"] = outcome.error();
    return json;
  }
  json["verdict"] = name(outcome->judgement.verdict);
  json["findings"] = findings_json(outcome->judgement.findings);
  if (!outcome->difference.holds()) json["difference"] = difference_json(outcome->difference);
  return json;
}

std::string summary(const Tally& tally, std::chrono::duration<double> elapsed, Language language) {
  const auto text =
      either(language, "共 {} 个用例：符合 {}（其中待办 {}），不符 {}，程序出错 {}；用时 {:.1f} 秒",
             "{} cases: {} held ({} of them with something to do), {} failed, {} broken; {:.1f} s");
  return fmt::format(fmt::runtime(text), tally.total(), tally.held, tally.todo, tally.failed,
                     tally.broken, elapsed.count());
}

}  // namespace vermilion::service::cases
