#include "pipeline/checks/signature_by_hand.hpp"

#include "pipeline/checks/form_parts.hpp"

#include <array>
#include <string_view>

namespace vermilion::pipeline::checks {
namespace {

constexpr std::array kFinds{FindingCode::SignPrinted};

constexpr std::array kParameters{
    ParameterDescription{"on_axes_max", "", 0.16, 0, 1,
                         "share of edges that are level or upright at most",
                         "横平竖直的笔画边缘占比不高于"},
};

constexpr std::array<std::string_view, 1> kMeasures{"on_axes"};

Measured measure(Page& page) {
  return of_signatures(page, [&](const form::Stamp& stamp, const form::Writing& writing,
                                 std::vector<Measurement>& measurements) {
    if (stamp.by == "agent") return;
    measurements.push_back({.code = FindingCode::SignPrinted,
                            .box = box_on_page(page, *writing.box),
                            .values = {{"on_axes", writing.on_axes}}});
  });
}

std::optional<Finding> decide(const Measurement& signature, const Parameters& parameters) {
  return if_above(signature, "on_axes", parameters, "on_axes_max");
}

}  // namespace

const Check kSignatureByHand{.description = {.id = "signature_by_hand",
                                             .summary = "a signature was written by hand",
                                             .summary_zh = "签名为亲笔书写",
                                             .general = false,
                                             .finds = kFinds,
                                             .parameters = kParameters,
                                             .measures = kMeasures,
                                             .decide = decide,
                                             .asked = of_a_form},
                             .measure = measure};

}  // namespace vermilion::pipeline::checks
