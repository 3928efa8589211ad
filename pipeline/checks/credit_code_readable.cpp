#include "pipeline/checks/credit_code_readable.hpp"

#include "pipeline/page.hpp"

#include <array>
#include <string>

namespace vermilion::pipeline::checks {
namespace {

constexpr std::array kFinds{FindingCode::UsccUnreadable, FindingCode::UsccBadCheck,
                            FindingCode::UsccLookalike, FindingCode::UsccLegacy};

Finding with_line(FindingCode code, const std::string& printed, const Box& box) {
  Finding found = finding(code);
  found.words["printed"] = printed;
  found.box = box;
  return found;
}

std::vector<Finding> run(Page& page, const Parameters&) {
  const credit_code::Reading& reading = page.credit_code();
  if (reading.code) {
    if (!credit_code::has_lookalikes(reading.printed)) return {};
    Finding found = with_line(FindingCode::UsccLookalike, reading.printed, reading.code->box);
    found.words["meant"] = reading.code->value;
    return {found};
  }
  if (!reading.misprint) return {finding(FindingCode::UsccUnreadable)};
  const auto& misprint = *reading.misprint;
  const bool legacy = misprint.fault == credit_code::Fault::NonConforming;
  return {with_line(legacy ? FindingCode::UsccLegacy : FindingCode::UsccBadCheck, misprint.printed,
                    misprint.box)};
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
