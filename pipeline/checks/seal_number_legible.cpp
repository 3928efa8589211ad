#include "pipeline/checks/seal_number_legible.hpp"

#include "pipeline/checks/form_parts.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <string_view>

namespace vermilion::pipeline::checks {
namespace {

constexpr std::array kFinds{FindingCode::SealCodeUnreadable};

constexpr std::array kParameters{
    ParameterDescription{"digits_min", "", 13, 0, 20, "digits the number has", "编号位数"},
    ParameterDescription{"score_min", "", 0.1, 0, 1, "how surely each digit has to read",
                         "每位数字的识别把握不低于"},
    ParameterDescription{"digit_px_min", "px", 10, 0, 100,
                         "height of a digit in the scan from which it is judged: 190 dpi",
                         "参与判断的编号数字最小像素高度"},
};

constexpr std::array<std::string_view, 2> kMeasures{"digits", "digit_px"};

bool is_score(std::string_view value) {
  return value.starts_with("digit_") && value != "digit_px";
}

Measured measure(Page& page) {
  const auto& seals = page.seals();
  return of_boxed_seals(page, [&](const form::BoxedSeal& boxed, const form::Stamp&,
                                  std::vector<Measurement>& measurements) {
    const seal::Seal& seal = seals[boxed.seal];
    const bool round = seal.impression.outline.shape() == SealShape::Round;
    if (boxed.kind != form::SealKind::Company || !round) return;
    Measurement measured{.code = FindingCode::SealCodeUnreadable,
                         .box = box_on_page(page, boxed.box)};
    const auto number = page.seal_number(seal);
    // 1.35 mm on a seal of 40.
    measured.values["digit_px"] =
        0.069 * static_cast<double>(seal.impression.outline.mean_radius());
    measured.values["digits"] = static_cast<double>(number.size());
    for (std::size_t i = 0; i < number.size(); ++i) {
      measured.values[fmt::format("digit_{:02}", i + 1)] = number[i].score;
    }
    measurements.push_back(std::move(measured));
  });
}

std::optional<Finding> decide(const Measurement& seal, const Parameters& parameters) {
  if (value_of(seal, "digit_px") < parameters["digit_px_min"]) return std::nullopt;
  const auto legible = std::ranges::count_if(seal.values, [&](const auto& value) {
    return is_score(value.first) && value.second >= parameters["score_min"];
  });
  const double wanted = parameters["digits_min"];
  if (static_cast<double>(legible) >= wanted) return std::nullopt;
  Finding found = finding_of(seal, static_cast<double>(legible), wanted);
  found.words["legible"] = fmt::format("{}", legible);
  found.words["digits"] = fmt::format("{:.0f}", wanted);
  return found;
}

}  // namespace

const Check kSealNumberLegible{
    .description = {.id = "seal_number_legible",
                    .summary = "every digit of the number in the company seal is legible",
                    .summary_zh = "公章内编号每一位清晰可辨",
                    .general = false,
                    .finds = kFinds,
                    .parameters = kParameters,
                    .measures = kMeasures,
                    .decide = decide,
                    .asked = of_a_form},
    .measure = measure};

}  // namespace vermilion::pipeline::checks
