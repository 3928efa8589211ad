#include "pipeline/checks/credit_code_readable.hpp"

#include "pipeline/page.hpp"

#include <array>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace vermilion::pipeline::checks {
namespace {

constexpr std::array kFinds{FindingCode::UsccUnreadable, FindingCode::UsccBadCheck,
                            FindingCode::UsccLookalike, FindingCode::UsccLegacy,
                            FindingCode::UsccSeveral};

Finding with_line(FindingCode code, const std::string& printed, const Box& box) {
  Finding found = finding(code);
  found.words["printed"] = printed;
  found.box = box;
  return found;
}

Finding about(const credit_code::Misprint& misprint) {
  const bool legacy = misprint.fault == credit_code::Fault::NonConforming;
  return with_line(legacy ? FindingCode::UsccLegacy : FindingCode::UsccBadCheck, misprint.printed,
                   misprint.box);
}

bool borne_out(const credit_code::Reading& reading) {
  return reading.expected && reading.expected->matches;
}

std::optional<Finding> about_the_print(const credit_code::Reading& reading) {
  // A code from a QR symbol does not mend the print beside it.
  if (reading.misprint) return about(*reading.misprint);
  if (!reading.code)
    return borne_out(reading) ? std::nullopt : std::optional(finding(FindingCode::UsccUnreadable));
  if (!credit_code::has_lookalikes(reading.printed)) return std::nullopt;
  Finding found = with_line(FindingCode::UsccLookalike, reading.printed, reading.code->box);
  found.words["meant"] = reading.code->value;
  return found;
}

std::vector<Finding> run(Page& page, const Parameters&) {
  const credit_code::Reading& reading = page.credit_code();
  std::vector<Finding> findings;
  if (auto found = about_the_print(reading)) findings.push_back(std::move(*found));
  for (const CreditCodeFact& other : reading.others) {
    findings.push_back(finding(FindingCode::UsccSeveral));
    findings.back().box = other.box;
    findings.back().words = {{"first", reading.code->value}, {"other", other.value}};
  }
  return findings;
}

}  // namespace

const Check kCreditCodeReadable{.description = {.id = "credit_code_readable",
                                                .summary = "a valid credit code stands on the page",
                                                .summary_zh = "统一社会信用代码可读且正确",
                                                .general = true,
                                                .finds = kFinds,
                                                .parameters = {}},
                                .run = run};

}  // namespace vermilion::pipeline::checks
