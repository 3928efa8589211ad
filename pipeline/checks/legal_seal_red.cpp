#include "pipeline/checks/legal_seal_red.hpp"

#include "pipeline/checks/form_parts.hpp"

#include <array>
#include <string_view>

namespace vermilion::pipeline::checks {
namespace {

constexpr std::array kFinds{FindingCode::LsealNotRed};

constexpr std::array kParameters{
    ParameterDescription{"redness_min", "", 0.35, 0, 1,
                         "colour of the ink for its darkness at least", "墨色红度不低于"},
};

constexpr std::array<std::string_view, 1> kMeasures{"redness"};

Measured measure(Page& page) {
  const auto& seals = page.seals();
  return of_boxed_seals(page, [&](const form::BoxedSeal& seal, const form::Stamp& stamp,
                                  std::vector<Measurement>& measurements) {
    if (form::kind_wanted(stamp) != form::SealKind::Person) return;
    measurements.push_back({.code = FindingCode::LsealNotRed,
                            .box = box_on_page(page, seal.box),
                            .values = {{"redness", seals[seal.seal].measured.redness}}});
  });
}

std::optional<Finding> decide(const Measurement& seal, const Parameters& parameters) {
  return if_below(seal, "redness", parameters, "redness_min");
}

}  // namespace

const Check kLegalSealRed{.description = {.id = "legal_seal_red",
                                          .summary = "the seals of people are red",
                                          .summary_zh = "法人章为红色",
                                          .general = false,
                                          .finds = kFinds,
                                          .parameters = kParameters,
                                          .measures = kMeasures,
                                          .decide = decide,
                                          .asked = of_a_form},
                          .measure = measure};

}  // namespace vermilion::pipeline::checks
