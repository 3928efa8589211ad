#include "pipeline/checks/letter_lasts.hpp"

#include "pipeline/checks/validity.hpp"

#include <array>
#include <string_view>

namespace vermilion::pipeline::checks {
namespace {

constexpr std::array kFinds{FindingCode::LetterExpiresSoon};

constexpr std::array kParameters{
    ParameterDescription{"days_min", "days", 30, 0, 3650,
                         "days the letter has to stay valid at least", "委托书剩余有效天数不少于"},
};

constexpr std::array<std::string_view, 1> kMeasures{"days_left"};

Measured measure(Page& page) {
  return of_days_left(page, FindingCode::LetterExpiresSoon);
}

std::optional<Finding> decide(const Measurement& letter, const Parameters& parameters) {
  return if_below(letter, "days_left", parameters, "days_min");
}

}  // namespace

const Check kLetterLasts{.description = {.id = "letter_lasts",
                                         .summary = "the letter stays valid long enough",
                                         .summary_zh = "委托书有效期足够长",
                                         .general = false,
                                         .finds = kFinds,
                                         .parameters = kParameters,
                                         .measures = kMeasures,
                                         .decide = decide,
                                         .asked = on_a_day},
                         .measure = measure};

}  // namespace vermilion::pipeline::checks
