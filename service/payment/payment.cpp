#include "service/payment/payment.hpp"

namespace vermilion::service::payment {

std::string_view name(Distrust distrust) {
  switch (distrust) {
    case Distrust::Incomplete:
      return "incomplete";
    case Distrust::Stale:
      return "stale";
    case Distrust::UnknownKey:
      return "unknown_key";
    case Distrust::BadSignature:
      return "bad_signature";
    case Distrust::Sealed:
      return "sealed";
    case Distrust::Foreign:
      break;
  }
  return "foreign";
}

}  // namespace vermilion::service::payment
