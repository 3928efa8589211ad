#include "rules/condition.hpp"

#include "rules/nearest.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <cctype>
#include <optional>
#include <utility>

namespace vermilion::rules {
namespace {

using yaml::Span;

// Deep enough for any thought; shallow enough that brackets without end cost no stack.
constexpr int kDepthMax = 32;

struct Token {
  enum class Kind : std::uint8_t { Word, Text, Sign, Wrong, End };

  Kind kind = Kind::End;
  std::string text = {};  // of a Text without its quotes
  Span span = {};
};

bool is_word(char c) {
  return std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '_' || c == '-';
}

// Bytes of the character that begins here.
std::size_t length_at(std::string_view text, std::size_t at) {
  std::size_t end = at + 1;
  while (end < text.size() && (text[end] & 0xC0) == 0x80) ++end;
  return end - at;
}

class Tokens {
 public:
  explicit Tokens(std::string_view text) : text_(text) { next(); }

  const Token& now() const { return now_; }

  Token take() {
    Token taken = std::move(now_);
    next();
    return taken;
  }

  bool take_if(std::string_view sign_or_word) {
    if (!is(sign_or_word)) return false;
    next();
    return true;
  }

  bool is(std::string_view sign_or_word) const {
    return (now_.kind == Token::Kind::Sign || now_.kind == Token::Kind::Word) &&
           now_.text == sign_or_word;
  }

 private:
  void next() {
    while (at_ < text_.size() && (text_[at_] == ' ' || text_[at_] == '\n')) ++at_;
    if (at_ == text_.size()) {
      now_ = {.kind = Token::Kind::End, .span = {at_, at_}};
    } else if (is_word(text_[at_])) {
      std::size_t end = at_;
      while (end < text_.size() && is_word(text_[end])) ++end;
      become(Token::Kind::Word, end);
    } else if (text_[at_] == '"' || text_[at_] == '\'') {
      quoted();
    } else {
      sign();
    }
  }

  void quoted() {
    const std::size_t close = text_.find(text_[at_], at_ + 1);
    if (close == text_.npos) return become(Token::Kind::Wrong, text_.size());
    become(Token::Kind::Text, close + 1);
    now_.text = now_.text.substr(1, now_.text.size() - 2);
  }

  void sign() {
    const std::string_view rest = text_.substr(at_);
    if (rest.starts_with("==") || rest.starts_with("!=")) {
      return become(Token::Kind::Sign, at_ + 2);
    }
    const bool known = std::string_view("()[],=").find(rest.front()) != std::string_view::npos;
    become(known ? Token::Kind::Sign : Token::Kind::Wrong, at_ + length_at(text_, at_));
  }

  void become(Token::Kind kind, std::size_t end) {
    now_ = {kind, std::string(text_.substr(at_, end - at_)), {at_, end}};
    at_ = end;
  }

  std::string_view text_;
  std::size_t at_ = 0;
  Token now_;
};

bool is_reserved(std::string_view word) {
  return word == "and" || word == "or" || word == "not" || word == "in";
}

// Recursive descent; the first mistake ends it.
class Parser {
 public:
  Parser(std::string_view text, const ConditionNames& names) : tokens_(text), names_(names) {}

  tl::expected<Condition, Mistake> parse() {
    Condition condition = disjunction(kDepthMax);
    if (!mistake_ && tokens_.now().kind != Token::Kind::End) {
      expected("“and”、“or” 或结尾", "\"and\", \"or\" or the end");
    }
    if (mistake_) return tl::make_unexpected(std::move(*mistake_));
    return condition;
  }

 private:
  using Part = Condition (Parser::*)(int);

  Condition disjunction(int depth) {
    return joined("or", Condition::Kind::Or, &Parser::conjunction, depth);
  }

  Condition conjunction(int depth) {
    return joined("and", Condition::Kind::And, &Parser::factor, depth);
  }

  Condition joined(std::string_view word, Condition::Kind kind, Part part, int depth) {
    Condition first = (this->*part)(depth);
    if (mistake_ || !tokens_.is(word)) return first;
    Condition all{.kind = kind};
    all.parts.push_back(std::move(first));
    while (!mistake_ && tokens_.take_if(word)) all.parts.push_back((this->*part)(depth));
    return all;
  }

  Condition factor(int depth) {
    if (depth == 0) return expected("更少的括号", "fewer brackets");
    if (tokens_.take_if("not")) return negated(factor(depth - 1));
    if (!tokens_.take_if("(")) return comparison();
    Condition inner = disjunction(depth - 1);
    if (!mistake_ && !tokens_.take_if(")")) return expected("“)”", "\")\"");
    return inner;
  }

  Condition comparison() {
    const Token& now = tokens_.now();
    if (now.kind != Token::Kind::Word || is_reserved(now.text)) {
      return expected("条件的名称，如 operation", "the name of a fact, such as operation");
    }
    const Token name = tokens_.take();
    const auto known = names_.find(name.text);
    if (known == names_.end()) return unknown_name(name);
    Condition among{.kind = Condition::Kind::Among, .name = name.text};
    if (tokens_.is("=")) return assignment(name);
    if (tokens_.take_if("==")) return with_value(std::move(among), known->second);
    if (tokens_.take_if("!=")) return negated(with_value(std::move(among), known->second));
    const bool outside = tokens_.take_if("not");
    if (!tokens_.take_if("in")) {
      return outside ? expected("“in”", "\"in\"")
                     : expected("“==”、“!=” 或 “in”", "\"==\", \"!=\" or \"in\"");
    }
    Condition list = with_list(std::move(among), known->second);
    return outside ? negated(std::move(list)) : list;
  }

  Condition with_list(Condition among, const std::vector<std::string>& known) {
    if (!tokens_.take_if("[")) return expected("“[”", "\"[\"");
    do {
      among = with_value(std::move(among), known);
    } while (!mistake_ && tokens_.take_if(","));
    if (!mistake_ && !tokens_.take_if("]")) return expected("“,” 或 “]”", "\",\" or \"]\"");
    return among;
  }

  Condition with_value(Condition among, const std::vector<std::string>& known) {
    const Token& now = tokens_.now();
    const bool is_value =
        now.kind == Token::Kind::Text || (now.kind == Token::Kind::Word && !is_reserved(now.text));
    if (!is_value) return expected("取值", "a value");
    const Token value = tokens_.take();
    if (!known.empty() && std::ranges::find(known, value.text) == known.end()) {
      return unknown_value(among.name, value, known);
    }
    among.values.push_back(value.text);
    return among;
  }

  static Condition negated(Condition part) {
    Condition negation{.kind = Condition::Kind::Not};
    negation.parts.push_back(std::move(part));
    return negation;
  }

  Condition fail(Mistake mistake) {
    if (!mistake_) mistake_ = std::move(mistake);
    return {};
  }

  Condition expected(std::string_view zh, std::string_view en) {
    const Token& now = tokens_.now();
    return fail({MistakeCode::ConditionSyntax,
                 now.span,
                 {{"found", now.text},
                  {"expected.zh", std::string(zh)},
                  {"expected.en", std::string(en)}}});
  }

  Condition assignment(const Token& name) {
    return fail({MistakeCode::ConditionAssignment, tokens_.now().span, {{"name", name.text}}});
  }

  Condition unknown_name(const Token& name) {
    std::vector<std::string> known;
    for (const auto& [fact, values] : names_) known.push_back(fact);
    return fail({MistakeCode::ConditionNameUnknown, name.span, words("name", name.text, known)});
  }

  Condition unknown_value(const std::string& name, const Token& value,
                          const std::vector<std::string>& known) {
    Mistake mistake{MistakeCode::ConditionValueUnknown, value.span,
                    words("value", value.text, known)};
    mistake.words["name"] = name;
    return fail(std::move(mistake));
  }

  static std::map<std::string, std::string> words(const char* word, const std::string& typed,
                                                  const std::vector<std::string>& known) {
    std::map<std::string, std::string> words{{word, typed},
                                             {"known", fmt::format("{}", fmt::join(known, ", "))}};
    if (const auto meant = nearest(typed, known)) words["nearest"] = *meant;
    return words;
  }

  Tokens tokens_;
  const ConditionNames& names_;
  std::optional<Mistake> mistake_;
};

Truth opposite(Truth truth) {
  return truth == Truth::Unknown ? Truth::Unknown : truth == Truth::Yes ? Truth::No : Truth::Yes;
}

std::string quoted(const std::string& value) {
  const bool plain = !value.empty() && std::ranges::all_of(value, is_word) && !is_reserved(value);
  return plain ? value
               : fmt::format("{0}{1}{0}", value.find('"') == value.npos ? '"' : '\'', value);
}

std::string text_of_part(const Condition& part) {
  const bool joined = part.kind == Condition::Kind::And || part.kind == Condition::Kind::Or;
  return joined ? fmt::format("({})", text_of(part)) : text_of(part);
}

std::string among_text(const Condition& condition) {
  std::vector<std::string> values;
  for (const auto& value : condition.values) values.push_back(quoted(value));
  return values.size() == 1 ? fmt::format("{} == {}", condition.name, values.front())
                            : fmt::format("{} in [{}]", condition.name, fmt::join(values, ", "));
}

}  // namespace

tl::expected<Condition, Mistake> parse_condition(std::string_view text,
                                                 const ConditionNames& names) {
  return Parser(text, names).parse();
}

Truth evaluate(const Condition& condition, const OrderFacts& order) {
  const auto truth_of = [&](const Condition& part) { return evaluate(part, order); };
  switch (condition.kind) {
    case Condition::Kind::Always:
      return Truth::Yes;
    case Condition::Kind::Among: {
      const auto fact = text_fact(order, condition.name);
      if (!fact) return Truth::Unknown;
      return std::ranges::find(condition.values, *fact) == condition.values.end() ? Truth::No
                                                                                  : Truth::Yes;
    }
    case Condition::Kind::Not:
      return opposite(truth_of(condition.parts.front()));
    case Condition::Kind::And: {
      Truth least = Truth::Yes;
      for (const auto& part : condition.parts) least = std::min(least, truth_of(part));
      return least;
    }
    case Condition::Kind::Or: {
      Truth most = Truth::No;
      for (const auto& part : condition.parts) most = std::max(most, truth_of(part));
      return most;
    }
  }
  return Truth::Unknown;
}

std::string text_of(const Condition& condition) {
  std::vector<std::string> parts;
  for (const auto& part : condition.parts) parts.push_back(text_of_part(part));
  switch (condition.kind) {
    case Condition::Kind::Always:
      return {};
    case Condition::Kind::Among:
      return among_text(condition);
    case Condition::Kind::Not:
      return fmt::format("not {}", parts.front());
    case Condition::Kind::And:
      return fmt::format("{}", fmt::join(parts, " and "));
    case Condition::Kind::Or:
      return fmt::format("{}", fmt::join(parts, " or "));
  }
  return {};
}

}  // namespace vermilion::rules
