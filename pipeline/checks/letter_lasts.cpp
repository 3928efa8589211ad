#include "pipeline/checks/letter_lasts.hpp"

#include "pipeline/checks/validity.hpp"
#include "pipeline/form/field_rows.hpp"

#include <fmt/format.h>

#include <array>
#include <chrono>
#include <string>
#include <string_view>

namespace vermilion::pipeline::checks {
namespace {

constexpr std::array kFinds{FindingCode::LetterExpiresSoon, FindingCode::TplHandwritten};

constexpr std::array kParameters{
    ParameterDescription{"days_min", "days", 30, 0, 3650,
                         "days the letter has to stay valid at least", "委托书剩余有效天数不少于"},
};

// The same day in every look. It is believed where it speaks against the letter and never where it
// speaks for it: the reader was made for print, and errs the same way in every size.
constexpr double kAgreed = 1;

constexpr std::array<std::string_view, 3> kMeasures{"days_left", "agreed", "today_days"};

std::string in_chinese(std::chrono::sys_days day) {
  const std::chrono::year_month_day date(day);
  return fmt::format("{}年{}月{}日", static_cast<int>(date.year()),
                     static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()));
}

const form::Field* written_by_hand(Page& page) {
  if (!page.registration().placement) return nullptr;
  return form::written_field(*page.expected_form(), "valid_until");
}

Measured measure(Page& page) {
  Measured measured = of_days_left(page, FindingCode::LetterExpiresSoon);
  const double today = static_cast<double>(page.today()->time_since_epoch().count());
  for (Measurement& letter : measured) {
    letter.values["agreed"] = 1;
    letter.values["today_days"] = today;
  }
  const form::Field* field = written_by_hand(page);
  const auto read = page.fields().find("valid_until");
  if (field == nullptr || read == page.fields().end()) return measured;
  const double days_left = measured.empty() ? 0 : value_of(measured.front(), "days_left");
  for (Measurement& letter : measured) letter.values["agreed"] = read->second.score;
  measured.push_back({.code = FindingCode::TplHandwritten,
                      .box = read->second.box,
                      .values = {{"days_left", days_left},
                                 {"agreed", read->second.score},
                                 {"today_days", today}},
                      .words = {{"field", field->label},
                                {"read", read->second.value.empty() ? "?" : read->second.value}}});
  return measured;
}

// A day by hand is compared by a person: what stands there, and the first day that will do.
std::optional<Finding> decide(const Measurement& letter, const Parameters& parameters) {
  const double agreed = value_of(letter, "agreed");
  const auto too_soon = agreed >= kAgreed ? if_below(letter, "days_left", parameters, "days_min")
                                          : std::nullopt;
  if (letter.code == FindingCode::LetterExpiresSoon) return too_soon;
  if (too_soon) return std::nullopt;
  Finding by_hand = finding_of(letter);
  const auto first = static_cast<int>(value_of(letter, "today_days") + parameters["days_min"]);
  by_hand.words["expected"] = in_chinese(std::chrono::sys_days(std::chrono::days(first)));
  return by_hand;
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
