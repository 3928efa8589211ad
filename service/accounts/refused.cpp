#include "service/accounts/refused.hpp"

#include <utility>

namespace vermilion::service::accounts {

tl::unexpected<Refused> refused(Reason reason) {
  return refused(reason, std::chrono::seconds(0));
}

tl::unexpected<Refused> refused(Reason reason, std::chrono::seconds wait) {
  Refused no;
  no.reason = reason;
  no.wait = wait;
  return tl::make_unexpected(std::move(no));
}

tl::unexpected<Refused> refused(const workflow::Refusal& refusal) {
  Refused no;
  no.reason = Reason::Workflow;
  no.refusal = refusal;
  return tl::make_unexpected(std::move(no));
}

tl::unexpected<Refused> refused(const store::database::Error& error) {
  Refused no;
  no.reason = Reason::Database;
  no.error = error;
  return tl::make_unexpected(std::move(no));
}

tl::unexpected<Refused> invalid(std::string pointer, std::string text) {
  Refused no;
  no.reason = Reason::Invalid;
  no.mistakes.push_back({std::move(pointer), std::move(text)});
  return tl::make_unexpected(std::move(no));
}

}  // namespace vermilion::service::accounts
