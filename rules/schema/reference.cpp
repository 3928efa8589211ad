#include "rules/schema/reference.hpp"

#include "rules/excerpt.hpp"
#include "rules/messages.hpp"
#include "rules/mistake_text.hpp"
#include "rules/schema/keys.hpp"
#include "rules/schema/scalars.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <iterator>
#include <string_view>

namespace vermilion::rules::schema {
namespace {

using Checks = std::span<const pipeline::CheckDescription>;

struct Speech {
  Language language;

  [[nodiscard]] std::string_view operator()(std::string_view zh, std::string_view en) const {
    return language == Language::Chinese ? zh : en;
  }
  [[nodiscard]] std::string_view operator()(const Words& words) const {
    return (*this)(words.zh, words.en);
  }
};

std::string range(double min, double max, std::string_view unit, const Speech& say) {
  const std::string shown = unit.empty() ? "" : fmt::format(" {}", schema_word(unit, say.language));
  return fmt::format("{}–{}{}", plain_number(min), plain_number(max), shown);
}

std::string code_words(std::span<const std::string_view> words) {
  return fmt::format("`{}`", fmt::join(words, "`, `"));
}

std::string link(const Shape& shape, const Speech& say) {
  return fmt::format("[{}](#{})", say(shape.title), shape.id);
}

std::string taken(const Value& value, const Speech& say) {
  const std::string type = schema_word(name(value.kind), say.language);
  switch (value.kind) {
    case ValueKind::Word:
      return code_words(value.words);
    case ValueKind::Number:
    case ValueKind::Whole: {
      const std::string either =
          value.words.empty() ? "" : fmt::format(", {}", code_words(value.words));
      return fmt::format("{} {}{}", type, range(value.min, value.max, value.unit, say), either);
    }
    case ValueKind::Object:
      return link(*value.shape, say);
    case ValueKind::List:
      return fmt::format("{}{}", say("列表：", "list of "), taken(*value.item, say));
    case ValueKind::Map:
      return fmt::format("{} → {}", taken(*value.name, say), taken(*value.item, say));
    case ValueKind::Parameters:
      return std::string(say("[检查的参数](#checks)", "[parameters of the check](#checks)"));
    default:
      return value.words.empty() ? type : fmt::format("{}, {}", type, code_words(value.words));
  }
}

void write_shape(std::string& page, const Shape& shape, const Speech& say) {
  auto out = std::back_inserter(page);
  fmt::format_to(
      out, "\n### {}\n\n<a id=\"{}\"></a>\n\n{}\n|---|---|---|---|---|\n", say(shape.title),
      shape.id, say("| 键 | 取值 | 必填 | 不写时 | 说明 |", "| key | takes | required | else | |"));
  for (const Key& key : shape.keys) {
    fmt::format_to(out, "| `{}` | {} | {} | {} | {} |\n", key.name, taken(key.value, say),
                   key.required ? say("是", "yes") : "", key.fallback, say(key.summary));
  }
}

void write_check(std::string& page, const pipeline::CheckDescription& check, const Speech& say) {
  auto out = std::back_inserter(page);
  std::string finds;
  for (const auto code : check.finds) finds += fmt::format(" `{}`", pipeline::name(code));
  fmt::format_to(out, "\n### {}\n\n{}.{}\n", check.id, say(check.summary_zh, check.summary), finds);
  if (check.parameters.empty()) return;
  fmt::format_to(out, "\n{}\n|---|---|---|---|\n",
                 say("| 参数 | 范围 | 不写时 | 说明 |", "| parameter | range | else | |"));
  for (const auto& parameter : check.parameters) {
    fmt::format_to(out, "| `{}` | {} | {} | {} |\n", parameter.name,
                   range(parameter.min, parameter.max, parameter.unit, say),
                   plain_number(parameter.fallback), say(parameter.summary_zh, parameter.summary));
  }
}

void write_findings(std::string& page, const Speech& say) {
  auto out = std::back_inserter(page);
  fmt::format_to(out, "\n## {}\n\n{}\n|---|---|---|---|\n", say("问题代码", "Findings"),
                 say("| 代码 | 轻重 | 标记 | 说明 |", "| code | level | label | message |"));
  for (const auto& kind : pipeline::finding_kinds()) {
    const Text& text = text_of(kind.code, say.language);
    fmt::format_to(out, "| `{}` | `{}` | {} | {} |\n", kind.name, pipeline::name(kind.level),
                   text.label, text.message);
  }
}

std::string padded(std::string_view text, std::size_t width) {
  const std::size_t shown = display_width(text);
  return fmt::format("{}{}", text, std::string(shown < width ? width - shown : 1, ' '));
}

}  // namespace

std::string reference(Checks checks, Language language) {
  const Speech say{language};
  std::string page = fmt::format("# {}\n\n## {}\n", say("规则文件参考", "Reference of rule files"),
                                 say("键", "Keys"));
  for (const Shape* shape : shapes()) write_shape(page, *shape, say);
  page += fmt::format("\n## {}\n\n<a id=\"checks\"></a>\n", say("检查", "Checks"));
  for (const auto& check : checks) write_check(page, check, say);
  write_findings(page, say);
  return page;
}

std::string list(Checks checks, Language language) {
  const Speech say{language};
  constexpr std::size_t kNameWidth = 30;
  std::string lines;
  for (const auto& check : checks) {
    lines +=
        fmt::format("{}{}\n", padded(check.id, kNameWidth), say(check.summary_zh, check.summary));
    for (const auto& parameter : check.parameters) {
      lines += fmt::format("  {}{}{}{}\n", padded(parameter.name, kNameWidth - 2),
                           padded(plain_number(parameter.fallback), 8),
                           padded(range(parameter.min, parameter.max, parameter.unit, say), 18),
                           say(parameter.summary_zh, parameter.summary));
    }
  }
  return lines;
}

}  // namespace vermilion::rules::schema
