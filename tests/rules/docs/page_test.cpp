#include "rules/docs/page.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <utility>

namespace vermilion::rules::docs {
namespace {

using testing::HasSubstr;
using testing::Not;

Page page() {
  return {.title = {"标题", "Title"},
          .blocks = {Heading{{"节", "Section"}}, Heading{{"小节", "Part"}, 3},
                     Paragraph{{"一段", "A paragraph"}},
                     List{.items = {{"甲", "a"}, {"SF", "SF"}}, .numbered = true},
                     Table{.head = {{"头", "Head"}}, .rows = {{{"格", "Cell"}}}},
                     Checklist{{{{"申请表", "Form"}, {}, {"原件", "Original"}}}}}};
}

TEST(Page, MarkdownHasChineseFirstAndEnglishBelow) {
  EXPECT_EQ(markdown(page()),
            "# 标题 · Title\n"
            "\n## 节 · Section\n"
            "\n### 小节 · Part\n"
            "\n一段<br>*A paragraph*\n"
            "\n1. 甲<br>*a*\n1. SF\n"
            "\n| 头<br>*Head* |\n|---|\n| 格<br>*Cell* |\n"
            "\n1. ☐ **申请表 · Form**<br>原件<br>*Original*\n");
}

TEST(Page, HtmlStandsByItself) {
  const std::string text = html(page());
  EXPECT_THAT(text, testing::StartsWith("<!DOCTYPE html>\n<html lang=\"zh-CN\">"));
  EXPECT_THAT(text, HasSubstr("<h1>标题<span lang=\"en\">Title</span></h1>"));
  EXPECT_THAT(text, HasSubstr("<ol>\n<li>甲<span lang=\"en\">a</span></li>\n<li>SF</li>\n</ol>"));
  EXPECT_THAT(text, HasSubstr("<tr><td>格<span lang=\"en\">Cell</span></td></tr>"));
  EXPECT_THAT(text, HasSubstr("<li><strong>申请表<span lang=\"en\">Form</span></strong>"
                              "<div>原件<span lang=\"en\">Original</span></div></li>"));
  for (const char* outside : {"<script", "http", "src=", "href=", "url("}) {
    EXPECT_THAT(text, Not(HasSubstr(outside)));
  }
}

// What a rule author writes is text, wherever it ends up.
TEST(Page, TextsAreEscapedInEveryBlock) {
  const LocalText hostile{"<script>alert('1')</script>&\"", "| *b* [x](y) `c` # <i>\n---"};
  const Page all{
      .title = hostile,
      .blocks = {Heading{hostile}, Paragraph{hostile}, List{.items = {hostile}},
                 Table{.head = {hostile}, .rows = {{hostile}}}, Checklist{{{hostile, hostile}}}}};
  const std::string web = html(all);
  EXPECT_THAT(web, Not(HasSubstr("<script")));
  EXPECT_THAT(web, Not(HasSubstr("<i>")));
  EXPECT_THAT(web, HasSubstr("&lt;script&gt;alert(&#39;1&#39;)&lt;/script&gt;&amp;&quot;"));
  const std::string text = markdown(all);
  EXPECT_THAT(text, Not(HasSubstr("<script")));
  EXPECT_THAT(text, Not(HasSubstr("\n---")));
  EXPECT_THAT(text, HasSubstr("\\| \\*b\\* \\[x\\](y) \\`c\\` \\# &lt;i&gt; ---"));
}

TEST(Page, TextThatBeginsLikeAListIsNone) {
  for (const auto& [text, written] :
       {std::pair{"1. 甲", "\n1\\. 甲\n"}, std::pair{"- 甲", "\n\\- 甲\n"},
        std::pair{"220 元", "\n220 元\n"}}) {
    const Page page{.title = {"标题", ""}, .blocks = {Paragraph{{text, ""}}}};
    EXPECT_EQ(markdown(page), "# 标题\n" + std::string(written));
  }
}

}  // namespace
}  // namespace vermilion::rules::docs
