#include "service/store/record/names.hpp"

#include <array>

namespace vermilion::service::store::record {

std::string_view stored_name(workflow::Delivery delivery) {
  constexpr std::array<std::string_view, 2> kNames{"courier", "collection"};
  return kNames[static_cast<std::size_t>(delivery)];
}

std::string_view stored_name(workflow::commands::VoidReason reason) {
  constexpr std::array<std::string_view, 4> kNames{"applicant_gave_up", "wrong_project",
                                                   "wrong_name", "wrong_code"};
  return kNames[static_cast<std::size_t>(reason)];
}

std::string_view stored_name(workflow::organisation::State state) {
  return workflow::organisation::kStateNames[static_cast<std::size_t>(state)];
}

}  // namespace vermilion::service::store::record
