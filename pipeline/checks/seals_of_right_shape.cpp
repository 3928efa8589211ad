#include "pipeline/checks/seals_of_right_shape.hpp"

#include "pipeline/checks/form_parts.hpp"

#include <array>
#include <string_view>

namespace vermilion::pipeline::checks {
namespace {

constexpr std::array kFinds{FindingCode::LsealNotSquare, FindingCode::SealNotRound};

constexpr std::array<std::string_view, 3> kMeasures{"fits", "width_mm", "height_mm"};

bool fits(SealShape shape, const form::Stamp& stamp) {
  if (stamp.by == "organisation") return shape == SealShape::Round || shape == SealShape::Oval;
  return stamp.shape != "square" || shape == SealShape::Square;
}

Measured measure(Page& page) {
  const auto& seals = page.seals();
  return of_boxed_seals(page, [&](const form::BoxedSeal& seal, const form::Stamp& stamp,
                                  std::vector<Measurement>& measurements) {
    if (form::kind_wanted(stamp) != seal.kind) return;  // told as being in the wrong box
    const SealShape shape = seals[seal.seal].impression.outline.shape();
    const bool company = stamp.by == "organisation";
    measurements.push_back(
        {.code = company ? FindingCode::SealNotRound : FindingCode::LsealNotSquare,
         .box = box_on_page(page, seal.box),
         .values = {{"fits", fits(shape, stamp) ? 1 : 0},
                    {"width_mm", seal.box.w},
                    {"height_mm", seal.box.h}},
         .words = {{"shape", std::string(name(shape))}}});
  });
}

std::optional<Finding> decide(const Measurement& seal, const Parameters&) {
  if (value_of(seal, "fits") > 0) return std::nullopt;
  return finding_of(seal);
}

}  // namespace

const Check kSealsOfRightShape{
    .description = {.id = "seals_of_right_shape",
                    .summary = "the seals have the shapes that are asked for",
                    .summary_zh = "印章形状符合要求",
                    .general = false,
                    .finds = kFinds,
                    .parameters = {},
                    .measures = kMeasures,
                    .decide = decide,
                    .asked = of_a_form},
    .measure = measure};

}  // namespace vermilion::pipeline::checks
