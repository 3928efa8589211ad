#include "service/store/record/names.hpp"

#include <array>

namespace vermilion::service::store::record {

std::string_view stored_name(workflow::Delivery delivery) {
  switch (delivery) {
    case workflow::Delivery::Courier:
      return "courier";
    case workflow::Delivery::Collection:
      return "collection";
  }
  return "";
}

std::string_view stored_name(workflow::commands::VoidReason reason) {
  using enum workflow::commands::VoidReason;
  switch (reason) {
    case ApplicantGaveUp:
      return "applicant_gave_up";
    case WrongProject:
      return "wrong_project";
    case WrongName:
      return "wrong_name";
    case WrongCode:
      return "wrong_code";
  }
  return "";
}

std::string_view stored_name(workflow::organisation::State state) {
  return workflow::organisation::kStateNames[static_cast<std::size_t>(state)];
}

std::string_view stored_name(workflow::Status status) {
  constexpr std::array<std::string_view, 7> kNames{
      "not_submitted", "under_review",     "review_passed", "review_failed",
      "in_process",    "certificate_made", "issued"};
  return kNames[static_cast<std::size_t>(status)];
}

std::string_view stored_name(workflow::PaymentStatus status) {
  constexpr std::array<std::string_view, 5> kNames{"none", "due", "paid", "refunding", "refunded"};
  return kNames[static_cast<std::size_t>(status)];
}

std::string_view stored_name(workflow::Attempt::State state) {
  constexpr std::array<std::string_view, 5> kNames{"open", "closed", "settled", "surplus", "held"};
  return kNames[static_cast<std::size_t>(state)];
}

std::string_view stored_name(workflow::Refund::State state) {
  constexpr std::array<std::string_view, 6> kNames{"asked",  "sending", "sent",
                                                   "failed", "refused", "withdrawn"};
  return kNames[static_cast<std::size_t>(state)];
}

}  // namespace vermilion::service::store::record
