#include "rules/yaml/syntax.hpp"

#include "rules/yaml/slips.hpp"

#include <algorithm>
#include <array>
#include <optional>

namespace vermilion::rules::yaml {
namespace {

constexpr auto kNone = std::string_view::npos;

// libyaml notices a slip lines later; farther back than this there is another cause.
constexpr std::size_t kLinesBack = 3;

enum class Place : std::uint8_t { Problem, Context };

struct Row {
  std::string_view context;  // what the complaint begins with
  std::string_view problem;
  MistakeCode code;
  Place place;
};

// The first row that fits. The texts are libyaml 0.2.5's.
constexpr std::array kRows{
    Row{"while scanning a quoted scalar", "found unexpected", MistakeCode::YamlQuoteOpen,
        Place::Context},
    Row{"while parsing a quoted scalar", "", MistakeCode::YamlEscape, Place::Problem},
    Row{"while scanning a quoted scalar", "", MistakeCode::YamlEscape, Place::Problem},
    Row{"while scanning a simple key", "", MistakeCode::YamlColonMissing, Place::Context},
    Row{"while scanning an anchor", "", MistakeCode::YamlReserved, Place::Context},
    Row{"while scanning an alias", "", MistakeCode::YamlReserved, Place::Context},
    Row{"while scanning a tag", "", MistakeCode::YamlTag, Place::Context},
    Row{"while parsing a tag", "", MistakeCode::YamlTag, Place::Context},
    Row{"while scanning a directive", "", MistakeCode::YamlDirective, Place::Context},
    Row{"while scanning a %", "", MistakeCode::YamlDirective, Place::Context},
    Row{"while scanning for the next token", "", MistakeCode::YamlReserved, Place::Problem},
    Row{"while parsing a flow mapping", "", MistakeCode::YamlBracketOpen, Place::Context},
    Row{"while parsing a flow sequence", "", MistakeCode::YamlBracketOpen, Place::Context},
    Row{"while parsing a block mapping", "", MistakeCode::YamlIndent, Place::Problem},
    Row{"while parsing a block collection", "", MistakeCode::YamlIndent, Place::Problem},
    Row{"", "mapping values are not allowed", MistakeCode::YamlIndent, Place::Problem},
    Row{"", "block sequence entries are not allowed", MistakeCode::YamlIndent, Place::Problem},
    Row{"", "did not find expected <document start>", MistakeCode::YamlIndent, Place::Problem},
    Row{"", "found undefined tag handle", MistakeCode::YamlTag, Place::Problem},
    Row{"while parsing a node", "found undefined tag handle", MistakeCode::YamlTag, Place::Context},
};

struct Line {
  std::size_t begin;
  std::size_t end;
};

Line line_at(std::string_view text, std::size_t at) {
  const std::size_t before = at == 0 ? kNone : text.rfind('\n', at - 1);
  const std::size_t begin = before == kNone ? 0 : before + 1;
  return {begin, std::min(text.find('\n', at), text.size())};
}

std::size_t line_number(std::string_view text, std::size_t at) {
  return static_cast<std::size_t>(std::ranges::count(text.substr(0, at), '\n'));
}

// libyaml complains of an open bracket or an empty value at the end of the file or on a blank line:
// what it means is the last word before.
std::size_t last_word(std::string_view text, std::size_t at) {
  if (at < text.size() && text[at] != '\n') return at;
  const std::size_t last = text.substr(0, at).find_last_not_of(" \r\n");
  return last == kNone ? 0 : last;
}

Span word_at(std::string_view text, std::size_t at) {
  const std::size_t end = std::min(text.find_first_of(" \r\n", at), text.size());
  return {at, std::max(end, std::min(at + 1, text.size()))};
}

Span rest_of_line(std::string_view text, std::size_t at) {
  const std::string_view rest = text.substr(at, line_at(text, at).end - at);
  const std::size_t last = rest.find_last_not_of(" \r");
  return {at, last == kNone ? at : at + last + 1};
}

bool first_on_line(std::string_view text, std::size_t at) {
  const std::size_t begin = line_at(text, at).begin;
  return text.substr(begin, at - begin).find_first_not_of(" -") == kNone;
}

std::optional<Mistake> slip_before(const Complaint& complaint, std::string_view text) {
  const std::size_t to = line_number(text, complaint.problem_at);
  const std::size_t back = to - std::min(to, kLinesBack);
  const bool has_context =
      !complaint.context.empty() && complaint.context_at < complaint.problem_at;
  const std::size_t from = has_context ? line_number(text, complaint.context_at) : back;
  return slip_in_lines(text, std::max(from, back), to);
}

// `zh: 注意: 必须`: the second colon is meant as text.
std::optional<Mistake> colon_in_text(const Complaint& complaint, std::string_view text) {
  if (!complaint.problem.starts_with("mapping values are not allowed")) return std::nullopt;
  const Line line = line_at(text, complaint.problem_at);
  const auto before = text.substr(line.begin, complaint.problem_at - line.begin);
  if (before.find(": ") == kNone) return std::nullopt;
  return Mistake{MistakeCode::YamlColonInText, {complaint.problem_at, complaint.problem_at + 1}};
}

// `zh: "请" 扫描`
std::optional<Mistake> after_quote(const Complaint& complaint, std::string_view text) {
  if (complaint.context != "while parsing a block mapping") return std::nullopt;
  const std::size_t at = complaint.problem_at;
  if (at >= text.size() || first_on_line(text, at)) return std::nullopt;
  if (text[at] == ']' || text[at] == '}' || text[at] == ',') {
    return Mistake{
        MistakeCode::YamlBracketStray, {at, at + 1}, {{"character", std::string(1, text[at])}}};
  }
  return Mistake{MistakeCode::YamlAfterQuote, rest_of_line(text, at)};
}

std::optional<Mistake> stray_bracket(const Complaint& complaint, std::string_view text) {
  const std::size_t at = complaint.problem_at;
  if (!complaint.problem.starts_with("did not find expected node content") || at >= text.size()) {
    return std::nullopt;
  }
  if (text[at] != ']' && text[at] != '}' && text[at] != ',') return std::nullopt;
  return Mistake{
      MistakeCode::YamlBracketStray, {at, at + 1}, {{"character", std::string(1, text[at])}}};
}

// `{a: 1 b: 2}`, `[a "b"]`: both on one line, so the brackets are there and a comma is not.
std::optional<Mistake> comma_missing(const Complaint& complaint, std::string_view text) {
  if (!complaint.problem.starts_with("did not find expected ','")) return std::nullopt;
  const Line line = line_at(text, complaint.context_at);
  const std::size_t at = complaint.problem_at;
  if (at >= line.end || text[at] == '}' || text[at] == ']') return std::nullopt;
  return Mistake{MistakeCode::YamlCommaMissing, word_at(text, at)};
}

// libyaml stumbles over the colon; it is the key in front that stands where it should not.
Span badly_placed(std::string_view text, std::size_t at) {
  at = last_word(text, at);
  const Line line = line_at(text, at);
  const std::size_t first = text.find_first_not_of(' ', line.begin);
  const bool colon_of_first = text[at] == ':' && text.substr(first, at - first).find(' ') == kNone;
  return word_at(text, colon_of_first ? first : at);
}

Mistake from_table(const Complaint& complaint, std::string_view text) {
  const auto row = std::ranges::find_if(kRows, [&](const Row& candidate) {
    return complaint.context.starts_with(candidate.context) &&
           complaint.problem.starts_with(candidate.problem);
  });
  if (row == kRows.end()) {
    const std::size_t at = last_word(text, complaint.problem_at);
    return {MistakeCode::YamlSyntax, word_at(text, at)};
  }
  if (row->code == MistakeCode::YamlIndent)
    return {row->code, badly_placed(text, complaint.problem_at)};
  if (row->place == Place::Problem) {
    return {row->code, word_at(text, last_word(text, complaint.problem_at))};
  }
  if (row->code == MistakeCode::YamlBracketOpen || row->code == MistakeCode::YamlQuoteOpen) {
    return {row->code, {complaint.context_at, complaint.context_at + 1}};
  }
  return {row->code, rest_of_line(text, complaint.context_at)};
}

}  // namespace

Mistake mistake_of(const Complaint& complaint, std::string_view text) {
  if (auto slip = slip_before(complaint, text)) return *slip;
  for (const auto reading : {colon_in_text, after_quote, stray_bracket, comma_missing}) {
    if (auto mistake = reading(complaint, text)) return *mistake;
  }
  return from_table(complaint, text);
}

}  // namespace vermilion::rules::yaml
