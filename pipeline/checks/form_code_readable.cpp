#include "pipeline/checks/form_code_readable.hpp"

#include "pipeline/page.hpp"

#include <algorithm>
#include <array>

namespace vermilion::pipeline::checks {
namespace {

constexpr std::array kFinds{FindingCode::TplNoQr};

std::vector<Finding> run(Page& page, const Parameters&) {
  const bool found = std::ranges::any_of(page.symbols(), [](const qr::Reading& reading) {
    return reading.symbol.text.starts_with(kFormCodePrefix);
  });
  if (found) return {};
  return {finding(FindingCode::TplNoQr)};
}

}  // namespace

const Check kFormCodeReadable{.description = {.id = "form_code_readable",
                                              .summary = "the QR code of a printed form is read",
                                              .summary_zh = "能读出表格的二维码",
                                              .general = false,
                                              .finds = kFinds,
                                              .parameters = {}},
                              .run = run};

}  // namespace vermilion::pipeline::checks
