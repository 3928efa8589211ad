#include "pipeline/checks/boxes_stamped.hpp"

#include "pipeline/checks/form_parts.hpp"

#include <array>
#include <string_view>

namespace vermilion::pipeline::checks {
namespace {

constexpr std::array kFinds{FindingCode::SealNone, FindingCode::SignNone};

constexpr std::array kParameters{
    ParameterDescription{"ink_min_mm2", "mm2", 3, 0, 100, "ink of a signature at least",
                         "签名墨迹不少于"},
    ParameterDescription{"red_min_mm2", "mm2", 20, 0, 500, "red ink that may be a seal",
                         "可能是印章的红色墨迹"},
};

constexpr std::array<std::string_view, 5> kMeasures{"seals", "elsewhere", "ink_mm2", "red_mm2",
                                                    "may_sign"};

bool stands_elsewhere(const form::Contents& contents, const form::Template& form,
                      std::size_t stamp) {
  const form::SealKind wanted = form::kind_wanted(form.stamps[stamp]);
  return std::ranges::any_of(contents.seals, [&](const form::BoxedSeal& seal) {
    if (seal.kind != wanted || seal.stamp == stamp) return false;
    return !seal.stamp || form::kind_wanted(form.stamps[*seal.stamp]) != wanted;
  });
}

Measured measure(Page& page) {
  return of_form(page, [&](const form::Template& form, const form::Contents& contents,
                           std::vector<Measurement>& measurements) {
    for (std::size_t i = 0; i < form.stamps.size(); ++i) {
      const form::Stamp& stamp = form.stamps[i];
      const bool may_sign = std::ranges::find(stamp.with, "signature") != stamp.with.end();
      const auto seals = std::ranges::count_if(
          contents.seals, [&](const form::BoxedSeal& seal) { return seal.stamp == i; });
      measurements.push_back({.code = may_sign ? FindingCode::SignNone : FindingCode::SealNone,
                              .box = box_on_page(page, stamp.box),
                              .values = {{"seals", static_cast<double>(seals)},
                                         {"elsewhere", stands_elsewhere(contents, form, i) ? 1 : 0},
                                         {"ink_mm2", contents.stamps[i].writing.ink_mm2},
                                         {"red_mm2", contents.stamps[i].red_mm2},
                                         {"may_sign", may_sign ? 1 : 0}}});
    }
  });
}

std::optional<Finding> decide(const Measurement& box, const Parameters& parameters) {
  if (value_of(box, "seals") > 0 || value_of(box, "elsewhere") > 0) return std::nullopt;
  const bool red = value_of(box, "red_mm2") >= parameters["red_min_mm2"];
  if (value_of(box, "may_sign") > 0) {
    return red ? std::nullopt : if_below(box, "ink_mm2", parameters, "ink_min_mm2");
  }
  Finding found = finding_of(box, /*value=*/0, /*threshold=*/1);
  if (red) found.level = Level::Warn;
  return found;
}

}  // namespace

const Check kBoxesStamped{.description = {.id = "boxes_stamped",
                                          .summary = "every box holds its seal or signature",
                                          .summary_zh = "每个方框内都有应盖的章或签字",
                                          .general = false,
                                          .finds = kFinds,
                                          .parameters = kParameters,
                                          .measures = kMeasures,
                                          .decide = decide,
                                          .asked = of_a_form},
                          .measure = measure};

}  // namespace vermilion::pipeline::checks
