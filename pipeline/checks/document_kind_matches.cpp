#include "pipeline/checks/document_kind_matches.hpp"

#include "pipeline/page.hpp"
#include "pipeline/text/document_kind.hpp"

#include <algorithm>
#include <array>
#include <string>

namespace vermilion::pipeline::checks {
namespace {

constexpr std::array kFinds{FindingCode::DocWrongKind};

std::string_view title_of(std::string_view kind) {
  const auto titles = text::document_titles();
  const auto known = std::ranges::find(titles, kind, &text::DocumentTitle::kind);
  return known == titles.end() ? kind : known->title;
}

std::vector<Finding> run(Page& page, const Parameters&) {
  const auto& expected = page.expected_document();
  if (!expected) return {};
  const auto& kind = page.document_kind();
  if (!kind || kind->kind == *expected) return {};
  Finding found = finding(FindingCode::DocWrongKind);
  found.box = kind->box;
  found.words = {{"title", kind->title}, {"expected", std::string(title_of(*expected))}};
  return {found};
}

}  // namespace

const Check kDocumentKindMatches{.description = {.id = "document_kind_matches",
                                                 .summary = "the document is of the kind expected",
                                                 .summary_zh = "文件种类与要求一致",
                                                 .general = false,
                                                 .finds = kFinds,
                                                 .parameters = {}},
                                 .run = run};

}  // namespace vermilion::pipeline::checks
