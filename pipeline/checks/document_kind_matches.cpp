#include "pipeline/checks/document_kind_matches.hpp"

#include "pipeline/page.hpp"
#include "pipeline/text/document_kind.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>

namespace vermilion::pipeline::checks {
namespace {

constexpr std::array kFinds{FindingCode::DocWrongKind};

std::string_view title_of(std::string_view kind) {
  const auto titles = text::document_titles();
  const auto known = std::ranges::find(titles, kind, &text::DocumentTitle::kind);
  return known == titles.end() ? kind : known->title;
}

constexpr std::array<std::string_view, 1> kMeasures{"matches"};

bool names_a_document(const Plan& plan) {
  return plan.document.has_value();
}

Measured measure(Page& page) {
  const auto& expected = page.expected_document();
  const auto& kind = page.document_kind();
  if (!kind) return {};
  return {Measurement{
      .code = FindingCode::DocWrongKind,
      .box = kind->box,
      .values = {{"matches", kind->kind == *expected ? 1 : 0}},
      .words = {{"title", kind->title}, {"expected", std::string(title_of(*expected))}}}};
}

std::optional<Finding> decide(const Measurement& title, const Parameters&) {
  if (value_of(title, "matches") != 0) return std::nullopt;
  return finding_of(title);
}

}  // namespace

const Check kDocumentKindMatches{.description = {.id = "document_kind_matches",
                                                 .summary = "the document is of the kind expected",
                                                 .summary_zh = "文件种类与要求一致",
                                                 .general = false,
                                                 .finds = kFinds,
                                                 .parameters = {},
                                                 .measures = kMeasures,
                                                 .decide = decide,
                                                 .asked = names_a_document},
                                 .measure = measure};

}  // namespace vermilion::pipeline::checks
