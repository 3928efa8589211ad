#include "service/review/risk.hpp"

#include <algorithm>

namespace vermilion::service::review {
namespace {

// The points say in which order people should look, no more: nothing is decided by them. A wrong
// accept is worse than a wrong reject, so what may deceive weighs most and what merely failed to be
// read weighs less.
constexpr std::array<Weight, kSigns> kWeights{{
    {Sign::Unreadable, "unreadable", 30, "有资料无法读取", "a scan cannot be read",
     "nobody has looked at it at all, and the applicant waits for nothing until somebody does"},
    {Sign::Overridden, "blocked", 30, "有阻断问题", "a finding blocks",
     "it cannot pass without two persons, who need time to find each other"},
    {Sign::Forgery, "forgery", 40, "疑似复制、拼贴或篡改", "something looks copied or altered",
     "the one kind of mistake that harms others than the applicant"},
    {Sign::Disagreement, "disagreement", 25, "与订单信息不一致", "it disagrees with the order",
     "a certificate in a wrong name is revoked and made again at our cost"},
    {Sign::Referred, "referred", 8, "机器不能确定", "the machine asks for a person",
     "a judgement each; five of them weigh like one suspicion of forgery"},
    {Sign::Sampled, "sampled", 5, "抽样复核", "drawn as a sample",
     "looked at to count the machine's wrong accepts: enough to be opened, no reason to hurry"},
    {Sign::OftenRejected, "often_rejected", 10, "该单位近一年退回较多",
     "often rejected in the last year",
     "who needed several rounds before needs one more look, and a quick answer"},
    {Sign::FirstOrder, "first_order", 5, "该单位首次申请", "first order of this organisation",
     "nothing of it was ever held against originals"},
    {Sign::Revokes, "revokes", 10, "补办将吊销原证书", "a certificate is revoked by it",
     "it cannot be undone"},
}};

constexpr bool weights_are_in_order() {
  for (std::size_t i = 0; i < kWeights.size(); ++i) {
    if (static_cast<std::size_t>(kWeights[i].sign) != i) return false;
  }
  return true;
}
static_assert(weights_are_in_order());

// At most so many referred documents count, so that a main key's five do not outweigh a forgery.
constexpr int kReferredMost = 5;

// Fewer decisions than this say nothing about an organisation.
constexpr int kDecidedLeast = 3;

constexpr std::array<std::string_view, 9> kForgery{
    "SEAL_PRINTED",      "IMG_PHOTO",     "DUPLICATE_IMAGE", "TPL_BAD_SIGNATURE", "TPL_ALTERED",
    "TPL_WRONG_PROJECT", "TPL_HALL_FORM", "SIGN_PRINTED",    "SEAL_NAME_MISMATCH"};

constexpr std::array<std::string_view, 9> kDisagreement{"USCC_NOT_EQUAL_ACCOUNT",
                                                        "NAME_WIDTH",
                                                        "NAME_MISSING",
                                                        "NAME_EXTRA",
                                                        "NAME_CHAR",
                                                        "LEGAL_NAME_MISMATCH",
                                                        "AGENT_NAME_MISMATCH",
                                                        "JIANGXI_HEAD_MISMATCH",
                                                        "PROJECT_REGION_MISMATCH"};

template <std::size_t N>
bool is_among(const std::array<std::string_view, N>& codes, std::string_view code) {
  return std::ranges::find(codes, code) != codes.end();
}

template <class Is>
bool any_flag(std::span<const Reading> readings, Is is) {
  return std::ranges::any_of(readings, [&](const Reading& reading) {
    return std::ranges::any_of(reading.flags,
                               [&](const Flag& flag) { return flag.level != "note" && is(flag); });
  });
}

int with_verdict(std::span<const Reading> readings, std::string_view verdict) {
  return static_cast<int>(std::ranges::count(readings, verdict, &Reading::verdict));
}

bool shows(Sign sign, std::span<const Reading> readings, const Circumstances& known) {
  switch (sign) {
    case Sign::Unreadable:
      return with_verdict(readings, "unreadable") > 0;
    case Sign::Overridden:
      return any_flag(readings, [](const Flag& flag) { return flag.level == "block"; });
    case Sign::Forgery:
      return any_flag(readings, [](const Flag& flag) { return hints_at_forgery(flag.code); });
    case Sign::Disagreement:
      return any_flag(readings,
                      [](const Flag& flag) { return is_among(kDisagreement, flag.code); });
    case Sign::Referred:
      return with_verdict(readings, "refer") > 0;
    case Sign::Sampled:
      return std::ranges::any_of(readings, &Reading::sampled);
    case Sign::OftenRejected:
      return known.decided >= kDecidedLeast && known.rejected * 3 > known.decided;
    case Sign::FirstOrder:
      return !known.approved_before;
    case Sign::Revokes:
      return known.revokes;
  }
  return false;
}

}  // namespace

std::span<const Weight> weights() {
  return kWeights;
}

const Weight& weight_of(Sign sign) {
  return kWeights[static_cast<std::size_t>(sign)];
}

bool hints_at_forgery(std::string_view finding_code) {
  return is_among(kForgery, finding_code);
}

Risk risk_of(std::span<const Reading> readings, const Circumstances& circumstances) {
  Risk risk;
  for (const Weight& weight : kWeights) {
    if (!shows(weight.sign, readings, circumstances)) continue;
    const int times = weight.sign == Sign::Referred
                          ? std::min(with_verdict(readings, "refer"), kReferredMost)
                          : 1;
    risk.points += weight.points * times;
    risk.signs.push_back(weight.sign);
  }
  risk.points = std::min(risk.points, 100);
  return risk;
}

}  // namespace vermilion::service::review
