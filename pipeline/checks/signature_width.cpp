#include "pipeline/checks/signature_width.hpp"

#include "pipeline/checks/form_parts.hpp"

#include <array>
#include <string_view>

namespace vermilion::pipeline::checks {
namespace {

constexpr std::array kFinds{FindingCode::SignWidth};

constexpr std::array kParameters{
    ParameterDescription{"width_min_mm", "mm", 12, 0, 100, "width of the signature at least",
                         "签名宽度不小于"},
    ParameterDescription{"width_max_mm", "mm", 32, 5, 150, "width of the signature at most",
                         "签名宽度不大于"},
};

constexpr std::array<std::string_view, 1> kMeasures{"width_mm"};

Measured measure(Page& page) {
  return of_signatures(page, [&](const form::Stamp& stamp, const form::Writing& writing,
                                 std::vector<Measurement>& measurements) {
    if (stamp.by == "agent") return;
    measurements.push_back({.code = FindingCode::SignWidth,
                            .box = box_on_page(page, *writing.box),
                            .values = {{"width_mm", writing.box->w}}});
  });
}

std::optional<Finding> decide(const Measurement& signature, const Parameters& parameters) {
  if (auto narrow = if_below(signature, "width_mm", parameters, "width_min_mm")) return narrow;
  return if_above(signature, "width_mm", parameters, "width_max_mm");
}

}  // namespace

const Check kSignatureWidth{.description = {.id = "signature_width",
                                            .summary = "a signature is about as wide as a seal",
                                            .summary_zh = "签名宽度与法人章相近",
                                            .general = false,
                                            .finds = kFinds,
                                            .parameters = kParameters,
                                            .measures = kMeasures,
                                            .decide = decide,
                                            .asked = of_a_form},
                            .measure = measure};

}  // namespace vermilion::pipeline::checks
