#pragma once

#include "pipeline/plan.hpp"
#include "pipeline/report.hpp"
#include "rules/cases.hpp"
#include "rules/forms/signature.hpp"
#include "rules/project.hpp"

#include <span>
#include <string>
#include <vector>

// A case held against what its project says of it.
namespace vermilion::rules {

// What is said of a case: of its one document, or of the whole order.
struct CaseJudgement {
  Verdict verdict = Verdict::Refer;
  std::vector<pipeline::Finding> findings;  // told
  std::vector<pipeline::Finding> logged;    // recorded only: a rule is heard, a code is not
  std::string type;  // the alternative a single document was judged by; empty of an order
};

// What a case expects and did not get. Nothing of it: the case holds.
struct CaseDifference {
  std::vector<std::string> missing;  // of `must`
  std::vector<std::string>
      unexpected;  // of `must_not`; what makes the verdict graver than expected
  std::vector<std::string> found_todo;  // found now: `must` is its place
  std::optional<Verdict> verdict;       // what it is, where another is expected
  std::string type;                     // what it was judged by, where the case says another

  [[nodiscard]] bool holds() const {
    return missing.empty() && unexpected.empty() && found_todo.empty() && !verdict && type.empty();
  }
};

// What the pipeline looks for in one of a case's documents.
[[nodiscard]] pipeline::Plan plan_of(const Project& project, const Case& each,
                                     const CaseDocument& document);

// `reports` are of the case's documents, in their order; `form_keys` what its forms are signed
// with. Pure.
[[nodiscard]] CaseJudgement judge_case(const Project& project, const Case& each,
                                       std::span<const pipeline::Report> reports,
                                       std::span<const forms::Key> form_keys = {});

// Which alternative judges is not held against a case that is about a document of the wrong kind.
[[nodiscard]] CaseDifference difference(const Case& each, const CaseJudgement& judgement);

}  // namespace vermilion::rules
