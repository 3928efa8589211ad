#pragma once

#include "service/store/database/transaction.hpp"
#include "workflow/refusal.hpp"
#include "workflow/role.hpp"

#include <string_view>

// Refusals that may be an attack are entries of the ledger, in a stream of their own; those of
// everyday life (a form that is incomplete, a step too early) are not.
namespace vermilion::service::store::orders {

inline constexpr std::string_view kRefusals = "refusals";

[[nodiscard]] bool concerns_security(workflow::RefusalCode code);

// `subject` is the stream the command was said to.
void note_refusal(database::Transaction& transaction, std::string_view subject,
                  std::string_view command, const workflow::Actor& by, workflow::RefusalCode code,
                  std::int64_t at_s);

}  // namespace vermilion::service::store::orders
