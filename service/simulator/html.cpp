#include "service/simulator/html.hpp"

#include <fmt/format.h>

namespace vermilion::service::simulator {
namespace {

constexpr std::string_view kStyle = R"(<!doctype html>
<html lang="zh-CN"><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<style>
:root{--ink:#222;--soft:#666;--line:#ddd;--paper:#fff;--ground:#f6f4f1;--red:#b3261e;--green:#1b6e3c}
*{box-sizing:border-box}
body{margin:0;background:var(--ground);color:var(--ink);
 font:16px/1.5 "Noto Sans CJK SC","Noto Sans SC",sans-serif}
main{max-width:72rem;margin:0 auto;padding:1rem}
h1{font-size:1.5rem;margin:.5rem 0 0}h2{font-size:1.1rem;margin:0 0 .5rem}
h1 small,h2 small{color:var(--soft);font-weight:400;font-size:.8em}
p.note{color:var(--soft);margin:.2rem 0 1rem}
p.done{background:#e8f3ec;border-left:4px solid var(--green);padding:.5rem 1rem}
section{background:var(--paper);border:1px solid var(--line);border-radius:6px;padding:1rem;
 margin:0 0 1rem;overflow-x:auto}
table{border-collapse:collapse;width:100%}
th,td{text-align:left;padding:.35rem .75rem .35rem 0;border-bottom:1px solid var(--line);
 vertical-align:middle;white-space:nowrap}
th{font-weight:600;color:var(--soft);font-size:.85rem}
td.words{white-space:normal;max-width:24rem;overflow-wrap:anywhere}
tr:last-child td{border-bottom:0}
form{display:inline-flex;gap:.4rem;align-items:center;margin:0 .4rem 0 0;flex-wrap:wrap}
button{font:inherit;padding:.2rem .8rem;border:1px solid var(--red);border-radius:4px;
 background:var(--paper);color:var(--red);cursor:pointer;min-height:2rem}
button.main{background:var(--red);color:#fff}
button:focus-visible,input:focus-visible{outline:3px solid #7aa7ff;outline-offset:1px}
input[type=number]{font:inherit;width:5rem;min-height:2rem}
label{display:inline-flex;gap:.3rem;align-items:center}
code{font-family:"Noto Sans Mono CJK SC",monospace;font-size:.9em}
.paid{color:var(--green)}.failed{color:var(--red)}.none{color:var(--soft)}
</style>)";

}  // namespace

std::string escaped(std::string_view text) {
  std::string out;
  for (const char c : text) {
    switch (c) {
      case '&':
        out += "&amp;";
        break;
      case '<':
        out += "&lt;";
        break;
      case '>':
        out += "&gt;";
        break;
      case '"':
        out += "&quot;";
        break;
      default:
        out += c;
    }
  }
  return out;
}

std::string button(std::string_view act, std::string_view key, std::string_view other,
                   std::string_view label, bool main) {
  return fmt::format(
      R"(<form method="post" action="/do"><input type="hidden" name="act" value="{}">)"
      R"(<input type="hidden" name="key" value="{}"><input type="hidden" name="of" value="{}">)"
      R"(<button{}>{}</button></form>)",
      act, escaped(key), escaped(other), main ? R"( class="main")" : "", label);
}

std::string section(std::string_view title, std::string_view english, std::string_view head,
                    const std::string& rows, std::string_view none) {
  const std::string body =
      rows.empty()
          ? fmt::format(R"(<p class="none">{}</p>)", none)
          : fmt::format("<table><thead><tr>{}</tr></thead><tbody>{}</tbody></table>", head, rows);
  return fmt::format("<section><h2>{} <small>{}</small></h2>{}</section>\n", title, english, body);
}

std::string html_page(std::string_view title, std::string_view english, std::string_view note,
                      std::string_view done, std::string_view body) {
  const std::string said =
      done.empty() ? "" : fmt::format(R"(<p class="done" role="status">{}</p>)", escaped(done));
  return fmt::format(
      "{0}<title>{1} · {2}</title></head><body><main>\n<h1>{1} <small>{2}</small></h1>\n"
      R"(<p class="note">{3}</p>)"
      "\n{4}{5}</main></body></html>\n",
      kStyle, title, english, note, said, body);
}

http::Answer html(std::string page) {
  return {200,
          {{"Content-Type", "text/html; charset=utf-8"},
           {"Cache-Control", "no-store"},
           {"Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'"},
           {"X-Content-Type-Options", "nosniff"}},
          std::move(page)};
}

}  // namespace vermilion::service::simulator
