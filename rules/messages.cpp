#include "rules/messages.hpp"

#include "rules/message_files.hpp"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <vector>

namespace vermilion::rules {
namespace {

using Messages = std::vector<Text>;  // by finding code

Messages parse(std::string_view file) {
  const auto json = nlohmann::json::parse(file);
  Messages messages;
  for (const auto& kind : pipeline::finding_kinds()) {
    const auto& entry = json.at(std::string(kind.name));
    messages.push_back({entry.at("label"), entry.at("message"), entry.at("remedy")});
  }
  return messages;
}

const Messages& messages_in(Language language) {
  static const Messages zh = parse(message_files::kZh);
  static const Messages en = parse(message_files::kEn);
  return language == Language::Chinese ? zh : en;
}

std::string number(double value) {
  // Large numbers are counts, small ones measurements.
  return value >= 100 || value == static_cast<int>(value) ? fmt::format("{:.0f}", value)
                                                          : fmt::format("{:.2f}", value);
}

void replace_placeholder(std::string& text, std::string_view name, std::string_view value) {
  const std::string placeholder = fmt::format("{{{}}}", name);
  for (auto at = text.find(placeholder); at != std::string::npos;
       at = text.find(placeholder, at + value.size())) {
    text.replace(at, placeholder.size(), value);
  }
}

std::string filled(std::string text, const pipeline::Finding& finding) {
  if (finding.value) replace_placeholder(text, "value", number(*finding.value));
  if (finding.threshold) replace_placeholder(text, "threshold", number(*finding.threshold));
  for (const auto& [name, value] : finding.words) replace_placeholder(text, name, value);
  return text;
}

}  // namespace

Text text_of(const pipeline::Finding& finding, Language language) {
  const Text& text = messages_in(language)[static_cast<std::size_t>(finding.code)];
  return {text.label, filled(text.message, finding), filled(text.remedy, finding)};
}

}  // namespace vermilion::rules
