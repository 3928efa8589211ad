#include "service/store/orders/refusals.hpp"

#include "service/store/ledger/ledger.hpp"

#include <nlohmann/json.hpp>

namespace vermilion::service::store::orders {

bool concerns_security(workflow::RefusalCode code) {
  using enum workflow::RefusalCode;
  switch (code) {
    case NotYourPart:
    case VerificationOfAnotherOrder:
    case SecondPersonIsFirst:
    case ShownSomethingElse:
    case CertificateUnknown:
    case WrongKey:
    case CaptchaFailed:
    case CodeTooOften:
    case CodeUsedUp:
      return true;
    default:
      return false;
  }
}

void note_refusal(database::Transaction& transaction, std::string_view subject,
                  std::string_view command, const workflow::Actor& by, workflow::RefusalCode code,
                  std::int64_t at_s) {
  const nlohmann::json body{{"subject", subject},
                            {"command", command},
                            {"role", name_of(by.role)},
                            {"by", by.id},
                            {"code", name_of(code)}};
  ledger::append(transaction,
                 {std::string(kRefusals), "refused",
                  body.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace), at_s});
}

}  // namespace vermilion::service::store::orders
