#include "service/store/record/names.hpp"

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

}  // namespace vermilion::service::store::record
