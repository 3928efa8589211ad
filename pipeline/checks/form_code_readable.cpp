#include "pipeline/checks/form_code_readable.hpp"

#include "pipeline/page.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <string_view>
#include <vector>

namespace vermilion::pipeline::checks {
namespace {

constexpr std::array kFinds{FindingCode::TplNoQr};

constexpr std::array<std::string_view, 1> kMeasures{"codes"};

Measured measure(Page& page) {
  const auto count = std::ranges::count_if(page.symbols(), [](const qr::Reading& reading) {
    return reading.symbol.text.starts_with(kFormCodePrefix);
  });
  return std::vector{
      Measurement{.code = FindingCode::TplNoQr, .values = {{"codes", static_cast<double>(count)}}}};
}

std::optional<Finding> decide(const Measurement& page, const Parameters&) {
  if (value_of(page, "codes") > 0) return std::nullopt;
  return finding_of(page);
}

}  // namespace

const Check kFormCodeReadable{.description = {.id = "form_code_readable",
                                              .summary = "the QR code of a printed form is read",
                                              .summary_zh = "能读出表格的二维码",
                                              .general = false,
                                              .finds = kFinds,
                                              .parameters = {},
                                              .measures = kMeasures,
                                              .decide = decide},
                              .measure = measure};

}  // namespace vermilion::pipeline::checks
