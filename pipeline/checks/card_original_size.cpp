#include "pipeline/checks/card_original_size.hpp"

#include "pipeline/page.hpp"

#include <array>
#include <string_view>

namespace vermilion::pipeline::checks {
namespace {

constexpr std::array kFinds{FindingCode::CopyReduced};

constexpr std::array<std::string_view, 1> kMeasures{"scale"};

// A copier is off by a hundredth, an outline by as much.
constexpr std::array kParameters{
    ParameterDescription{"scale_min", "", 0.96, 0.5, 1, "smallest size of the card, 1 as it is",
                         "身份证复印件尺寸的下限，1 为原大"},
    ParameterDescription{"scale_max", "", 1.04, 1, 2, "largest size of the card, 1 as it is",
                         "身份证复印件尺寸的上限，1 为原大"}};

Box box_of(const card::Card& card) {
  const cv::Rect box = card.outline.boundingRect();
  return {box.x, box.y, box.width, box.height};
}

Measured measure(Page& page) {
  std::vector<Measurement> measurements;
  const auto px_per_mm = page.trusted_px_per_mm();
  if (!px_per_mm) return measurements;
  for (const card::Card& card : page.cards().found) {
    if (!card.side) continue;
    const double by_width = static_cast<double>(card.outline.size.width) / card::kWidthMm;
    const double by_height = static_cast<double>(card.outline.size.height) / card::kHeightMm;
    measurements.push_back({.code = FindingCode::CopyReduced,
                            .box = box_of(card),
                            .values = {{"scale", (by_width + by_height) / 2 / *px_per_mm}}});
  }
  return measurements;
}

std::optional<Finding> decide(const Measurement& card, const Parameters& parameters) {
  if (auto small = if_below(card, "scale", parameters, "scale_min")) return small;
  return if_above(card, "scale", parameters, "scale_max");
}

}  // namespace

const Check kCardOriginalSize{.description = {.id = "card_original_size",
                                              .summary = "the identity card was copied at its size",
                                              .summary_zh = "身份证按原大复印",
                                              .general = false,
                                              .finds = kFinds,
                                              .parameters = kParameters,
                                              .measures = kMeasures,
                                              .decide = decide},
                              .measure = measure};

}  // namespace vermilion::pipeline::checks
