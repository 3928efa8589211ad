#include "pipeline/checks/card_number_valid.hpp"

#include "pipeline/credit_code/citizen_id.hpp"
#include "pipeline/page.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>

namespace vermilion::pipeline::checks {
namespace {

constexpr std::array kFinds{FindingCode::IdBadCheck, FindingCode::IdNotEqualOrder};

constexpr std::array<std::string_view, 1> kMeasures{"wrong"};

// One slip of the reader is no misprint.
constexpr std::ptrdiff_t kAgree = 2;

// Without the day of birth, which a person can look up on the scan.
std::string masked(std::string number) {
  return number.replace(6, 8, "********");
}

Box place_of(Page& page) {
  const auto& all = page.cards().found;
  const auto card = std::ranges::find(all, card::Side::Portrait, &card::Card::side);
  const cv::Rect box = card->outline.boundingRect();
  return {box.x, box.y, box.width, box.height};
}

Measurement told(Page& page, FindingCode code, bool wrong, const std::string& number) {
  return {.code = code,
          .box = place_of(page),
          .values = {{"wrong", wrong ? 1 : 0}},
          .words = {{"read", masked(number)}}};
}

Measured measure(Page& page) {
  const auto& read = page.card_numbers();
  const auto& expected = page.expected_citizen_id();
  // What the order says is not read by accident.
  const auto as_expected = expected ? std::ranges::find(read, *expected) : read.end();
  const auto sound = as_expected != read.end() ? as_expected
                                               : std::ranges::find_if(read, citizen_id::valid);
  if (sound != read.end()) {
    std::vector measured{told(page, FindingCode::IdBadCheck, false, *sound)};
    if (expected) {
      measured.push_back(
          told(page, FindingCode::IdNotEqualOrder, *sound != *expected, *sound));
    }
    return measured;
  }
  for (const std::string& number : read) {
    if (std::ranges::count(read, number) < kAgree) continue;
    return {told(page, FindingCode::IdBadCheck, true, number)};
  }
  return {};
}

std::optional<Finding> decide(const Measurement& number, const Parameters&) {
  if (value_of(number, "wrong") == 0) return std::nullopt;
  return finding_of(number);
}

}  // namespace

const Check kCardNumberValid{
    .description = {.id = "card_number_valid",
                    .summary = "the number of the identity card passes its check and is the order's",
                    .summary_zh = "身份证号码校验无误，与订单一致",
                    .general = false,
                    .finds = kFinds,
                    .parameters = {},
                    .measures = kMeasures,
                    .decide = decide},
    .measure = measure};

}  // namespace vermilion::pipeline::checks
