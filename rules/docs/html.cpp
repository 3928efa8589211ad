#include "rules/docs/page.hpp"

#include <fmt/format.h>

#include <iterator>
#include <string_view>
#include <utility>

namespace vermilion::rules::docs {
namespace {

constexpr std::string_view kStyle = R"(
body { font: 16px/1.6 "Noto Sans CJK SC", "Microsoft YaHei", "PingFang SC", sans-serif;
  color: #1a1a1a; background: #fff; max-width: 52rem; margin: 2rem auto; padding: 0 1rem; }
h1 { font-size: 1.7rem; border-bottom: 3px solid #b3261e; padding-bottom: .3rem; }
h2 { font-size: 1.2rem; margin-top: 2rem; color: #8c1d18; }
[lang=en] { display: block; color: #555; font-size: .88em; line-height: 1.4; }
h3 { font-size: 1.05rem; margin: 1.6rem 0 .3rem; }
h4 { font-size: 1rem; margin: 1rem 0 .2rem; }
h1 [lang=en], h2 [lang=en], h3 [lang=en], h4 [lang=en] { font-weight: normal; }
table { border-collapse: collapse; width: 100%; margin: .5rem 0; }
th, td { border: 1px solid #bbb; padding: .4rem .6rem; text-align: left; vertical-align: top; }
th { background: #f6eeee; }
li { margin: .35rem 0; }
ol.ticks { list-style: none; padding: 0; counter-reset: item; }
ol.ticks li { border: 1px solid #bbb; padding: .5rem .6rem .5rem 3.6rem; margin: -1px 0 0;
  position: relative; counter-increment: item; break-inside: avoid; }
ol.ticks li::before { content: "☐ " counter(item); position: absolute; left: .8rem;
  font-weight: bold; }
@page { size: A4; margin: 18mm; }
@media print { body { font-size: 11pt; margin: 0; max-width: none; padding: 0; } h2, h3, h4 { break-after: avoid; }
  tr { break-inside: avoid; } }
)";

std::string escaped(std::string_view text) {
  std::string result;
  for (const char c : text) {
    switch (c) {
      case '&':
        result += "&amp;";
        break;
      case '<':
        result += "&lt;";
        break;
      case '>':
        result += "&gt;";
        break;
      case '"':
        result += "&quot;";
        break;
      case '\'':
        result += "&#39;";
        break;
      default:
        result += c;
    }
  }
  return result;
}

std::string both(const LocalText& text) {
  if (text.en.empty() || text.en == text.zh) return escaped(text.zh);
  return fmt::format("{}<span lang=\"en\">{}</span>", escaped(text.zh), escaped(text.en));
}

struct Writer {
  std::string text;

  template <class... Words>
  void add(fmt::format_string<Words...> format, Words&&... words) {
    fmt::format_to(std::back_inserter(text), format, std::forward<Words>(words)...);
  }

  void operator()(const Heading& heading) {
    add("<h{0}>{1}</h{0}>\n", heading.level, both(heading.text));
  }

  void operator()(const Paragraph& paragraph) { add("<p>{}</p>\n", both(paragraph.text)); }

  void operator()(const List& list) {
    const char* tag = list.numbered ? "ol" : "ul";
    add("<{}>\n", tag);
    for (const LocalText& item : list.items) add("<li>{}</li>\n", both(item));
    add("</{}>\n", tag);
  }

  void operator()(const Table& table) {
    add("<table>\n");
    row("th", table.head);
    for (const auto& cells : table.rows) row("td", cells);
    add("</table>\n");
  }

  void operator()(const Checklist& list) {
    add("<ol class=\"ticks\">\n");
    for (const auto& item : list.items) {
      add("<li><strong>{}</strong>", both(item.front()));
      for (std::size_t i = 1; i < item.size(); ++i) {
        if (!item[i].empty()) add("<div>{}</div>", both(item[i]));
      }
      add("</li>\n");
    }
    add("</ol>\n");
  }

  void row(std::string_view tag, const std::vector<LocalText>& cells) {
    add("<tr>");
    for (const LocalText& cell : cells) add("<{0}>{1}</{0}>", tag, both(cell));
    add("</tr>\n");
  }
};

}  // namespace

std::string html(const Page& page) {
  Writer writer;
  writer.add(
      "<!DOCTYPE html>\n<html lang=\"zh-CN\">\n<head>\n<meta charset=\"utf-8\">\n"
      "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
      "<title>{}</title>\n<style>{}</style>\n</head>\n<body>\n<h1>{}</h1>\n",
      escaped(page.title.zh), kStyle, both(page.title));
  for (const Block& block : page.blocks) std::visit(writer, block);
  writer.add("</body>\n</html>\n");
  return std::move(writer.text);
}

}  // namespace vermilion::rules::docs
