#include "pipeline/checks/signature_level.hpp"

#include "pipeline/checks/form_parts.hpp"

#include <array>
#include <string_view>

namespace vermilion::pipeline::checks {
namespace {

constexpr std::array kFinds{FindingCode::SignVertical};

constexpr std::array kParameters{
    ParameterDescription{"height_max", "", 1.0, 0.1, 10,
                         "height of the signature for its width at most", "签名高宽比不高于"},
};

constexpr std::array<std::string_view, 1> kMeasures{"height"};

Measured measure(Page& page) {
  return of_signatures(page, [&](const form::Stamp& stamp, const form::Writing& writing,
                                 std::vector<Measurement>& measurements) {
    if (stamp.by == "agent") return;
    measurements.push_back(
        {.code = FindingCode::SignVertical,
         .box = box_on_page(page, *writing.box),
         .values = {{"height", writing.box->h / std::max(writing.box->w, 0.1)}}});
  });
}

std::optional<Finding> decide(const Measurement& signature, const Parameters& parameters) {
  return if_above(signature, "height", parameters, "height_max");
}

}  // namespace

const Check kSignatureLevel{.description = {.id = "signature_level",
                                            .summary = "a signature runs from left to right",
                                            .summary_zh = "签名从左到右横写",
                                            .general = false,
                                            .finds = kFinds,
                                            .parameters = kParameters,
                                            .measures = kMeasures,
                                            .decide = decide,
                                            .asked = of_a_form},
                            .measure = measure};

}  // namespace vermilion::pipeline::checks
