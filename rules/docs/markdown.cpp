#include "rules/docs/page.hpp"

#include <fmt/format.h>

#include <iterator>
#include <string_view>
#include <utility>

namespace vermilion::rules::docs {
namespace {

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

// "1. " or "- " in front of a text would make a list of it.
std::size_t list_sign_of(std::string_view text) {
  std::size_t at = 0;
  while (at < text.size() && is_digit(text[at])) ++at;
  constexpr std::string_view kAfterDigits = ".)";
  constexpr std::string_view kAlone = "-+=";
  const std::string_view signs = at > 0 ? kAfterDigits : kAlone;
  return at < text.size() && signs.find(text[at]) != std::string_view::npos
             ? at
             : std::string_view::npos;
}

// Every sign Markdown or the HTML within it could take for its own; a line break would end a row.
std::string escaped(std::string_view text) {
  constexpr std::string_view kSpecial = "\\`*_{}[]#|~";
  const std::size_t list_sign = list_sign_of(text);
  std::string result;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    if (c == '<') {
      result += "&lt;";
    } else if (c == '>') {
      result += "&gt;";
    } else if (c == '&') {
      result += "&amp;";
    } else if (c == '\n') {
      result += ' ';
    } else {
      if (i == list_sign || kSpecial.find(c) != std::string_view::npos) result += '\\';
      result += c;
    }
  }
  return result;
}

// Chinese, and English below it where it says anything else.
std::string both(const LocalText& text) {
  if (text.en.empty() || text.en == text.zh) return escaped(text.zh);
  return fmt::format("{}<br>*{}*", escaped(text.zh), escaped(text.en));
}

std::string on_one_line(const LocalText& text) {
  if (text.en.empty() || text.en == text.zh) return escaped(text.zh);
  return fmt::format("{} · {}", escaped(text.zh), escaped(text.en));
}

struct Writer {
  std::string text;

  template <class... Words>
  void add(fmt::format_string<Words...> format, Words&&... words) {
    fmt::format_to(std::back_inserter(text), format, std::forward<Words>(words)...);
  }

  void operator()(const Heading& heading) {
    add("\n{} {}\n", std::string(static_cast<std::size_t>(heading.level), '#'),
        on_one_line(heading.text));
  }

  void operator()(const Paragraph& paragraph) { add("\n{}\n", both(paragraph.text)); }

  void operator()(const List& list) {
    add("\n");
    for (const LocalText& item : list.items) add("{} {}\n", list.numbered ? "1." : "-", both(item));
  }

  void operator()(const Table& table) {
    add("\n");
    row(table.head);
    for (std::size_t i = 0; i < table.head.size(); ++i) add("|---");
    add("|\n");
    for (const auto& cells : table.rows) row(cells);
  }

  void operator()(const Checklist& list) {
    add("\n");
    for (const auto& item : list.items) {
      add("1. ☐ **{}**", on_one_line(item.front()));
      for (std::size_t i = 1; i < item.size(); ++i) {
        if (!item[i].empty()) add("<br>{}", both(item[i]));
      }
      add("\n");
    }
  }

  void row(const std::vector<LocalText>& cells) {
    for (const LocalText& cell : cells) add("| {} ", both(cell));
    add("|\n");
  }
};

}  // namespace

std::string markdown(const Page& page) {
  Writer writer;
  writer.add("# {}\n", on_one_line(page.title));
  for (const Block& block : page.blocks) std::visit(writer, block);
  return std::move(writer.text);
}

}  // namespace vermilion::rules::docs
