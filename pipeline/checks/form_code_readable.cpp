#include "pipeline/checks/form_code_readable.hpp"

#include "pipeline/page.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <string_view>
#include <vector>

namespace vermilion::pipeline::checks {
namespace {

constexpr std::array kFinds{FindingCode::TplNoQr, FindingCode::TplHallForm};

constexpr std::array<std::string_view, 1> kMeasures{"codes"};

// The form filled in at the counter has the same title and nothing else of ours. Titles are dear to
// read, so they are read last.
bool is_of_the_hall(Page& page) {
  if (!page.expected_form() || page.registration().marks > 0) return false;
  const auto& kind = page.document_kind();
  return kind && kind->kind == "application_form";
}

Measured measure(Page& page) {
  const auto count = std::ranges::count_if(page.symbols(), [](const qr::Reading& reading) {
    return reading.symbol.text.starts_with(kFormCodePrefix);
  });
  Measurement seen{.code = FindingCode::TplNoQr, .values = {{"codes", static_cast<double>(count)}}};
  if (count == 0 && is_of_the_hall(page)) seen.code = FindingCode::TplHallForm;
  return std::vector{seen};
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
