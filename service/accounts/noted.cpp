#include "service/accounts/noted.hpp"

#include "service/store/ledger/ledger.hpp"

namespace vermilion::service::accounts {

void note(store::database::Transaction& transaction, std::string_view kind,
          const nlohmann::ordered_json& body) {
  transaction.lock(kAccountsStream);
  store::ledger::append(transaction, {std::string(kAccountsStream), std::string(kind), body.dump(),
                                      transaction.now_ms() / 1000});
}

}  // namespace vermilion::service::accounts
