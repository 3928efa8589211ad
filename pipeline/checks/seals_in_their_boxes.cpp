#include "pipeline/checks/seals_in_their_boxes.hpp"

#include "pipeline/checks/form_parts.hpp"

#include <array>
#include <string_view>

namespace vermilion::pipeline::checks {
namespace {

constexpr std::array kFinds{FindingCode::SealWrongBox};

constexpr std::array<std::string_view, 2> kMeasures{"in_a_box", "fits"};

Measured measure(Page& page) {
  return of_form(page, [&](const form::Template& form, const form::Contents& contents,
                           std::vector<Measurement>& measurements) {
    for (const form::BoxedSeal& seal : contents.seals) {
      const bool fits = seal.stamp && form::kind_wanted(form.stamps[*seal.stamp]) == seal.kind;
      measurements.push_back(
          {.code = FindingCode::SealWrongBox,
           .box = box_on_page(page, seal.box),
           .values = {{"in_a_box", seal.stamp ? 1 : 0}, {"fits", fits ? 1 : 0}}});
    }
  });
}

std::optional<Finding> decide(const Measurement& seal, const Parameters&) {
  if (value_of(seal, "fits") > 0) return std::nullopt;
  return finding_of(seal);
}

}  // namespace

const Check kSealsInTheirBoxes{.description = {.id = "seals_in_their_boxes",
                                               .summary = "every seal stands in its own box",
                                               .summary_zh = "印章盖在应盖的方框内",
                                               .general = false,
                                               .finds = kFinds,
                                               .parameters = {},
                                               .measures = kMeasures,
                                               .decide = decide,
                                               .asked = of_a_form},
                               .measure = measure};

}  // namespace vermilion::pipeline::checks
