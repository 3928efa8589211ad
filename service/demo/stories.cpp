#include "service/demo/stories.hpp"

#include <array>

namespace vermilion::service::demo {
namespace {

constexpr std::string_view kInside = "housing_inside";
constexpr std::string_view kOutside = "housing_outside";
constexpr std::string_view kSunshine = "yingtan_sunshine";
constexpr std::string_view kResources = "jiangxi_public_resources";

constexpr Story whole(std::size_t applicant, std::string_view project, std::string_view variant,
                      std::string_view stage, Flaw flaw = Flaw::None) {
  return {applicant, project, "new", variant, stage, flaw};
}

// Of a certificate it had before (former.hpp).
constexpr Story anew(std::size_t applicant, std::string_view stage) {
  return {applicant, kFormerProject, "reissue", "with_seal", stage, Flaw::None};
}

constexpr std::array kStories{whole(0, kInside, "standard", "issued"),
                              anew(2, "awaiting_courier"),
                              anew(3, "paper_right"),
                              whole(0, kOutside, "standard", "refunded"),
                              whole(3, kOutside, "standard", "refund_asked"),
                              whole(0, kSunshine, "main", "awaiting_courier"),
                              whole(1, kInside, "standard", "making"),
                              whole(1, kSunshine, "main", "paper_right"),
                              whole(2, kInside, "standard", "paper_wrong"),
                              whole(3, kInside, "standard", "paper_received"),
                              whole(2, kSunshine, "sub", "awaiting_parcel"),
                              whole(3, kSunshine, "sub", "awaiting_parcel"),
                              whole(0, kResources, "main", "awaiting_payment"),
                              whole(1, kResources, "main", "awaiting_payment"),
                              whole(2, kResources, "main", "rejected", Flaw::FadedSeal),
                              whole(3, kResources, "main", "in_review"),
                              whole(0, kSunshine, "sub", "awaiting_reviewer"),
                              whole(1, kSunshine, "sub", "awaiting_reviewer", Flaw::FadedSeal),
                              whole(1, kResources, "sub", "awaiting_reviewer"),
                              whole(2, kResources, "sub", "awaiting_reviewer"),
                              whole(3, kResources, "sub", "draft", Flaw::NoSeal),
                              whole(0, kResources, "sub", "draft"),
                              whole(1, kOutside, "standard", "void"),
                              whole(2, kOutside, "standard", "void")};

}  // namespace

std::span<const Story> stories() {
  return kStories;
}

}  // namespace vermilion::service::demo
