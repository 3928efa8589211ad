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

Measurement about(const credit_code::Misprint& misprint) {
  const bool legacy = misprint.fault == credit_code::Fault::NonConforming;
  return {.code = legacy ? FindingCode::UsccLegacy : FindingCode::UsccBadCheck,
          .box = misprint.box,
          .words = {{"printed", misprint.printed}}};
}

bool borne_out(const credit_code::Reading& reading) {
  return reading.expected && reading.expected->matches;
}

std::optional<Measurement> about_the_print(const credit_code::Reading& reading) {
  // A code from a QR symbol does not mend the print beside it.
  if (reading.misprint) return about(*reading.misprint);
  if (!reading.code) {
    if (borne_out(reading)) return std::nullopt;
    return Measurement{.code = FindingCode::UsccUnreadable};
  }
  if (!credit_code::has_lookalikes(reading.printed)) return std::nullopt;
  return Measurement{.code = FindingCode::UsccLookalike,
                     .box = reading.code->box,
                     .words = {{"printed", reading.printed}, {"meant", reading.code->value}}};
}

// No threshold is asked for: what is seen is wrong, or it is not told.
Measured measure(Page& page) {
  const credit_code::Reading& reading = page.credit_code();
  std::vector<Measurement> measurements;
  if (auto about = about_the_print(reading)) measurements.push_back(std::move(*about));
  for (const CreditCodeFact& other : reading.others) {
    measurements.push_back({.code = FindingCode::UsccSeveral,
                            .box = other.box,
                            .words = {{"first", reading.code->value}, {"other", other.value}}});
  }
  return measurements;
}

}  // namespace

const Check kCreditCodeReadable{.description = {.id = "credit_code_readable",
                                                .summary = "a valid credit code stands on the page",
                                                .summary_zh = "统一社会信用代码可读且正确",
                                                .general = true,
                                                .finds = kFinds,
                                                .parameters = {}},
                                .measure = measure};

}  // namespace vermilion::pipeline::checks
