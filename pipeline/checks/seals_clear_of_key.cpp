#include "pipeline/checks/seals_clear_of_key.hpp"

#include "pipeline/checks/form_parts.hpp"
#include "pipeline/form/key_places.hpp"

#include <array>
#include <string_view>

namespace vermilion::pipeline::checks {
namespace {

constexpr std::array kFinds{FindingCode::SealCoversKey};

constexpr std::array kParameters{
    ParameterDescription{"covered_max_mm2", "mm2", 4, 0, 500,
                         "of a value that a seal may cover: a third of a character",
                         "印章可压住的面积"},
};

constexpr std::array<std::string_view, 1> kMeasures{"covered_mm2"};

Measured measure(Page& page) {
  return of_form(page, [&](const form::Template& form, const form::Contents& contents,
                           std::vector<Measurement>& measurements) {
    for (const form::BoxedSeal& seal : contents.seals) {
      Measurement most{.code = FindingCode::SealCoversKey,
                       .box = box_on_page(page, seal.box),
                       .values = {{"covered_mm2", 0}}};
      for (const form::KeyPlace& place : form::key_places(form)) {
        const double covered = form::covered_mm2(seal, place.box);
        if (covered <= most.values["covered_mm2"]) continue;
        most.values["covered_mm2"] = covered;
        most.words["what"] = place.what;
      }
      measurements.push_back(std::move(most));
    }
  });
}

std::optional<Finding> decide(const Measurement& seal, const Parameters& parameters) {
  return if_above(seal, "covered_mm2", parameters, "covered_max_mm2");
}

}  // namespace

const Check kSealsClearOfKey{
    .description = {.id = "seals_clear_of_key",
                    .summary = "no seal lies over what the form says of its order",
                    .summary_zh = "印章未压住表格关键信息",
                    .general = false,
                    .finds = kFinds,
                    .parameters = kParameters,
                    .measures = kMeasures,
                    .decide = decide,
                    .asked = of_a_form},
    .measure = measure};

}  // namespace vermilion::pipeline::checks
