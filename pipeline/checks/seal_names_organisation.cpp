#include "pipeline/checks/seal_names_organisation.hpp"

#include "pipeline/checks/holder_seals.hpp"
#include "pipeline/page.hpp"

#include <algorithm>
#include <array>
#include <string_view>

namespace vermilion::pipeline::checks {
namespace {

constexpr std::array kFinds{FindingCode::SealNameMismatch};

constexpr std::array kParameters{
    ParameterDescription{"likeness_min", "", 0.42, 0, 1,
                         "share of the name that reads around the seal at least",
                         "印章上可读出的单位名称占比不低于"},
};

constexpr std::array<std::string_view, 1> kMeasures{"likeness"};

bool names_an_organisation(const Plan& plan) {
  return std::ranges::any_of(plan.fields, [](const FieldRequest& field) {
    return field.fact == "organisation" && field.expected;
  });
}

Measured measure(Page& page) {
  const auto name = page.expected_text("organisation");
  auto measured =
      of_each_seal(page, FindingCode::SealNameMismatch, "likeness",
                   [&](const seal::Seal& seal, const SealFact& fact) -> std::optional<double> {
                     if (fact.shape != SealShape::Round) return std::nullopt;
                     return page.seal_name_likeness(seal, *name);
                   });
  for (Measurement& each : measured) each.words["expected"] = *name;
  return measured;
}

std::optional<Finding> decide(const Measurement& seal, const Parameters& parameters) {
  return if_below(seal, "likeness", parameters, "likeness_min");
}

}  // namespace

const Check kSealNamesOrganisation{
    .description = {.id = "seal_names_organisation",
                    .summary = "the name on the seal is the organisation's",
                    .summary_zh = "公章名称与单位名称一致",
                    .general = false,
                    .finds = kFinds,
                    .parameters = kParameters,
                    .measures = kMeasures,
                    .decide = decide,
                    .asked = names_an_organisation},
    .measure = measure};

}  // namespace vermilion::pipeline::checks
